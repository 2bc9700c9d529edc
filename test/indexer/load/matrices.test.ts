import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { columnsOf } from "#data/matrix-rows.ts";
import type { MatrixCube } from "#domain/matrices.ts";
import { newsFile } from "#domain/news.ts";
import { lastObject, runIndexer } from "../../support/command.ts";
import { removeIndices, testElasticsearch } from "../../support/load.ts";

const prefix = "test-load-matrices";
const elasticsearch = testElasticsearch();
const table = join(import.meta.dirname, "../../input/matrices/cells.csv");
let home: string;

beforeAll(async () => {
  await removeIndices(elasticsearch, prefix);
  home = await mkdtemp(join(tmpdir(), "compendium-test-"));
});

afterAll(async () => {
  await removeIndices(elasticsearch, prefix);
  await rm(home, { recursive: true, force: true });
});

const count = async (filter: object) =>
  (await elasticsearch.count({ index: `${prefix}-matrices`, query: { bool: { filter } } })).count;

async function cube(): Promise<MatrixCube> {
  return (await elasticsearch.get<MatrixCube>({ index: `${prefix}-matrices-cube`, id: "cube" }))._source!;
}

// One story: each step stands on the one before.
describe("npm run index -- matrices <path>", { timeout: 240_000 }, () => {
  it("makes a document of every cell the template asks, and of what is not named one that is not coded", async () => {
    const { code, stdout, stderr } = await runIndexer(home, prefix, "matrices", table, "--json", "--accept-rejects");
    expect(code, stderr).toBe(3);
    expect(lastObject(stdout)).toMatchObject({ seen: 9, indexed: 2, rejected: 7 });
    const asked = columnsOf("2008").length;
    expect(await count({ term: { state: "KEN" } })).toBe(asked);
    expect(await count([{ term: { state: "KEN" } }, { term: { value: "NOT_CODED" } }])).toBe(asked - 4);
    const { _source: cell } = await elasticsearch.get<object>({
      index: `${prefix}-matrices`,
      id: "2011/KEN/2008/OP2.05-CW-framework",
    });
    expect(cell).toMatchObject({ value: "X", obligation: "OP2.05", demonstration: false });
  });

  it("keeps what is not published and demonstration data out of everything", async () => {
    expect(await count({ term: { state: "PER" } })).toBe(0);
    expect(await cube()).toMatchObject({
      states: ["KEN"],
      snapshots: ["2011"],
      days: ["2011-04-30"],
      demonstration: false,
    });
    const refused = await runIndexer(home, prefix, "demo");
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("Real matrices are loaded (cells)");
    expect(await count({ bool: { must_not: [{ term: { state: "KEN" } }] } })).toBe(0);
  });

  it("swaps cells and cube together, and takes both back together", async () => {
    const later = join(home, "cells.csv");
    await writeFile(later, (await readFile(table, "utf8")).replaceAll("KEN,2011", "KEN,2012"));
    await runIndexer(home, prefix, "matrices", later, "--accept-rejects");
    expect((await cube()).snapshots).toEqual(["2012"]);
    expect(await count({ term: { snapshot: "2012" } })).toBeGreaterThan(0);
    expect((await runIndexer(home, prefix, "rollback", "matrices")).code).toBe(0);
    expect((await cube()).snapshots).toEqual(["2011"]);
    expect(await count({ term: { snapshot: "2012" } })).toBe(0);
  });

  it("does not go back to a matrix that is published no more, and tells of none", async () => {
    const feed = () => readFile(join(home, newsFile), "utf8");
    expect(await feed()).toContain("Matrix of Kenya, 2011");
    const withdrawn = join(home, "cells.csv");
    await writeFile(withdrawn, (await readFile(table, "utf8")).replaceAll(/^(KEN,2011,.*),yes$/gmu, "$1,no"));
    await runIndexer(home, prefix, "matrices", withdrawn, "--accept-rejects");
    expect(await count({ term: { state: "KEN" } })).toBe(0);
    await runIndexer(home, prefix, "rollback", "matrices");
    expect(await count({ bool: { filter: [{ term: { state: "KEN" } }, { term: { snapshot: "2011" } }] } })).toBe(0);
    expect(await feed()).not.toContain("Matrix of Kenya, 2011");
  });
});
