import type * as z from "zod/mini";
import type { Language } from "#domain/languages.ts";
import type { NewsItem } from "#domain/news.ts";
import type { StoredIndex } from "#mappings/index-definition.ts";
import type { Reject } from "./read-legislation.ts";

/** How records of one type other than laws are read, kept and indexed. */
export interface RecordType<Record extends { id: string } = { id: string }> {
  /** The same in every folder, the address and the alias: `effective-practices`. */
  slug: string;
  schema: z.ZodMiniType<Record>;
  /** Reads a file or folder of them; `given` is what the command line says of files that do not say it. */
  read: (path: string, given: Given) => Promise<Reading<Record>>;
  /** What feeds and lists of changes say of a record, and where its page is; absent for a type whose single records have none. */
  describe?(record: Record): Pick<NewsItem, "id" | "title" | "language" | "state" | "address">;
  /** The records that ship with the project. */
  bundled: readonly Record[];
  /** Records drawn from a seed, marked as such, that stand in as long as none are loaded and never beside any. */
  demonstration?: () => Record[];
  /** The indices that hold the records, served and taken back together. */
  indices: readonly StoredIndex[];
  /** The language of each index whose documents are looked through for concepts of the thesaurus. */
  tagged?: ReadonlyMap<string, Language>;
  /**
   * Every document of every index, from the public of the bundled and the loaded records; an id stands once.
   * @param concepts ids of concepts by the id of the tagged document that names them; none while they are not yet known
   */
  documents(records: readonly Record[], concepts: ReadonlyMap<string, string[]>): Iterable<RecordDocument>;
  /**
   * Whether anyone may see it; absent where all may. What is not public stays in the library: no index and no news holds
   * it, and no generation that does is kept for going back to.
   */
  isPublic?(record: Record): boolean;
  /** Files, relative to indexer/, whose change changes the documents or the demonstration. */
  madeBy: readonly string[];
}

/** Whether anyone may see this record: where its type does not say, yes. */
export function isPublic<Record extends { id: string }>(type: RecordType<Record>, record: Record): boolean {
  return type.isPublic?.(record) ?? true;
}

/** What the command line says of files that do not say it. */
export interface Given {
  language?: Language;
}

/** A document of the index of that name: `effective-practices`. */
export interface RecordDocument {
  index: string;
  id: string;
  document: object;
}

/** What a file or folder held: records, and what was not taken, with the reason. */
export interface Reading<Record> {
  records: Record[];
  rejects: Reject[];
  skips: Reject[];
}
