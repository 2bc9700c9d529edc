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
      if (language === "curl") {
        const { stdout } = await run("bash", ["-c", text]);
        expect(String((JSON.parse(stdout) as Record<string, unknown>)[call.shown])).toBe(expected);
        return;
      }
      const file = join(folder, language === "Python" ? `${call.name}.py` : `${call.name}.mts`);
      await writeFile(file, text);
      const { stdout } = await run(
        programs[language],
        language === "Python" ? [file] : ["--import", import.meta.resolve("tsx"), file],
        { env: { ...process.env, PYTHONIOENCODING: "utf-8" } },
      );
      expect(stdout.trim()).toBe(expected);
    },
  );
});
