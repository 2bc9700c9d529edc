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
    date: values.date === undefined ? "" : dayIn(values.date, language),
    count: String(values.count ?? ""),
    value: values.value ?? "",
  };
  return text[language].replaceAll(/\{(\w+)\}/gu, (_, place: string) => places[place] ?? "");
}

function dayIn(day: string, language: Language): string {
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(day),
  );
}
