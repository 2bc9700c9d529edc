import type { estypes } from "@elastic/elasticsearch";

/** How one record type is stored in one index: each field of the record has a mapping, or this does not compile. */
export interface IndexDefinition<Document> {
  /** Without prefix and generation: `instruments-en`. */
  name: string;
  settings: estypes.IndicesIndexSettings;
  fields: { [Field in keyof Document]-?: estypes.MappingProperty };
  /** Fields that are searched but never returned. */
  notReturned?: (keyof Document & string)[];
}
