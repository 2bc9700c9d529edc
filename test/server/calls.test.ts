import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callLanguages, calls, written, type CallLanguage } from "#web/help/calls.ts";
import { loadLaws, removeIndices, testElasticsearch } from "../support/load.ts";
import { startApp } from "../support/start-app.ts";

const run = promisify(execFile);
const elasticsearch = testElasticsearch();
const prefix = "test-calls";
let app: Awaited<ReturnType<typeof startApp>>;
let folder: string;

beforeAll(async () => {
  await removeIndices(elasticsearch, prefix);
  await loadLaws(elasticsearch, prefix);
  app = await startApp(elasticsearch, prefix);
  folder = await mkdtemp(join(tmpdir(), "compendium-calls-"));
}, 120_000);

afterAll(async () => {
  await app?.stop();
  await removeIndices(elasticsearch, prefix);
  await rm(folder, { recursive: true, force: true });
});

/** What runs a call, and how one sees that it is there. */
const programs: Record<CallLanguage, string> = { curl: "curl", TypeScript: process.execPath, Python: "python3" };

describe("the calls of the help", () => {
  it.for(callLanguages.flatMap((language) => calls.map((call) => [language, call.name, call] as const)))(
    "in %s run as they are copied: %s",
    { timeout: 60_000 },
    async ([language, , call], { skip }) => {
      if (spawnSync(programs[language], ["--version"]).error !== undefined)
        skip(`${programs[language]} is not installed`);
      const text = written(call, language, app.address);
      const answer = (await (await fetch(`${app.address}${call.path}`)).json()) as Record<string, unknown>;
      const expected = String(answer[call.shown]);
      expect(expected).not.toBe("undefined");
      const { stdout } = await ran(language, text, call.name);
      const shown = language === "curl" ? (JSON.parse(stdout) as Record<string, unknown>)[call.shown] : stdout.trim();
      expect(String(shown)).toBe(expected);
    },
  );
});

/** Runs a call as a reader would: pasted into a shell, or kept as a file. */
async function ran(language: CallLanguage, text: string, name: string): Promise<{ stdout: string }> {
  if (language === "curl") return run("bash", ["-c", text]);
  const file = join(folder, language === "Python" ? `${name}.py` : `${name}.mts`);
  await writeFile(file, text);
  const args = language === "Python" ? [file] : ["--import", import.meta.resolve("tsx"), file];
  return run(programs[language], args, { env: { ...process.env, PYTHONIOENCODING: "utf-8" } });
}
