import { isDeepStrictEqual } from "node:util";
import type { Client } from "@elastic/elasticsearch";
import type { IndexedProvision } from "#domain/indexed-legislation.ts";
import { ExitError, exitCodes } from "./exit.ts";
import type { Generation } from "./generations.ts";

/** The new indices of one language. */
export interface Targets {
  instruments: Generation;
  provisions: Generation;
}

/** What was sent to a pair of indices. */
export interface Expected {
  laws: number;
  provisions: number;
  byState: Map<string, number>;
  /** Of every so many laws a provision is a sample. */
  sampleEvery: number;
  /** Some provisions, to be found again whole and by their own words. */
  samples: { id: string; document: IndexedProvision }[];
}

/** Nothing, of so many laws to come: some fifty of them give a sample. */
export function nothingExpected(laws: number): Expected {
  return {
    laws: 0,
    provisions: 0,
    byState: new Map(),
    sampleEvery: Math.max(1, Math.floor(laws / 50)),
    samples: [],
  };
}

/**
 * Asks the new indices for what was sent to them, before anyone reads them: counts in all and per State, some
 * documents whole, and those documents again by a search for words of theirs.
 * @throws ExitError 4 that says what is missing
 */
export async function verify(elasticsearch: Client, targets: Targets, expected: Expected): Promise<void> {
  const provisions = await countDocuments(elasticsearch, targets.provisions.index);
  if (provisions !== expected.provisions)
    fail(`${targets.provisions.index} holds ${provisions} provisions, not ${expected.provisions}`);

  const laws = await elasticsearch.search<unknown, { states: { buckets: { key: string; doc_count: number }[] } }>({
    index: targets.instruments.index,
    size: 0,
    allow_partial_search_results: false,
    track_total_hits: true,
    aggregations: { states: { terms: { field: "state", size: 1000 } } },
  });
  const states = new Map(laws.aggregations!.states.buckets.map(({ key, doc_count }) => [key, doc_count]));
  for (const [state, count] of expected.byState)
    if (states.get(state) !== count)
      fail(`${targets.instruments.index} holds ${states.get(state) ?? 0} laws of ${state}, not ${count}`);

  if (expected.samples.length > 0) await verifySamples(elasticsearch, targets.provisions.index, expected.samples);
}

async function verifySamples(elasticsearch: Client, index: string, samples: Expected["samples"]): Promise<void> {
  const { docs } = await elasticsearch.mget<IndexedProvision>({
    index,
    ids: samples.map(({ id }) => id),
    realtime: false,
  });
  for (const [place, { id, document }] of samples.entries()) {
    const found = docs[place]!;
    if ("error" in found) unanswered(index);
    if (!("_source" in found) || !isDeepStrictEqual(found._source, document))
      fail(`${index} does not hold ${id} as it was sent`);
  }
  const worded = samples.flatMap(({ id, document: { text } }) => {
    const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].slice(0, 12).map(([word]) => word);
    return words.length === 0 ? [] : [{ id, words: words.join(" ") }];
  });
  if (worded.length === 0) return;
  const { responses } = await elasticsearch.msearch({
    searches: worded.flatMap(({ id, words }) => [
      { index, allow_partial_search_results: false },
      {
        size: 1,
        _source: false,
        query: { bool: { filter: [{ ids: { values: [id] } }, { match: { "text.exact": words } }] } },
      },
    ]),
  });
  for (const [place, { id }] of worded.entries()) {
    const response = responses[place]!;
    if ("error" in response) unanswered(index);
    if (response.hits.hits.length === 0) fail(`${index} does not find ${id} by its own words`);
  }
}

/**
 * Counts the documents of an index, all of its parts.
 * @throws ExitError 75 when a part does not answer: what it holds is not missing, but not known
 */
export async function countDocuments(elasticsearch: Client, index: string): Promise<number> {
  const { count, _shards } = await elasticsearch.count({ index });
  if (_shards.failed > 0) unanswered(index);
  return count;
}

function unanswered(index: string): never {
  throw new ExitError(
    exitCodes.tryAgain,
    `A part of ${index} does not answer, and readers stay on the old data: run the command again`,
  );
}

function fail(difference: string): never {
  throw new ExitError(
    exitCodes.verificationFailed,
    `The new index is not as expected, and readers stay on the old one: ${difference}`,
  );
}
