import { errors, type Client, type estypes } from "@elastic/elasticsearch";
import { HttpError } from "./http-error.ts";

/** The engine, and the prefix its aliases carry. */
export interface Engine {
  elasticsearch: Client;
  prefix: string;
}

/** One search of a request for several. */
export interface Search extends estypes.SearchRequest {
  index: string | string[];
}

/** The engine gives up a search after this; its client waits a little longer and then gives up too. */
const engineTimeout = "4s";

/**
 * Asks several searches in one request. An answer that is cut short or comes from a part of the data is an error and
 * never a result.
 * @throws HttpError 503 when the engine does not answer whole and in time or too many ask it, 400 when it cannot take the query
 */
export async function askAll<Hit, Aggregations = Record<string, never>>(
  engine: Engine,
  searches: Search[],
): Promise<estypes.SearchResponse<Hit, Aggregations>[]> {
  const body = searches.flatMap(({ index, ...search }) => [
    { index: [index].flat().map((name) => `${engine.prefix}-${name}`), ignore_unavailable: true },
    { timeout: engineTimeout, ...search },
  ]);
  const send = () =>
    engine.elasticsearch.msearch<Hit, Aggregations>({ searches: body, max_concurrent_searches: 6 }).catch(refuse);
  const first = await send();
  // A node that dies between finding and fetching takes its part of the answer along, though another has a copy.
  const answer = first.responses?.some(lacksPart) ? await send() : first;
  // What stands before the engine may answer in its place.
  if (!Array.isArray(answer.responses))
    throw new HttpError(503, "Elasticsearch does not answer as it should. Try again shortly.");
  return answer.responses.map((response) => {
    if ("error" in response) {
      if (response.status === 429 || (response.status ?? 500) >= 500)
        throw new HttpError(503, "A part of the data does not answer just now. Try again shortly.");
      return refuse(response.error);
    }
    if (response.timed_out) throw new HttpError(503, "The search took too long. Try fewer or longer words.");
    if (response._shards.failed > 0)
      throw new HttpError(503, "A part of the data does not answer just now. Try again shortly.");
    return response as estypes.SearchResponse<Hit, Aggregations>;
  });
}

function lacksPart(response: estypes.MsearchResponseItem): boolean {
  return "error" in response ? (response.status ?? 500) >= 500 : response._shards.failed > 0;
}

/** Of each hit the value of one field and nothing stored: to open a stored law for its id took half the time of a search. */
export function valueOnly(field: string): Pick<Search, "stored_fields" | "docvalue_fields"> {
  return { stored_fields: "_none_", docvalue_fields: [field] };
}

export async function ask<Hit, Aggregations = Record<string, never>>(
  engine: Engine,
  search: Search,
): Promise<estypes.SearchResponse<Hit, Aggregations>> {
  const [answer] = await askAll<Hit, Aggregations>(engine, [search]);
  return answer!;
}

/** Passes an engine's error on in the visitor's words. */
function refuse(error: unknown): never {
  const cause = error instanceof errors.ResponseError ? (error.body as { error?: unknown } | undefined)?.error : error;
  const reasons = JSON.stringify(cause ?? "");
  if (/too_many_clauses|too_many_nested_clauses|too_complex_to_determinize|max_clause/u.test(reasons))
    throw new HttpError(400, "The query has too many parts. Use fewer words or longer beginnings of words.");
  throw error instanceof Error ? error : new Error(`Elasticsearch refused a search: ${reasons.slice(0, 500)}`);
}
