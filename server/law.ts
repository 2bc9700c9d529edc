import type { estypes } from "@elastic/elasticsearch";
import { disclaimer } from "#domain/disclaimer.ts";
import type { IndexedLaw, IndexedProvision } from "#domain/indexed-legislation.ts";
import { languages, type Language } from "#domain/languages.ts";
import type { Law } from "#domain/legislation.ts";
import { servedGeneration } from "./generation.ts";
import { HttpError } from "./http-error.ts";
import { readLinks } from "./law-links.ts";
import { ask, askAll, type Engine } from "./searching.ts";

type LawSource = Omit<IndexedLaw, "text">;

/** Provisions fetched at a time; the longest code of the known collections has some 3,000. */
const provisionsAtATime = 5000;

/**
 * One law whole, in the language asked for or, where it is not there in that language, in the first it has.
 * @throws HttpError 404 when there is no such law
 */
export async function readLaw(engine: Engine, id: string, language: Language | undefined): Promise<Law> {
  const { hits } = await ask<LawSource>(engine, {
    index: languages.map((code) => `instruments-${code}`),
    size: languages.length,
    query: { term: { law: id } },
  });
  const versions = hits.hits.map((hit) => hit._source!);
  const law =
    versions.find((version) => version.language === language) ??
    versions.find((version) => version.language === version.languages[0]) ??
    versions[0];
  if (law === undefined) throw new HttpError(404, `There is no law with the id "${id}".`);
  const [provisions, others, generation] = await Promise.all([
    allProvisions(engine, law),
    otherVersions(engine, law),
    servedGeneration(engine),
  ]);
  const { statusLaws, cites, citedBy, citesOf } = await readLinks(engine, law, provisions);
  const {
    law: lawIdentifier,
    regions: _regions,
    obligations: _obligations,
    weapons: _weapons,
    facets: _facets,
    concepts: _concepts,
    proposed: _proposed,
    citedLaws: _citedLaws,
    citedResolutions: _citedResolutions,
    symbols: _symbols,
    summaries: _summaries,
    sourceName,
    sourcePath,
    versionOf: _versionOf,
    heldFrom: _heldFrom,
    heldUntil: _heldUntil,
    ...facts
  } = law;
  return {
    ...facts,
    id: lawIdentifier,
    source: { name: sourceName, path: sourcePath },
    provisions: provisions.map((provision) => {
      const { anchor, kind, label, heading, path, text, summary, codes, weapons, codings } = provision;
      return {
        id: `${id}/${anchor}`,
        anchor,
        kind,
        label,
        ...(heading !== undefined && { heading }),
        path,
        text,
        ...(summary !== undefined && { summary }),
        obligations: codes,
        weapons,
        codings,
        cites: citesOf(provision),
      };
    }),
    statusLaws,
    cites,
    citedBy,
    versions: others,
    meta: { generation: generation.id, disclaimer },
  };
}

async function allProvisions(engine: Engine, law: LawSource): Promise<IndexedProvision[]> {
  const provisions: IndexedProvision[] = [];
  let after: estypes.SortResults | undefined;
  for (;;) {
    const { hits } = await ask<IndexedProvision>(engine, {
      index: `provisions-${law.language}`,
      size: provisionsAtATime,
      query: { term: { law: law.law } },
      sort: ["position"],
      ...(after !== undefined && { search_after: after }),
    });
    provisions.push(...hits.hits.map((hit) => hit._source!));
    if (hits.hits.length < provisionsAtATime) return provisions;
    after = hits.hits.at(-1)!.sort!;
  }
}

/** The other dated versions of a law, newest first. */
async function otherVersions(engine: Engine, law: LawSource): Promise<Law["versions"]> {
  if (law.versionOf === undefined) return [];
  const [answer] = await askAll<LawSource>(engine, [
    {
      index: `instruments-${law.language}`,
      size: 100,
      query: { bool: { filter: [{ term: { versionOf: law.versionOf } }], must_not: [{ term: { law: law.law } }] } },
    },
  ]);
  return answer!.hits.hits
    .map((hit) => hit._source!)
    .toSorted((a, b) => (a.law < b.law ? 1 : -1))
    .map(({ law: id, title, year, status }) => {
      const date = versionDate(id);
      return { id, title, ...(year !== undefined && { year }), status, ...(date !== undefined && { date }) };
    });
}

/** The date in the id of a dated version. */
export function versionDate(id: string): string | undefined {
  return /-(\d{4}-\d{2}-\d{2})$/u.exec(id)?.[1];
}
