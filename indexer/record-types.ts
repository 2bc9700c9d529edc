import type { Given, RecordType } from "./record-type.ts";

interface Entry {
  slug: string;
  /** What its command says of itself in the list of commands. */
  description: string;
  /** What its command takes beside the path. */
  takes?: readonly (keyof Given)[];
  /** Its code, read when it is asked for: help comes at once. */
  load: () => Promise<RecordType>;
}

/** Every record type other than laws. */
export const recordTypes: readonly Entry[] = [
  {
    slug: "treaties",
    description:
      "load acts of States towards treaties: CSV, XLSX or JSON with treaty, state, act, date, source, sourceAsOf",
    load: async () => (await import("./treaties.ts")).treaties,
  },
  {
    slug: "matrices",
    description:
      "load matrices of States: CSV or XLSX with a line a cell, or the published PDF or DOCX (docs/matrices.md)",
    load: async () => (await import("./matrices.ts")).matrices,
  },
  {
    slug: "effective-practices",
    description:
      "load effective practices: CSV, XLSX or JSON, or a folder with such a table and the Word or PDF files its column path names",
    load: async () => (await import("./effective-practices.ts")).effectivePractices,
  },
  {
    slug: "reports",
    description:
      "load a folder of documents (text, HTML, PDF, Word): symbol and kind as they say themselves, or as manifest.csv says",
    takes: ["language"],
    load: async () => (await import("./reports.ts")).reports,
  },
];

/** Those of these slugs, or all; what is no record type is passed over. */
export function loadRecordTypes(slugs?: readonly string[]): Promise<RecordType[]> {
  return Promise.all(recordTypes.filter(({ slug }) => slugs?.includes(slug) ?? true).map(({ load }) => load()));
}
