import type { estypes } from "@elastic/elasticsearch";
import { languages } from "#domain/languages.ts";
import { effectivePracticesIndex } from "./effective-practices.ts";
import type { StoredIndex } from "./index-definition.ts";
import { instrumentsIndex, provisionsIndex } from "./legislation.ts";
import { matricesIndex, matrixCubeIndex } from "./matrices.ts";
import { passagesIndex, reportsIndex } from "./reports.ts";
import { termTableIndex } from "./term-table.ts";
import { treatiesIndex } from "./treaties.ts";

/** The definition of every index. */
export function indexDefinitions(): StoredIndex[] {
  return [
    ...languages.flatMap((language) => [
      instrumentsIndex(language),
      provisionsIndex(language),
      reportsIndex(language),
      passagesIndex(language),
    ]),
    termTableIndex,
    treatiesIndex,
    matricesIndex,
    matrixCubeIndex,
    effectivePracticesIndex,
  ];
}

/** The mapping Elasticsearch is given: strict, so that an unforeseen field stops a load and is not guessed. */
export function mappingOf(definition: StoredIndex, meta: Record<string, unknown> = {}): estypes.MappingTypeMapping {
  return {
    dynamic: "strict",
    _meta: meta,
    ...(definition.notReturned && { _source: { excludes: definition.notReturned } }),
    properties: definition.fields,
  };
}
