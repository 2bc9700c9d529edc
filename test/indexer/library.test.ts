import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Library, type Catalogue } from "#indexer/library.ts";

let home: string;
let library: Library;
const file = () => join(home, "library", "laws", "catalogue.json");

const catalogue: Catalogue = Object.fromEntries(
  Array.from({ length: 2500 }, (_, place): [string, Catalogue[string]] => [
    `أنظمة/“${place}”\u2028\n,{}.md`,
    place % 2 === 0
      ? { key: "a", outcome: { rejected: 'no "text",', place: "line 3" } }
      : {
          key: "b",
          outcome: {
            law: "sau-1",
            language: "ar",
            record: "r",
            provisions: 2,
            articles: 1,
            state: "SAU",
            title: "نظام",
            type: "act",
            year: 2004,
          },
        },
  ]),
);

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "compendium-test-"));
  library = new Library(home);
  await library.writeCatalogue("laws", catalogue);
});

afterAll(() => rm(home, { recursive: true, force: true }));

describe("the catalogue of a source", () => {
  it("is read as it was written, and is JSON for others", async () => {
    expect(await library.catalogue("laws")).toEqual(catalogue);
    expect(JSON.parse(await readFile(file(), "utf8"))).toEqual(catalogue);
    await library.writeCatalogue("none", {});
    expect(await library.catalogue("none")).toEqual({});
  });

  it("is refused by name where it is cut off at whatever place or not ours, and counts as absent for those who read again", async () => {
    await library.writeCatalogue("laws", catalogue);
    const whole = await readFile(file(), "utf8");
    const lineEnd = whole.indexOf("\n", whole.length / 2);
    for (const text of ["", whole.slice(0, -1), whole.slice(0, 5000), whole.slice(0, lineEnd), "[1]", '{\n"a":{}\n}']) {
      await writeFile(file(), text);
      await expect(library.catalogue("laws"), text.slice(-20)).rejects.toThrow(
        /catalogue\.json is damaged.*--source laws$/u,
      );
      expect(await library.catalogueIfWhole("laws"), text.slice(-20)).toEqual({});
    }
    expect(await library.catalogue("absent")).toEqual({});
  });
});
