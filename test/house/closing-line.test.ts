import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
let project: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "compendium-closing-line-"));
  mkdirSync(join(project, "test"));
  symlinkSync(join(root, "node_modules"), join(project, "node_modules"), "junction");
  write("package.json", `{ "type": "module" }`);
  write(
    "vite.config.ts",
    `export default { test: { reporters: ["default", "./test/closing-line.ts"], globalSetup: "./global-setup.ts" } };`,
  );
  write(
    "global-setup.ts",
    `export function setup() { if (process.env.ENGINE_FAILS) throw new Error("no engine"); }
    export function teardown() { console.log("The engine is stopped"); }`,
  );
  copyFileSync(join(root, "test/closing-line.ts"), join(project, "test/closing-line.ts"));
});

afterAll(() => rmSync(project, { recursive: true }));

describe("the closing line", () => {
  it("counts what passed, failed and was skipped, and names what was tried, and what was skipped with its reason", () => {
    write(
      "counts.test.ts",
      `import { describe, expect, it } from "vitest";
      it("passes", () => { expect(1).toBe(1); });
      it("tries a fault", ({ task }) => { task.meta.cases = ["12 of 12 survived"]; });
      it("fails", () => { expect(1).toBe(2); });
      it("starts a container", (context) => { context.skip("Docker is not there"); });
      describe.skipIf(true)("in another place", () => { it("is left out", () => {}); });`,
    );
    expect(closingLines("counts")).toEqual([
      "The engine is stopped",
      "case: 12 of 12 survived",
      "skipped: counts.test.ts > starts a container: Docker is not there",
      "skipped: counts.test.ts > in another place > is left out",
      "2 passed, 1 failed, 2 skipped",
    ]);
  });

  it("counts a file that could not be loaded as one failure", () => {
    write("unloadable.test.ts", `import "./nowhere.ts";`);
    expect(closingLines("unloadable").at(-1)).toBe("0 passed, 1 failed, 0 skipped");
  });

  it("counts a failed hook, whose tests never ran, as a failure", () => {
    write(
      "hook.test.ts",
      `import { beforeAll, describe, it } from "vitest";
      describe("with an engine", () => { beforeAll(() => { throw new Error("none"); }); it("never runs", () => {}); });`,
    );
    expect(closingLines("hook").at(-1)).toBe("0 passed, 1 failed, 1 skipped");
  });

  it("counts an error nobody caught as a failure", () => {
    write(
      "late.test.ts",
      `import { it } from "vitest";
      it("passes too early", async () => {
        setTimeout(() => { throw new Error("late"); }, 0);
        await new Promise((resolve) => setTimeout(resolve, 50));
      });`,
    );
    expect(closingLines("late").at(-1)).toBe("1 passed, 1 failed, 0 skipped");
  });

  it("counts a run that never began as a failure", () => {
    expect(closingLines("counts", { ENGINE_FAILS: "yes" }).at(-1)).toBe("0 passed, 1 failed, 0 skipped");
    expect(closingLines("fits-no-file").at(-1)).toBe("0 passed, 1 failed, 0 skipped");
  });
});

function write(path: string, text: string) {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
}

/** What follows Vitest's own summary on stdout. */
function closingLines(filter: string, variables: Record<string, string> = {}): string[] {
  const { PATH, SystemRoot } = process.env;
  const { stdout } = spawnSync(process.execPath, [join(root, "node_modules/vitest/vitest.mjs"), "run", filter], {
    cwd: project,
    encoding: "utf8",
    env: { PATH, SystemRoot, NO_COLOR: "1", ...variables },
  });
  const lines = stdout.trimEnd().split("\n");
  return lines
    .slice(lines.findIndex((line) => line.trimStart().startsWith("Duration")) + 1)
    .filter((line) => line !== "");
}
