import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const pages = ["", "docs", "docs/decisions"].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name)),
);

describe("the documentation", () => {
  it("links to files that are there", () => {
    const dead = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/gu)]
        .map(([, target = ""]) => target)
        .filter((target) => !existsSync(join(root, dirname(page), target)))
        .map((target) => `${page}: ${target}`),
    );
    expect(dead).toEqual([]);
  });

  it("names scripts that package.json has", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = pages.flatMap((page) =>
      [...read(page).matchAll(/\bnpm run ([\w:-]+)/gu)].map(([, name = ""]) => name),
    );
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it("has decisions of one page: context, decision, consequences, numbered without gaps", () => {
    const decisions = pages.filter((page) => page.startsWith(join("docs", "decisions")));
    const shapes = decisions.map((page) => read(page).match(/^#+ .*$/gmu));
    expect(shapes).toEqual(
      decisions.map((_, index) => [
        expect.stringMatching(new RegExp(`^# ${String(index + 1).padStart(3, "0")}: `, "u")),
        "## Context",
        "## Decision",
        "## Consequences",
      ]),
    );
    expect(decisions.filter((page) => read(page).split("\n").length > 60)).toEqual([]);
  });
});

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}
