import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildRecords } from "#indexer/build-records.ts";
import { examine, type Examined } from "#indexer/doctor.ts";
import { createIndex } from "#indexer/generations.ts";
import { Library } from "#indexer/library.ts";
import { RecordLibrary } from "#indexer/record-library.ts";
import { treaties } from "#indexer/treaties.ts";
import { treatiesIndex } from "#mappings/treaties.ts";
import { runIndexer, startIndexer } from "../../support/command.ts";
import { removeIndices, testElasticsearch } from "../../support/load.ts";

const prefix = "test-doctor";
const elasticsearch = testElasticsearch();
let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "compendium-test-"));
});

afterAll(async () => {
  await removeIndices(elasticsearch, prefix);
  await rm(home, { recursive: true, force: true });
});

async function found(examined: Examined) {
  const findings = await examine(elasticsearch, prefix, home, new Library(home), [treaties]);
  return findings.find((finding) => finding.examined === examined)!;
}

const build = () =>
  buildRecords(elasticsearch, home, treaties, {
    prefix,
    all: false,
    signal: new AbortController().signal,
    log: () => undefined,
  });

describe("npm run index -- doctor", { timeout: 60_000 }, () => {
  it("ends with 3 where nothing is loaded, names the indices that are not there, and says what to do", async () => {
    const { code, stdout, stderr } = await runIndexer(home, prefix, "doctor");
    expect(code, stderr).toBe(3);
    expect(stdout).toMatch(/^LOOK {2}mappings .*not there: .*instruments-ar.*\n +`bundled` builds/mu);
    expect(stdout).toMatch(/^well {2}engine /mu);
  });

  it("ends with 75 where no engine answers", async () => {
    const { finished } = startIndexer(home, prefix, ["doctor"], { ELASTICSEARCH_URL: "http://127.0.0.1:9" });
    expect((await finished).code).toBe(75);
  });

  it("sees when the library has gone on and the indices have not", async () => {
    await build();
    expect(await found("library")).toMatchObject({ isWell: true });
    const act = { treaty: "CWC", state: "KEN", act: "signature", date: "1993-01-15" } as const;
    await new RecordLibrary(home, treaties.slug, treaties.schema).replace("ours", [
      { id: "1", ...act, source: "test", sourceAsOf: "2026-01-01" },
    ]);
    expect(await found("library")).toMatchObject({ isWell: false, finding: expect.stringContaining("treaties") });
    await build();
    expect(await found("library")).toMatchObject({ isWell: true });
  });

  it("sees that the list of what was read of a source is damaged, and says what to do", async () => {
    const source = join(home, "library", "laws");
    await mkdir(source, { recursive: true });
    await writeFile(join(source, "catalogue.json"), '{\n"a.md":{"key"');
    expect(await found("library")).toMatchObject({ isWell: false, finding: expect.stringContaining("--source laws") });
    await rm(source, { recursive: true });
  });

  it("sees a field that is stored in another way, and what an interrupted build has left", async () => {
    const other = { ...treatiesIndex, fields: { ...treatiesIndex.fields, state: { type: "text" as const } } };
    const made = await createIndex(elasticsearch, prefix, other, {
      generation: "20990101000000",
      digest: "abcdef",
      sources: [],
    });
    expect(await found("generations")).toMatchObject({
      isWell: false,
      finding: expect.stringContaining("1 unfinished"),
    });
    expect((await found("mappings")).finding).not.toContain("treaties.");
    const served = Object.keys(await elasticsearch.indices.getAlias({ name: made.alias }))[0]!;
    await elasticsearch.indices.updateAliases({
      actions: [{ remove: { index: served, alias: made.alias } }, { add: { index: made.index, alias: made.alias } }],
    });
    expect((await found("mappings")).finding).toContain("treaties.state");
  });
});
