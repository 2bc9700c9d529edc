import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Language } from "#domain/languages.ts";
import type { Reading } from "#indexer/readers/reading.ts";
import { readText, textParagraphs } from "#indexer/readers/text.ts";

const seeds = resolve(import.meta.dirname, "../../../../shared/seeds");
if (!existsSync(seeds)) console.warn("Skipped: the two founding documents in ../shared/seeds, which is not here.");

function read(name: string, language: Language): Reading {
  const bytes = readFileSync(resolve(import.meta.dirname, "../../input/readers/text", name));
  return readText({ path: name, bytes, facts: { language } });
}

describe("readText(file)", () => {
  it("reads a paragraph a line: contents, remarks and the signature left out", () => {
    const { facts, provisions } = read("contents-ru.txt", "ru");
    expect(facts).toEqual({
      title: "ЗАКОН РЕСПУБЛИКИ ПРИМЕРИЯ О примерных веществах",
      type: "act",
      number: "442-V",
      adopted: "2016-01-12",
      year: 2016,
    });
    expect(provisions.map(({ anchor, heading }) => [anchor, heading])).toEqual([
      ["preamble", undefined],
      ["art-1", "Понятия"],
      ["art-2", "Учет веществ"],
      ["art-3", "Виновные лица"],
    ]);
    expect(provisions[1]?.text).toBe(
      "В настоящем Законе используются понятия:\n1) вещество - все, что названо в перечне;\n2) владелец - лицо, у которого есть вещество.",
    );
    expect(provisions[3]?.path).toEqual(["Глава 2. ОТВЕТСТВЕННОСТЬ"]);
  });

  it("joins Chinese lines that were broken at one width, without blanks", () => {
    const [first, second, inserted] = read("wrapped-zh.txt", "zh").provisions;
    expect(first?.text).toContain("实行实物保护和出口管制，根据联合国安全理事会第 1540(2004)号决议");
    expect(first?.text).toContain("指定一名国家协调人，");
    expect(second?.text.split("\n")).toHaveLength(2);
    expect(inserted).toMatchObject({ anchor: "art-12-1", label: "第十二条之一", path: ["第一章 总则"] });
  });

  it("joins English lines, also in the middle of a word", () => {
    const [first, , third] = read("wrapped-en.txt", "en").provisions;
    expect(first?.text).toMatch(/the whole of Samplia, its waters and its prohibited areas\.$/u);
    expect(third?.text).toContain("to a non-State actor");
  });

  it.each<[string, Language, string[]]>([
    ["law-windows-1251.txt", "ru", ["art-1", "art-2"]],
    ["law-windows-1256.txt", "ar", ["art-1", "art-2"]],
    ["law-gb18030.txt", "zh", ["art-1", "art-2"]],
    ["law-utf-16le.txt", "ru", ["art-1", "art-2"]],
  ])("reads %s", (name, language, anchors) => {
    expect(read(name, language).provisions.map(({ anchor }) => anchor)).toEqual(anchors);
  });
});

describe("textParagraphs(text)", () => {
  it("leaves short lines of an unbroken text as they are", () => {
    expect(textParagraphs("One\r\nTwo\rThree\n\n Four ")).toEqual(["One", "Two", "Three", "Four"]);
  });

  it.skipIf(!existsSync(seeds)).each([
    ["000_87f793b6b8d268ae.txt", ["实物保护", "行动计划", "有效做法", "援助模板", "工作方案"]],
    ["001_10891023c0075b07.txt", ["协调人", "第一次报告", "援助请求", "行动计划"]],
  ])("finds the words that line ends divide in %s", (name, words) => {
    const text = textParagraphs(readFileSync(resolve(seeds, name), "utf8")).join("\n");
    expect(words.filter((word) => !text.includes(word))).toEqual([]);
  });
});
