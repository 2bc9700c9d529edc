import type { LawFacts, Provision } from "#domain/legislation.ts";

/** A file as a reader gets it: its bytes and what its manifest row or the command line says of it. */
export interface SourceFile {
  /** Inside the source folder, with `/`. */
  path: string;
  bytes: Uint8Array;
  /** What is known of the law before the file is opened; the language is needed by readers whose conventions differ by language. */
  facts: Partial<LawFacts>;
}

/** What a file itself tells: its provisions in order and whatever facts it states. Absent means: the file does not say. */
export interface Reading {
  facts: Partial<LawFacts>;
  /** What names the law in every language, for formats that say it: `SOR/2000-210`, also in the French file. It joins the language versions. */
  key?: string;
  provisions: Provision[];
}

/** Reads one format. Throws a `ReadError` when the file is not what it claims to be. */
export type Reader = (file: SourceFile) => Reading | Promise<Reading>;

/** Why a file could not be read, in the reader's words: `place` is a line, byte, page or element. */
export class ReadError extends Error {
  override name = "ReadError";
  readonly place: string | undefined;

  constructor(message: string, place?: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.place = place;
  }
}
