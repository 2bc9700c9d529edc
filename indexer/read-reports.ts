import { availableParallelism } from "node:os";
import { basename } from "node:path";
import * as z from "zod/mini";
import { Language } from "#domain/languages.ts";
import { PartialDate } from "#domain/legislation.ts";
import {
  consentTypes,
  ReportFacts,
  relationKinds,
  ReportType,
  type ReportRecord,
  type StatedDate,
} from "#domain/reports.ts";
import { documentSymbol, symbolId } from "#domain/symbols.ts";
import { parts, relation } from "#data/reports.ts";
import { states } from "#data/states.ts";
import { languageOf } from "./instrument.ts";
import { ParserPool } from "./parser-pool.ts";
import { Progress } from "./progress.ts";
import type { Given, Reading } from "./record-type.ts";
import { ReportReading } from "./readers/report.ts";
import { readFolder, readSourceFile, type SourceEntry } from "./source.ts";

const ManifestRow = z.object({
  path: z.string(),
  symbol: z.optional(z.string()),
  type: z.optional(ReportType),
  state_iso3: z.optional(
    z.string().check(z.refine((code) => states.has(code), "the three capital letters of a Member State, as in CAN")),
  ),
  language: z.optional(Language),
  title: z.optional(z.string()),
  date: z.optional(PartialDate),
  relations: z.optional(
    z
      .string()
      .check(
        z.refine(
          (cell) => parts(cell).every((part) => (relationKinds as readonly string[]).includes(relation(part).kind)),
          `a kind and a symbol, as in "extends S/RES/1810 (2008)"; kinds are ${relationKinds.join(", ")}`,
        ),
      ),
  ),
  consent: z.optional(z.enum(["yes", "no"])),
  note: z.optional(z.string()),
});
type ManifestFacts = Partial<z.infer<typeof ManifestRow>>;

/** Reads the documents of a folder, each a text in one language; the manifest wins over what a file says of itself, because a person wrote it. */
export async function readReports(folder: string, given: Given): Promise<Reading<ReportRecord>> {
  const entries = await readFolder<z.infer<typeof ManifestRow>, ManifestFacts>(
    folder,
    ManifestRow,
    (row) => row,
    given,
  );
  const pool = new ParserPool({
    as: "report",
    schema: ReportReading,
    length: ({ passages }) => passages.reduce((sum, { text }) => sum + text.length, 0),
  });
  const progress = new Progress("Reading", entries.length, "files");
  const taken = new Map<string, Reading<ReportRecord>>();
  const queue = entries[Symbol.iterator]();
  const work = async () => {
    for (const entry of queue) {
      taken.set(entry.path, await take(folder, entry, pool));
      progress.advance();
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work));
  } finally {
    progress.stop();
    pool.close();
  }
  const readings = entries.map(({ path }) => taken.get(path)!);
  return {
    records: readings.flatMap(({ records }) => records),
    rejects: readings.flatMap(({ rejects }) => rejects),
    skips: readings.flatMap(({ skips }) => skips),
  };
}

async function take(
  folder: string,
  entry: SourceEntry<ManifestFacts>,
  pool: ParserPool<ReportReading>,
): Promise<Reading<ReportRecord>> {
  const nothing = { records: [], rejects: [], skips: [] };
  const { path } = entry;
  if (entry.kind === "skipped") return { ...nothing, skips: [{ path, reason: entry.reason }] };
  if (entry.kind === "rejected") return { ...nothing, rejects: [entry] };
  try {
    const bytes = await readSourceFile(folder, path);
    const { language } = entry.facts;
    const parsed = await pool.parse({ path, bytes, facts: language === undefined ? {} : { language } });
    if ("rejected" in parsed) return { ...nothing, rejects: [{ path, ...parsed.rejected }] };
    return { ...nothing, records: [await recordOf(basename(folder), path, entry.facts, parsed.read)] };
  } catch (cause) {
    return { ...nothing, rejects: [{ path, reason: (cause as Error).message }] };
  }
}

/** @throws Error that says which fact is missing, or whose consent, and where it can be given */
async function recordOf(
  folder: string,
  path: string,
  manifest: ManifestFacts,
  { facts, passages }: ReportReading,
): Promise<ReportRecord> {
  const symbol = manifest.symbol ?? facts.symbol;
  if (symbol === undefined) throw new Error('its symbol is not known: give it in manifest.csv, column "symbol"');
  const type = manifest.type ?? facts.type;
  if (type === undefined)
    throw new Error('what kind of document it is is not known: give it in manifest.csv, column "type"');
  const title = (manifest.title ?? facts.title ?? "").trim();
  if (title === "") throw new Error('it has no title: give one in manifest.csv, column "title"');
  if (passages.length === 0) throw new Error("it has no text");
  if (consentTypes.includes(type) && manifest.consent !== "yes")
    throw new Error(
      `a document of this kind (${type}) is shown only when its State agrees: say so in manifest.csv, column "consent", with "yes"`,
    );
  const language =
    manifest.language ?? facts.language ?? (await languageOf(passages.map(({ text }) => text).join("\n")));
  const from = `the ${languageNames[language]} text, file ${folder}/${path}`;
  const stated = [
    ...facts.dates.map(({ of, date }): StatedDate => ({ of, date, source: from, mark: "V" })),
    ...(manifest.date === undefined
      ? []
      : [{ of: "published" as const, date: manifest.date, source: `manifest.csv of ${folder}`, mark: "V" as const }]),
  ];
  return {
    id: `${symbolId(symbol)}@${language}`,
    facts: z.parse(ReportFacts, {
      symbol,
      type,
      titles: { [language]: title },
      ...(manifest.state_iso3 !== undefined && { state: manifest.state_iso3 }),
      dates: stated,
      relations: [...parts(manifest.relations).map(relation), ...partOf(symbol)],
      citedAs: [],
      source: from,
      mark: "V",
      ...(manifest.note !== undefined && { note: manifest.note }),
    }),
    text: { language, title, source: { name: folder, path }, passages },
  };
}

const languageNames: Record<Language, string> = {
  ar: "Arabic",
  zh: "Chinese",
  en: "English",
  fr: "French",
  ru: "Russian",
  es: "Spanish",
};

/** What a symbol's ending says: `/Add.1`, `/Rev.2`, `/Corr.1`. */
function partOf(symbol: string): ReportFacts["relations"] {
  const whole = documentSymbol(symbol);
  if (whole === symbol) return [];
  const kind = /\/Rev/iu.test(symbol.slice(whole.length))
    ? "revision-of"
    : /\/Corr/iu.test(symbol.slice(whole.length))
      ? "corrects"
      : "addendum-of";
  return [{ kind, symbol: whole }];
}
