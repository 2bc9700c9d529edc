import { chmod, mkdir, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { connectElasticsearch } from "#engine/connect.ts";
import { requireDiskSpace } from "#engine/place.ts";
import { provision } from "#engine/provision.ts";
import { temporaryFolder } from "./folders.ts";

const log = () => {};

describe("an error before Elasticsearch answers", () => {
  it("names a wrong ELASTICSEARCH_URL without its password, and is worth another try", async () => {
    const elasticsearchUrl = "http://elastic:secret@127.0.0.1:1";
    const connect = connectElasticsearch({ home: await temporaryFolder(), elasticsearchUrl, log });
    const error = await connect.catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      code: "not-reachable",
      exitCode: 75,
      message: expect.stringContaining("127.0.0.1:1"),
    });
    expect(String(error)).not.toContain("secret");
  });

  it("says that ELASTICSEARCH_HOME holds no Elasticsearch", async () => {
    const home = await temporaryFolder();
    const connect = connectElasticsearch({ home, elasticsearchHome: home, log });
    await expect(connect).rejects.toMatchObject({
      code: "no-distribution",
      exitCode: 78,
      message: expect.stringContaining(home),
    });
  });

  it("says that a port is taken before anything is started", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const home = await temporaryFolder();
    const connect = connectElasticsearch({ home, elasticsearchHome: await fakeDistribution("exit 0"), port, log });
    await expect(connect).rejects.toMatchObject({
      code: "port-taken",
      exitCode: 78,
      message: expect.stringContaining(String(port)),
    });
    server.close();
  });

  it("gives the exit code and the last words of an Elasticsearch that does not start, and leaves nothing behind", async () => {
    const home = await temporaryFolder();
    const elasticsearchHome = await fakeDistribution('echo "ERROR: the reason, with exit code 70" >&2; exit 70');
    const connect = connectElasticsearch({ home, elasticsearchHome, log });
    await expect(connect).rejects.toMatchObject({
      code: "start-failed",
      exitCode: 75,
      message: expect.stringMatching(/exit code 70: ERROR: the reason/),
    });
    // The next one finds neither a lock nor an engine.
    await expect(connectElasticsearch({ home, elasticsearchHome, log })).rejects.toMatchObject({
      code: "start-failed",
    });
  });

  it("says that Maven is missing, and where to get it", async () => {
    const build = provision({ folder: await temporaryFolder() }, { PATH: "" }, log);
    await expect(build).rejects.toMatchObject({
      code: "no-maven",
      exitCode: 78,
      message: expect.stringContaining("maven"),
    });
  });

  it("gives Maven's reason when it fails", async () => {
    const folder = await temporaryFolder();
    const mvn = path.join(folder, "mvn");
    await writeFile(mvn, "#!/bin/sh\necho '[ERROR] Could not transfer artifact: Unknown host'\nexit 1\n");
    await chmod(mvn, 0o755);
    const build = provision({ folder }, { PATH: `${folder}:${process.env["PATH"]}` }, log);
    await expect(build).rejects.toMatchObject({
      code: "maven-failed",
      exitCode: 75,
      message: expect.stringMatching(/exit code 1\): Could not transfer artifact: Unknown host/),
    });
  });

  it("says how much room the disk lacks", async () => {
    const folder = await temporaryFolder();
    await expect(requireDiskSpace(folder, 1e18)).rejects.toMatchObject({ code: "disk-full", exitCode: 75 });
    await expect(requireDiskSpace(folder, 1)).resolves.toBeUndefined();
  });
});

/** What an unpacked distribution has that we look at; its launcher is this shell script. */
async function fakeDistribution(script: string): Promise<string> {
  const folder = await temporaryFolder();
  for (const name of ["bin", "config", "lib", "modules"]) await mkdir(path.join(folder, name));
  await writeFile(path.join(folder, "lib", "elasticsearch-8.19.14.jar"), "");
  await writeFile(path.join(folder, "config", "jvm.options"), "-XX:+UseG1GC\n");
  await writeFile(path.join(folder, "bin", "elasticsearch"), `#!/bin/sh\n${script}\n`);
  await chmod(path.join(folder, "bin", "elasticsearch"), 0o755);
  return folder;
}
