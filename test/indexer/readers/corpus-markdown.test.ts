import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import type { Language } from "#domain/languages.ts";
import { readMarkdown } from "#indexer/readers/markdown.ts";
import { arabicArticleNumber, chineseNumber } from "#domain/numerals.ts";
import type { Reading } from "#indexer/readers/reading.ts";

const shared = resolve(import.meta.dirname, "../../../../shared");
const laws = resolve(shared, "corpus/legislation");
const isAbsent = !existsSync(laws);
if (isAbsent) console.warn("Skipped: the laws in Markdown of six States in ../shared/corpus, which is not here.");

const languages: Record<string, Language> = { CHN: "zh", FRA: "fr", IND: "en", PER: "es", SAU: "ar", URY: "es" };

describe.skipIf(isAbsent)("the laws in Markdown in the corpus", () => {
  const readings = new Map<string, Reading>();

  beforeAll(() => {
    for (const [state, language] of Object.entries(languages)) {
      const names = readdirSync(resolve(laws, state), { recursive: true, encoding: "utf8" });
      for (const name of names.filter((each) => each.endsWith(".md"))) {
        const bytes = readFileSync(resolve(laws, state, name));
        readings.set(`${state}/${name}`, readMarkdown({ path: name, bytes, facts: { state, language } }));
      }
    }
  }, 120_000);

  function ofState(state: string): Reading[] {
    return [...readings].filter(([path]) => path.startsWith(`${state}/`)).map(([, reading]) => reading);
  }

  it("are all read", () => {
    expect(Object.keys(languages).map((state) => ofState(state).length)).toEqual([391, 22, 4, 356, 325, 440]);
  });

  it("are cut at article marks wherever the text has some", () => {
    const cut = (state: string) =>
      ofState(state).filter(({ provisions }) => provisions.some(({ kind }) => kind === "article")).length;
    // The rest has no marks; in 20 laws of Uruguay every article amends another law, where its words are found.
    expect(Object.fromEntries(Object.keys(languages).map((state) => [state, cut(state)]))).toEqual({
      CHN: 386,
      FRA: 21,
      IND: 4,
      PER: 323,
      SAU: 275,
      URY: 420,
    });
  });

  it("have anchors of their own, made of lower-case letters, digits, dots and hyphens", () => {
    const faulty = [...readings].filter(([, { provisions }]) => {
      const anchors = provisions.map(({ anchor }) => anchor);
      return new Set(anchors).size < anchors.length || anchors.some((anchor) => !/^[a-zñ\d][a-zñ\d.-]*$/u.test(anchor));
    });
    expect(faulty.map(([path]) => path)).toEqual([]);
  });

  it("have clean words in every provision", () => {
    const faulty = [...readings].flatMap(([path, { provisions }]) =>
      provisions
        .filter(
          ({ text }) =>
            text === "" ||
            text !== text.normalize("NFC") ||
            /^[^\S\n]|[^\S\n]$|\n\n|[\u00A0\u00AD\u0640\u2011\u200B-\u200F]/mu.test(text),
        )
        .map(({ anchor }) => `${path} ${anchor}`),
    );
    expect(faulty).toEqual([]);
  });

  it("have the articles of a regulation apart from those of the decree that approves it", () => {
    const reading = readings.get("PER/pe/DS-008-2011-PRODUCE.md");
    const labels = reading?.provisions.filter(({ label }) => label === "Artículo 1").map(({ anchor }) => anchor);
    expect(labels).toEqual(["art-1", "reg-art-1"]);
  });

  it("have the section on delivery vehicles over the article after it", () => {
    const provisions = readings.get("FRA/fr/LEGITEXT000006071307.md")?.provisions ?? [];
    const heading = (anchor: string) => provisions.find((each) => each.anchor === anchor)?.path.at(-1);
    expect(heading("art-l2339-13")).not.toMatch(/vecteurs/u);
    expect(heading("art-l2339-14")).toMatch(/vecteurs/u);
  });

  const expected = isAbsent ? [] : [...expectedProvisions()];

  it.each(expected)("have %s %s", (path, label) => {
    const found = readings.get(path)?.provisions.find(({ anchor }) => anchor === anchorOf(label));
    expect(found?.text.length).toBeGreaterThan(30);
  });
});

/** Path and provision of the rows for these laws in the register of key provisions and in the questions with known answers. */
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
      const law = /^corpus\/legislation\/((?:CHN|FRA|IND|PER|SAU|URY)\/.*\.md)$/u.exec(row[path] ?? "")?.[1];
      const label = row[provision] ?? "";
      if (law === undefined || label === "whole act" || seen.has(`${law} ${label}`)) continue;
      seen.add(`${law} ${label}`);
      yield [law, label];
    }
  }
}

/** `第五条第(二)项` → `art-5`, `Artículo 23 (Reglamento)` → `reg-art-23`, `المادة الثالثة عشرة (1)` → `art-13` */
function anchorOf(label: string): string {
  const chinese = /^第(.+?)条/u.exec(label)?.[1];
  if (chinese !== undefined) return `art-${chineseNumber(chinese)}`;
  const arabic = /^المادة (.*)$/u.exec(label)?.[1];
  if (arabic !== undefined) return `art-${arabicArticleNumber(arabic)?.number}`;
  const number = /^(?:Article|Artículo) (\S+)/u.exec(label)?.[1]?.toLowerCase().replace("ú", "u");
  return `${label.includes("(Reglamento)") ? "reg-" : ""}art-${number}`;
}
