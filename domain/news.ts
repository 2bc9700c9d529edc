import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Language } from "./languages.ts";
import { listOf, PageParams } from "./search.ts";

/** One thing that a load added to the library, changed in it or took out of it. */
export const NewsItem = z.object({
  /** When readers were sent to it, ISO 8601. */
  at: z.string(),
  change: z.enum(["added", "changed", "removed"]),
  /** The record type by its slug: `legislation`, `reports`. */
  type: z.string(),
  id: z.string(),
  title: z.string(),
  language: z.optional(Language),
  state: z.optional(z.string()),
  /** Its page: `/legislation/can-n-28.3?language=fr`. */
  address: z.string(),
});
export type NewsItem = z.infer<typeof NewsItem>;

export const NewsParams = z.extend(PageParams, { type: listOf(z.string()), state: listOf(z.string()) });
export type NewsParams = z.infer<typeof NewsParams>;

const News = z.object({ total: z.int(), items: z.array(NewsItem) });
export type News = z.infer<typeof News>;

export const newsEndpoints = {
  news: endpoint("/api/v1/news", "What was added, changed or removed, newest first", NewsParams, News),
};

/** Where loads write it under COMPENDIUM_HOME, one JSON object a line, oldest first. */
export const newsFile = "news.ndjson";
