import { constants, createReadStream } from "node:fs";
import { lstat, open, readdir, realpath } from "node:fs/promises";
import { join, posix, sep } from "node:path";
import { pipeline } from "node:stream";
import { parse } from "csv-parse";
import * as z from "zod/mini";
import { Language } from "#domain/languages.ts";
import { InstrumentType, LawStatus, PartialDate, TextStatus, type LawFacts } from "#domain/legislation.ts";
import { ExitError, exitCodes } from "./exit.ts";

/** Larger files are rejected: the largest code of the collections known to us has 6 MB. */
const largestFile = 64 * 1024 * 1024;

/** A file of a source with what its manifest row says of it, or why it cannot be taken. */
export type SourceEntry<Facts = Partial<LawFacts>> =
  | { kind: "file"; path: string; facts: Facts }
  | { kind: "rejected"; path: string; place?: string; reason: string }
  | { kind: "skipped"; path: string; reason: string };

/** What the command line says of files that do not say it themselves. */
export type SourceDefaults = Partial<Pick<LawFacts, "state" | "language">>;

/** Lists the files of a folder of laws, as `readFolder` does. */
export function readSource(folder: string, defaults: SourceDefaults): Promise<SourceEntry[]> {
  return readFolder(folder, LawRow, lawFacts, defaults);
}

/**
 * Lists the files of a folder in the order of their paths, with the facts of `manifest.csv` where there is one.
 * @param schema of a row of the manifest, whose cells are absent where they are empty
 * @throws ExitError when the folder or its manifest cannot be read at all
 */
export async function readFolder<Row extends { path: string }, Facts extends object>(
  folder: string,
  schema: z.ZodMiniType<Row>,
  factsOf: (row: Row) => Facts,
  defaults: Facts,
): Promise<SourceEntry<Facts>[]> {
  const manifest = await readManifest(folder, schema, factsOf);
  const entries: SourceEntry<Facts>[] = [];
  const rows = new Map(manifest);
  for await (const entry of walk(folder)) {
    const row = rows.get(entry.path);
    rows.delete(entry.path);
    if (entry.kind !== "file") entries.push(entry);
    else if (row === undefined) entries.push({ ...entry, facts: defaults });
    else if ("fault" in row) entries.push({ kind: "rejected", path: entry.path, ...row.fault });
    else entries.push({ ...entry, facts: { ...defaults, ...row.facts } });
  }
  for (const [path, row] of rows)
    entries.push({
      kind: "rejected",
      path,
      ...("fault" in row ? row.fault : { reason: "manifest.csv names this file, but the folder does not hold it" }),
    });
  return entries.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * The bytes of one file of a source: a regular file inside the folder and no link, opened without waiting for a writer.
 * @throws Error whose message says why it is not taken
 */
export async function readSourceFile(folder: string, path: string): Promise<Buffer> {
  const root = await realpath(folder);
  const real = await realpath(join(root, path));
  if (!real.startsWith(root + sep)) throw new Error("it lies outside the source folder");
  const file = await open(real, constants.O_RDONLY | constants.O_NONBLOCK | (constants.O_NOFOLLOW ?? 0));
  try {
    const { size } = await file.stat();
    if (size > largestFile)
      throw new Error(
        `it has ${Math.round(size / 1024 / 1024)} MB; the largest taken has ${largestFile / 1024 / 1024} MB`,
      );
    return await file.readFile();
  } finally {
    await file.close();
  }
}

async function* walk(folder: string, inside = ""): AsyncGenerator<SourceEntry<object>> {
  const names = await readdir(join(folder, inside)).catch((cause: unknown) => {
    if (inside === "")
      throw new ExitError(exitCodes.usage, `The folder ${folder} cannot be read: ${(cause as Error).message}`, cause);
    return undefined;
  });
  if (names === undefined) {
    yield { kind: "rejected", path: inside, reason: "the folder cannot be read" };
    return;
  }
  for (const name of names.toSorted()) {
    const path = posix.join(inside, name);
    if (path === "manifest.csv") continue;
    const found = await lstat(join(folder, path)).catch(() => undefined);
    if (found === undefined)
      yield { kind: "rejected", path, reason: "the file cannot be read, or its name is not UTF-8" };
    else if (name.startsWith(".")) yield { kind: "skipped", path, reason: "hidden" };
    else if (found.isDirectory()) yield* walk(folder, path);
    else if (found.isFile()) yield { kind: "file", path, facts: {} };
    else if (found.isSymbolicLink())
      yield { kind: "rejected", path, reason: "a symbolic link; put the file itself into the folder" };
    else yield { kind: "rejected", path, reason: "not a regular file (a pipe, socket or device)" };
  }
}

const LawRow = z.object({
  path: z.string(),
  state_iso3: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/, "three capital letters, as in CAN"))),
  language: z.optional(Language),
  title: z.optional(z.string()),
  year: z.optional(
    z.coerce
      .number()
      .check(z.int("a year, as in 2004"), z.gte(1500, "a year, as in 2004"), z.lte(2200, "a year, as in 2004")),
  ),
  number: z.optional(z.string()),
  citation: z.optional(z.string()),
  type: z.optional(InstrumentType),
  status: z.optional(LawStatus),
  adopted: z.optional(PartialDate),
  in_force: z.optional(PartialDate),
  repealed: z.optional(PartialDate),
  url: z.optional(z.string()),
  text_status: z.optional(TextStatus),
  licence: z.optional(z.string()),
  note: z.optional(z.string()),
});

interface ManifestRow {
  record: Record<string, string>;
  info: { lines: number };
}

type ManifestLine<Facts> = { facts: Facts } | { fault: { place: string; reason: string } };

async function readManifest<Row extends { path: string }, Facts>(
  folder: string,
  schema: z.ZodMiniType<Row>,
  factsOf: (row: Row) => Facts,
): Promise<Map<string, ManifestLine<Facts>>> {
  const lines = new Map<string, ManifestLine<Facts>>();
  // Row by row: the whole table takes more memory than all that is kept of it.
  const rows = parse({ columns: true, bom: true, info: true, skip_empty_lines: true });
  pipeline(createReadStream(join(folder, "manifest.csv")), rows, () => undefined);
  try {
    for await (const { record, info } of rows as AsyncIterable<ManifestRow>) {
      if (!("path" in record)) throw new ExitError(exitCodes.usage, 'manifest.csv has no column "path"');
      const [path, line] = manifestLine(record, info.lines, schema, factsOf);
      lines.set(path.normalize("NFC"), line);
    }
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT") return lines;
    if (cause instanceof ExitError) throw cause;
    const fault = code?.startsWith("CSV_") ? "is not a table" : "cannot be read";
    throw new ExitError(exitCodes.usage, `manifest.csv ${fault}: ${message}`, cause);
  }
  return lines;
}

function manifestLine<Row extends { path: string }, Facts>(
  record: Record<string, string>,
  number: number,
  schema: z.ZodMiniType<Row>,
  factsOf: (row: Row) => Facts,
): [string, ManifestLine<Facts>] {
  const row = z.safeParse(schema, Object.fromEntries(Object.entries(record).filter(([, cell]) => cell.trim() !== "")));
  if (row.success) return [row.data.path, { facts: factsOf(row.data) }];
  const issue = row.error.issues[0]!;
  const column = issue.path.join(".");
  const place = `manifest.csv:${number} column "${column}"`;
  return [record["path"]!, { fault: { place, reason: `"${record[column] ?? ""}" does not fit: ${issue.message}` } }];
}

function lawFacts(row: z.infer<typeof LawRow>): Partial<LawFacts> {
  const url = row.url ?? /(?:^|;\s*)url:(\S+?)(?:;|$)/u.exec(row.note ?? "")?.[1];
  return {
    ...(row.state_iso3 !== undefined && { state: row.state_iso3 }),
    ...(row.language !== undefined && { language: row.language }),
    ...(row.title !== undefined && { title: row.title }),
    ...(row.year !== undefined && { year: row.year }),
    ...(row.number !== undefined && { number: row.number }),
    ...(row.citation !== undefined && { citation: row.citation }),
    ...(row.type !== undefined && { type: row.type }),
    ...(row.status !== undefined && { status: row.status }),
    ...(row.adopted !== undefined && { adopted: row.adopted }),
    ...(row.in_force !== undefined && { inForce: row.in_force }),
    ...(row.repealed !== undefined && { repealed: row.repealed }),
    ...(url !== undefined && { url }),
    ...(row.text_status !== undefined && { textStatus: row.text_status }),
    ...(row.licence !== undefined && { licence: row.licence }),
  };
}
