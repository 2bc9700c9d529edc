import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

interface LockEntry {
  version: string;
  license?: string;
  dev?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const lockText = readFileSync(join(resolve(import.meta.dirname, "../.."), "package-lock.json"), "utf8");
const { "": project, ...packages } = (JSON.parse(lockText) as { packages: Record<string, LockEntry> }).packages;

describe("package-lock.json", () => {
  // A release may be visible before the packages of its platforms are; a lock written then fails on other machines.
  it("has an entry for each package that an entry needs, those of other platforms included", () => {
    const missing = Object.entries(packages).flatMap(([place, entry]) =>
      Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
        .filter((needed) => placesFor(needed, place).every((candidate) => packages[candidate] === undefined))
        .map((needed) => `${place} needs ${needed}`),
    );
    expect(missing).toEqual([]);
    expect(Object.keys(packages).length).toBeGreaterThan(500);
  });

  it("has an entry for each package the project asks for", () => {
    expect(Object.keys(project?.dependencies ?? {}).filter((name) => !packages[`node_modules/${name}`])).toEqual([]);
  });

  it("names no address to fetch from: each machine uses the registry it is set to", () => {
    expect(lockText).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/u);
  });

  it("holds licences that let the project be used, changed and passed on", () => {
    const refused = Object.entries(packages)
      .map(([place, entry]) => ({ ...entry, name: place.slice(place.lastIndexOf("node_modules/") + 13) }))
      .filter(({ name, license, dev }) => !isAllowed(licenceRead[name] ?? license ?? "none stated", dev === true))
      .map(({ name, version, license }) => `${name} ${version}: ${license}`);
    expect(refused).toEqual([]);
  });

  it("leaves out packages that read spreadsheets and XML at the reader's risk", () => {
    // xlsx is frozen at a version with known faults; fast-xml-parser takes malformed XML in silence.
    const banned = ["xlsx", "fast-xml-parser"];
    expect(banned.filter((name) => packages[`node_modules/${name}`] !== undefined)).toEqual([]);
  });
});

describe("the allow-list of licences", () => {
  it.each([
    ["MIT", false, true],
    ["(MIT OR GPL-3.0-or-later)", false, true],
    ["(MIT AND Zlib)", false, true],
    ["MIT AND GPL-3.0-only", false, false],
    ["GPL-3.0-only", true, false],
    ["MPL-2.0", true, true],
    ["MPL-2.0", false, false],
    ["none stated", false, false],
  ])("reads %s, for development only: %s", (licence, isForDevelopment, expected) => {
    expect(isAllowed(licence, isForDevelopment)).toBe(expected);
  });
});

/** Where Node would look for a package that the package at `place` imports. */
function placesFor(needed: string, place: string): string[] {
  const parents = place
    .split("/node_modules/")
    .map((_, index, parts) => parts.slice(0, index + 1).join("/node_modules/"));
  return [...parents.map((parent) => `${parent}/node_modules/${needed}`), `node_modules/${needed}`];
}

/** Packages whose licence stands in their LICENSE file or in npm's older `licenses` field only. */
const licenceRead: Record<string, string> = {
  buildcheck: "MIT",
  "cpu-features": "MIT",
  duck: "BSD-2-Clause",
  ssh2: "MIT",
};

const allowed = [
  "MIT",
  "MIT-0",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "Unlicense",
  "Zlib",
];
/** What is not part of the server: tools, and the fonts the web app carries. */
const allowedInDevelopment = [...allowed, "MPL-2.0", "CC0-1.0", "OFL-1.1"];

/** Reads an SPDX expression without nesting: `(MIT OR GPL-3.0-or-later)` gives the choice, `MIT AND Zlib` asks for both. */
function isAllowed(expression: string, isForDevelopment: boolean): boolean {
  const list = isForDevelopment ? allowedInDevelopment : allowed;
  return expression
    .replaceAll(/[()]/gu, "")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((licence) => list.includes(licence)));
}
