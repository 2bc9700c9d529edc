import { resolve } from "node:path";
import { EnvironmentError, readEnvironment } from "#domain/environment.ts";
import { startCluster } from "./cluster.ts";
import { EngineError } from "./engine-error.ts";

/** `npm run cluster`: three nodes to try things on, until Ctrl-C. Its one line on stdout is for the other terminal. */
try {
  const { COMPENDIUM_HOME, ELASTICSEARCH_HOME, ENGINE_HEAP } = readEnvironment(process.env);
  const stopped = new Promise((stop) => {
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
  const cluster = await startCluster({
    home: resolve(COMPENDIUM_HOME),
    elasticsearchHome: ELASTICSEARCH_HOME,
    heap: ENGINE_HEAP,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  process.stdout.write(`ELASTICSEARCH_URL=${cluster.url}\n`);
  // A process that only waits for a signal has nothing to do, and would end.
  const waiting = setInterval(() => undefined, 60_000);
  await stopped;
  clearInterval(waiting);
  await cluster.stop();
} catch (error) {
  const told = error instanceof EngineError || error instanceof EnvironmentError;
  process.stderr.write(`${told ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exitCode = error instanceof EngineError ? error.exitCode : told ? 78 : 1;
}
