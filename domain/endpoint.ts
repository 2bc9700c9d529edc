import type * as z from "zod/mini";

/** One address of the API: what may be asked there and what is answered. Server, page, OpenAPI and tests read the same object. */
export interface Endpoint<
  Params extends z.core.$ZodType = z.core.$ZodType,
  Answer extends z.core.$ZodType = z.core.$ZodType,
> {
  /** `{name}` marks a part of the address: `/api/v1/legislation/{id}`. */
  path: string;
  summary: string;
  params: Params;
  answer: Answer;
}

export function endpoint<Params extends z.core.$ZodType, Answer extends z.core.$ZodType>(
  path: string,
  summary: string,
  params: Params,
  answer: Answer,
): Endpoint<Params, Answer> {
  return { path, summary, params, answer };
}
