import type { Coding, ProvisionCoding } from "#domain/codings.ts";
import { timeInForce } from "#domain/in-force.ts";
import type { IndexedLaw, IndexedProvision } from "#domain/indexed-legislation.ts";
import { isMeasure, type Instrument, type LawFacts, type Provision, type RegisterEntry } from "#domain/legislation.ts";
import { withAncestors } from "#domain/obligations.ts";
import { plainSymbol } from "#domain/symbols.ts";
import { regionsOf } from "#data/states.ts";
import type { Citations } from "./citations.ts";
import { codingsOf, type StatedCoding } from "./codings.ts";
import { proposedObligations } from "./concepts.ts";
import { statusOf, type LawVersion } from "./laws.ts";

/** One law in one language as Elasticsearch keeps it, and its provisions by their ids. */
export interface LawDocuments {
  law: IndexedLaw;
  provisions: Map<string, IndexedProvision>;
}

/**
 * What Elasticsearch keeps of one law in one language, before it is known which concepts it names. The text comes from the
 * file, the summaries and obligations from codings, of which only the confirmed are counted; a law without a loaded text
 * has its coded provisions.
 * @param instrument its parsed text; absent when the register alone knows it
 * @param citations what its provisions cite, and what the note on its status names, by their ids
 * @param next the text of the dated version that follows it
 */
export function documentsOf(
  law: LawVersion,
  instrument: Instrument | undefined,
  citations: ReadonlyMap<string, Citations>,
  next?: Instrument,
): LawDocuments {
  const entry = law.entry;
  const facts = factsOf(law, instrument);
  const codings = codingsOf(law, instrument);
  const loaded = instrument?.provisions ?? [];
  const provisions = loaded.length > 0 ? loaded : codedProvisions(codings);
  const anchors = new Set(provisions.map(({ anchor }) => anchor));
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
    ...timeInForce({ ...facts, status }, law.version, law.next && heldFrom(law.next, next)),
  };
  const documents = new Map(
    provisions.map((provision, position): [string, IndexedProvision] => {
      const id = `${law.law}/${provision.anchor}@${law.language}`;
      const own = codings.filter(({ coding }) => coding.anchor === provision.anchor);
      const summaries = summariesOf(own);
      return [
        id,
        {
          ...filters,
          ...counted(own),
          concepts: [],
          proposed: [],
          lawTitle: facts.title,
          sourcePath: instrument?.source.path ?? "",
          ...provision,
          ...(summaries.length > 0 && { summary: summaries.join(" ") }),
          codes: [...new Set(confirmed(own).flatMap(({ obligations }) => obligations))],
          codings: own.map(shown),
          position,
          ...(citations.get(id) ?? nothingCited),
        },
      ];
    }),
  );
  return {
    law: {
      ...filters,
      ...counted(codings),
      concepts: [],
      proposed: [],
      citedLaws: allOf(documents, "citedLaws"),
      citedResolutions: allOf(documents, "citedResolutions"),
      languages: law.languages,
      title: facts.title,
      ...(entry?.englishTitle !== undefined && law.language !== "en" && { englishTitle: entry.englishTitle }),
      ...(facts.number !== undefined && { number: facts.number }),
      ...(facts.citation !== undefined && { citation: facts.citation }),
      ...(statusNote !== undefined && { statusNote }),
      statusLaws: citations.get(`${law.law}@${law.language}`)?.citedLaws ?? [],
      ...(facts.adopted !== undefined && { adopted: facts.adopted }),
      ...(facts.inForce !== undefined && { inForce: facts.inForce }),
      ...(facts.repealed !== undefined && { repealed: facts.repealed }),
      ...(facts.url !== undefined && { url: facts.url }),
      textStatus: instrument === undefined ? "title-only" : instrument.textStatus,
      ...(instrument?.licence !== undefined && { licence: instrument.licence }),
      sourceName: instrument?.source.name ?? "register",
      sourcePath: instrument?.source.path ?? "",
      ...(law.versionOf !== undefined && { versionOf: law.versionOf }),
      summaries: summariesOf(codings),
      orphanCodings: codings
        .filter(({ coding }) => !anchors.has(coding.anchor))
        .map((stated) => ({ anchor: stated.coding.anchor, label: stated.coding.label, ...shown(stated) })),
      text: loaded.map(({ label, heading, text }) => [label, heading, text].filter(Boolean).join("\n")),
    },
    provisions: documents,
  };
}

/**
 * The documents of a law with the concepts that its provisions name; the obligations these point to are proposed and not
 * confirmed.
 * @param named concepts by the id of the provision
 */
export function withConcepts({ law, provisions }: LawDocuments, named: ReadonlyMap<string, string[]>): LawDocuments {
  const tagged = new Map(
    [...provisions].map(([id, provision]): [string, IndexedProvision] => {
      const concepts = named.get(id);
      if (concepts === undefined) return [id, provision];
      const proposed = isMeasure(law.status) ? proposedObligations(concepts, provision.obligations) : [];
      return [id, { ...provision, concepts, proposed }];
    }),
  );
  return {
    law: { ...law, concepts: allOf(tagged, "concepts"), proposed: allOf(tagged, "proposed") },
    provisions: tagged,
  };
}

const nothingCited: Citations = { citedLaws: [], citedProvisions: [], citedResolutions: [] };

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

/** What the provisions of a law have between them. */
function allOf(
  provisions: ReadonlyMap<string, IndexedProvision>,
  field: "concepts" | "proposed" | "citedLaws" | "citedResolutions",
): string[] {
  return [...new Set([...provisions.values()].flatMap((provision) => provision[field]))].toSorted();
}

/** Provisions without words, for a law no text of which is loaded. */
function codedProvisions(codings: StatedCoding[]): Provision[] {
  const labels = new Map(codings.map(({ coding }) => [coding.anchor, coding.label]));
  return [...labels].map(([anchor, label]) => ({ anchor, kind: "article", label, path: [], text: "" }));
}

/** What laws and provisions are filtered and counted by. */
function counted(codings: StatedCoding[]): Pick<IndexedLaw, "obligations" | "weapons" | "facets"> {
  const counting = confirmed(codings);
  return {
    obligations: [...new Set(counting.flatMap(({ obligations }) => obligations.flatMap(withAncestors)))].toSorted(),
    weapons: [...new Set(counting.flatMap(({ weapons }) => weapons))],
    facets: [...new Set(counting.map(({ facet }) => facet))],
  };
}

function confirmed(codings: StatedCoding[]): Coding[] {
  return codings.filter(({ state }) => state === "confirmed").map(({ coding }) => coding);
}

/** Of a text that reads otherwise now nothing is said; of a repealed law it is still true. */
function summariesOf(codings: StatedCoding[]): string[] {
  return codings.filter(({ state }) => state !== "stale").map(({ coding }) => coding.summary);
}

function shown({ coding, state }: StatedCoding): ProvisionCoding {
  const { obligations, weapons, facet, summary, coder, codedOn } = coding;
  return { obligations, weapons, facet, summary, coder, codedOn, state };
}
