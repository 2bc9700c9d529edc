import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { obligations } from "#data/obligations.ts";
import { publishedFigures, publishedSeries } from "#data/published-figures.ts";
import { states } from "#data/states.ts";
import { otherParticipants, treaties, treatyActions, treatyStatuses } from "#data/treaties.ts";
import { figureNote } from "#data/figure-notes.ts";
import { languages } from "#domain/languages.ts";
import { standingOn } from "#domain/treaties.ts";

const source = resolve(import.meta.dirname, "../../../shared/corpus/states");
const isAbsent = !existsSync(source);
if (isAbsent)
  console.warn("Skipped: the tables of the UN Treaty Collection in ../shared/corpus/states, which is not here.");

describe("the acts of States towards treaties", () => {
  it("have an id of their own, made of what they say", () => {
    for (const { id, treaty, state, act, date } of treatyActions) expect(id).toBe(`${treaty}-${state}-${act}-${date}`);
    expect(new Set(treatyActions.map(({ id }) => id)).size).toBe(treatyActions.length);
  });

  it("are of known treaties and participants, between the opening of the treaty and the end of the source", () => {
    for (const { id, treaty, state, date, sourceAsOf } of treatyActions) {
      expect(states.has(state) || otherParticipants.has(state), id).toBe(true);
      expect(treaties.get(treaty)?.asOf, id).toBe(sourceAsOf);
      expect(date >= treaties.get(treaty)!.opened && date <= sourceAsOf, id).toBe(true);
    }
  });

  it("make each State a party once at the most", () => {
    const binding = treatyActions
      .filter(({ act }) => act !== "signature")
      .map(({ treaty, state }) => `${treaty} ${state}`);
    expect(new Set(binding).size).toBe(binding.length);
  });

  it("belong to obligations of the taxonomy, and have names in six languages", () => {
    for (const { code, obligation, names } of treaties.values()) {
      expect(obligations.has(obligation), code).toBe(true);
      expect(new Set(languages.map((language) => names[language])).size, code).toBe(6);
    }
  });
});

describe.skipIf(isAbsent)("the acts of States towards treaties, beside their source", () => {
  const rowsOf = (path: string) => parse(readFileSync(resolve(source, path)), { bom: true, from_line: 2 });
  const isoDay = (text: string) => {
    const [, day, month, year] = /^(\d+) (\w+) (\d+)/u.exec(text) ?? [];
    return new Date(`${day} ${month} ${year} UTC`).toISOString().slice(0, 10);
  };
  const bundled = (treaty: string) =>
    treatyActions
      .filter((act) => act.treaty === treaty)
      .map(({ act, date }) => `${act === "signature" ? "signed" : "bound"} ${date}`);

  it.each(["CWC", "CTBT", "ATT", "ENMOD", "TPNW"])("have every day of chapter XXVI for %s, and no other", (treaty) => {
    const days = rowsOf("untc-2026/chapter-26.csv")
      .filter((row) => row[1] === treaty.toLowerCase())
      .flatMap((row) => [
        ...(row[5] === "" ? [] : [`signed ${row[5]}`]),
        ...(row[4] === "" ? [] : [`bound ${row[4]}`]),
      ]);
    expect(bundled(treaty).toSorted()).toEqual(days.toSorted());
  });

  it.each([
    ["ICSANT", "18-15"],
    ["terrorist-financing", "18-11"],
    ["terrorist-bombings", "18-9"],
    ["corruption", "18-14"],
    ["protected-persons", "18-7"],
  ])("have every day of chapter XVIII for %s, and no other", (treaty, file) => {
    const days = rowsOf(`untc/${file}.csv`).flatMap(([, signed = "", bound = ""]) => [
      ...(signed === "" ? [] : [`signed ${isoDay(signed)}`]),
      ...(bound === "" ? [] : [`bound ${isoDay(bound)}`]),
    ]);
    expect(bundled(treaty).toSorted()).toEqual(days.toSorted());
  });
});

describe("standingOn(acts, day)", () => {
  const acts = [
    { act: "signature" as const, date: "1993-01-13" },
    { act: "ratification" as const, date: "1997-04-25" },
    { act: "withdrawal" as const, date: "2010-06-01" },
  ];

  it.each([
    ["1993-01-12", "none"],
    ["1993-01-13", "signatory"],
    ["1997-04-25", "party"],
    ["2010-05-31", "party"],
    ["2010-06-01", "none"],
  ] as const)("on %s is %s", (day, standing) => expect(standingOn(acts, day)).toBe(standing));

  it("makes a party that signs once more no signatory", () => {
    expect(standingOn([acts[1]!, { act: "signature", date: "1998-01-01" }], "1999-01-01")).toBe("party");
  });
});

describe("the status without dates", () => {
  it("is of every Member State", () => {
    expect([...states.keys()].filter((iso3) => !treatyStatuses.some(({ state }) => state === iso3))).toEqual([]);
  });
});

describe("published figures", () => {
  it("have a name, a unit and, where they say something, a note in every language", () => {
    for (const { series, unit, note } of publishedFigures)
      for (const language of languages) {
        expect(publishedSeries.get(series)?.[language]).toBeTruthy();
        const keys = [`unit-${unit}`, ...(note === undefined ? [] : [`point-${note}`])];
        for (const key of keys) expect(figureNote(key, language, { value: "x" })).not.toBe("");
      }
  });

  it("are never more than the number they are a part of, and add up where they are two parts of one", () => {
    for (const { series, date, value = 0, of = value } of publishedFigures)
      expect(value, `${series} ${date}`).toBeLessThanOrEqual(of);
    const missing = new Map(
      publishedFigures.filter(({ series }) => series === "first-reports-missing").map((one) => [one.date, one.value]),
    );
    const both = publishedFigures.filter(
      ({ series, date, value }) =>
        series === "first-reports-submitted" && value !== undefined && missing.get(date) !== undefined,
    );
    expect(both.length).toBeGreaterThan(5);
    for (const { date, value, of } of both) expect(value! + missing.get(date)!, date).toBe(of);
  });
});
