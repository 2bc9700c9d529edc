import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "compendium-lint-"));
  for (const file of [".oxlintrc.json", ".gitignore", "package.json", "tsconfig.json"]) {
    copyFileSync(join(root, file), join(copy, file));
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
});

afterAll(() => rmSync(copy, { recursive: true }));

describe("the direction of imports", () => {
  const folders = ["domain", "data", "mappings", "indexer", "server", "web", "engine", "test", "bench"];
  const mayImport: Record<string, string[]> = {
    domain: [],
    data: ["domain"],
    mappings: ["domain", "data"],
    indexer: ["domain", "data", "mappings", "engine"],
    server: ["domain", "data", "mappings", "engine"],
    web: ["domain"],
    engine: ["domain"],
    test: ["domain", "data", "mappings", "indexer", "server", "web", "engine"],
    bench: ["domain", "data", "mappings", "engine"],
  };
  const allowedPackages: Record<string, string[]> = {
    domain: ["zod/mini"],
    data: ["zod/mini", "csv-parse/sync", "node:fs"],
    mappings: ["@elastic/elasticsearch", "csv-parse/sync", "node:fs"],
    indexer: ["zod", "zod/mini", "saxes", "node:fs"],
    server: ["zod", "zod/mini", "express", "node:fs"],
    web: ["zod/mini", "react", "react-router", "@tanstack/react-query"],
    engine: ["@elastic/elasticsearch", "node:fs"],
  };
  const forbiddenPackages: Record<string, string[]> = {
    domain: ["zod", "zod/v4", "react", "express", "@elastic/elasticsearch", "node:fs", "fs", "csv-parse/sync"],
    mappings: ["zod", "express", "saxes", "react"],
    web: ["node:fs", "node:path/posix", "fs", "fs/promises", "crypto"],
  };
  const forms = [
    (specifier: string) => `import { a as ${name(specifier)}A } from "${specifier}";`,
    (specifier: string) => `import type { B as ${name(specifier)}B } from "${specifier}";`,
    (specifier: string) => `export { c as ${name(specifier)}C } from "${specifier}";`,
    (specifier: string) => `export * from "${specifier}";`,
    (specifier: string) => `void import("${specifier}");`,
  ];

  const plans = folders.map((folder) => {
    const across = folders.map((other) => `#${other}/thing.ts`);
    const allowed = [
      ...across.filter((_, index) => mayImport[folder]?.includes(folders[index] ?? "")),
      ...(allowedPackages[folder] ?? []),
      "./neighbour.ts",
      "../neighbour.ts",
    ];
    const forbidden = [
      ...across.filter((specifier) => !allowed.includes(specifier)),
      ...folders.flatMap((other) => [`../${other}/thing.ts`, `../../${other}/thing.ts`, `./../${other}/thing.ts`]),
      ...(forbiddenPackages[folder] ?? []),
    ];
    const inEveryForm = (specifiers: string[]) =>
      specifiers.flatMap((specifier) => forms.map((form) => form(specifier)));
    return { folder, allowed: inEveryForm(allowed), forbidden: inEveryForm(forbidden) };
  });

  let refused: Set<string>;
  beforeAll(() => {
    for (const { folder, allowed, forbidden } of plans) {
      plant(`${folder}/deep/planted.ts`, [...allowed, ...forbidden].join("\n"));
    }
    refused = new Set(
      lint(folders)
        .filter((finding) => finding.rule === "eslint(no-restricted-imports)")
        .map((finding) => `${finding.file}:${finding.line}`),
    );
  });

  it.each(plans)("lets $folder import what it may and nothing else", ({ folder, allowed, forbidden }) => {
    const passed = [...allowed, ...forbidden].filter(
      (_, index) => !refused.has(`${folder}/deep/planted.ts:${index + 1}`),
    );
    expect(passed).toEqual(allowed);
  });
});

describe("the lint rules", () => {
  const faults = [
    ["a promise nobody awaits", "typescript(no-floating-promises)", `fetch("/api");`],
    ["a promise as a condition", "typescript(no-misused-promises)", `if (fetch("/api")) throw new Error("always");`],
    ["any", "typescript(no-explicit-any)", `export const a: any = 1;`],
    ["a default export", "import(no-default-export)", `export default 1;`],
    [
      "a circle, also through #",
      "import(no-cycle)",
      `import { b } from "#web/b.ts";\nexport const a = (): number => b();`,
    ],
    [
      "an exception without use",
      "Unused oxlint-disable directive (no problems were reported).",
      `// oxlint-disable-next-line no-debugger\nexport const a = 1;`,
    ],
  ] as const;

  let findings: Finding[];
  beforeAll(() => {
    faults.forEach(([, , text], index) => plant(`rules/planted-${index}.ts`, text));
    const circle = faults.findIndex(([, rule]) => rule === "import(no-cycle)");
    plant("web/b.ts", `import { a } from "../rules/planted-${circle}.ts";\nexport const b = (): number => a();`);
    findings = lint(["rules"]);
  });

  it.each(faults)("refuse %s", (_, rule, text) => {
    const index = faults.findIndex((fault) => fault[2] === text);
    const found = findings.filter((finding) => finding.file === `rules/planted-${index}.ts`);
    expect(found.map((finding) => finding.rule)).toContain(rule);
  });
});

/** One name for each specifier, so that the planted file has no name twice. */
function name(specifier: string): string {
  return `of_${specifier.replaceAll(/\W/gu, (character) => character.charCodeAt(0).toString(16))}_`;
}

function plant(path: string, text: string) {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), text);
}

interface Finding {
  rule: string;
  file: string;
  line: number | undefined;
}

function lint(paths: string[]): Finding[] {
  const oxlint = join(root, "node_modules/oxlint/bin/oxlint");
  const { stdout, stderr } = spawnSync(process.execPath, [oxlint, "-f", "json", ...paths], {
    cwd: copy,
    encoding: "utf8",
    maxBuffer: 50_000_000,
  });
  if (!stdout.startsWith("{")) throw new Error(`oxlint did not run: ${stdout}${stderr}`);
  const report = JSON.parse(stdout) as {
    diagnostics: { message: string; code?: string; filename: string; labels: { span: { line: number } }[] }[];
  };
  return report.diagnostics.map(({ message, code, filename, labels }) => ({
    rule: code ?? message,
    file: filename.replaceAll("\\", "/"),
    line: labels[0]?.span.line,
  }));
}
