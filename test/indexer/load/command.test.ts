import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "#domain/languages.ts";
import { generations, type Generation } from "#indexer/generations.ts";
import { lastObject, runIndexer, startIndexer, withoutDemonstration } from "../../support/command.ts";
import { indexDefinitions } from "#mappings/indices.ts";
import { removeIndices, sampleLaws, testElasticsearch } from "../../support/load.ts";

const elasticsearch = testElasticsearch();
const prefix = "test-command";
let home: string;
let laws: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "compendium-test-"));
  await withoutDemonstration(home);
  laws = join(home, "laws");
  await cp(sampleLaws, laws, { recursive: true });
  await removeIndices(elasticsearch, prefix);
});

afterAll(async () => {
  await removeIndices(elasticsearch, prefix);
  await rm(home, { recursive: true, force: true });
});

const run = (...args: string[]) => runIndexer(home, prefix, ...args);
const serving = async () => (await generations(elasticsearch, prefix)).filter((generation) => generation.serving);
const lawsServed = async () => {
  const index = languages.map((language) => `${prefix}-instruments-${language}`);
  return (await elasticsearch.count({ index, query: { term: { sourceName: "laws" } } })).count;
};
const names = (indices: Generation[]) => indices.map(({ index }) => index).toSorted();

describe("npm run index -- legislation <folder>", { timeout: 400_000 }, () => {
  it("changes nothing in a dry run", async () => {
    const { code, stdout } = await run("legislation", laws, "--dry-run", "--json");
    expect(code).toBe(0);
    expect(lastObject(stdout)).toMatchObject({ seen: 9, indexed: 9, documents: 0 });
    expect((lastObject(stdout) as { laws: unknown }).laws).toEqual([
      { state: "BLR", language: "ru", laws: 1 },
      { state: "CHN", language: "zh", laws: 2 },
      { state: "CRI", language: "es", laws: 1 },
      { state: "JOR", language: "ar", laws: 1 },
      { state: "KEN", language: "en", laws: 3 },
      { state: "SEN", language: "fr", laws: 1 },
    ]);
    expect(await generations(elasticsearch, prefix)).toEqual([]);
  });

  it("loads every law once and accounts for each file", async () => {
    const { code, stdout } = await run("legislation", laws, "--json");
    expect(code).toBe(0);
    expect(lastObject(stdout)).toMatchObject({ seen: 9, indexed: 9, unchanged: 0, rejected: 0, skipped: 0 });
    expect(await lawsServed()).toBe(9);
    expect(await serving()).toHaveLength(13);
  });

  it("changes nothing when it is run again", async () => {
    const before = names(await serving());
    const { code, stdout } = await run("legislation", laws, "--json");
    expect(code).toBe(0);
    expect(lastObject(stdout)).toMatchObject({ seen: 9, indexed: 0, unchanged: 9, documents: 0, built: [] });
    expect(names(await serving())).toEqual(before);
  });

  it("replaces only the language of a changed law, and rolls back in one call", async () => {
    const before = await serving();
    await writeFile(
      join(laws, "uchet.txt"),
      (await readFile(join(laws, "uchet.txt"), "utf8")).replace("журнал", "реестр"),
    );
    const { stdout } = await run("legislation", laws, "--json");
    expect(lastObject(stdout)).toMatchObject({ indexed: 1, unchanged: 8, built: ["ru"] });
    const find = async (word: string) =>
      (await elasticsearch.count({ index: `${prefix}-provisions-ru`, query: { match: { text: word } } })).count;
    expect([await find("реестр"), await find("журнал")]).toEqual([1, 0]);

    const rollback = await run("rollback", "legislation");
    expect(rollback.code).toBe(0);
    expect(names(await serving())).toEqual(names(before));
    expect([await find("реестр"), await find("журнал")]).toEqual([0, 1]);

    expect(lastObject((await run("legislation", laws, "--json")).stdout)).toMatchObject({
      unchanged: 9,
      built: ["ru"],
    });
    expect([await find("реестр"), await find("журнал")]).toEqual([1, 0]);
  });

  it("lets one indexer work at a time", async () => {
    const first = startIndexer(home, prefix, ["rebuild"]);
    await expect
      .poll(() => readFile(join(home, "indexer.pid"), "utf8").catch(() => ""), { timeout: 60_000 })
      .toBe(String(first.process.pid));
    const second = await run("rebuild");
    expect(second.code).toBe(75);
    expect(second.stderr).toContain(`process ${first.process.pid}`);
    expect((await first.finished).code).toBe(0);
  });

  it("keeps two generations of each index and no more", async () => {
    expect((await run("rebuild")).code).toBe(0);
    expect(await generations(elasticsearch, prefix)).toHaveLength(2 * indexDefinitions().length);
  });

  it("says what it holds", async () => {
    const { code, stdout } = await run("status");
    expect(code).toBe(0);
    expect(stdout).toContain("source laws: 9 files, 9 laws");
    expect(stdout).toMatch(/index test-command-instruments-en-\d{14}-[0-9a-f]{6}: \d+ documents, serving/u);
  });

  it("leaves what is served from another home when the bundled data is loaded", async () => {
    const empty = await mkdtemp(join(tmpdir(), "compendium-test-"));
    try {
      const { code, stderr } = await runIndexer(empty, prefix, "bundled");
      expect([code, stderr]).toEqual([0, expect.stringContaining("legislation is served from laws")]);
      expect(await lawsServed()).toBe(9);
    } finally {
      await rm(empty, { recursive: true, force: true });
    }
  });

  it("leaves readers their laws where the list of what was read is damaged, until they are loaded again", async () => {
    const catalogue = join(home, "library", "laws", "catalogue.json");
    await writeFile(catalogue, (await readFile(catalogue, "utf8")).slice(0, -20));
    const rebuilt = await run("rebuild", "legislation");
    expect([rebuilt.code, rebuilt.stderr]).toEqual([
      1,
      expect.stringMatching(/catalogue\.json is damaged.*--source laws/u),
    ]);
    const bundled = await run("bundled");
    expect([bundled.code, bundled.stderr]).toEqual([0, expect.stringContaining("Laws are left as they are")]);
    expect(await lawsServed()).toBe(9);
    const loaded = await run("legislation", laws, "--json");
    expect([loaded.code, lastObject(loaded.stdout)]).toEqual([0, expect.objectContaining({ seen: 9, indexed: 9 })]);
    expect(await lawsServed()).toBe(9);
  });

  it("takes a law out when its file is gone", async () => {
    await rm(join(laws, "scripted.md"));
    // manifest.csv still names it: one reject among nine files is a flood, and accepted as such.
    const { code, stdout } = await run("legislation", laws, "--json", "--accept-rejects");
    expect(code).toBe(3);
    expect(lastObject(stdout)).toMatchObject({
      rejects: [{ path: "scripted.md", reason: expect.stringContaining("folder does not hold it") }],
    });
    expect(await lawsServed()).toBe(8);
  });
});

describe("a wrong call", { timeout: 60_000 }, () => {
  it("ends with 2 and says what is wrong", async () => {
    for (const [args, words] of [
      [["legislation", join(laws, "none")], "cannot be read"],
      [["legislation", laws, "--state", "Kenya"], "three-letter code"],
      [["legislation", laws, "--limit", "0"], "whole number"],
      [["legislaton", laws], "legislation"],
      [["rollback", "treatys"], 'There are no indices of "treatys"'],
    ] as const) {
      const { code, stderr } = await run(...args);
      expect([args, code]).toEqual([args, 2]);
      expect(stderr).toContain(words);
    }
  });
});
