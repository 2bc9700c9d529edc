import { once } from "node:events";
import { cp, mkdtemp, rm, writeFile, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { record } from "../../faults/record.ts";
import { runIndexer, startIndexer } from "../../support/command.ts";
import { removeIndices, sampleLaws, testElasticsearch } from "../../support/load.ts";

const elasticsearch = testElasticsearch();
const prefix = "test-interruption";
let home: string;
let laws: string;
/** How long a load of an edition takes that nobody disturbs. */
let milliseconds: number;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "compendium-test-"));
  laws = join(home, "laws");
  await cp(sampleLaws, laws, { recursive: true });
  await removeIndices(elasticsearch, prefix);
  expect((await runIndexer(home, prefix, "legislation", laws)).code).toBe(0);
  await writeEdition("first");
  const started = Date.now();
  expect((await runIndexer(home, prefix, "legislation", laws)).code).toBe(0);
  milliseconds = Date.now() - started;
  expect((await editionsSeen()).editions).toEqual(["first"]);
}, 240_000);

afterAll(async () => {
  await removeIndices(elasticsearch, prefix);
  await rm(home, { recursive: true, force: true });
});

/** What readers see: each law with the word that tells its edition. */
async function editionsSeen(): Promise<{ laws: number; editions: string[] }> {
  const { hits, aggregations } = await elasticsearch.search<
    never,
    { editions: { buckets: Record<string, { doc_count: number }> } }
  >({
    index: `${prefix}-provisions-en`,
    size: 0,
    track_total_hits: true,
    query: { bool: { filter: [{ term: { state: "KEN" } }, { exists: { field: "text" } }] } },
    aggregations: {
      editions: {
        filters: {
          filters: Object.fromEntries(
            ["first", "second", "third"].map((word) => [word, { match: { text: `${word}edition` } }]),
          ),
        },
      },
    },
  });
  const buckets = aggregations!.editions.buckets;
  return {
    laws: (hits.total as { value: number }).value,
    editions: Object.keys(buckets).filter((word) => buckets[word]!.doc_count > 0),
  };
}

async function writeEdition(word: string): Promise<void> {
  for (const file of ["pathogens-act.md", "scripted.md"]) {
    const original = await readFile(join(sampleLaws, file), "utf8");
    await writeFile(join(laws, file), `${original}\n\n### 9. Edition\n\nThis is the ${word}edition.\n`);
  }
}

/** The moments a load is killed at; KILLS=10 takes more of them than every run of the suite needs. */
const kills = Number(process.env["KILLS"] ?? 2);

describe("an indexer killed at any moment", { timeout: 900_000 }, () => {
  it("leaves readers on all of the old or all of the new, and the next run finishes the work", async () => {
    const whole = await editionsSeen();
    let edition = "second";
    for (let kill = 1; kill <= kills; kill += 1) {
      await writeEdition(edition);
      const { process: indexer, finished } = startIndexer(home, prefix, ["legislation", laws]);
      await sleep((milliseconds * kill) / (kills + 0.5));
      indexer.kill("SIGKILL");
      const { signal } = await finished;
      const seen = await editionsSeen();
      expect(seen.laws).toBe(whole.laws);
      expect(seen.editions).toHaveLength(1);
      // A run that was quicker than its killer has finished, and readers see what it brought.
      expect(signal === null ? seen.editions : [edition]).toEqual([edition]);

      const next = await runIndexer(home, prefix, "legislation", laws);
      expect([next.code, next.stderr]).toEqual([0, expect.any(String)]);
      expect(await editionsSeen()).toEqual({ laws: whole.laws, editions: [edition] });
      edition = edition === "second" ? "first" : "second";
    }
    record(`an indexer killed at any moment: ${kills} of ${kills} kills, 0 half loads seen, each next run whole`);
  });

  it("ends with 130 on Ctrl-C and keeps the old data", async () => {
    const before = await editionsSeen();
    await writeEdition("third");
    const { process: indexer, finished } = startIndexer(home, prefix, ["legislation", laws]);
    await once(indexer.stderr!, "data"); // at work, and no longer being started
    indexer.kill("SIGINT");
    const { code, stderr } = await finished;
    // A load that was quicker than the signal has nothing to interrupt.
    const isTold = stderr.includes("Interrupted");
    expect({ code, isTold }).toEqual(code === 0 ? { code: 0, isTold: false } : { code: 130, isTold: true });
    expect(await editionsSeen()).toEqual(code === 0 ? { ...before, editions: ["third"] } : before);
    expect((await runIndexer(home, prefix, "legislation", laws)).code).toBe(0);
    expect((await editionsSeen()).editions).toEqual(["third"]);
  });
});
