import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

interface LockEntry {
  version: string;
  license?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const root = resolve(import.meta.dirname, "../..");
const lockText = readFileSync(join(root, "package-lock.json"), "utf8");
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
      .map(([place, entry]) => ({ ...entry, name: nameOf(place) }))
      .filter(({ name, license, dev }) => !isAllowed(licenceRead[name] ?? license ?? "none stated", dev === true))
      .map(({ name, version, license }) => `${name} ${version}: ${license}`);
    expect(refused).toEqual([]);
  });

  it("leaves out packages that read what others wrote at the reader's risk", () => {
    expect(Object.entries(packages).flatMap(([place, { version }]) => bannedFor(nameOf(place), version))).toEqual([]);
  });

  it("names each package that would run a program when it is installed, and .npmrc lets none of them", () => {
    const withScript = Object.entries(packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([place]) => nameOf(place));
    // All of them come with others, and work without their script.
    const known = ["@scarf/scarf", "cpu-features", "esbuild", "protobufjs", "ssh2"];
    expect(withScript.filter((name) => !known.includes(name))).toEqual([]);
    const asked = Object.keys({ ...project?.dependencies, ...project?.devDependencies });
    expect(withScript.filter((name) => asked.includes(name))).toEqual([]);
    expect(readFileSync(join(root, ".npmrc"), "utf8")).toMatch(/^ignore-scripts=true$/mu);
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

describe("the list of banned packages", () => {
  it.each([
    ["xlsx", "0.18.5", true],
    ["fast-xml-parser", "5.12.1", true],
    ["mammoth", "1.10.9", true],
    ["mammoth", "1.11.0", false],
    ["pdfjs-dist", "4.2.66", true],
    ["pdfjs-dist", "5.6.205", false],
    ["saxes", "6.0.0", false],
  ])("has %s %s: %s", (name, version, expected) => {
    expect(bannedFor(name, version).length > 0).toBe(expected);
  });
});

/** The first version without the fault; without one, no version will do. */
const leastVersions: Record<string, string | undefined> = {
  // Frozen on npm at a version with known faults.
  xlsx: undefined,
  // Takes malformed XML in silence, and limits on entities were passed three times.
  "fast-xml-parser": undefined,
  // A picture linked in a document was read from the reader's own disk (CVE-2025-11849).
  mammoth: "1.11.0",
  // A font in a document ran its code (CVE-2024-4367).
  "pdfjs-dist": "4.2.67",
};

function bannedFor(name: string, version: string): string[] {
  if (!(name in leastVersions)) return [];
  const least = leastVersions[name];
  const isOlder = least === undefined || version.localeCompare(least, "en", { numeric: true }) < 0;
  return isOlder ? [`${name} ${version}${least === undefined ? "" : `, older than ${least}`}`] : [];
}

function nameOf(place: string): string {
  return place.slice(place.lastIndexOf("node_modules/") + 13);
}

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
