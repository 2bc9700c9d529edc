import { timeInForce } from "#domain/in-force.ts";
import type { IndexedLaw, IndexedProvision } from "#domain/indexed-legislation.ts";
import type { Instrument, KeyProvision, LawFacts, Provision, RegisterEntry } from "#domain/legislation.ts";
import { withAncestors } from "#domain/obligations.ts";
import { regionsOf } from "#data/states.ts";
import { statusOf, type LawVersion } from "./laws.ts";

/**
 * What Elasticsearch keeps of one law in one language. The text comes from the file, the summaries and obligations
 * from the register; a law without a loaded text has the register's key provisions as its provisions.
 * @param instrument its parsed text; absent when the register alone knows it
 * @param next the text of the dated version that follows it
 */
export function documentsOf(
  law: LawVersion,
  instrument: Instrument | undefined,
  next?: Instrument,
): { law: IndexedLaw; provisions: Map<string, IndexedProvision> } {
  const entry = law.entry;
  const facts = factsOf(law, instrument);
  const keyProvisions = new Map((entry?.keyProvisions ?? []).map((provision) => [provision.anchor, provision]));
  const provisions = instrument?.provisions ?? [...keyProvisions.values()].map(withoutText);
  const { status, statusNote } = statusOf(law, instrument);
  const year = facts.year;
  const filters = {
    law: law.law,
    state: facts.state,
    regions: regionsOf(facts.state),
    language: law.language,
    type: facts.type === "other" ? (entry?.type ?? "other") : facts.type,
    status,
    ...(year !== undefined && { year }),
    ...timeInForce({ ...facts, status }, law.version, law.next && heldFrom(law.next, next)),
  };
  return {
    law: {
      ...filters,
      obligations: allCodes([...keyProvisions.values()]),
      weapons: [...new Set([...keyProvisions.values()].flatMap(({ weapons }) => weapons))],
      facets: [...new Set([...keyProvisions.values()].map(({ facet }) => facet))],
      concepts: [],
      proposed: [],
      languages: law.languages,
      title: facts.title,
      ...(entry?.englishTitle !== undefined && law.language !== "en" && { englishTitle: entry.englishTitle }),
      ...(facts.number !== undefined && { number: facts.number }),
      ...(facts.citation !== undefined && { citation: facts.citation }),
      symbols: [
        ...new Set(
          [facts.number, facts.citation, entry?.number, entry?.citation, law.law].flatMap((symbol) =>
            symbol === undefined ? [] : [plainSymbol(symbol)],
          ),
        ),
      ],
      ...(statusNote !== undefined && { statusNote }),
      ...(facts.adopted !== undefined && { adopted: facts.adopted }),
      ...(facts.inForce !== undefined && { inForce: facts.inForce }),
      ...(facts.repealed !== undefined && { repealed: facts.repealed }),
      ...(facts.url !== undefined && { url: facts.url }),
      textStatus: instrument === undefined ? "title-only" : instrument.textStatus,
      ...(instrument?.licence !== undefined && { licence: instrument.licence }),
      sourceName: instrument?.source.name ?? "register",
      sourcePath: instrument?.source.path ?? "",
      ...(law.versionOf !== undefined && { versionOf: law.versionOf }),
      summaries: [...keyProvisions.values()].map(({ summary }) => summary),
      text: (instrument?.provisions ?? []).map(({ label, heading, text }) =>
        [label, heading, text].filter(Boolean).join("\n"),
      ),
    },
    provisions: new Map(
      provisions.map((provision, position) => {
        const key = keyProvisions.get(provision.anchor);
        return [
          `${law.law}/${provision.anchor}@${law.language}`,
          {
            ...filters,
            obligations: key === undefined ? [] : allCodes([key]),
            weapons: key?.weapons ?? [],
            facets: key === undefined ? [] : [key.facet],
            concepts: [],
            proposed: [],
            lawTitle: facts.title,
            sourcePath: instrument?.source.path ?? "",
            ...provision,
            ...(key !== undefined && { summary: key.summary }),
            codes: key?.obligations ?? [],
            position,
          },
        ];
      }),
    ),
  };
}

/** What is stated of a law: by its file first, else by the register. */
function factsOf({ entry }: LawVersion, instrument: Instrument | undefined): LawFacts {
  return instrument === undefined ? entry! : { ...defined(entry, instrument), ...instrument };
}

function heldFrom(law: LawVersion, instrument: Instrument | undefined): string | undefined {
  return timeInForce({ ...factsOf(law, instrument), ...statusOf(law, instrument) }, law.version).heldFrom;
}

/** What the register adds to a file that is silent: its citation, dates and official address. */
function defined(entry: RegisterEntry | undefined, instrument: Instrument): Partial<RegisterEntry> {
  // The register's title and citation are in the language of its entry; another language version has its own.
  if (entry === undefined) return {};
  const { citation, number, year, adopted, inForce, repealed, url } = entry;
  const sameLanguage = entry.language === instrument.language;
  return {
    ...(sameLanguage && citation !== undefined && { citation }),
    ...(number !== undefined && { number }),
    ...(year !== undefined && { year }),
    ...(adopted !== undefined && { adopted }),
    ...(inForce !== undefined && { inForce }),
    ...(repealed !== undefined && { repealed }),
    ...(url !== undefined && { url }),
  };
}

function withoutText({ anchor, label }: KeyProvision): Provision {
  return { anchor, kind: "article", label, path: [], text: "" };
}

function allCodes(provisions: KeyProvision[]): string[] {
  return [...new Set(provisions.flatMap(({ obligations }) => obligations.flatMap(withAncestors)))].toSorted();
}

/** `SOR/2000-210`, `sor 2000-210` → `sor2000210`: how a symbol is looked up in any spelling. */
function plainSymbol(symbol: string): string {
  return symbol
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}
