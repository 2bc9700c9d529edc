import { languages, type Language } from "#domain/languages.ts";
import type { Instrument, LawStatus, RegisterEntry } from "#domain/legislation.ts";
import { register as bundledRegister } from "#data/legislation.ts";
import type { Library, NamingFacts } from "./library.ts";

/** One law in one language, before it is opened: where its text lies, what the register says of it, its other languages and versions. */
export interface LawVersion {
  law: string;
  language: Language;
  /** In which library source its record lies; absent when the register knows the law and no text of it is loaded. */
  text?: { source: string; record: string; provisions: number; naming: NamingFacts };
  entry?: RegisterEntry;
  /** All languages the law is there in. */
  languages: Language[];
  /** Shared by dated versions of one law. */
  versionOf?: string;
  /** The date of this version, where there are several. */
  version?: string;
  /** The dated version that follows this one. */
  next?: LawVersion;
  /** True when a newer dated version is loaded. */
  superseded: boolean;
}

/**
 * Every law of the library and the register, by language and id: what the indices of a language should hold. Where
 * two sources have one law in one language, the source first by name stands.
 */
export async function lawsByLanguage(
  library: Library,
  register = bundledRegister,
): Promise<Map<Language, LawVersion[]>> {
  const found = new Map<string, Pick<LawVersion, "law" | "language" | "text">>();
  for (const source of await library.sources()) {
    for (const { outcome } of Object.values(await library.catalogue(source))) {
      if (!("law" in outcome)) continue;
      const { law, language, record, provisions, articles: _, ...naming } = outcome;
      const version = `${law}@${language}`;
      if (!found.has(version)) found.set(version, { law, language, text: { source, record, provisions, naming } });
    }
  }
  const loaded = new Set([...found.values()].map(({ law }) => law));
  const entries = new Map(register.map((entry) => [entry.id, entry]));
  for (const entry of register)
    if (!loaded.has(entry.id)) found.set(`${entry.id}@${entry.language}`, { law: entry.id, language: entry.language });

  const languagesOf = new Map<string, Set<Language>>();
  for (const { law, language } of found.values())
    languagesOf.set(law, (languagesOf.get(law) ?? new Set()).add(language));
  const dated = datedVersions([...languagesOf.keys()]);
  const byLanguage = new Map<Language, LawVersion[]>(languages.map((language) => [language, []]));
  for (const { law, language, text } of [...found.values()].toSorted((a, b) => (a.law < b.law ? -1 : 1))) {
    const entry = entries.get(law);
    byLanguage.get(language)!.push({
      law,
      language,
      ...(text !== undefined && { text }),
      ...(entry !== undefined && { entry }),
      languages: languages.filter((other) => languagesOf.get(law)!.has(other)),
      superseded: false,
      ...dated.get(law),
    });
  }
  linkVersions(byLanguage);
  return byLanguage;
}

/** `chn-生物安全法-2020-10-17` and `chn-生物安全法-2024-04-26` are two versions of `chn-生物安全法`; only the newest is not superseded. */
function datedVersions(laws: string[]): Map<string, { versionOf: string; version: string; superseded: boolean }> {
  const dates = new Map<string, string[]>();
  const dated = laws.flatMap((law) => {
    const parts = /^(.+)-(\d{4}-\d{2}-\d{2})$/u.exec(law);
    return parts === null ? [] : [{ law, name: parts[1]!, date: parts[2]! }];
  });
  for (const { name, date } of dated) dates.set(name, [...(dates.get(name) ?? []), date]);
  const result = new Map<string, { versionOf: string; version: string; superseded: boolean }>();
  for (const { law, name, date } of dated) {
    const all = dates.get(name)!.toSorted();
    if (all.length > 1) result.set(law, { versionOf: name, version: date, superseded: date !== all.at(-1) });
  }
  return result;
}

/** Gives each dated version the one that follows it in its language. */
function linkVersions(byLanguage: Map<Language, LawVersion[]>): void {
  for (const laws of byLanguage.values()) {
    const following = new Map<string, LawVersion>();
    // Ids of versions differ in their dates alone, and laws are in the order of their ids.
    for (const law of laws.toReversed()) {
      if (law.versionOf === undefined) continue;
      const next = following.get(law.versionOf);
      if (next !== undefined) law.next = next;
      following.set(law.versionOf, law);
    }
  }
}

/**
 * The status of a law: what a person wrote into the register, also where that is "unknown"; else what its file says;
 * else that a newer version of it is loaded.
 */
export function statusOf(
  law: LawVersion,
  instrument: Instrument | undefined,
): { status: LawStatus; statusNote?: string } {
  const { status, statusNote } = law.entry ?? instrument!;
  if (status !== "unknown") return { status, ...(statusNote !== undefined && { statusNote }) };
  if (law.superseded) return { status: "superseded", statusNote: "a newer version of this law is in the collection" };
  return { status };
}
