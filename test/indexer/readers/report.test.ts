import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readReport, type ReportReading } from "#indexer/readers/report.ts";
import { firstDate } from "#indexer/readers/stated-dates.ts";

const ours = join(import.meta.dirname, "../../input/reports");
const seeds = join(import.meta.dirname, "../../../../shared/seeds");

const read = (folder: string, name: string): Promise<ReportReading> =>
  readReport({ path: name, bytes: readFileSync(join(folder, name)), facts: {} });

const passage = (reading: ReportReading, label: string) => reading.passages.find((found) => found.label === label)!;

describe("readReport(file), a Chinese programme of work broken at 70 columns", async () => {
  const reading = await read(ours, "programme-zh.txt");

  it("reads symbol, kind, language and both dates from the document itself", () => {
    expect(reading.facts).toMatchObject({
      symbol: "S/2030/77",
      type: "programme-of-work",
      language: "zh",
      dates: [
        { of: "letter", date: "2030-05-02" },
        { of: "distributed", date: "2030-05-04" },
      ],
    });
  });

  it("cuts at letter, opening of the annex, items, sub-items and points of the appendix", () => {
    expect(reading.passages.map(({ kind, label, anchor }) => [kind, label, anchor])).toEqual([
      ["letter", "", "letter"],
      ["annex", "", "annex"],
      ["item", "1(a)", "1-a"],
      ["item", "1(b)", "1-b"],
      ["item", "1(b)(i)", "1-b-i"],
      ["item", "1(b)(ii)", "1-b-ii"],
      ["item", "2(a)", "2-a"],
      ["appendix", "", "appendix"],
      ["appendix", "WG1", "appendix-wg1"],
      ["appendix", "WG1 •1", "appendix-wg1-1"],
      ["appendix", "WG1 •2", "appendix-wg1-2"],
    ]);
    expect(passage(reading, "1(b)(i)").path).toEqual(["1. 样品登记"]);
  });

  it("joins words that a line end has cut", () => {
    expect(passage(reading, "1(a)").text).toContain("实物保护");
    expect(passage(reading, "2(a)").text).toContain("协调人");
  });

  it("takes the blanks from around numbers, at a line end too", () => {
    expect(passage(reading, "1(b)").text).toContain("第1540(2004)号决议");
  });
});

describe("readReport(file), a national report in English", async () => {
  const reading = await read(ours, "national-report.txt");

  it("knows a national report by its series, and cuts at paragraphs and their letters", () => {
    expect(reading.facts).toMatchObject({ symbol: "S/AC.44/2030/(02)/12", type: "national-report", language: "en" });
    expect(reading.passages.map(({ label }) => label)).toEqual(["¶1", "¶2", "¶2(a)", "¶2(b)"]);
  });

  it("knows additional information by the ending of its symbol", async () => {
    const { facts } = await read(ours, "national-report-add-1.txt");
    expect(facts).toMatchObject({ symbol: "S/AC.44/2030/(02)/12/Add.1", type: "additional-information" });
  });

  it("says what is wrong with a file that is no document", async () => {
    await expect(readReport({ path: "x.txt", bytes: Buffer.from("  \n \n"), facts: {} })).rejects.toThrow(
      /nothing but blanks/,
    );
    await expect(readReport({ path: "x.json", bytes: Buffer.from('{"a": 1}'), facts: {} })).rejects.toThrow(
      /text, HTML, PDF or Word/,
    );
  });
});

describe("firstDate(text)", () => {
  it.each([
    ["22 June 2011", "2011-06-22"],
    ["Adopted on 20 April 2011, at its meeting", "2011-04-20"],
    ["le 1er juillet 2011", "2011-07-01"],
    ["el 3 de mayo de 2012", "2012-05-03"],
    ["17 июня 2011 года", "2011-06-17"],
    ["2011 年 6 月 17 日", "2011-06-17"],
    ["٢٢ يونيو ٢٠١١", "2011-06-22"],
    ["22 حزيران/يونيو 2011", "2011-06-22"],
    ["paragraph 22 of 2011", undefined],
  ])("%s", (text, date) => {
    expect(firstDate(text)).toBe(date);
  });
});

describe.skipIf(!existsSync(seeds))(
  "readReport(file) on the founding documents (skipped without ../shared/seeds)",
  () => {
    it("reads resolution 1977 (2011): 27 numbered duties with their sections, a preamble", async () => {
      const reading = await read(seeds, "000_87f793b6b8d268ae.txt");
      expect(reading.facts).toMatchObject({
        symbol: "S/RES/1977 (2011)",
        type: "resolution",
        dates: [{ of: "adopted", date: "2011-04-20" }],
      });
      expect(passage(reading, "¶9").text).toContain("(b)实物保护");
      expect(passage(reading, "¶9").text).toContain("包括对为此种出口和转运提供的资金");
      expect(passage(reading, "¶22(d)").path).toEqual(["行政及资源"]);
      expect(reading.passages.map(({ label }) => label).filter((label) => /^¶\d+$/.test(label))).toHaveLength(23);
      expect(reading.passages[0]!.kind).toBe("preamble");
    });

    it("reads the tenth programme of work: 40 items, 17 points of the appendix", async () => {
      const reading = await read(seeds, "001_10891023c0075b07.txt");
      expect(reading.facts).toMatchObject({ symbol: "S/2011/380", type: "programme-of-work", language: "zh" });
      expect(reading.passages.filter(({ kind }) => kind === "item")).toHaveLength(40);
      expect(reading.passages.filter(({ label }) => label.includes("•"))).toHaveLength(17);
      expect(passage(reading, "3(c)").text).toContain("协调人");
      expect(passage(reading, "WG2 •5").text).toContain("2011年12月31日");
    });
  },
);
