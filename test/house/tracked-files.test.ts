import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const isCheckout = existsSync(join(root, ".git"));
if (!isCheckout) console.warn("Skipped: the rules for tracked files, for this folder is not a git checkout.");

describe.skipIf(!isCheckout)("the files of the project", () => {
  // Files not yet added count too: they are about to be.
  const listed = isCheckout
    ? execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
        cwd: root,
        encoding: "utf8",
      })
    : "";
  const files = listed.split("\0").filter((file) => file !== "" && existsSync(join(root, file)));
  const texts = files
    .map((file) => ({ file, text: readFileSync(join(root, file)) }))
    .filter(({ text }) => !text.includes(0));

  const places = (pattern: RegExp, names = /./u) =>
    texts
      .filter(({ file }) => names.test(file))
      .flatMap(({ file, text }) =>
        text
          .toString("utf8")
          .split("\n")
          .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${line.trim().slice(0, 120)}`] : [])),
      );

  it("are there to be read", () => {
    expect(texts.map(({ file }) => file)).toContain("package.json");
  });

  it("leave nothing for later", () => {
    expect(places(/\b(?:TO[D]O|FIX[M]E|X{3}|HA[C]K)\b/u, /\.(?:tsx?|mjs|java)$/u)).toEqual([]);
  });

  it("run every test: none is singled out, none skipped for good", () => {
    expect(places(/\b(?:it|test|describe)\.(?:only|skip|todo)\b/u, /\.test\.tsx?$/u)).toEqual([]);
  });

  it("name no package registry: each machine uses the one it is set to", () => {
    const hosts =
      /registry\.npmjs\.|repo1?\.maven|maven\.org|pypi\.org|files\.pythonhosted|crates\.io|proxy\.golang|deb\.debian/u;
    expect(places(hosts)).toEqual([]);
  });

  it("name no folder of the machine they were written on", () => {
    expect(places(/(?:^|[^\w.*-])\/(?:work|farm|tmp|Users|root)\//u)).toEqual([]);
  });

  it("stay below 2 MB each", () => {
    expect(files.filter((file) => statSync(join(root, file)).size > 2 * 1024 * 1024)).toEqual([]);
  });
});
