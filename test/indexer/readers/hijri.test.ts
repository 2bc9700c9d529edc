import { describe, expect, it } from "vitest";
import { gregorianYear } from "#indexer/readers/hijri.ts";

describe("gregorianYear(hijri)", () => {
  it.each([
    ["1439/07/25 هـ", 2018],
    ["٢٨/ ٠٤/ ١٤٢٨ هـ", 2007],
    ["16 / 6 / 1427", 2006],
    ["1444/06/07", 2022],
    ["1444/06/08", 2023],
    ["1379/07/09هـ", 1960],
  ])("reads %s as a day of %i", (hijri, year) => {
    expect(gregorianYear(hijri)).toBe(year);
  });

  it("reads no year where no Hijri date stands, or where the calendar has no such day", () => {
    expect(gregorianYear("")).toBeUndefined();
    expect(gregorianYear("2018-04-11")).toBeUndefined();
    expect(gregorianYear("1439/13/40")).toBeUndefined();
  });
});
