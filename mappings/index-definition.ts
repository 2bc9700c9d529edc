import type { estypes } from "@elastic/elasticsearch";

/** An index of whatever documents. */
export interface StoredIndex {
  /** Without prefix and generation: `instruments-en`. */
  name: string;
  settings: estypes.IndicesIndexSettings;
  fields: Record<string, estypes.MappingProperty>;
  /** Fields that are searched but never returned. */
  notReturned?: string[];
}

/** How one record type is stored in one index: each field of the record has a mapping, or this does not compile. */
export interface IndexDefinition<Document> extends Omit<StoredIndex, "fields" | "notReturned"> {
  fields: { [Field in keyof Document]-?: estypes.MappingProperty };
  notReturned?: (keyof Document & string)[];
}
