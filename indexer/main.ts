import { writeFile } from "node:fs/promises";
import { basename, extname, resolve } from "node:path";
import { errors, type Client } from "@elastic/elasticsearch";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { EnvironmentError, readEnvironment, type Environment } from "#domain/environment.ts";
import { languages, type Language } from "#domain/languages.ts";
import { connectConfigured } from "#engine/configured.ts";
import { EngineError } from "#engine/engine-error.ts";
import { states } from "#data/states.ts";
import { instrumentsIndex, provisionsIndex } from "#mappings/legislation.ts";
import { termTableIndex } from "#mappings/term-table.ts";
import { build, type BuildOptions, type BuildResult } from "./build.ts";
import { buildRecords } from "./build-records.ts";
import { checkCodings } from "./check-codings.ts";
import { examine } from "./doctor.ts";
import { ExitError, exitCodes } from "./exit.ts";
import { feedbackLine, keptFeedback } from "./feedback.ts";
import { generations, isOfType, rollBack } from "./generations.ts";
import { Library } from "./library.ts";
import { loadRecords } from "./load-records.ts";
import { newsOfLaws, newsOfRecords, withheldOf, writeNews } from "./news.ts";
import { readLegislation, type Account, type Reject } from "./read-legislation.ts";
import { RecordLibrary } from "./record-library.ts";
import { recordTypes } from "./record-types.ts";
import type { RecordType } from "./record-type.ts";
import { printable, printAccount, printCodings, printFindings, printStatus, type LoadedRecords } from "./report.ts";
import { lockHome } from "./run-lock.ts";

const startedAt = Date.now();
const interruption = new AbortController();
process.once("SIGINT", () =>
  interruption.abort(
    new ExitError(
      exitCodes.interrupted,
      "Interrupted: what was read is kept, and readers still see the old data. Run the command again to finish.",
    ),
  ),
);
process.once("SIGTERM", () =>
  interruption.abort(
    new ExitError(
      exitCodes.interrupted,
      "Stopped: what was read is kept, and readers still see the old data. Run the command again to finish.",
    ),
  ),
);

const typeNames = ["legislation", ...recordTypes.map(({ slug }) => slug)];

const say = (line: string) => process.stderr.write(`${line}\n`);

interface LegislationOptions extends LoadOptions {
  state?: string;
  language?: Language;
}

interface RecordOptions extends LoadOptions {
  language?: Language;
}

interface LoadOptions {
  source?: string;
  dryRun?: boolean;
  limit?: number;
  rejects?: string;
  acceptRejects?: boolean;
  json?: boolean;
}

const program = new Command("npm run index --")
  .description("Fills Elasticsearch. Readers see the old data until the new is whole.")
  .showSuggestionAfterError()
  .showHelpAfterError("(--help lists the commands, <command> --help their options)")
  .exitOverride()
  .addHelpText(
    "after",
    `
Examples:
  npm run index -- legislation ../laws                     a folder with manifest.csv
  npm run index -- legislation ../laws --state KEN --language en
  npm run index -- legislation ../laws --dry-run --rejects rejects.csv
  npm run index -- effective-practices practices.xlsx
  npm run index -- reports ../documents --language en
  npm run index -- rollback legislation
  npm run index -- codings check

Exit codes: 0 clean, 1 unexpected, 2 usage, 3 finished with rejects or faults, 4 verification failed and nothing swapped,
75 engine or disk (try again), 78 configuration, 130 interrupted.`,
  );

program
  .command("legislation <folder>")
  .description("load a folder of laws: manifest.csv beside the files, or --state and --language")
  .addOption(new Option("--state <iso3>", "State of files that do not say it, as in CAN").argParser(stateCode))
  .addOption(new Option("--language <code>", "language of files that do not say it").choices(languages))
  .addOption(new Option("--source <name>", "name of the collection (default: the folder's)").argParser(sourceName))
  .option("--dry-run", "read and account, change nothing")
  .addOption(new Option("--limit <n>", "read at most n files").argParser(wholeNumber))
  .option("--rejects <file>", "write the rejected files with place and reason as CSV")
  .option("--accept-rejects", "swap also when many more files are rejected than last time")
  .option("--json", "the last line on stdout is one object")
  .action((folder: string, options: LegislationOptions) =>
    withLibrary((environment, library) => legislation(environment, library, folder, options)),
  );

for (const type of recordTypes) {
  const command = program.command(`${type.slug} <path>`).description(type.description);
  if (type.takes?.includes("language"))
    command.addOption(new Option("--language <code>", "language of files that do not say it").choices(languages));
  command
    .addOption(
      new Option("--source <name>", "name of the collection (default: the file's or folder's)").argParser(sourceName),
    )
    .option("--dry-run", "read and account, change nothing")
    .addOption(new Option("--limit <n>", "take at most n records").argParser(wholeNumber))
    .option("--rejects <file>", "write what was rejected with place and reason as CSV")
    .option("--accept-rejects", "swap also when many more records are rejected than taken")
    .option("--json", "the last line on stdout is one object")
    .action((path: string, options: RecordOptions) =>
      withLibrary((environment) => records(environment, type, path, options)),
    );
}

program
  .command("bundled")
  .description("load the data that ships with the project")
  .option("--json", "the last line on stdout is one object")
  .action((options: { json?: boolean }) =>
    withLibrary(async (environment, library) =>
      finishBuild(await buildTypes(environment, library, typeNames, { sparing: true }), options.json),
    ),
  );

program
  .command("demo")
  .description("show demonstration data, drawn from a seed, of what nobody has loaded: matrices")
  .option("--json", "the last line on stdout is one object")
  .action((options: { json?: boolean }) =>
    withLibrary(async (environment, library) => {
      const types = recordTypes.filter(({ demonstration }) => demonstration !== undefined);
      const loaded = (await loadedRecords(resolve(environment.COMPENDIUM_HOME))).filter(
        (source) => source.records > 0 && types.some(({ slug }) => slug === source.type),
      );
      if (loaded.length > 0)
        throw new ExitError(
          exitCodes.usage,
          `Real ${loaded[0]!.type} are loaded (${loaded.map(({ source }) => source).join(", ")}), and demonstration data never stands beside them.`,
        );
      const slugs = types.map(({ slug }) => slug);
      finishBuild(await buildTypes(environment, library, slugs, {}), options.json);
    }),
  );

program
  .command("rebuild [type]")
  .description("build all indices again from the library, or those of one type")
  .action((type: string | undefined) => {
    const types = type === undefined ? typeNames : [knownType(type)];
    return withLibrary(async (environment, library) =>
      finishBuild(await buildTypes(environment, library, types, { all: true }), false),
    );
  });

program
  .command("rollback <type>")
  .description("send readers back to the generation before, in one call")
  .action((type: string) => {
    const names = indexNames(knownType(type));
    return withLibrary((environment) =>
      withElasticsearch(environment, async (elasticsearch) => {
        const served = await rollBack(elasticsearch, environment.INDEX_PREFIX, names);
        if (served.length === 0) throw new ExitError(exitCodes.usage, "There is no earlier generation to go back to");
        for (const { index } of served) process.stdout.write(`${index}\n`);
      }),
    );
  });

program
  .command("status")
  .description("what the library and the indices hold")
  .option("--json", "one object on stdout")
  .action((options: { json?: boolean }) =>
    withEnvironment(async (environment) => {
      const library = new Library(resolve(environment.COMPENDIUM_HOME));
      await withElasticsearch(environment, async (elasticsearch) =>
        printStatus(
          library,
          await loadedRecords(resolve(environment.COMPENDIUM_HOME)),
          elasticsearch,
          await generations(elasticsearch, environment.INDEX_PREFIX),
          options.json ?? false,
        ),
      );
    }),
  );

program
  .command("doctor")
  .description("look at the engine, and at the indices beside the library; changes nothing")
  .option("--json", "one object on stdout")
  .action((options: { json?: boolean }) =>
    withEnvironment(async (environment) => {
      const home = resolve(environment.COMPENDIUM_HOME);
      await withElasticsearch(environment, async (elasticsearch) => {
        const findings = await examine(elasticsearch, environment.INDEX_PREFIX, home, new Library(home), recordTypes);
        printFindings(findings, options.json ?? false);
        if (findings.some(({ isWell }) => !isWell)) process.exitCode = exitCodes.rejects;
      });
    }),
  );

program
  .command("feedback")
  .description("what visitors said of records, newest last")
  .option("--json", "one object a line on stdout")
  .action((options: { json?: boolean }) =>
    withEnvironment(async (environment) => {
      for (const line of await keptFeedback(resolve(environment.COMPENDIUM_HOME)))
        process.stdout.write(`${options.json ? JSON.stringify(line) : feedbackLine(line)}\n`);
    }),
  );

program
  .command("codings")
  .description("what was said of provisions, and whether it still holds")
  .command("check")
  .description("hold the codings beside the texts of the library")
  .option("--json", "one object on stdout")
  .action((options: { json?: boolean }) =>
    withEnvironment(async (environment) => {
      const check = await checkCodings(new Library(resolve(environment.COMPENDIUM_HOME)));
      printCodings(check, options.json ?? false);
      if (check.faults.length > 0) process.exitCode = exitCodes.rejects;
    }),
  );

async function legislation(
  environment: Environment,
  library: Library,
  folder: string,
  options: LegislationOptions,
): Promise<void> {
  const source = options.source ?? sourceName(basename(resolve(folder)));
  const before = await library.catalogue(source);
  const rejectedBefore = Object.values(before).filter(({ outcome }) => "rejected" in outcome).length;
  const account = await readLegislation(folder, library, {
    source,
    defaults: {
      ...(options.state !== undefined && { state: options.state }),
      ...(options.language !== undefined && { language: options.language }),
    },
    ...(options.limit !== undefined && { limit: options.limit }),
    dryRun: options.dryRun ?? false,
    signal: interruption.signal,
    check: (found) => refuseFlood(found, rejectedBefore, options.acceptRejects ?? false),
  });
  if (options.rejects !== undefined) await writeRejects(options.rejects, account.rejects);
  let result: BuildResult = { built: [], documents: 0 };
  if (!options.dryRun) {
    result = await withElasticsearch(environment, (elasticsearch) =>
      build(elasticsearch, library, buildOptions(environment, false)),
    );
    const after = await library.catalogue(source);
    await writeNews(resolve(environment.COMPENDIUM_HOME), newsOfLaws(before, after, new Date().toISOString()));
  }
  printAccount(account, result, {
    unit: "files",
    json: options.json ?? false,
    seconds: (Date.now() - startedAt) / 1000,
  });
  if (account.rejects.length > 0) process.exitCode = exitCodes.rejects;
}

/** Loads a file or folder of records of a type other than laws. */
async function records(
  environment: Environment,
  type: RecordType,
  path: string,
  options: RecordOptions,
): Promise<void> {
  const home = resolve(environment.COMPENDIUM_HOME);
  const source = options.source ?? sourceName(basename(resolve(path), extname(path)));
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
        buildRecords(elasticsearch, home, type, buildOptions(environment, false)),
      );
  if (!options.dryRun) {
    const after = await library.read(source);
    await writeNews(home, newsOfRecords(type, before, after, new Date().toISOString()), withheldOf(type, after));
  }
  printAccount(
    account,
    { built: documents > 0 ? [type.slug] : [], documents },
    { unit: "records", json: options.json ?? false, seconds: (Date.now() - startedAt) / 1000 },
  );
  if (account.rejects.length > 0) process.exitCode = exitCodes.rejects;
}

/** A path that gives more rejects than records is probably not what the command takes. */
function refuseEmptying(account: Account, accepted: boolean): void {
  if (accepted || account.rejects.length <= account.indexed + account.unchanged) return;
  printAccount(
    account,
    { built: [], documents: 0 },
    { unit: "records", json: false, seconds: (Date.now() - startedAt) / 1000 },
  );
  throw new ExitError(
    exitCodes.verificationFailed,
    "More was rejected than taken. Nothing was swapped; with --accept-rejects it will be.",
  );
}

/** Brings the indices of these types up to date, or makes them anew. */
async function buildTypes(
  environment: Environment,
  library: Library,
  types: readonly string[],
  how: Pick<BuildOptions, "sparing"> & { all?: boolean },
): Promise<BuildResult> {
  const options = { ...buildOptions(environment, how.all ?? false), ...how };
  return withElasticsearch(environment, async (elasticsearch) => {
    const result: BuildResult = { built: [], documents: 0 };
    if (types.includes("legislation")) {
      const laws = await build(elasticsearch, library, options);
      result.built.push(...laws.built);
      result.documents += laws.documents;
    }
    for (const type of recordTypes.filter(({ slug }) => types.includes(slug))) {
      const documents = await buildRecords(elasticsearch, resolve(environment.COMPENDIUM_HOME), type, options);
      if (documents > 0) result.built.push(type.slug);
      result.documents += documents;
    }
    return result;
  });
}

/** A source that suddenly loses more than 2 % of its files to rejection has a fault that a person should look at first. */
function refuseFlood(account: Account, rejectedBefore: number, accepted: boolean): void {
  const grown = account.rejects.length - rejectedBefore;
  if (rejectedBefore === 0 && account.unchanged === 0) return; // a first load is judged by its reader, from the account
  if (accepted || grown <= account.seen * 0.02) return;
  printAccount(
    account,
    { built: [], documents: 0 },
    { unit: "files", json: false, seconds: (Date.now() - startedAt) / 1000 },
  );
  throw new ExitError(
    exitCodes.verificationFailed,
    `${grown} more files are rejected than last time. Nothing was swapped; with --accept-rejects it will be.`,
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

function finishBuild(result: BuildResult, json: boolean | undefined): void {
  if (json) process.stdout.write(`${JSON.stringify({ ...result, seconds: (Date.now() - startedAt) / 1000 })}\n`);
  else
    say(
      result.built.length === 0
        ? "Everything is up to date; nothing was swapped."
        : `Sent ${result.documents} documents.`,
    );
}

function buildOptions(environment: Environment, all: boolean) {
  const { INDEX_PREFIX: prefix, INDEX_SHARDS: shards, INDEX_REPLICAS: replicas } = environment;
  return { prefix, all, layout: { shards, replicas }, signal: interruption.signal, log: say };
}

async function withEnvironment(action: (environment: Environment) => Promise<void>): Promise<void> {
  await action(readEnvironment(process.env));
}

/** For commands that write: one at a time. */
async function withLibrary(action: (environment: Environment, library: Library) => Promise<void>): Promise<void> {
  await withEnvironment(async (environment) => {
    const home = resolve(environment.COMPENDIUM_HOME);
    const unlock = await lockHome(home);
    try {
      await action(environment, new Library(home));
    } finally {
      await unlock();
    }
  });
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
  for (const { slug, schema } of recordTypes) {
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
function indexNames(type: string): string[] {
  const definitions = recordTypes.find(({ slug }) => slug === type)?.indices ?? [
    ...languages.flatMap((language) => [instrumentsIndex(language), provisionsIndex(language)]),
    termTableIndex,
  ];
  return definitions.map(({ name }) => name);
}

function stateCode(given: string): string {
  const code = given.toUpperCase();
  if (!states.has(code))
    throw new InvalidArgumentError("It is not the three-letter code of a Member State, as in CAN.");
  return code;
}

function sourceName(given: string): string {
  const name = given
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "");
  if (name === "") throw new InvalidArgumentError("A name of letters and digits is needed.");
  return name;
}

function wholeNumber(given: string): number {
  const number = Number(given);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("A whole number from 1 is needed.");
  return number;
}

try {
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = exitCodeOf(error);
  const told = error instanceof ExitError || error instanceof EngineError || error instanceof EnvironmentError;
  const { message, stack } = error as Error;
  if (told) say(message);
  else if (process.exitCode === exitCodes.tryAgain)
    say(`Elasticsearch does not answer as it should (${message}): run the command again`);
  else if (!(error instanceof CommanderError)) say(stack ?? String(error));
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
  if (error instanceof ExitError) return error.exitCode;
  if (error instanceof EnvironmentError) return exitCodes.configuration;
  if (error instanceof EngineError) return error.exitCode;
  if (interruption.signal.aborted) return exitCodes.interrupted;
  const isPassing =
    error instanceof errors.ConnectionError ||
    error instanceof errors.TimeoutError ||
    error instanceof errors.NoLivingConnectionsError ||
    (error instanceof errors.ResponseError && ((error.statusCode ?? 500) >= 500 || error.statusCode === 429)) ||
    // An index that was being built was removed by an indexer of another home folder.
    isOfType(error, "index_not_found_exception");
  return isPassing ? exitCodes.tryAgain : exitCodes.unexpected;
}
