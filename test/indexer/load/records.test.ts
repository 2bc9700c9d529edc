import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lastObject, runIndexer } from "../../support/command.ts";
import { removeIndices, testElasticsearch } from "../../support/load.ts";

const prefix = "test-records";
const elasticsearch = testElasticsearch();
const table = join(import.meta.dirname, "../../input/treaties/acts.csv");
let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "compendium-test-"));
});

afterAll(async () => {
  await removeIndices(elasticsearch, prefix);
  await rm(home, { recursive: true, force: true });
});

const served = async () => (await elasticsearch.count({ index: `${prefix}-treaties` })).count;

// One story: each step stands on the one before.
describe("npm run index -- treaties <path>", { timeout: 120_000 }, () => {
  it("takes the rows that fit and names file, line, column and what was expected of the others", async () => {
    const { code, stdout, stderr } = await runIndexer(home, prefix, "treaties", table, "--json");
    expect(code, stderr).toBe(3);
    expect(lastObject(stdout)).toMatchObject({ seen: 4, indexed: 2, unchanged: 0, rejected: 2, skipped: 0 });
    const rejects = lastObject(stdout)["rejects"] as { path: string; place: string; reason: string }[];
    expect(rejects[0]).toMatchObject({ path: "acts.csv", place: "line 4" });
    expect(rejects[0]?.reason).toContain('column "state": "Kenya" does not fit');
    expect(rejects[1]?.reason).toContain('column "act": "signed" does not fit');
    expect(rejects[1]?.reason).toContain("ratification");
  });

  it("changes nothing when it is run again", async () => {
    const before = await elasticsearch.indices.getAlias({ name: `${prefix}-treaties` });
    const { stdout } = await runIndexer(home, prefix, "treaties", table, "--json");
    expect(lastObject(stdout)).toMatchObject({ indexed: 0, unchanged: 2, documents: 0, built: [] });
    expect(await elasticsearch.indices.getAlias({ name: `${prefix}-treaties` })).toEqual(before);
  });

  it("refuses a table of which most is rejected, and takes it when told to", async () => {
    const worse = join(home, "acts.csv");
    const [columns, , , ...wrong] = (await readFile(table, "utf8")).trim().split("\n");
    await writeFile(worse, [columns, ...wrong].join("\n"));
    const before = await served();
    const refused = await runIndexer(home, prefix, "treaties", worse);
    expect(refused.code).toBe(4);
    expect(refused.stderr).toContain("More was rejected than taken");
    expect(await served()).toBe(before);
    expect((await runIndexer(home, prefix, "treaties", worse, "--accept-rejects")).code).toBe(3);
    expect(await served()).toBe(before - 2);
  });

  it("goes back to what was served before, and names what there is when asked for something else", async () => {
    const before = await served();
    expect((await runIndexer(home, prefix, "rollback", "treaties")).code).toBe(0);
    expect(await served()).toBe(before + 2);
    const unknown = await runIndexer(home, prefix, "rollback", "treatys");
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain("legislation, treaties");
  });

  it("says so when there is nothing at the path", async () => {
    const { code, stderr } = await runIndexer(home, prefix, "treaties", join(home, "nothing.csv"));
    expect(code).toBe(2);
    expect(stderr).toContain("nothing.csv cannot be read");
  });
});
