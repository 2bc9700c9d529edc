import { describe, expect, it } from "vitest";
import { deadlineRules, mandateParagraphs, mandateRegisters } from "#data/mandate.ts";
import { reportRegister } from "#data/reports.ts";
import { nextDue, standingOn } from "#domain/mandate.ts";
import { programmeOfWork } from "#server/mandate.ts";

const programmeOn = (on: string) => programmeOfWork({ on, source: [], area: [], language: "en" }, on);
const ruleOn = (on: string, rule: string) => programmeOn(on).rules.find((found) => found.rule === rule && found.holds);

describe("the ledger of the mandate", () => {
  it("has the 40 items and 17 points of the tenth programme of work, and the 78 registers", () => {
    const items = mandateParagraphs.filter(({ source }) => source === "S/2011/380");
    expect(items.filter(({ paragraph }) => /^\d/.test(paragraph!))).toHaveLength(40);
    expect(items.filter(({ paragraph }) => paragraph!.startsWith("WG"))).toHaveLength(17);
    expect(mandateRegisters.map(({ number }) => number)).toEqual(Array.from({ length: 78 }, (_, place) => place + 1));
  });

  it("names deadlines that there are, and documents of the register", () => {
    const rules = new Set(deadlineRules.map(({ rule }) => rule));
    expect(mandateParagraphs.filter(({ deadline }) => deadline !== undefined && !rules.has(deadline))).toEqual([]);
    const known = new Set(reportRegister.map(({ facts }) => facts.symbol));
    const named = [...mandateParagraphs, ...deadlineRules].flatMap((row) => [
      row.source,
      ...("evidence" in row ? [row.evidence!] : []),
    ]);
    expect(named.filter((symbol) => !known.has(symbol))).toEqual([]);
  });

  it("lets no two versions of one rule hold on one day", () => {
    for (const { rule, validFrom } of deadlineRules)
      expect(
        deadlineRules.filter(
          (other) => other.rule === rule && other.validFrom <= validFrom && (other.validTo ?? "9999") >= validFrom,
        ),
      ).toHaveLength(1);
  });
});

describe("programmeOfWork(params)", () => {
  it("puts first what is past its date, then what is to come due", () => {
    const { items } = programmeOn("2012-01-10");
    expect(items.slice(0, 6).map(({ paragraph, state, due }) => [paragraph, state, due])).toEqual([
      ["3(c)", "past", "2011-08-31"],
      ["5(a)", "past", "2011-08-31"],
      ["1(a)", "past", "2011-12-31"],
      ["WG2 •5", "past", "2011-12-31"],
      ["4(e)", "due", "2012-01-31"],
      ["5(b)", "due", "2012-01-31"],
    ]);
    expect(items.find(({ paragraph }) => paragraph === "WG1 •5")!.state).toBe("each-meeting");
  });

  it("ends with the programme what has no date of its own", () => {
    expect(programmeOn("2012-05-31").items.find(({ paragraph }) => paragraph === "2(h)")!.state).toBe("continuing");
    expect(programmeOn("2012-06-01").items.find(({ paragraph }) => paragraph === "2(h)")!.state).toBe("ended");
  });

  it("changes a rule on the day a later resolution changes it", () => {
    expect(ruleOn("2016-12-14", "programme-of-work")).toMatchObject({ due: "2017-05-31", source: "S/RES/1977 (2011)" });
    expect(ruleOn("2016-12-15", "programme-of-work")).toMatchObject({ due: "2017-01-31", source: "S/RES/2325 (2016)" });
    expect(ruleOn("2012-06-28", "experts")!.when.value).toBe("8");
    expect(ruleOn("2012-06-29", "experts")!.when.value).toBe("9");
    expect(ruleOn("2026-11-30", "mandate")!.due).toBe("2032-11-30");
  });

  it("takes a thing as done only from the day it is certain", () => {
    const rule = deadlineRules.find((found) => found.rule === "comprehensive-review")!;
    expect(standingOn("2016-12-01", { done: "2016" }, [rule])).toEqual({ state: "past", due: "2016-11-30" });
    expect(standingOn("2016-12-31", { done: "2016" }, [rule])).toEqual({ state: "done", due: "2016-11-30" });
  });
});

describe("nextDue(on, rule)", () => {
  it.each([
    ["yearly", "05-31", "2012-05-31", "2012-05-31"],
    ["yearly", "05-31", "2012-06-01", "2013-05-31"],
    ["monthly", "", "2012-02-10", "2012-02-29"],
    ["monthly", "", "2012-12-31", "2012-12-31"],
    ["once", "2011-08-31", "2020-01-01", "2011-08-31"],
    ["after-meeting", "", "2012-01-01", undefined],
  ] as const)("%s %s from %s", (kind, value, on, due) => {
    expect(nextDue(on, { when: { kind, value } })).toBe(due);
  });
});
