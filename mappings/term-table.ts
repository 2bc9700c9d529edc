import type { TermTable } from "#domain/term-table.ts";
import { kept, keptObjects, keyword } from "./fields.ts";
import type { IndexDefinition } from "./index-definition.ts";

/** One document for each two languages in one direction: read whole, and swapped with the laws it was learned from. */
export const termTableIndex: IndexDefinition<TermTable> = {
  name: "term-table",
  settings: { number_of_shards: 1, auto_expand_replicas: "0-1" },
  fields: { from: keyword, to: keyword, provisions: kept, words: keptObjects },
};
