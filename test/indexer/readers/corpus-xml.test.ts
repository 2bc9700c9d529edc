import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { readAkomaNtoso } from "#indexer/readers/akoma-ntoso.ts";
import { anchorNumber } from "#indexer/readers/anchors.ts";
import { readJusticeCanada } from "#indexer/readers/justice-canada.ts";
import { readLawJson } from "#indexer/readers/law-json.ts";
import type { Reader, Reading } from "#indexer/readers/reading.ts";

const shared = resolve(import.meta.dirname, "../../../../shared");
const laws = resolve(shared, "corpus/legislation");
const isAbsent = !existsSync(laws);
if (isAbsent) console.warn("Skipped: the laws of Canada, India and Zimbabwe in ../shared/corpus, which is not here.");

const readers: { folder: string; ending: string; read: Reader }[] = [
  { folder: "CAN", ending: ".xml", read: readJusticeCanada },
  { folder: "IND", ending: ".xml", read: readAkomaNtoso },
  { folder: "ZWE", ending: ".json", read: readLawJson },
];

describe.skipIf(isAbsent)("the laws of Canada, India and Zimbabwe in the corpus", () => {
  const readings = new Map<string, Reading>();

  beforeAll(async () => {
    for (const { folder, ending, read } of readers) {
      const names = readdirSync(resolve(laws, folder), { recursive: true, encoding: "utf8" });
      for (const name of names.filter((each) => each.endsWith(ending))) {
        const path = `${folder}/${name}`;
        readings.set(path, await read({ path, bytes: readFileSync(resolve(laws, path)), facts: {} }));
      }
    }
  }, 60_000);

  function ofState(iso3: string): Reading[] {
    return [...readings].filter(([path]) => path.startsWith(`${iso3}/`)).map(([, reading]) => reading);
  }

  it("are all read: 464, 127 and 101 files", () => {
    expect(readers.map(({ folder }) => ofState(folder).length)).toEqual([464, 127, 101]);
  });

  it("are cut at sections: all of India and Zimbabwe, and every living law of Canada that has sections", () => {
    const cut = (iso3: string) =>
      ofState(iso3).filter((reading) => reading.provisions.some(({ kind }) => kind === "article")).length;
    expect(cut("IND")).toBe(127);
    expect(cut("ZWE")).toBe(101);
    expect(cut("CAN")).toBeGreaterThanOrEqual(300);
  });

  it("have anchors of their own", () => {
    const doubled = [...readings].filter(
      ([, { provisions }]) => new Set(provisions.map(({ anchor }) => anchor)).size < provisions.length,
    );
    expect(doubled.map(([path]) => path)).toEqual([]);
  });

  it("have a text in every provision, its lines without blanks around and without special blanks and hyphens", () => {
    const faulty = [...readings].flatMap(([path, { provisions }]) =>
      provisions
        .filter(({ text }) => text === "" || /^[^\S\n]|[^\S\n]$|\n\n|[\u00A0\u00AD\u2011]/mu.test(text))
        .map(({ anchor }) => `${path} ${anchor}`),
    );
    expect(faulty).toEqual([]);
  });

  it("share number, facts and anchors between the English and the French of a Canadian law", () => {
    const inLanguage = (language: string) =>
      new Map(ofState("CAN").flatMap((each) => (each.facts.language === language ? [[each.facts.number, each]] : [])));
    const english = inLanguage("en");
    const pairs = [...inLanguage("fr")].map(([number, french]) => ({ number, french, english: english.get(number) }));
    expect(pairs).toHaveLength(231);

    const neutralFacts = (reading: Reading | undefined) => {
      const { type, status, statusNote, year, adopted, repealed } = reading?.facts ?? {};
      return JSON.stringify({ type, status, statusNote, year, adopted, repealed });
    };
    expect(pairs.filter((pair) => neutralFacts(pair.english) !== neutralFacts(pair.french))).toEqual([]);

    const anchors = (reading: Reading | undefined) => reading?.provisions.map(({ anchor }) => anchor).join(" ");
    const different = pairs.filter((pair) => anchors(pair.english) !== anchors(pair.french));
    // One item of this schedule has no label in English.
    expect(different.map(({ number }) => number)).toEqual(["SOR/2000-210"]);
  });

  it("leave nothing of repealed Canadian laws but the fact", () => {
    const repealed = ofState("CAN").filter(
      ({ facts }) => facts.repealed !== undefined || facts.status === "repealed-before-in-force",
    );
    expect(repealed.length).toBeGreaterThanOrEqual(100);
    expect(repealed.flatMap(({ provisions }) => provisions)).toEqual([]);
  });

  const expected = isAbsent ? [] : [...expectedProvisions()];
  const isWholeLaw = (provision: string) => /^whole act$|-/u.test(provision);

  it.each(expected.filter(([, provision]) => !isWholeLaw(provision)))("have %s %s", (path, provision) => {
    const found = readings.get(path)?.provisions.find(({ anchor }) => anchor === anchorOf(provision));
    expect(found?.text.length).toBeGreaterThan(30);
  });

  it.each(expected.filter(([, provision]) => isWholeLaw(provision)))("have %s %s as repealed", (path) => {
    expect(readings.get(path)?.facts.status).toMatch(/^repealed/u);
    expect(readings.get(path)?.provisions).toEqual([]);
  });
});

/** Path and provision of the rows for these States in the register of key provisions and in the questions with known answers. */
function* expectedProvisions(): Generator<[string, string]> {
  const columns = {
    "key-provisions.csv": ["path", "provision"],
    "golden-queries.csv": ["expected_path", "expected_provision"],
  };
  const seen = new Set<string>();
  for (const [file, [path = "", provision = ""]] of Object.entries(columns)) {
    const rows: Record<string, string>[] = parse(readFileSync(resolve(shared, "data", file)), {
      columns: true,
      bom: true,
    });
    for (const row of rows) {
      const inCorpus = /^corpus\/legislation\/((?:CAN|IND|ZWE)\/.*\.(?:xml|json))$/u.exec(row[path] ?? "")?.[1];
      const key = `${inCorpus} ${row[provision]}`;
      if (inCorpus === undefined || seen.has(key)) continue;
      seen.add(key);
      yield [inCorpus, row[provision] ?? ""];
    }
  }
}

/** `s. 14C`, `art. 100`, `Schedule, item 5505` → the anchor, which is the same in both languages. */
function anchorOf(provision: string): string {
  const item = /^Schedule, item (.*)$/u.exec(provision)?.[1];
  return item === undefined
    ? `s-${anchorNumber(provision.replace(/^(?:s|art)\. /u, ""))}`
    : `sch-item-${anchorNumber(item)}`;
}
