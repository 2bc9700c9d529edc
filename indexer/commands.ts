import { writeFile } from "node:fs/promises";
import { basename, extname, resolve } from "node:path";
import type { Client } from "@elastic/elasticsearch";
import { readEnvironment, type Environment } from "#domain/environment.ts";
import { languages, type Language } from "#domain/languages.ts";
import { connectConfigured } from "#engine/configured.ts";
import { states } from "#data/states.ts";
import { instrumentsIndex, provisionsIndex } from "#mappings/legislation.ts";
import { termTableIndex } from "#mappings/term-table.ts";
import { build, type BuildOptions, type BuildResult } from "./build.ts";
import { buildRecords } from "./build-records.ts";
import { checkCodings } from "./check-codings.ts";
import { examine } from "./doctor.ts";
import { ExitError, exitCodes } from "./exit.ts";
import { feedbackLine, keptFeedback } from "./feedback.ts";
import { generations, rollBack } from "./generations.ts";
import { interruption } from "./interruption.ts";
import { Library } from "./library.ts";
import { loadRecords } from "./load-records.ts";
import { newsOfLaws, newsOfRecords, withheldOf, writeNews } from "./news.ts";
import { readLegislation, type Account, type Reject } from "./read-legislation.ts";
import { RecordLibrary } from "./record-library.ts";
import type { RecordType } from "./record-type.ts";
import { loadRecordTypes, recordTypes } from "./record-types.ts";
import { printable, printAccount, printCodings, printFindings, printStatus, type LoadedRecords } from "./report.ts";
import { lockHome } from "./run-lock.ts";

/** What a command that loads takes beside its path. */
export interface LoadOptions {
  source?: string;
  /** State of files that do not say it, by its three-letter code. */
  state?: string;
  language?: Language;
  dryRun?: boolean;
  limit?: number;
  rejects?: string;
  acceptRejects?: boolean;
  json?: boolean;
}

const say = (line: string) => process.stderr.write(`${line}\n`);

const typeNames = ["legislation", ...recordTypes.map(({ slug }) => slug)];

export interface Printing {
  json?: boolean;
}

/** Loads a folder of laws. */
export function legislation(folder: string, options: LoadOptions): Promise<void> {
  const state = options.state?.toUpperCase();
  if (state !== undefined && !states.has(state))
    throw new ExitError(
      exitCodes.usage,
      `--state ${options.state}: it is not the three-letter code of a Member State, as in CAN`,
    );
  return withLibrary(async (environment, library) => {
    const source = sourceName(options.source ?? basename(resolve(folder)));
    const before = await library.catalogueIfWhole(source);
    const rejectedBefore = Object.values(before).filter(({ outcome }) => "rejected" in outcome).length;
    const account = await readLegislation(folder, library, {
      source,
      defaults: {
        ...(state !== undefined && { state }),
        ...(options.language !== undefined && { language: options.language }),
      },
      ...(options.limit !== undefined && { limit: options.limit }),
      dryRun: options.dryRun ?? false,
      signal: interruption,
      check: (found) => refuseFlood(found, rejectedBefore, options.acceptRejects ?? false),
    });
    if (options.rejects !== undefined) await writeRejects(options.rejects, account.rejects);
    let result: BuildResult = { built: [], documents: 0 };
    if (!options.dryRun) {
      result = await withElasticsearch(environment, (elasticsearch) =>
        build(elasticsearch, library, buildOptions(environment)),
      );
      const after = await library.catalogue(source);
      await writeNews(resolve(environment.COMPENDIUM_HOME), newsOfLaws(before, after, new Date().toISOString()));
    }
    printAccount(account, result, { unit: "files", json: options.json ?? false });
    if (account.rejects.length > 0) process.exitCode = exitCodes.rejects;
  });
}

/** Loads a file or folder of records of a type other than laws. */
export function records(type: RecordType, path: string, options: LoadOptions): Promise<void> {
  return withLibrary(async (environment) => {
    const home = resolve(environment.COMPENDIUM_HOME);
    const source = sourceName(options.source ?? basename(resolve(path), extname(path)));
    const library = new RecordLibrary(home, type.slug, type.schema);
    const before = await library.read(source);
    const account = await loadRecords(type, home, path, {
      source,
      given: options.language === undefined ? {} : { language: options.language },
      ...(options.limit !== undefined && { limit: options.limit }),
      dryRun: options.dryRun ?? false,
      check: (found) => refuseEmptying(found, options.acceptRejects ?? false),
    });
    if (options.rejects !== undefined) await writeRejects(options.rejects, account.rejects);
    const documents = options.dryRun
      ? 0
      : await withElasticsearch(environment, (elasticsearch) =>
          buildRecords(elasticsearch, home, type, buildOptions(environment)),
        );
    if (!options.dryRun) {
      const after = await library.read(source);
      await writeNews(home, newsOfRecords(type, before, after, new Date().toISOString()), withheldOf(type, after));
    }
    printAccount(
      account,
      { built: documents > 0 ? [type.slug] : [], documents },
      { unit: "records", json: options.json ?? false },
    );
    if (account.rejects.length > 0) process.exitCode = exitCodes.rejects;
  });
}

/** Loads what ships with the project, beside what others have loaded. */
export function bundled({ json }: Printing): Promise<void> {
  return withLibrary(async (environment, library) =>
    finishBuild(await buildTypes(environment, library, typeNames, { sparing: true }), json),
  );
}

/** Shows demonstration data of the types nobody has loaded. */
export function demo({ json }: Printing): Promise<void> {
  return withLibrary(async (environment, library) => {
    const types = (await loadRecordTypes())
      .filter(({ demonstration }) => demonstration !== undefined)
      .map(({ slug }) => slug);
    const loaded = (await loadedRecords(resolve(environment.COMPENDIUM_HOME))).filter(
      (source) => source.records > 0 && types.includes(source.type),
    );
    if (loaded.length > 0)
      throw new ExitError(
        exitCodes.usage,
        `Real ${loaded[0]!.type} are loaded (${loaded.map(({ source }) => source).join(", ")}), and demonstration data never stands beside them.`,
      );
    finishBuild(await buildTypes(environment, library, types, {}), json);
  });
}

/** Builds all indices again from the library, or those of one type. */
export function rebuild(type?: string): Promise<void> {
  const types = type === undefined ? typeNames : [knownType(type)];
  return withLibrary(async (environment, library) =>
    finishBuild(await buildTypes(environment, library, types, { all: true }), false),
  );
}

/** Sends readers of a type back to the generation before. */
export function rollback(given: string): Promise<void> {
  const type = knownType(given);
  return withLibrary((environment) =>
    withElasticsearch(environment, async (elasticsearch) => {
      const served = await rollBack(elasticsearch, environment.INDEX_PREFIX, await indexNames(type));
      if (served.length === 0) throw new ExitError(exitCodes.usage, "There is no earlier generation to go back to");
      for (const { index } of served) process.stdout.write(`${index}\n`);
    }),
  );
}

/** Prints what the library and the indices hold. */
export async function status({ json }: Printing): Promise<void> {
  const environment = readEnvironment(process.env);
  const home = resolve(environment.COMPENDIUM_HOME);
  await withElasticsearch(environment, async (elasticsearch) =>
    printStatus(
      new Library(home),
      await loadedRecords(home),
      elasticsearch,
      await generations(elasticsearch, environment.INDEX_PREFIX),
      json ?? false,
    ),
  );
}

/** Prints what is well and what is not with the engine and the indices beside the library; changes nothing. */
export async function doctor({ json }: Printing): Promise<void> {
  const environment = readEnvironment(process.env);
  const home = resolve(environment.COMPENDIUM_HOME);
  const types = await loadRecordTypes();
  await withElasticsearch(environment, async (elasticsearch) => {
    const findings = await examine(elasticsearch, environment.INDEX_PREFIX, home, new Library(home), types);
    printFindings(findings, json ?? false);
    if (findings.some(({ isWell }) => !isWell)) process.exitCode = exitCodes.rejects;
  });
}

/** Prints what visitors said of records. */
export async function feedback({ json }: Printing): Promise<void> {
  for (const line of await keptFeedback(resolve(readEnvironment(process.env).COMPENDIUM_HOME)))
    process.stdout.write(`${json ? JSON.stringify(line) : feedbackLine(line)}\n`);
}

/** Holds the codings beside the texts of the library, and prints those that no longer hold. */
export async function codingsCheck({ json }: Printing): Promise<void> {
  const check = await checkCodings(new Library(resolve(readEnvironment(process.env).COMPENDIUM_HOME)));
  printCodings(check, json ?? false);
  if (check.faults.length > 0) process.exitCode = exitCodes.rejects;
}

/** A source that suddenly loses more than 2 % of its files to rejection has a fault that a person should look at first. */
function refuseFlood(account: Account, rejectedBefore: number, accepted: boolean): void {
  const grown = account.rejects.length - rejectedBefore;
  if (rejectedBefore === 0 && account.unchanged === 0) return; // a first load is judged by its reader, from the account
  if (accepted || grown <= account.seen * 0.02) return;
  printAccount(account, { built: [], documents: 0 }, { unit: "files", json: false });
  throw new ExitError(
    exitCodes.verificationFailed,
    `${grown} more files are rejected than last time. Nothing was swapped; with --accept-rejects it will be.`,
  );
}

/** A path that gives more rejects than records is probably not what the command takes. */
function refuseEmptying(account: Account, accepted: boolean): void {
  if (accepted || account.rejects.length <= account.indexed + account.unchanged) return;
  printAccount(account, { built: [], documents: 0 }, { unit: "records", json: false });
  throw new ExitError(
    exitCodes.verificationFailed,
    "More was rejected than taken. Nothing was swapped; with --accept-rejects it will be.",
  );
}

async function writeRejects(file: string, rejects: Reject[]): Promise<void> {
  const { stringify } = await import("csv-stringify/sync");
  const rows = rejects.map(({ path, place, reason }) => ({ path: printable(path), place: place ?? "", reason }));
  await writeFile(
    file,
    stringify(rows, { header: true, columns: ["path", "place", "reason"], bom: true, escape_formulas: true }),
  );
}

/** Brings the indices of these types up to date, or makes them anew. */
async function buildTypes(
  environment: Environment,
  library: Library,
  types: readonly string[],
  how: Pick<BuildOptions, "sparing"> & { all?: boolean },
): Promise<BuildResult> {
  const options = { ...buildOptions(environment), ...how };
  return withElasticsearch(environment, async (elasticsearch) => {
    const result: BuildResult = { built: [], documents: 0 };
    if (types.includes("legislation")) {
      const laws = await build(elasticsearch, library, options);
      result.built.push(...laws.built);
      result.documents += laws.documents;
    }
    for (const type of await loadRecordTypes(types)) {
      const documents = await buildRecords(elasticsearch, resolve(environment.COMPENDIUM_HOME), type, options);
      if (documents > 0) result.built.push(type.slug);
      result.documents += documents;
    }
    return result;
  });
}

function finishBuild(result: BuildResult, json: boolean | undefined): void {
  if (json) process.stdout.write(`${JSON.stringify({ ...result, seconds: process.uptime() })}\n`);
  else
    say(
      result.built.length === 0
        ? "Everything is up to date; nothing was swapped."
        : `Sent ${result.documents} documents.`,
    );
}

function buildOptions(environment: Environment) {
  const { INDEX_PREFIX: prefix, INDEX_SHARDS: shards, INDEX_REPLICAS: replicas } = environment;
  return { prefix, all: false, layout: { shards, replicas }, signal: interruption, log: say };
}

/** For commands that write: one at a time. */
async function withLibrary(action: (environment: Environment, library: Library) => Promise<void>): Promise<void> {
  const environment = readEnvironment(process.env);
  const home = resolve(environment.COMPENDIUM_HOME);
  const unlock = await lockHome(home);
  try {
    await action(environment, new Library(home));
  } finally {
    await unlock();
  }
}

async function withElasticsearch<Result>(
  environment: Environment,
  action: (elasticsearch: Client) => Promise<Result>,
): Promise<Result> {
  const connection = await connectConfigured(environment, say);
  try {
    return await action(connection.client);
  } finally {
    await connection.stop();
  }
}

async function loadedRecords(home: string): Promise<LoadedRecords[]> {
  const loaded: LoadedRecords[] = [];
  for (const { slug, schema } of await loadRecordTypes()) {
    const library = new RecordLibrary(home, slug, schema);
    for (const source of await library.sources())
      loaded.push({ type: slug, source, records: (await library.read(source)).length });
  }
  return loaded;
}

/** @throws ExitError 2 that names the types there are */
function knownType(type: string): string {
  if (!typeNames.includes(type))
    throw new ExitError(
      exitCodes.usage,
      `There are no indices of "${type}"; there are those of ${typeNames.join(", ")}`,
    );
  return type;
}

/** The indices a type is served from, without prefix and generation. */
async function indexNames(type: string): Promise<string[]> {
  const [recordType] = await loadRecordTypes([type]);
  const definitions = recordType?.indices ?? [
    ...languages.flatMap((language) => [instrumentsIndex(language), provisionsIndex(language)]),
    termTableIndex,
  ];
  return definitions.map(({ name }) => name);
}

function sourceName(given: string): string {
  const name = given
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "");
  if (name === "")
    throw new ExitError(
      exitCodes.usage,
      `A name of letters and digits is needed, and "${given}" has none: give one with --source`,
    );
  return name;
}
