import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { record } from "../../faults/record.ts";
import { runIndexer, withoutDemonstration } from "../../support/command.ts";
import { removeIndices, sampleLaws, testElasticsearch } from "../../support/load.ts";
import { startApp } from "../../support/start-app.ts";

const elasticsearch = testElasticsearch();
const prefix = "test-under-load";
let home: string;
let app: Awaited<ReturnType<typeof startApp>>;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "compendium-test-"));
  await withoutDemonstration(home);
  await removeIndices(elasticsearch, prefix);
  await runIndexer(home, prefix, "legislation", sampleLaws);
  app = await startApp(elasticsearch, prefix);
}, 120_000);

afterAll(async () => {
  await app?.stop();
  await removeIndices(elasticsearch, prefix);
  await rm(home, { recursive: true, force: true });
});

/** SEARCHES=2000 asks more than every run of the suite needs, and while all types of records are rebuilt too. */
const isLong = process.env["SEARCHES"] !== undefined;
const searches = Number(process.env["SEARCHES"] ?? 100);

/** Each finds at least one of the sample laws, in each of the six languages. */
const questions = [
  "licence pathogen",
  "autorisation matières",
  "armas químicas",
  "实物保护",
  "учёт материалов",
  "المواد النووية",
];

it(
  "answers every search while the laws are rebuilt and swapped twice, none failed and none empty",
  { timeout: 900_000 },
  async () => {
    let rebuilding = true;
    const rebuilds = (async () => {
      const codes = [
        (await runIndexer(home, prefix, "rebuild", ...(isLong ? [] : ["legislation"]))).code,
        // Removes the generation that was served first.
        (await runIndexer(home, prefix, "rebuild", "legislation")).code,
      ];
      rebuilding = false;
      return codes;
    })();
    const bad: string[] = [];
    let asked = 0;
    const ask = async () => {
      while (asked < searches || rebuilding) {
        const q = questions[asked % questions.length]!;
        asked += 1;
        const response = await fetch(`${app.address}/api/v1/legislation?${new URLSearchParams({ q })}`);
        const answer = (await response.json()) as { total?: number; items?: { provisions: unknown[] }[] };
        if (response.status !== 200) bad.push(`${q}: ${response.status}`);
        else if (answer.total === 0 || answer.items?.some(({ provisions }) => provisions.length === 0))
          bad.push(`${q}: empty`);
        await sleep(50); // readers read; asked without a pause, the rebuild hardly gets on
      }
    };
    await Promise.all(Array.from({ length: isLong ? 4 : 2 }, ask));
    expect(await rebuilds).toEqual([0, 0]);
    expect(asked).toBeGreaterThanOrEqual(searches);
    expect(bad).toEqual([]);
    record(`searches while the laws are rebuilt and swapped twice: ${asked} of ${asked} answered, 0 empty`);
  },
);
