import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "#engine/free-ports.ts";
import { stopped } from "./command-line.ts";
import { printMachine, printTable } from "./table.ts";
import { median, timeOf } from "./timing.ts";

const root = join(import.meta.dirname, "..");
const tsx = ["--import", import.meta.resolve("tsx")];

/**
 * Starts what a person starts, in turn with the least it could be: `npm start` with all in place, the API beside a bare
 * Express, the help of the command that loads beside a Node that does nothing.
 */
export async function start({ runs }: { runs: number }): Promise<void> {
  printMachine();
  const starters: [string, () => Promise<number>][] = [
    ["npm start until it is ready", () => untilReady("npm", ["start"])],
    ["API until it is ready", () => untilReady(process.execPath, [...tsx, "server/main.ts"])],
    ["bare Express until it is ready", () => untilReady(process.execPath, ["--input-type=module", "-e", bareExpress])],
    ["npm run index -- --help", () => untilEnd("npm", ["run", "--silent", "index", "--", "--help"])],
    ["indexer --help", () => untilEnd(process.execPath, ["setup.mjs", "--no-web", "indexer/main.ts", "--help"])],
    ["tsx, nothing else", () => untilEnd(process.execPath, [...tsx, "-e", "0"])],
    ["node -e 0", () => untilEnd(process.execPath, ["-e", "0"])],
  ];
  const times = new Map(starters.map(([name]): [string, number[]] => [name, []]));
  // The first of each fills the caches of the file system, and is not measured.
  for (let run = -1; run < runs; run += 1)
    for (const [name, measure] of starters) {
      const milliseconds = await measure();
      if (run >= 0) times.get(name)!.push(milliseconds);
    }
  const of = (name: string) => median(times.get(name)!);
  const row = (name: string, base: string) => [
    name,
    of(name).toFixed(0),
    `${(of(name) / of(base)).toFixed(2)} × ${base}`,
  ];
  printTable(
    `Starts, medians of ${runs}`,
    ["", "ms", "beside the least"],
    [
      row("npm start until it is ready", "bare Express until it is ready"),
      row("API until it is ready", "bare Express until it is ready"),
      row("bare Express until it is ready", "bare Express until it is ready"),
      row("npm run index -- --help", "node -e 0"),
      row("indexer --help", "node -e 0"),
      row("tsx, nothing else", "node -e 0"),
      row("node -e 0", "node -e 0"),
    ],
  );
}

const bareExpress = `import express from "express";
express().get("/readyz", (_request, response) => response.json({ status: "ready" })).listen(Number(process.env.PORT), "127.0.0.1");`;

/** Milliseconds from the start of a service until it says that it is ready; it is stopped then. */
async function untilReady(command: string, given: string[]): Promise<number> {
  const port = await freePort();
  const begun = performance.now();
  const program = spawn(command, given, {
    cwd: root,
    stdio: "ignore",
    env: { ...process.env, PORT: String(port), HOST: "127.0.0.1", LOG_LEVEL: "error" },
  });
  try {
    while (program.exitCode === null) {
      const ready = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
      if (ready?.ok) return performance.now() - begun;
      await sleep(5);
    }
    throw new Error(`${command} ${given.join(" ")} ended before it was ready`);
  } finally {
    await stopped(program);
    // What npm started ends a moment later.
    while (await answers(`http://127.0.0.1:${port}/livez`)) await sleep(50);
  }
}

function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    () => true,
    () => false,
  );
}

function untilEnd(command: string, given: string[]): Promise<number> {
  return timeOf(async () => {
    const program = spawn(command, given, { cwd: root, stdio: "ignore" });
    const code = await new Promise((resolve) => program.once("exit", resolve));
    if (code !== 0) throw new Error(`${command} ${given.join(" ")} ended with ${String(code)}`);
  });
}
