import { setFlagsFromString } from "node:v8";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { languages } from "#domain/languages.ts";
import { exitCodes } from "./exit.ts";
import "./interruption.ts";
import type { LoadOptions, Printing } from "./commands.ts";
import { recordTypes } from "./record-types.ts";

// Garbage is collected when it is as much as what is kept, and not three times as much: loads take a quarter less memory
// and, by docs/benchmarks.md, no more time.
setFlagsFromString("--heap-growing-percent=100");

/** What a command does is read when it is called: help comes at once. */
const commands = () => import("./commands.ts");

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

const languageOption = new Option("--language <code>", "language of files that do not say it").choices(languages);

loading(
  "legislation <folder>",
  "load a folder of laws: manifest.csv beside the files, or --state and --language",
  "files",
)
  .addOption(new Option("--state <iso3>", "State of files that do not say it, as in CAN"))
  .addOption(languageOption)
  .action(async (folder: string, options: LoadOptions) => (await commands()).legislation(folder, options));

for (const { slug, description, takes, load } of recordTypes) {
  const command = loading(`${slug} <path>`, description, "records");
  if (takes?.includes("language")) command.addOption(languageOption);
  command.action(async (path: string, options: LoadOptions) => (await commands()).records(await load(), path, options));
}

program
  .command("bundled")
  .description("load the data that ships with the project")
  .option("--json", "the last line on stdout is one object")
  .action(async (options: Printing) => (await commands()).bundled(options));

program
  .command("demo")
  .description("show demonstration data, drawn from a seed, of what nobody has loaded: matrices")
  .option("--json", "the last line on stdout is one object")
  .action(async (options: Printing) => (await commands()).demo(options));

program
  .command("rebuild [type]")
  .description("build all indices again from the library, or those of one type")
  .action(async (type?: string) => (await commands()).rebuild(type));

program
  .command("rollback <type>")
  .description("send readers back to the generation before, in one call")
  .action(async (type: string) => (await commands()).rollback(type));

program
  .command("status")
  .description("what the library and the indices hold")
  .option("--json", "one object on stdout")
  .action(async (options: Printing) => (await commands()).status(options));

program
  .command("doctor")
  .description("look at the engine, and at the indices beside the library; changes nothing")
  .option("--json", "one object on stdout")
  .action(async (options: Printing) => (await commands()).doctor(options));

program
  .command("feedback")
  .description("what visitors said of records, newest last")
  .option("--json", "one object a line on stdout")
  .action(async (options: Printing) => (await commands()).feedback(options));

program
  .command("codings")
  .description("what was said of provisions, and whether it still holds")
  .command("check")
  .description("hold the codings beside the texts of the library")
  .option("--json", "one object on stdout")
  .action(async (options: Printing) => (await commands()).codingsCheck(options));

try {
  await program.parseAsync(process.argv);
} catch (error) {
  // Commander has said what it had to say.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
  else process.exitCode = (await import("./failure.ts")).tellFailure(error);
}

/** A command that loads a file or folder, with what all of those take. */
function loading(name: string, description: string, unit: "files" | "records"): Command {
  return program
    .command(name)
    .description(description)
    .addOption(new Option("--source <name>", "name of the collection (default: that of the file or folder)"))
    .option("--dry-run", "read and account, change nothing")
    .addOption(new Option("--limit <n>", `take at most n ${unit}`).argParser(wholeNumber))
    .option("--rejects <file>", "write what was rejected with place and reason as CSV")
    .option("--accept-rejects", "swap also when many more are rejected than before, or than taken")
    .option("--json", "the last line on stdout is one object");
}

function wholeNumber(given: string): number {
  const number = Number(given);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("A whole number from 1 is needed.");
  return number;
}
