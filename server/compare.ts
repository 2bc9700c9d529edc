import type { estypes } from "@elastic/elasticsearch";
import { comparedStates, type ComparedProvision, type CompareParams, type Comparison } from "#domain/compare.ts";
import { disclaimer } from "#domain/disclaimer.ts";
import type { IndexedProvision } from "#domain/indexed-legislation.ts";
import { languages, type Language } from "#domain/languages.ts";
import { obligations, withParts } from "#data/obligations.ts";
import { states } from "#data/states.ts";
import { servedGeneration } from "./generation.ts";
import { HttpError } from "./http-error.ts";
import { ask, type Engine } from "./searching.ts";

/** More than a reader takes in, and less than Elasticsearch refuses to give at once. */
const mostProvisions = 5000;

/**
 * The coded provisions of a few States side by side, in the order of the resolution.
 * @throws HttpError 400 where States or obligation do not fit, or when there is too much to set side by side
 */
export async function compareStates(engine: Engine, params: CompareParams): Promise<Comparison> {
  checkParams(params);
  const codes = withParts(params.obligation);
  const [generation, { hits }] = await Promise.all([
    servedGeneration(engine),
    ask<Omit<IndexedProvision, "text">>(engine, {
      index: languages.map((code) => `provisions-${code}`),
      size: mostProvisions,
      query: {
        bool: {
          filter: [
            { terms: { state: params.state } },
            { terms: { codes } },
            ...(params.weapon.length > 0 ? [{ terms: { weapons: params.weapon } }] : []),
            ...(params.facet.length > 0 ? [{ terms: { facets: params.facet } }] : []),
          ],
        },
      },
      _source: { excludes: ["text"] },
      sort: [{ law: "asc" }, { position: "asc" }, { language: "asc" }] satisfies estypes.SortCombinations[],
      track_total_hits: false,
    }),
  ]);
  if (hits.hits.length === mostProvisions)
    throw new HttpError(
      400,
      `This is too much to set side by side. Take fewer States, or a part of ${params.obligation}.`,
    );
  const provisions = onceEach(
    hits.hits.map((hit) => hit._source!),
    params.language,
  );
  const byName = new Intl.Collator(params.language);
  const compared = params.state
    .map((iso3) => ({ iso3, name: states.get(iso3)!.names[params.language] }))
    .toSorted((a, b) => byName.compare(a.name, b.name));
  return {
    states: compared,
    rows: codes.map((code) => {
      const { parent, labels, kind } = obligations.get(code)!;
      return {
        code,
        ...(parent !== undefined && { parent }),
        label: labels[params.language],
        kind,
        cells: compared.map(({ iso3 }) =>
          provisions
            .filter((provision) => provision.state === iso3 && provision.codes.includes(code))
            .map(comparedProvision),
        ),
      };
    }),
    meta: { generation: generation.id, asOf: generation.asOf, disclaimer },
  };
}

function checkParams({ state, obligation }: CompareParams): void {
  const errors: { path: string; message: string }[] = [];
  const unknown = state.filter((iso3) => !states.has(iso3));
  if (unknown.length > 0)
    errors.push({ path: "state", message: `There is no Member State with the code ${unknown.join(", ")}.` });
  else if (state.length < comparedStates.min || state.length > comparedStates.max)
    errors.push({
      path: "state",
      message: `Name ${comparedStates.min} to ${comparedStates.max} States by their three letters, such as state=CAN,FRA; the address names ${state.length}.`,
    });
  if (obligation === "")
    errors.push({ path: "obligation", message: "Name an area or a row, such as OP3D or OP3D.05." });
  else if (!obligations.has(obligation))
    errors.push({ path: "obligation", message: `There is no obligation with the code ${obligation}.` });
  if (errors.length > 0) throw new HttpError(400, errors.map(({ message }) => message).join(" "), errors);
}

type Found = Omit<IndexedProvision, "text">;

/** A provision that is there in several languages: the one asked for, or else the first. */
function onceEach(provisions: Found[], language: Language): Found[] {
  const found = new Map<string, Found>();
  for (const provision of provisions) {
    const key = `${provision.law}/${provision.anchor}`;
    if (!found.has(key) || provision.language === language) found.set(key, provision);
  }
  return [...found.values()];
}

function comparedProvision(provision: Found): ComparedProvision {
  const { law, lawTitle, language, year, status, anchor, label, summary, weapons, facets } = provision;
  return {
    law,
    title: lawTitle,
    language,
    ...(year !== undefined && { year }),
    status,
    anchor,
    label,
    ...(summary !== undefined && { summary }),
    weapons,
    facets,
  };
}
