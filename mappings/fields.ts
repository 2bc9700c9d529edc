import type { estypes } from "@elastic/elasticsearch";

/** Filtered and counted. */
export const keyword: estypes.MappingProperty = { type: "keyword" };
/** Kept and returned, neither searched nor counted. */
export const kept: estypes.MappingProperty = { type: "keyword", index: false, doc_values: false };
/** Objects kept and returned as they are. */
export const keptObjects: estypes.MappingProperty = { type: "object", enabled: false };
export const year: estypes.MappingProperty = { type: "short" };
/** A whole day: 2004-04-28. */
export const day: estypes.MappingProperty = { type: "date", format: "strict_date" };
/** Our own English words, whatever the language of the law. */
export const englishText: estypes.MappingProperty = { type: "text", analyzer: "english" };
