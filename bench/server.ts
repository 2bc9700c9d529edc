import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "#engine/free-ports.ts";

/**
 * Starts the real server on a free port, as `npm start` does, and waits until it is ready.
 * @param variables of its environment that differ from our own
 */
export async function startServer(
  variables: NodeJS.ProcessEnv = {},
): Promise<{ address: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const server = spawn(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), join(import.meta.dirname, "../server/main.ts")],
    {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, ...variables, PORT: String(port), HOST: "127.0.0.1", LOG_LEVEL: "error" },
    },
  );
  const gone = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const address = `http://127.0.0.1:${port}`;
  const stop = async () => {
    server.kill("SIGTERM");
    await gone;
  };
  for (let tries = 0; tries < 600 && server.exitCode === null; tries += 1) {
    const ready = await fetch(`${address}/readyz`).catch(() => undefined);
    if (ready?.ok) return { address, stop };
    await sleep(500);
  }
  await stop();
  throw new Error("The server did not become ready; the lines above say why.");
}
