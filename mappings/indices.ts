import type { estypes } from "@elastic/elasticsearch";
import type { IndexedLaw, IndexedProvision } from "#domain/indexed-legislation.ts";
import { languages } from "#domain/languages.ts";
import type { IndexDefinition } from "./index-definition.ts";
import { instrumentsIndex, provisionsIndex } from "./legislation.ts";

/** The definition of every index. */
export function indexDefinitions(): (IndexDefinition<IndexedLaw> | IndexDefinition<IndexedProvision>)[] {
  return languages.flatMap((language) => [instrumentsIndex(language), provisionsIndex(language)]);
}

/** The mapping Elasticsearch is given: strict, so that an unforeseen field stops a load and is not guessed. */
export function mappingOf<Document>(
  definition: IndexDefinition<Document>,
  meta: Record<string, unknown> = {},
): estypes.MappingTypeMapping {
  return {
    dynamic: "strict",
    _meta: meta,
    ...(definition.notReturned && { _source: { excludes: definition.notReturned } }),
    properties: definition.fields,
  };
}
