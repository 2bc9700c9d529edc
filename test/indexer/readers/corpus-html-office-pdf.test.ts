import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import type { Language } from "#domain/languages.ts";
import { readLaw } from "#indexer/readers/read.ts";
import type { Reading } from "#indexer/readers/reading.ts";

const shared = resolve(import.meta.dirname, "../../../../shared");
const laws = resolve(shared, "corpus/legislation");
const isAbsent = !existsSync(laws);
if (isAbsent) {
  console.warn(
    "Skipped: the laws of the Emirates, Kazakhstan, Russia and Tajikistan in ../shared/corpus, which is not here.",
  );
}

const states: Record<string, Language> = { ARE: "ar", KAZ: "ru", RUS: "ru", TJK: "ru" };

describe.skipIf(isAbsent)("the laws of the Emirates, Kazakhstan, Russia and Tajikistan in the corpus", () => {
  const readings = new Map<string, Reading>();

  beforeAll(async () => {
    for (const [iso3, language] of Object.entries(states)) {
      for (const name of readdirSync(resolve(laws, iso3), { recursive: true, encoding: "utf8" })) {
        const path = `${iso3}/${name}`;
        if (!/\.\w{2,4}$/u.test(name)) continue;
        readings.set(path, await readLaw({ path, bytes: readFileSync(resolve(laws, path)), facts: { language } }));
      }
    }
  }, 300_000);

  function ofState(iso3: string): Reading[] {
    return [...readings].filter(([path]) => path.startsWith(`${iso3}/`)).map(([, reading]) => reading);
  }

  function isCut({ provisions }: Reading): boolean {
    return provisions.some(({ kind }) => kind === "article");
  }

  it("are all read: 175, 9, 3 and 8 files", () => {
    expect(Object.keys(states).map((iso3) => ofState(iso3).length)).toEqual([175, 9, 3, 8]);
  });

  it("are cut at articles where they have any: 174, 4, 3 and 7 files", () => {
    expect(Object.keys(states).map((iso3) => ofState(iso3).filter(isCut).length)).toEqual([174, 4, 3, 7]);
  });

  it("have anchors of their own", () => {
    const doubled = [...readings].filter(
      ([, { provisions }]) => new Set(provisions.map(({ anchor }) => anchor)).size < provisions.length,
    );
    expect(doubled.map(([path]) => path)).toEqual([]);
  });

  it("have clean words: no entities, class names, invisible characters, double blanks or empty texts", () => {
    const faulty = [...readings].flatMap(([path, { provisions }]) =>
      provisions
        .filter(({ label, heading = "", text, path: above }) =>
          /[\u0640\u200B-\u200F\u00AD\u202A-\u202E\u00A0\uFB50-\uFDFF\uFE70-\uFEFC]| {2}|&#?\w+;|x__|\n\s|\s\n/u.test(
            [label, heading, ...above, text].join("|"),
          ),
        )
        .map(({ anchor }) => `${path} ${anchor}`),
    );
    expect(faulty).toEqual([]);
    expect([...readings.values()].flatMap(({ provisions }) => provisions).filter(({ text }) => text === "")).toEqual(
      [],
    );
  });

  it("state a title each", () => {
    expect([...readings].filter(([, { facts }]) => facts.title === undefined).map(([path]) => path)).toEqual([]);
  });

  it("are the same law as text and as Word document, but for the status in the page head", () => {
    const [text, word] = [...readings]
      .filter(([path]) => /atom\.txt|АТОМНОЙ ЭНЕРГИИ/u.test(path))
      .map(([, each]) => each);
    expect(text?.provisions.map(({ anchor }) => anchor)).toEqual(word?.provisions.map(({ anchor }) => anchor));
    expect(word?.facts.status).toBe("in-force");
  });

  it("leave out no article of the Criminal Code but those of which only the repeal is left", () => {
    const [, code] = [...readings].find(([path]) => path.endsWith("102041891.html")) ?? [];
    expect(code?.provisions.filter(({ kind }) => kind === "article")).toHaveLength(509);
    const numbers = new Set(code?.provisions.map(({ anchor }) => anchor));
    const missing = Array.from({ length: 361 }, (_, index) => index + 1).filter((each) => !numbers.has(`art-${each}`));
    expect(missing).toEqual([16, 52, 77, 129, 130, 152, 173, 182, 188, 200, 265, 269, 298]);
  });

  const expected = isAbsent ? [] : [...expectedProvisions()];

  it.each(expected)("have %s %s", (path, label) => {
    const found = readings.get(path)?.provisions.filter((provision) => provision.label === label) ?? [];
    expect(found).toHaveLength(1);
    expect(found[0]?.anchor).toBe(`art-${label.replace(/^\D+/u, "")}`);
  });
});

/** Path and label of the rows for these States in the register of key provisions and in the questions with known answers. */
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
      const inCorpus = /^corpus\/legislation\/((?:ARE|KAZ|RUS|TJK)\/.*)$/u.exec(row[path] ?? "")?.[1];
      // `Статья 189, часть 2`, `المادة 5 (2)`: paragraphs are parts of their article here.
      const label = (row[provision] ?? "").replace(/,.*$| \(\d+\)$/u, "");
      if (inCorpus === undefined || seen.has(`${inCorpus} ${label}`)) continue;
      seen.add(`${inCorpus} ${label}`);
      yield [inCorpus, label];
    }
  }
}
