import { spawn } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const setup = resolve(import.meta.dirname, "../../setup.mjs");
let clone: string;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), "compendium-setup-"));
  copyFileSync(setup, join(clone, "setup.mjs"));
  write("package.json", { type: "module", engines: { node: "^20.19.5 || >=22.13.0" } });
  write("package-lock.json", {
    packages: {
      "": {},
      "node_modules/tsx": { version: "1.0.0" },
      "node_modules/vite": { version: "1.0.0", dev: true },
      "node_modules/for-another-platform": { version: "1.0.0", optional: true },
    },
  });
  write("web/index.html", "<p>first</p>");
  write("domain/languages.ts", "export const languages = [];");
  write("vite.config.ts", "");
  write("server/main.mjs", `console.log("served", ...process.argv.slice(2), process.env.PORT); process.exitCode = 7;`);
  // Stands in for npm: writes down that it ran, and installs a vite and a tsx that do as much as is needed here.
  write(
    "fake/npm-cli.js",
    `import fs from "node:fs";
    fs.appendFileSync("npm-runs.txt", process.argv.slice(2).join(" ") + "\\n");
    if (process.env.NPM_FAILS) process.exit(Number(process.env.NPM_FAILS));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const write = (path, text) => { fs.mkdirSync(path.replace(/\\/[^/]*$/, ""), { recursive: true }); fs.writeFileSync(path, text); };
    write("node_modules/tsx/package.json", JSON.stringify({ type: "module", exports: { "./esm/api": "./api.js" } }));
    write("node_modules/tsx/api.js", "export function register() {}");
    write("node_modules/vite/bin/vite.js", \`
      const fs = require("node:fs");
      fs.appendFileSync("vite-runs.txt", process.argv.slice(2).join(" ") + "\\\\n");
      if (process.env.VITE_FAILS) process.exit(Number(process.env.VITE_FAILS));
      fs.mkdirSync("web/dist", { recursive: true });
      fs.copyFileSync("web/index.html", "web/dist/index.html");
    \`);
    console.log("added 2 packages");
    write("node_modules/.package-lock.json", JSON.stringify({ packages: {
      "node_modules/tsx": { version: "1.0.0" }, "node_modules/vite": { version: "1.0.0" } } }));`,
  );
});

afterEach(() => rmSync(clone, { recursive: true }));

describe("node setup.mjs", () => {
  it("installs, builds, and becomes the program, which alone speaks on stdout", async () => {
    const { exitCode, stdout, stderr } = await start(["server/main.mjs", "--port", "1"], { PORT: "4000" });
    expect(stdout).toBe("served --port 1 4000\n");
    expect(exitCode).toBe(7);
    expect(stderr).toMatch(
      /Installing packages .*\n[^]*Packages installed in [\d.]+ s\nBuilding the web app …\nWeb app built in [\d.]+ s\n$/u,
    );
    expect(read("npm-runs.txt")).toBe("ci --include=dev\n");
    expect(read("web/dist/index.html")).toBe("<p>first</p>");
  });

  it("says and does nothing where nothing is missing", async () => {
    await start([]);
    const { exitCode, stderr } = await start([]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(read("npm-runs.txt")).toBe("ci --include=dev\n");
    expect(read("vite-runs.txt")).toBe("build\n");
  });

  it("builds the web app again when a file of it changed", async () => {
    await start([]);
    write("web/index.html", "<p>second</p>");
    await start([]);
    expect(read("web/dist/index.html")).toBe("<p>second</p>");
  });

  it("leaves the web app alone with --no-web", async () => {
    const { stdout } = await start(["--no-web", "server/main.mjs", "x"]);
    expect(stdout).toBe("served x undefined\n");
    expect(existsSync(join(clone, "vite-runs.txt"))).toBe(false);
  });

  it("starts a program without the tools that built its web app", async () => {
    await start([]);
    rmSync(join(clone, "node_modules/vite"), { recursive: true });
    write("node_modules/.package-lock.json", { packages: { "node_modules/tsx": { version: "1.0.0" } } });
    expect(await start(["server/main.mjs"])).toMatchObject({ exitCode: 7, stderr: "" });
    expect(read("npm-runs.txt")).toBe("ci --include=dev\n");
    await start([]);
    expect(read("npm-runs.txt")).toBe("ci --include=dev\n".repeat(2));
  });

  it("runs the program in the project's folder, as npm does", async () => {
    write("server/where.mjs", "console.log(process.cwd());");
    const { stdout } = await start(["--no-web", "server/where.mjs"]);
    expect(stdout.trim()).toBe(realpathSync(clone));
  });

  it("installs again when the lock asks for another version", async () => {
    await start(["--no-web"]);
    write("package-lock.json", { packages: { "": {}, "node_modules/tsx": { version: "1.0.1" } } });
    await start(["--no-web"]);
    expect(read("npm-runs.txt")).toBe("ci --include=dev\n".repeat(2));
  });

  it("ends with npm's exit code, says what to do, and does not start the program", async () => {
    const { exitCode, stdout, stderr } = await start(["server/main.mjs"], { NPM_FAILS: "9" });
    expect({ exitCode, stdout }).toEqual({ exitCode: 9, stdout: "" });
    expect(stderr).toContain("npm ci ended with exit code 9");
    expect(stderr).toContain("without a connection");
  });

  it("builds again after a build that failed", async () => {
    const failed = await start([], { VITE_FAILS: "3" });
    expect(failed.exitCode).toBe(3);
    const { exitCode } = await start([]);
    expect(exitCode).toBe(0);
    expect(read("web/dist/index.html")).toBe("<p>first</p>");
  });

  it("sets up once when started twice at the same time", async () => {
    const both = await Promise.all([start(["server/main.mjs", "a"]), start(["server/main.mjs", "b"])]);
    expect(both.map(({ exitCode }) => exitCode)).toEqual([7, 7]);
    expect(read("npm-runs.txt")).toBe("ci --include=dev\n");
    expect(read("vite-runs.txt")).toBe("build\n");
  });

  it("takes over the lock of a start that died", async () => {
    const dead = spawn(process.execPath, ["-e", ""]);
    await new Promise((done) => dead.on("close", done));
    mkdirSync(join(clone, `.compendium/setup.lock/${dead.pid}`), { recursive: true });
    const { exitCode } = await start([]);
    expect(exitCode).toBe(0);
    expect(existsSync(join(clone, ".compendium/setup.lock"))).toBe(false);
  });

  it("reads .env, and lets what is set already win", async () => {
    write(".env", "PORT=5000\n");
    expect((await start(["server/main.mjs"])).stdout).toBe("served 5000\n");
    expect((await start(["server/main.mjs"], { PORT: "6000" })).stdout).toBe("served 6000\n");
  });

  it.each([
    [">=99.0.0", 1],
    ["^99.0.0 || >=18.20.0", 0],
    [`^${process.versions.node}`, 0],
    [`^${Number(process.versions.node.split(".")[0]) - 1}.0.0`, 1],
  ])("takes a Node that fits %s, and says which is needed otherwise", async (range, expected) => {
    write("package.json", { type: "module", engines: { node: range } });
    const { exitCode, stderr } = await start(["--no-web"]);
    expect(exitCode).toBe(expected);
    expect(stderr.includes(`This is Node ${process.versions.node}; Compendium 1540 needs ${range}.`)).toBe(
      expected === 1,
    );
  });
});

function write(path: string, content: string | object) {
  mkdirSync(dirname(join(clone, path)), { recursive: true });
  writeFileSync(join(clone, path), typeof content === "string" ? content : JSON.stringify(content));
}

function read(path: string): string {
  return readFileSync(join(clone, path), "utf8");
}

function start(given: string[], variables: Record<string, string> = {}) {
  const { PATH, SystemRoot } = process.env;
  const environment = { PATH, SystemRoot, npm_execpath: join(clone, "fake/npm-cli.js"), ...variables };
  // From another folder, as a service would.
  const child = spawn(process.execPath, [join(clone, "setup.mjs"), ...given], { cwd: tmpdir(), env: environment });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise<{ exitCode: number | null; stdout: string; stderr: string }>((done) => {
    child.on("close", (exitCode) => done({ exitCode, stdout, stderr }));
  });
}
