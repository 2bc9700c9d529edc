import { keepPreviousData, useQuery, type UseQueryResult } from "@tanstack/react-query";
import * as z from "zod/mini";
import type { Endpoint } from "#domain/endpoint.ts";
import type { Language } from "#domain/languages.ts";
import { Problem } from "#domain/problem.ts";
import { useInterface } from "./interface.tsx";
import { searchOf, type ParamsSchema } from "./use-params-of.ts";

export interface ApiOptions {
  /** Fills the `{name}` parts of the endpoint's address. */
  parts?: Record<string, string>;
  /** False: do not ask yet. */
  enabled?: boolean;
  /** True: show the last answer until the next one is there. */
  keepLast?: boolean;
}

/** What an endpoint answers to `params`, parsed by its schema. Its error is a `ProblemError`, a `MalformedAnswer`, or the failure to reach the server. */
export function useApi<Params extends ParamsSchema, Answer extends z.core.$ZodType>(
  endpoint: Endpoint<Params, Answer>,
  params: z.input<Params>,
  { parts = {}, enabled = true, keepLast = false }: ApiOptions = {},
): UseQueryResult<z.output<Answer>> {
  const { language } = useInterface();
  return useQuery<z.output<Answer>>({
    ...questionOf(endpoint, params, language, parts),
    enabled,
    refetchOnWindowFocus: false,
    ...(keepLast ? { placeholderData: keepPreviousData } : {}),
  });
}

/** The question that `useApi` asks, for those who ask it before they can show the answer. */
export function questionOf<Params extends ParamsSchema, Answer extends z.core.$ZodType>(
  endpoint: Endpoint<Params, Answer>,
  params: z.input<Params>,
  language: Language,
  parts: Record<string, string> = {},
) {
  const address = addressOf(endpoint, params, parts);
  return {
    queryKey: [address],
    queryFn: ({ signal }: { signal: AbortSignal }) => ask(address, endpoint.answer, language, signal),
    staleTime: 60_000,
    retry: (failures: number, error: Error) =>
      failures < 1 && !(error instanceof ProblemError || error instanceof MalformedAnswer),
  };
}

/** The address that asks `endpoint` for `params`; `extension` names an export of the same rows, such as `.csv`. */
export function addressOf<Params extends ParamsSchema>(
  endpoint: Endpoint<Params>,
  params: z.input<Params>,
  parts: Record<string, string> = {},
  extension = "",
): string {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parts[name] ?? ""));
  const search = searchOf(endpoint.params, params).toString();
  return `${path}${extension}${search === "" ? "" : `?${search}`}`;
}

/** The server understood and refused, and says why (RFC 9457). */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = "ProblemError";
    this.problem = problem;
  }
}

/** The server answered with something that is not what the endpoint promises. */
export class MalformedAnswer extends Error {
  constructor(address: string, cause: unknown) {
    super(`${address} did not answer in the form expected`, { cause });
    this.name = "MalformedAnswer";
  }
}

async function ask<Answer extends z.core.$ZodType>(
  address: string,
  answer: Answer,
  language: string,
  signal: AbortSignal,
): Promise<z.output<Answer>> {
  const response = await fetch(address, {
    signal,
    headers: { accept: "application/json, application/problem+json", "accept-language": language },
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new ProblemError(problemOf(body, response));
  const parsed = z.safeParse(answer, body);
  if (!parsed.success) throw new MalformedAnswer(address, parsed.error);
  return parsed.data;
}

function problemOf(body: unknown, response: Response): Problem {
  const parsed = z.safeParse(Problem, body);
  return parsed.success ? parsed.data : { type: "about:blank", title: response.statusText, status: response.status };
}
