import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connectElasticsearch, type Connection } from "#engine/connect.ts";
import { enginePlace } from "#engine/place.ts";
import { provision } from "#engine/provision.ts";
import { generations } from "#indexer/generations.ts";
import { record } from "../../faults/record.ts";
import { startIndexer, withoutDemonstration } from "../../support/command.ts";
import { sampleLaws } from "../../support/load.ts";

/** The moments the engine is killed at while a load runs; KILLS=3 takes more of them than every run of the suite needs. */
const kills = Number(process.env["KILLS"] ?? 1);

const prefix = "test-engine-killed";
const log = () => undefined;
let home: string;
let elasticsearchHome: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "compendium-test-"));
  await withoutDemonstration(home);
  await chmod(home, 0o755);
  const shared = process.env["COMPENDIUM_HOME"] ?? join(import.meta.dirname, "../../../.compendium");
  elasticsearchHome = (await provision(await enginePlace(shared, log), process.env, log)).folder;
}, 240_000);

afterAll(() => rm(home, { recursive: true, force: true }));

const connect = () => connectElasticsearch({ home, elasticsearchHome, log });
const index = (...args: string[]) =>
  startIndexer(home, prefix, args, { ELASTICSEARCH_URL: "", ELASTICSEARCH_HOME: elasticsearchHome });

async function served({ client }: Connection) {
  const serving = (await generations(client, prefix)).filter((generation) => generation.serving);
  return Promise.all(
    serving.map(async ({ alias, digest }) => ({
      alias,
      digest,
      documents: (await client.count({ index: alias })).count,
    })),
  );
}

it(
  "leaves the old data whole when the engine is killed during a load, and the next run finishes it",
  { timeout: 600_000 },
  async (context) => {
    if (process.env["KILLS"] === undefined) context.skip("it starts engines of its own: run it with KILLS=3");
    let engine = await connect();
    expect((await index("legislation", sampleLaws).finished).code).toBe(0);
    const whole = await served(engine);
    expect(whole).toHaveLength(13);

    for (let kill = 1; kill <= kills; kill += 1) {
      const { nodes } = await engine.client.nodes.info({ metric: "process" });
      const run = index("rebuild", "legislation");
      await sleep(1500 + kill * 1200);
      process.kill(Object.values(nodes)[0]!.process!.id, "SIGKILL");
      if (run.process.exitCode === null) await once(run.process, "exit");
      const { code, stderr } = await run.finished;
      // A rebuild that was quicker has nothing to complain of.
      expect([0, 75], stderr).toContain(code);

      const again = await connect();
      await engine.stop();
      engine = again;
      expect(await served(engine)).toEqual(whole);
      expect((await index("rebuild", "legislation").finished).code).toBe(0);
      expect(await served(engine)).toEqual(whole);
    }
    record(`an engine killed during a load: ${kills} of ${kills} kills, 0 documents of the old data lost`);
    await engine.stop();
  },
);
