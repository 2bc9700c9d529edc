import * as z from "zod/mini";
import { InstrumentType, LawStatus, PartialDate, TextStatus, type RegisterEntry } from "#domain/legislation.ts";
import { Language } from "#domain/languages.ts";
import { codings } from "./codings.ts";
import { readTable } from "./table.ts";

const LawRow = z.object({
  id: z.string(),
  state: z.string(),
  language: Language,
  title: z.string(),
  english_title: z.optional(z.string()),
  number: z.optional(z.string()),
  citation: z.optional(z.string()),
  type: InstrumentType,
  status: LawStatus,
  status_note: z.optional(z.string()),
  year: z.optional(z.coerce.number()),
  adopted: z.optional(PartialDate),
  in_force: z.optional(PartialDate),
  repealed: z.optional(PartialDate),
  url: z.optional(z.string()),
  text_status: TextStatus,
  fact_source: z.string(),
});

/** The bundled register: laws as facts, with what was said of their provisions. */
export const register: readonly RegisterEntry[] = readRegister();

function readRegister(): RegisterEntry[] {
  return readTable("legislation.csv", LawRow).map((row) => ({
    id: row.id,
    state: row.state,
    language: row.language,
    title: row.title,
    type: row.type,
    status: row.status,
    textStatus: row.text_status,
    factSource: row.fact_source,
    codings: [...(codings.get(row.id) ?? [])],
    ...(row.english_title === undefined ? {} : { englishTitle: row.english_title }),
    ...(row.number === undefined ? {} : { number: row.number }),
    ...(row.citation === undefined ? {} : { citation: row.citation }),
    ...(row.status_note === undefined ? {} : { statusNote: row.status_note }),
    ...(row.year === undefined ? {} : { year: row.year }),
    ...(row.adopted === undefined ? {} : { adopted: row.adopted }),
    ...(row.in_force === undefined ? {} : { inForce: row.in_force }),
    ...(row.repealed === undefined ? {} : { repealed: row.repealed }),
    ...(row.url === undefined ? {} : { url: row.url }),
  }));
}
