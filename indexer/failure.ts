import { errors } from "@elastic/elasticsearch";
import { EnvironmentError } from "#domain/environment.ts";
import { EngineError } from "#engine/engine-error.ts";
import { ExitError, exitCodes } from "./exit.ts";
import { isOfType } from "./generations.ts";
import { interruption } from "./interruption.ts";

/** Says on stderr why a command failed, and gives the exit code that says it to scripts. */
export function tellFailure(error: unknown): number {
  const exitCode = exitCodeOf(error);
  const { message, stack } = error as Error;
  let told = stack ?? String(error);
  if (error instanceof ExitError || error instanceof EngineError || error instanceof EnvironmentError) told = message;
  else if (exitCode === exitCodes.tryAgain)
    told = `Elasticsearch does not answer as it should (${message}): run the command again`;
  process.stderr.write(`${told}\n`);
  return exitCode;
}

function exitCodeOf(error: unknown): number {
  if (error instanceof ExitError || error instanceof EngineError) return error.exitCode;
  if (error instanceof EnvironmentError) return exitCodes.configuration;
  if (interruption.aborted) return exitCodes.interrupted;
  const isPassing =
    error instanceof errors.ConnectionError ||
    error instanceof errors.TimeoutError ||
    error instanceof errors.NoLivingConnectionsError ||
    (error instanceof errors.ResponseError && ((error.statusCode ?? 500) >= 500 || error.statusCode === 429)) ||
    // An index that was being built was removed by an indexer of another home folder.
    isOfType(error, "index_not_found_exception");
  return isPassing ? exitCodes.tryAgain : exitCodes.unexpected;
}
