import type { IndexedLaw, IndexedProvision } from "#domain/indexed-legislation.ts";
import type { Language } from "#domain/languages.ts";
import type { Law, LinkedLaw } from "#domain/legislation.ts";
import { ask, askAll, type Engine } from "./searching.ts";

type LawProvision = Law["provisions"][number];

/** What a law cites and is cited by, and what each of its provisions cites. */
export interface LawLinks {
  statusLaws: Law["statusLaws"];
  cites: Law["cites"];
  citedBy: Law["citedBy"];
  citesOf: (provision: IndexedProvision) => LawProvision["cites"];
}

/** A penal code may be cited by hundreds of provisions; more than these are counted and not shown. */
const mostCiting = 1000;

/** A code cites some hundred provisions of others. */
const mostCited = 5000;

/** Looks up what a law is linked with, in its language: titles of laws, labels of provisions, and what cites it. */
export async function readLinks(
  engine: Engine,
  law: Pick<IndexedLaw, "law" | "language" | "statusLaws" | "citedLaws" | "citedResolutions">,
  provisions: IndexedProvision[],
): Promise<LawLinks> {
  const citedElsewhere = provisions
    .flatMap(({ citedProvisions }) => citedProvisions)
    .filter((id) => !id.startsWith(`${law.law}/`));
  const [named, citing] = await askAll<IndexedProvision, { laws?: { value: number } }>(engine, [
    {
      index: `provisions-${law.language}`,
      size: mostCited,
      _source: ["law", "anchor", "label"],
      track_total_hits: false,
      query: { ids: { values: [...new Set(citedElsewhere)].map((id) => `${id}@${law.language}`) } },
    },
    {
      index: `provisions-${law.language}`,
      size: mostCiting,
      _source: ["law", "anchor", "label", "citedProvisions"],
      track_total_hits: false,
      query: { term: { citedLaws: law.law } },
      sort: ["law", "position"],
      aggregations: { laws: { cardinality: { field: "law" } } },
    },
  ]);
  const labels = new Map(
    [...provisions, ...sourcesOf(named!)].map(({ law: id, anchor, label }) => [`${id}/${anchor}`, label]),
  );
  const citingProvisions = sourcesOf(citing!);
  const citingLaws = [...new Set(citingProvisions.map((provision) => provision.law))];
  const laws = await linkedLaws(engine, law.language, [...law.statusLaws, ...law.citedLaws, ...citingLaws]);
  return {
    statusLaws: law.statusLaws.flatMap((id) => laws.get(id) ?? []),
    cites: { laws: law.citedLaws.flatMap((id) => laws.get(id) ?? []), resolutions: law.citedResolutions },
    citedBy: {
      total: citing!.aggregations?.laws?.value ?? 0,
      laws: citingLaws
        .flatMap((id) => laws.get(id) ?? [])
        .map((linked) => ({
          ...linked,
          provisions: citingProvisions
            .filter((provision) => provision.law === linked.id)
            .map(({ anchor, label, citedProvisions }) => ({
              anchor,
              label,
              cites: citedProvisions.map(placeOf).flatMap((cited) => (cited.law === law.law ? [cited.anchor] : [])),
            })),
        })),
    },
    citesOf: ({ citedLaws, citedProvisions, citedResolutions }) => ({
      laws: citedLaws,
      provisions: citedProvisions.flatMap((id) => {
        const label = labels.get(id);
        return label === undefined ? [] : [{ ...placeOf(id), label }];
      }),
      resolutions: citedResolutions,
    }),
  };
}

function sourcesOf({ hits }: { hits: { hits: { _source?: IndexedProvision }[] } }): IndexedProvision[] {
  return hits.hits.map((hit) => hit._source!);
}

/** The ids of laws have no slash. */
function placeOf(provision: string): { law: string; anchor: string } {
  const slash = provision.indexOf("/");
  return { law: provision.slice(0, slash), anchor: provision.slice(slash + 1) };
}

async function linkedLaws(engine: Engine, language: Language, ids: string[]): Promise<Map<string, LinkedLaw>> {
  if (ids.length === 0) return new Map();
  const { hits } = await ask<IndexedLaw>(engine, {
    index: `instruments-${language}`,
    size: ids.length,
    _source: ["law", "title", "number", "year", "status"],
    track_total_hits: false,
    query: { ids: { values: ids.map((id) => `${id}@${language}`) } },
  });
  return new Map(
    hits.hits.map(({ _source }) => {
      const { law, title, number, year, status } = _source!;
      return [
        law,
        { id: law, title, ...(number !== undefined && { number }), ...(year !== undefined && { year }), status },
      ];
    }),
  );
}
