import { describe, expect, it } from "vitest";
import { isDay, timeInForce } from "#domain/in-force.ts";

describe("the time in which a law holds", () => {
  it("begins with its entry into force, else with its adoption", () => {
    expect(timeInForce({ status: "in-force", adopted: "2003-05-01", inForce: "2004-01-15" }).heldFrom).toBe(
      "2004-01-15",
    );
    expect(timeInForce({ status: "unknown", adopted: "2003-05-01" }).heldFrom).toBe("2003-05-01");
    expect(timeInForce({ status: "in-force" }).heldFrom).toBeUndefined();
  });

  it("ends on the day of its repeal, and has no end without one", () => {
    expect(timeInForce({ status: "repealed", adopted: "2003-05-01", repealed: "2010-06-30" }).heldUntil).toBe(
      "2010-06-30",
    );
    expect(timeInForce({ status: "in-force", adopted: "2003-05-01" }).heldUntil).toBe("9999-12-31");
  });

  it("has no known end where a law is said to have ended, but not when", () => {
    for (const status of ["repealed", "superseded"] as const)
      expect(timeInForce({ status, adopted: "2003-05-01" })).toEqual({ heldFrom: "2003-05-01" });
  });

  it("counts a year or a month from its first day", () => {
    expect(timeInForce({ status: "repealed", inForce: "2004", repealed: "2010-04" })).toEqual({
      heldFrom: "2004-01-01",
      heldUntil: "2010-04-01",
    });
  });

  it("takes what is no day of the calendar for not known", () => {
    expect(timeInForce({ status: "in-force", adopted: "2004-02-31" }).heldFrom).toBeUndefined();
    expect(timeInForce({ status: "in-force", adopted: "2004-13" }).heldFrom).toBeUndefined();
  });

  it("is empty for what never was in force, and not unknown", () => {
    for (const status of ["draft", "never-in-force", "repealed-before-in-force", "adopted-not-in-force"] as const)
      expect(timeInForce({ status, adopted: "2003-05-01" })).toEqual({ heldUntil: "0001-01-01" });
  });

  it("begins on the day ahead that a law not yet in force states", () => {
    expect(timeInForce({ status: "adopted-not-in-force", adopted: "2026-01-01", inForce: "2027-01-01" })).toEqual({
      heldFrom: "2027-01-01",
      heldUntil: "9999-12-31",
    });
  });

  it("lasts for a dated version until the next one is in force, or until its repeal if that was before", () => {
    const version = { status: "superseded", adopted: "2014-11-01" } as const;
    expect(timeInForce(version, "2014-11-01", "2023-07-01")).toEqual({
      heldFrom: "2014-11-01",
      heldUntil: "2023-07-01",
    });
    expect(timeInForce({ ...version, repealed: "2020" }, "2014-11-01", "2023-07-01").heldUntil).toBe("2020-01-01");
  });

  it("begins for a dated version no earlier than its own date, whatever is stated of the law it amends", () => {
    expect(timeInForce({ status: "amended", inForce: "2021-04-15" }, "2024-04-26").heldFrom).toBe("2024-04-26");
  });
});

describe("isDay(text)", () => {
  it.each([
    ["2004-02-29", true],
    ["2003-02-29", false],
    ["2004-02", false],
    ["2004", false],
    ["2004-02-29T00:00:00Z", false],
    ["", false],
  ])("of %s is %s", (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });
});
