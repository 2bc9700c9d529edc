import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { inject } from "vitest";
import { Matrix } from "#domain/matrices.ts";
import { RecordLibrary } from "#indexer/record-library.ts";

export interface Finished {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** Starts `npm run index -- …` without npm, on the Elasticsearch of this test run; `under` a program that watches it, if any. */
export function startIndexer(
  home: string,
  prefix: string,
  args: string[],
  environment: Record<string, string> = { ELASTICSEARCH_URL: inject("elasticsearchUrl") },
  under: string[] = [],
): { process: ChildProcess; finished: Promise<Finished> } {
  const program = join(import.meta.dirname, "../../indexer/main.ts");
  const command = [...under, process.execPath, "--import", import.meta.resolve("tsx"), program, ...args];
  const child = spawn(command[0]!, command.slice(1), {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, COMPENDIUM_HOME: home, INDEX_PREFIX: prefix, ...environment },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const finished = new Promise<Finished>((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { process: child, finished };
}

export function runIndexer(home: string, prefix: string, ...args: string[]): Promise<Finished> {
  return startIndexer(home, prefix, args).finished;
}

/** The object `--json` prints last. */
export function lastObject(stdout: string): Record<string, unknown> {
  return JSON.parse(stdout.trim().split("\n").at(-1)!) as Record<string, unknown>;
}

/** Gives a home a matrix, so that building every type does not build the demonstration's 300,000 cells. */
export async function withoutDemonstration(home: string): Promise<void> {
  await new RecordLibrary(home, "matrices", Matrix).replace("sample", [
    {
      id: "2011/KEN",
      state: "KEN",
      snapshot: "2011",
      template: "2008",
      date: "2011-04",
      demonstration: false,
      published: true,
      reportDates: [],
      cells: [],
    },
  ]);
}
