import { basename, extname } from "node:path/posix";
import { isLanguage } from "#domain/languages.ts";
import type { Language } from "#domain/languages.ts";
import type { Instrument, InstrumentType, LawFacts, Provision } from "#domain/legislation.ts";
import { lawId } from "./law-id.ts";
import type { Reading } from "./readers/reading.ts";

/** Longer articles are cut: a screenful of result cannot show more, and a highlight must not walk a whole schedule. */
const longestProvision = 20_000;

/**
 * Joins what a file tells with what its manifest row or the command line says of it; the manifest wins, because a person wrote it.
 * @throws Error that says which fact is missing and where it can be given
 */
export async function toInstrument(
  source: { name: string; path: string },
  given: Partial<LawFacts>,
  reading: Reading,
): Promise<Instrument> {
  const facts = { ...reading.facts, ...given };
  const text = reading.provisions.map((provision) => provision.text).join("\n");
  const state = facts.state;
  if (state === undefined)
    throw new Error('its State is not known: give it with --state, or in manifest.csv, column "state_iso3"');
  if (facts.title === undefined || facts.title.trim() === "")
    throw new Error('it has no title: give one in manifest.csv, column "title"');
  if (text === "" && given.title === undefined && facts.status === undefined) throw new Error("it has no text");
  const stem = basename(source.path, extname(source.path));
  return {
    ...facts,
    id: lawId(state, given.number ?? reading.key ?? stem),
    state,
    language: facts.language ?? (await languageOf(text)),
    title: facts.title.trim(),
    type: facts.type ?? typeOf(facts.title),
    status: facts.status ?? "unknown",
    textStatus: text === "" ? "title-only" : (facts.textStatus ?? "original"),
    source,
    provisions: reading.provisions.flatMap(inParts),
  };
}

/** @throws Error when the text is in none of the six languages */
export async function languageOf(text: string): Promise<Language> {
  const sample = text.slice(0, 5000);
  if (/\p{Script=Han}/u.test(sample)) return "zh";
  // 300 MB of n-grams, loaded only for a text that nothing else tells of.
  const { eld } = await import("eld/large");
  const { language } = eld.detect(sample);
  if (isLanguage(language)) return language;
  throw new Error(
    `its language is not known or none of the six${language === "" ? "" : ` (it looks like "${language}")`}: give it with --language, or in manifest.csv, column "language"`,
  );
}

/** Words in titles that say what kind of text it is, in the order they are tried. */
const typeWords: [InstrumentType, RegExp][] = [
  ["constitution", /\bconstituti|конституци|^宪法|^中华人民共和国宪法|الدستور/iu],
  ["code", /\bcode\b|código|кодекс|法典|^刑法|قانون العقوبات/iu],
  ["court-decision", /解释|批复/u],
  ["regulation", /regulation|règlement|reglamento|правил|条例|规定|办法|细则|لائحة|اللائحة|order\b/iu],
  ["decree", /decree|décret|decreto|указ|مرسوم|ordinance|ordonnance/iu],
  ["decision", /resoluci|decision|décision|постановлени|قرار|决定|directiva|circular/iu],
  ["act", /\bact\b|\bloi\b|\bley\b|закон|法$|法\(|قانون|نظام/iu],
];

function typeOf(title: string): InstrumentType {
  return typeWords.find(([, words]) => words.test(title))?.[0] ?? "other";
}

/** A provision of more than 20,000 characters in parts cut at paragraphs: `sch-1`, `sch-1-part-2`, …. */
function inParts(provision: Provision): Provision[] {
  if (provision.text.length <= longestProvision) return [provision];
  const parts: string[] = [];
  let current = "";
  for (const paragraph of provision.text.split("\n")) {
    if (current !== "" && current.length + paragraph.length > longestProvision) {
      parts.push(current);
      current = "";
    }
    current = current === "" ? paragraph : `${current}\n${paragraph}`;
  }
  parts.push(current);
  return parts.map((text, index) => ({
    ...provision,
    text,
    anchor: index === 0 ? provision.anchor : `${provision.anchor}-part-${index + 1}`,
  }));
}
