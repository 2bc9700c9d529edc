import * as z from "zod/mini";
import type { Language, Multilingual } from "#domain/languages.ts";
import { multilingual, multilingualColumns, readTable } from "./table.ts";

const texts: ReadonlyMap<string, Multilingual> = new Map(
  readTable("figure-notes.csv", z.object({ key: z.string(), ...multilingualColumns("text") })).map((row) => [
    row.key,
    multilingual(row, "text"),
  ]),
);

/**
 * A text that travels with figures, in a language: `figureNote("not-in-force", "fr", { names: ["…"] })`.
 * @param values what stands in its places: days as the language writes them, lists with its commas
 */
export function figureNote(
  key: string,
  language: Language,
  values: { names?: readonly string[]; date?: string; count?: number; value?: string } = {},
): string {
  const text = texts.get(key);
  if (text === undefined) throw new Error(`data/figure-notes.csv has no "${key}"`);
  const places: Record<string, string> = {
    names: new Intl.ListFormat(language === "en" ? "en-GB" : language).format(values.names ?? []),
    date: values.date === undefined ? "" : figureDay(values.date, language),
    count: String(values.count ?? ""),
    value: values.value ?? "",
  };
  return text[language].replaceAll(/\{(\w+)\}/gu, (_, place: string) => places[place] ?? "");
}

/** A day as a language writes it; a year stays a year, a month a month. */
export function figureDay(date: string, language: Language): string {
  const style: Intl.DateTimeFormatOptions =
    date.length === 10 ? { dateStyle: "long" } : { year: "numeric", ...(date.length === 7 && { month: "long" }) };
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { ...style, timeZone: "UTC" }).format(
    new Date(date),
  );
}
