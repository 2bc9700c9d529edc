import { describe, expect, it } from "vitest";
import { groupOn, membersOn } from "#data/membership.ts";
import { states } from "#data/states.ts";

describe("membersOn(day)", () => {
  it.each([
    ["2004-04-28", 191],
    ["2006-06-27", 191],
    ["2006-06-28", 192],
    ["2011-07-13", 192],
    ["2011-07-14", 193],
    ["2026-11-30", 193],
  ])("has the Member States of %s: %i", (day, count) => {
    expect(membersOn(day)).toHaveLength(count);
  });

  it("has each State of today in the end, and none before the Charter", () => {
    expect(membersOn("2026-11-30").toSorted()).toEqual([...states.keys()].toSorted());
    expect(membersOn("1945-10-23")).toEqual([]);
  });
});

describe("groupOn(iso3, day)", () => {
  it.each(["1993-12-31", "2004-12-31", "2011-12-31", "2026-02-03"])(
    "puts each Member State of %s in one group",
    (day) => {
      const groups = membersOn(day).map((iso3) => groupOn(iso3, day));
      expect(groups.filter((group) => group === undefined)).toEqual([]);
    },
  );

  it("knows no group of a State before its admission", () => {
    expect(groupOn("MNE", "2006-06-27")).toBeUndefined();
    expect(groupOn("MNE", "2006-06-28")).toBe("EEG");
    expect(groupOn("SSD", "2011-12-31")).toBe("AFR");
  });

  it("has Israel in none before May 2000", () => {
    expect([groupOn("ISR", "1999-12-31"), groupOn("ISR", "2000-12-31")]).toEqual(["none", "WEOG"]);
  });
});
