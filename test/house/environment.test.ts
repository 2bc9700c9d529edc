import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readEnvironment } from "#domain/environment.ts";

const root = resolve(import.meta.dirname, "../..");
const example = Object.fromEntries(
  matches(".env.example", /^# ([A-Z_]+)=(.*)$/gmu).map(([, name, value]) => [name, value]),
);

describe(".env.example", () => {
  it("explains each variable the programs read, and no other", () => {
    const read = matches("domain/environment.ts", /^ {2}([A-Z_]+):/gmu).map(([, name]) => name);
    // Read where Java is looked for, and by the browser tests.
    const readElsewhere = ["ES_JAVA_HOME", "CHROMIUM"];
    expect(new Set(Object.keys(example))).toEqual(new Set([...read, ...readElsewhere]));
  });

  it("shows values the programs accept, and the defaults where there are any", () => {
    expect(readEnvironment(example)).toMatchObject(readEnvironment({}));
  });
});

describe("README.md", () => {
  it("has a line for each variable of .env.example", () => {
    const lines = matches("README.md", /^\| `([A-Z_]+)` +\|/gmu).map(([, name]) => name);
    expect(new Set(lines)).toEqual(new Set(Object.keys(example)));
  });
});

function matches(file: string, pattern: RegExp): RegExpExecArray[] {
  return [...readFileSync(join(root, file), "utf8").matchAll(pattern)];
}
