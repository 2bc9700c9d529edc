import { createHash } from "node:crypto";
import type { Express, Request, Response } from "express";
import * as z from "zod/mini";
import type { Endpoint } from "#domain/endpoint.ts";
import { HttpError } from "./http-error.ts";

/** What an answer depends on besides the address: its ETag is their hash. */
export interface AnswerContext {
  generation: () => Promise<string>;
}

/** Serves an endpoint: checks what is asked, answers 304 where the visitor has the answer, and sends what `handle` returns. */
export function answer<Params extends z.core.$ZodType, Answer extends z.core.$ZodType>(
  app: Express,
  endpoint: Endpoint<Params, Answer>,
  context: AnswerContext,
  handle: (params: z.output<Params>, path: Record<string, string>) => Promise<z.input<Answer>>,
): void {
  app.get(expressPath(endpoint.path), async (request, response) => {
    const params = checkedParams(endpoint, request);
    if (await isFresh(request, response, context)) return void response.status(304).end();
    response.json(await handle(params, request.params as Record<string, string>));
  });
}

/** @throws HttpError 400 that names each parameter that is wrong and what was expected */
export function checkedParams<Params extends z.core.$ZodType>(
  endpoint: Pick<Endpoint<Params>, "params">,
  request: Request,
): z.output<Params> {
  const params = z.safeParse(endpoint.params, request.query, { error: z.locales.en().localeError });
  if (params.success) return params.data;
  const errors = params.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  throw new HttpError(
    400,
    `The address has ${errors.length === 1 ? "a parameter that does" : "parameters that do"} not fit: ${errors.map(({ path, message }) => `${path}: ${message}`).join("; ")}`,
    errors,
  );
}

/** Sets the validators of an answer; true when the visitor's copy is of the same generation and address. */
export async function isFresh(request: Request, response: Response, context: AnswerContext): Promise<boolean> {
  const etag = `"${createHash("sha256")
    .update(`${await context.generation()} ${request.originalUrl}`)
    .digest("hex")
    .slice(0, 32)}"`;
  response.set("ETag", etag);
  response.set("Cache-Control", "public, max-age=0, must-revalidate");
  // Not `request.fresh`: a visitor who asks with `no-cache` wants it checked here, and here it is checked.
  return (
    request.headers["if-none-match"]?.split(/\s*,\s*/u).some((given) => given.replace(/^W\//u, "") === etag) ?? false
  );
}

/** `/legislation/{id}` as Express writes it; an id may hold any character but a slash. */
export function expressPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/gu, ":$1");
}
