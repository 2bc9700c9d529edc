import * as z from "zod/mini";
import {
  Facet,
  InstrumentType,
  LawStatus,
  PartialDate,
  TextStatus,
  Weapon,
  type KeyProvision,
  type RegisterEntry,
} from "#domain/legislation.ts";
import { Language } from "#domain/languages.ts";
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

const KeyProvisionRow = z.object({
  law_id: z.string(),
  anchor: z.string(),
  label: z.string(),
  summary: z.string(),
  obligations: z.string(),
  weapons: z.optional(z.string()),
  facet: Facet,
});

/** The bundled register: laws as facts, with their key provisions in our own words. */
export const register: readonly RegisterEntry[] = readRegister();

function readRegister(): RegisterEntry[] {
  const provisions = new Map<string, KeyProvision[]>();
  for (const row of readTable("key-provisions.csv", KeyProvisionRow)) {
    const provision: KeyProvision = {
      anchor: row.anchor,
      label: row.label,
      summary: row.summary,
      obligations: row.obligations.split(" "),
      weapons: z.parse(z.array(Weapon), row.weapons?.split(" ") ?? []),
      facet: row.facet,
    };
    provisions.set(row.law_id, [...(provisions.get(row.law_id) ?? []), provision]);
  }
  return readTable("legislation.csv", LawRow).map((row) => ({
    id: row.id,
    state: row.state,
    language: row.language,
    title: row.title,
    type: row.type,
    status: row.status,
    textStatus: row.text_status,
    factSource: row.fact_source,
    keyProvisions: provisions.get(row.id) ?? [],
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
