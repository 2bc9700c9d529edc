import type { IndexedLaw, IndexedProvision } from "#domain/indexed-legislation.ts";
import type { Instrument, KeyProvision, Provision, RegisterEntry } from "#domain/legislation.ts";
import { withAncestors } from "#domain/obligations.ts";
import { plainSymbol } from "#domain/symbols.ts";
import { regionsOf } from "#data/states.ts";
import { proposedObligations } from "./concepts.ts";
import { statusOf, type LawVersion } from "./laws.ts";

/**
 * What Elasticsearch keeps of one law in one language. The text comes from the file, the summaries and obligations
 * from the register; a law without a loaded text has the register's key provisions as its provisions.
 * @param instrument its parsed text; absent when the register alone knows it
 * @param concepts what each provision names, by its id; what they point to is proposed and not confirmed
 */
export function documentsOf(
  law: LawVersion,
  instrument: Instrument | undefined,
  concepts: ReadonlyMap<string, string[]>,
): { law: IndexedLaw; provisions: Map<string, IndexedProvision> } {
  const entry = law.entry;
  const facts = instrument === undefined ? entry! : { ...defined(entry, instrument), ...instrument };
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
    symbols: [
      ...new Set(
        [facts.number, facts.citation, entry?.number, entry?.citation, law.law].flatMap((symbol) =>
          symbol === undefined ? [] : [plainSymbol(symbol)],
        ),
      ),
    ],
  };
  const documents = new Map(
    provisions.map((provision, position): [string, IndexedProvision] => {
      const id = `${law.law}/${provision.anchor}@${law.language}`;
      const key = keyProvisions.get(provision.anchor);
      const obligations = key === undefined ? [] : allCodes([key]);
      const named = concepts.get(id) ?? [];
      return [
        id,
        {
          ...filters,
          obligations,
          weapons: key?.weapons ?? [],
          facets: key === undefined ? [] : [key.facet],
          concepts: named,
          proposed: proposedObligations(named, obligations),
          lawTitle: facts.title,
          sourcePath: instrument?.source.path ?? "",
          ...provision,
          ...(key !== undefined && { summary: key.summary }),
          codes: key?.obligations ?? [],
          position,
        },
      ];
    }),
  );
  return {
    law: {
      ...filters,
      obligations: allCodes([...keyProvisions.values()]),
      weapons: [...new Set([...keyProvisions.values()].flatMap(({ weapons }) => weapons))],
      facets: [...new Set([...keyProvisions.values()].map(({ facet }) => facet))],
      concepts: allOf(documents, "concepts"),
      proposed: allOf(documents, "proposed"),
      languages: law.languages,
      title: facts.title,
      ...(entry?.englishTitle !== undefined && law.language !== "en" && { englishTitle: entry.englishTitle }),
      ...(facts.number !== undefined && { number: facts.number }),
      ...(facts.citation !== undefined && { citation: facts.citation }),
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
    provisions: documents,
  };
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

/** What the provisions of a law have between them. */
function allOf(provisions: ReadonlyMap<string, IndexedProvision>, field: "concepts" | "proposed"): string[] {
  return [...new Set([...provisions.values()].flatMap((provision) => provision[field]))].toSorted();
}

function withoutText({ anchor, label }: KeyProvision): Provision {
  return { anchor, kind: "article", label, path: [], text: "" };
}

function allCodes(provisions: KeyProvision[]): string[] {
  return [...new Set(provisions.flatMap(({ obligations }) => obligations.flatMap(withAncestors)))].toSorted();
}
