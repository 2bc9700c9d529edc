import { spawn } from "node:child_process";
import type { Server } from "node:http";
import * as path from "node:path";
import type { Express } from "express";
import { pino } from "pino";
import { EnvironmentError, readEnvironment, type Environment } from "#domain/environment.ts";
import { connectConfigured } from "#engine/configured.ts";
import { EngineError } from "#engine/engine-error.ts";

/** Requests under way are given this long at shutdown. */
const patience = 10_000;

/** The server cannot start; the message says what to do. */
class StartError extends Error {
  override name = "StartError";
}

const say = (line: string) => process.stderr.write(`${line}\n`);

try {
  await start(readEnvironment(process.env));
} catch (error) {
  const told = error instanceof EngineError || error instanceof EnvironmentError || error instanceof StartError;
  say(told ? error.message : String((error as Error).stack ?? error));
  process.exit(error instanceof EngineError ? error.exitCode : told ? 78 : 1);
}

/** Starts Elasticsearch, loads the bundled data where it is absent or old, serves, and stops all of it at a signal. */
async function start(environment: Environment): Promise<void> {
  const started = Date.now();
  const step = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const begun = Date.now();
    const result = await work();
    say(`${name}: ${((Date.now() - begun) / 1000).toFixed(1)} s`);
    return result;
  };
  const connection = await step("Elasticsearch", () => connectConfigured(environment, say));
  try {
    // The code of the server is read while the indexer looks at the data: together they take as long as the longer.
    const [{ createApp }] = await Promise.all([
      import("./app.ts"),
      step("Bundled data", () => loadBundled(connection.url)),
    ]);
    let open = true;
    const app = createApp({
      elasticsearch: connection.client,
      prefix: environment.INDEX_PREFIX,
      home: path.resolve(environment.COMPENDIUM_HOME),
      logger: pino({ level: environment.LOG_LEVEL }, pino.destination(2)),
      trustProxy: environment.TRUST_PROXY,
      isOpen: () => open,
    });
    const server = await listen(app, environment);
    say(
      `Ready after ${((Date.now() - started) / 1000).toFixed(1)} s: http://${environment.HOST.includes(":") ? `[${environment.HOST}]` : environment.HOST}:${environment.PORT}  (Ctrl-C stops it)`,
    );

    const shutDown = (reason: string) => {
      if (!open) process.exit(1); // asked twice: at once
      open = false;
      say(`${reason}: stopping`);
      const force = setTimeout(() => server.closeAllConnections(), patience);
      server.close(() => {
        clearTimeout(force);
        void connection.stop().then(() => process.exit(0));
      });
      server.closeIdleConnections();
    };
    process.on("SIGINT", () => shutDown("Interrupted"));
    process.on("SIGTERM", () => shutDown("Asked to stop"));
    stopWithParent(() => shutDown("The process that started this is gone"));
  } catch (error) {
    await connection.stop();
    throw error;
  }
}

/** The indexer is a program of its own; its steps show on this terminal. */
function loadBundled(elasticsearchUrl: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const indexer = spawn(
      process.execPath,
      ["--import", import.meta.resolve("tsx"), path.join(import.meta.dirname, "../indexer/main.ts"), "bundled"],
      {
        stdio: ["ignore", "inherit", "inherit"],
        env: { ...process.env, ELASTICSEARCH_URL: elasticsearchUrl },
      },
    );
    indexer.once("error", reject);
    indexer.once("exit", (code, signal) => {
      // 75: another indexer is at work here; what it loads will be served as soon as it is whole.
      if (code === 0 || code === 75) resolve();
      else
        reject(
          new StartError(
            `The bundled data could not be loaded (the indexer ended with ${code ?? signal}); the lines above say why.`,
          ),
        );
    });
  });
}

function listen(app: Express, { HOST, PORT }: Environment): Promise<Server> {
  // A crowd that comes at once waits to be let in, and is not kept out by the system: this many it allows at most (somaxconn).
  const waiting = 4096;
  return new Promise((resolve, reject) => {
    const server = app.listen(PORT, HOST, waiting, (error) => {
      if (error === undefined) resolve(server);
      else if ((error as NodeJS.ErrnoException).code === "EADDRINUSE")
        reject(new StartError(`Port ${PORT} is taken by another program: stop it, or choose another port with PORT.`));
      else reject(new StartError(`The server cannot listen at ${HOST}:${PORT} (HOST, PORT): ${error.message}`));
    });
  });
}

/** npm passes no SIGTERM on: when it is stopped, this process is left to another parent, and notices that. */
function stopWithParent(stop: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 1000).unref();
}
