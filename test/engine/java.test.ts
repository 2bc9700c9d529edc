import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { findJava } from "#engine/java.ts";
import { temporaryFolder } from "./folders.ts";

describe("findJava(search)", () => {
  it("takes the lowest version that will do, wherever it is", async () => {
    const folder = await temporaryFolder();
    await installJava(folder, "11.0.22");
    const jdk17 = await installJava(folder, "17.0.15");
    await installJava(folder, "25.0.3");
    const elsewhere = await installJava(await temporaryFolder(), "21.0.1");
    const java = findJava({ environment: { JAVA_HOME: elsewhere }, folders: [folder], least: 17, withCompiler: true });
    expect(await java).toEqual({ home: jdk17, major: 17 });
  });

  it("takes ES_JAVA_HOME before all others", async () => {
    const folder = await temporaryFolder();
    await installJava(folder, "17.0.15");
    const chosen = await installJava(await temporaryFolder(), "25.0.3");
    const java = findJava({ environment: { ES_JAVA_HOME: chosen }, folders: [folder], least: 17, withCompiler: true });
    expect(await java).toEqual({ home: chosen, major: 25 });
  });

  it("finds the one in PATH", async () => {
    const jdk = await installJava(await temporaryFolder(), "17.0.15");
    const java = findJava({ environment: { PATH: path.join(jdk, "bin") }, folders: [], least: 17, withCompiler: true });
    expect(await java).toEqual({ home: jdk, major: 17 });
  });

  it("asks a script in PATH where its installation is", async () => {
    const [folder, jdk] = [await temporaryFolder(), await installJava(await temporaryFolder(), "17.0.15")];
    await writeFile(path.join(folder, "java"), `#!/bin/sh\necho "    java.home = ${jdk}" >&2\n`, { mode: 0o755 });
    const java = findJava({ environment: { PATH: folder }, folders: [], least: 17, withCompiler: true });
    expect(await java).toEqual({ home: jdk, major: 17 });
  });

  it("leaves out one without a compiler where a compiler is needed", async () => {
    const folder = await temporaryFolder();
    const runtime = await installJava(folder, "17.0.15", ["java"]);
    const jdk = await installJava(folder, "21.0.1");
    const search = { environment: {}, folders: [folder], least: 17 };
    expect((await findJava({ ...search, withCompiler: true })).home).toBe(jdk);
    expect((await findJava({ ...search, withCompiler: false })).home).toBe(runtime);
  });

  it("says what to do when there is none", async () => {
    const java = findJava({ environment: { PATH: "", JAVA_HOME: "" }, folders: [], least: 17, withCompiler: true });
    await expect(java).rejects.toMatchObject({
      code: "no-java",
      exitCode: 78,
      message: expect.stringMatching(/Java 17 or later.*none was found.*apt-get install.*ELASTICSEARCH_URL/),
    });
  });

  it("names those that are too old", async () => {
    const folder = await temporaryFolder();
    await installJava(folder, "1.8.0_392");
    await installJava(folder, "11.0.22");
    const java = findJava({ environment: {}, folders: [folder], least: 17, withCompiler: true });
    await expect(java).rejects.toThrow(/found Java 8 in .*, Java 11 in /);
  });
});

/** What an installation of Java has that is looked at. */
async function installJava(folder: string, version: string, programs = ["java", "javac"]): Promise<string> {
  const home = path.join(folder, `jdk-${version}`);
  await mkdir(path.join(home, "bin"), { recursive: true });
  await writeFile(path.join(home, "release"), `IMPLEMENTOR="Test"\nJAVA_VERSION="${version}"\n`);
  for (const program of programs) await writeFile(path.join(home, "bin", program), "", { mode: 0o755 });
  return home;
}
