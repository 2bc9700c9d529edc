import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import * as z from "zod/mini";
import { languages, type Language } from "#domain/languages.ts";

/**
 * Reads a CSV table of this folder, each row checked by its schema; empty cells are absent.
 * @throws Error that names file, line and field when a row is not what the schema says
 */
export function readTable<Row extends z.ZodMiniType>(name: string, schema: Row): z.infer<Row>[] {
  const rows = parse(readFileSync(join(import.meta.dirname, name)), { columns: true, bom: true, info: true }) as {
    record: Record<string, string>;
    info: { lines: number };
  }[];
  return rows.map(({ record, info }) => {
    const present = Object.fromEntries(Object.entries(record).filter(([, cell]) => cell !== ""));
    const checked = z.safeParse(schema, present);
    if (checked.success) return checked.data;
    const issue = checked.error.issues[0];
    throw new Error(`data/${name}:${info.lines} column "${issue?.path.join(".")}": ${issue?.message}`);
  });
}

/** The schema of six columns: `name_ar` … `name_es`. */
export function multilingualColumns<Prefix extends string>(prefix: Prefix) {
  return Object.fromEntries(languages.map((language) => [`${prefix}_${language}`, z.string()])) as Record<
    `${Prefix}_${Language}`,
    z.ZodMiniString
  >;
}

/** Names in six columns: `name_ar` … `name_es`. */
export function multilingual<Prefix extends string>(row: Record<`${Prefix}_${Language}`, string>, prefix: Prefix) {
  return {
    ar: row[`${prefix}_ar`],
    zh: row[`${prefix}_zh`],
    en: row[`${prefix}_en`],
    fr: row[`${prefix}_fr`],
    ru: row[`${prefix}_ru`],
    es: row[`${prefix}_es`],
  };
}
