import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import * as z from "zod/mini";
import type { Endpoint } from "#domain/endpoint.ts";

/** A schema of parameters: one key for each name that may stand in an address. */
export type ParamsSchema = z.ZodMiniObject;

export interface AddressState<Params extends ParamsSchema> {
  params: z.output<Params>;
  /** Goes to the address with these parameters changed; the list begins again at its first page. */
  change: (changes: Partial<z.output<Params>>) => void;
  /** The query part of that address, for a link. */
  searchWith: (changes: Partial<z.output<Params>>) => string;
}

/** The parameters of `endpoint` as the page's address has them: the address is the state of a search. */
export function useParamsOf<Params extends ParamsSchema>({ params: schema }: Endpoint<Params>): AddressState<Params> {
  const [search, setSearch] = useSearchParams();
  const params = useMemo(() => paramsFrom(schema, search), [schema, search]);
  const changed = useCallback(
    (changes: Partial<z.output<Params>>) => {
      const next = searchOf(schema, { ...params, ...firstPage(schema), ...changes });
      for (const [name, value] of search) if (!(name in schema.shape)) next.append(name, value);
      return next;
    },
    [schema, params, search],
  );
  return {
    params,
    change: (changes) => setSearch(changed(changes)),
    searchWith: (changes) => `?${changed(changes)}`,
  };
}

/** Reads parameters from an address. What the schema refuses is left out, so that a mistyped address still shows a page. */
export function paramsFrom<Params extends ParamsSchema>(schema: Params, search: URLSearchParams): z.output<Params> {
  const given = Object.fromEntries(
    Object.keys(schema.shape)
      .filter((name) => search.has(name))
      .map((name) => {
        const values = search.getAll(name);
        return [name, values.length === 1 ? values[0] : values];
      }),
  );
  const parsed = z.safeParse(schema, given);
  if (parsed.success) return parsed.data;
  const refused = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  return z.parse(schema, Object.fromEntries(Object.entries(given).filter(([name]) => !refused.has(name))));
}

/** Writes parameters as an address: nothing that is empty or the default, several values as a repeated name. */
export function searchOf(schema: ParamsSchema, params: Readonly<Record<string, unknown>>): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, field] of Object.entries(schema.shape)) {
    // What has no default is always written.
    const byDefault = z.safeParse(field, undefined).data;
    const values = [params[name]].flat().filter((value) => value !== undefined && value !== "" && value !== byDefault);
    for (const value of values) search.append(name, String(value));
  }
  return search;
}

function firstPage(schema: ParamsSchema): { page?: 1 } {
  return "page" in schema.shape ? { page: 1 } : {};
}
