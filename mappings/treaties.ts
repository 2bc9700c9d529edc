import type { TreatyAction } from "#domain/treaties.ts";
import { day, kept, keyword } from "./fields.ts";
import type { IndexDefinition } from "./index-definition.ts";

/** Acts of States towards treaties. */
export const treatiesIndex: IndexDefinition<TreatyAction> = {
  name: "treaties",
  settings: { number_of_shards: 1, auto_expand_replicas: "0-1" },
  fields: { id: keyword, treaty: keyword, state: keyword, act: keyword, date: day, source: kept, sourceAsOf: day },
};
