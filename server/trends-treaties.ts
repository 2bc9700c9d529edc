import { standingOn, standings } from "#domain/treaties.ts";
import type { CubeAnswer, TrendPoint, TrendsParams } from "#domain/trends.ts";
import { figureNote } from "#data/figure-notes.ts";
import { isMemberOn } from "#data/membership.ts";
import { obligations, withParts } from "#data/obligations.ts";
import { states } from "#data/states.ts";
import { otherParticipants, treaties as treatyList } from "#data/treaties.ts";
import {
  checkAsked,
  chosenMembers,
  divisionNotes,
  divisionsBy,
  hashOf,
  isOfSome,
  refuse,
  unknownOf,
  yearEnds,
  type Division,
  type Figures,
} from "./figures.ts";
import type { Engine } from "./searching.ts";
import { knownTreaties, treatyActs, type KnownTreaty, type TreatyActs } from "./treaties.ts";

type CubeFacts = Omit<CubeAnswer["meta"], "generation" | "disclaimer">;

/** States party to treaties, or signatories, at the end of each year, by what series stand for. */
export async function treatyFigures(engine: Engine, params: TrendsParams): Promise<Figures> {
  const acts = await treatyActs(engine);
  const known = knownTreaties(acts);
  checkAsked(params, {
    by: ["none", "region", "m49", "subregion", "treaty", "obligation"],
    filters: ["treaty", "obligation", "weapon", "region", "state"],
    bases: ["all"],
    units: ["states", "cells"],
  });
  refuse(unknownOf("treaty", params.treaty, known, `a treaty with acts: ${[...known.keys()].join(", ")}`));
  const chosen = chosenTreaties(params, known);
  const divisions = divisionsBy(params.by, params.language);
  const series = groupsOf(params, chosen).flatMap(({ key, label, treaties }) => {
    const years = daysOf(treaties, params);
    const holding = holdingOn(acts, treaties, params, years);
    return divisions.map((division) => ({
      key: key ?? division.key,
      label: label ?? division.label,
      status: "real" as const,
      points: years.map((day) => pointOf(day, division, holding.get(day)!, treaties, params)).filter(isOfSome),
    }));
  });
  return {
    series: series.filter(({ points }) => points.length > 0),
    inputs: hashOf(countedActs(acts, [...chosen.keys()], params.cutOff)),
    meta: {
      status: "real",
      source: figureNote("source-treaties", params.language),
      asOf: [...[...chosen.values()].map(({ asOf }) => asOf), params.cutOff ?? "9999"].toSorted()[0]!,
      unit: figureNote(`unit-${params.standing}${params.unit === "cells" ? "-cells" : ""}`, params.language),
      notes: notesOf(params, [...chosen.values()], acts),
    },
  };
}

/** What each State of today was to each treaty at the end of each year, as bytes. */
export async function treatyCube(engine: Engine): Promise<Omit<CubeAnswer, "measure" | "meta"> & { meta: CubeFacts }> {
  const acts = await treatyActs(engine);
  const known = [...knownTreaties(acts).values()];
  const last = known
    .map(({ asOf }) => asOf)
    .toSorted()
    .at(-1)!;
  const years = yearEnds(known.map(({ opened }) => opened).toSorted()[0]!, last, {}).map((day) => day.slice(0, 4));
  const values = [...standings, "not-known"];
  const cells = [...states.keys()].flatMap((iso3) =>
    known.flatMap(({ code, asOf }) => {
      const own = acts.get(code)?.get(iso3) ?? [];
      return years.map((year) =>
        values.indexOf(year > asOf.slice(0, 4) ? "not-known" : standingOn(own, [`${year}-12-31`, asOf].toSorted()[0]!)),
      );
    }),
  );
  return {
    axes: [
      { name: "state", keys: [...states.keys()] },
      { name: "treaty", keys: known.map(({ code }) => code) },
      { name: "year", keys: years },
    ],
    values,
    cells: Buffer.from(cells).toString("base64"),
    meta: { status: "real", source: figureNote("source-treaties", "en"), asOf: last },
  };
}

/** The ids of the acts until the cut-off, in a stable order. */
function countedActs(acts: TreatyActs, codes: readonly string[], cutOff = "9999"): string[] {
  const all = codes.flatMap((code) => [...(acts.get(code)?.values() ?? [])].flat());
  return all
    .filter(({ date }) => date <= cutOff)
    .map(({ id }) => id)
    .toSorted();
}

function chosenTreaties(
  { treaty, obligation, weapon }: TrendsParams,
  known: ReadonlyMap<string, KnownTreaty>,
): Map<string, KnownTreaty> {
  const codes = new Set(obligation.flatMap(withParts));
  return new Map(
    [...known].filter(
      ([code, { obligation: own }]) =>
        (treaty.length === 0 || treaty.includes(code)) &&
        (obligation.length === 0 || codes.has(own)) &&
        (weapon.length === 0 || weaponsOf(code).some((kind) => weapon.includes(kind))),
    ),
  );
}

/** `ALL` where a treaty is not tied to a kind of weapon, as in the rows of a matrix. */
function weaponsOf(code: string): readonly TrendsParams["weapon"][number][] {
  const { weapons = [] } = treatyList.get(code) ?? {};
  return weapons.length > 0 ? weapons : ["ALL"];
}

/** The treaties each series counts; key and label where they, and not States, are what series stand for. */
function groupsOf(
  { by, language }: TrendsParams,
  chosen: ReadonlyMap<string, KnownTreaty>,
): { key?: string; label?: string; treaties: KnownTreaty[] }[] {
  const all = [...chosen.values()];
  if (by === "treaty")
    return all.map((treaty) => ({ key: treaty.code, label: treaty.names[language], treaties: [treaty] }));
  if (by !== "obligation") return [{ treaties: all }];
  return [...new Set(all.map(({ obligation }) => obligation))].toSorted().map((code) => ({
    key: code,
    label: obligations.get(code)?.labels[language] ?? code,
    treaties: all.filter(({ obligation }) => obligation === code),
  }));
}

/** Of all the treaties of a series: from the first opened to the first whose source ends. */
function daysOf(treaties: readonly KnownTreaty[], params: TrendsParams): string[] {
  const opened = treaties.map((treaty) => treaty.opened).toSorted()[0];
  const known = treaties.map(({ asOf }) => asOf).toSorted()[0];
  return opened === undefined || known === undefined ? [] : yearEnds(opened, known, params);
}

/** By day, the Member States the filters leave, each with the number of treaties it holds for. */
function holdingOn(
  acts: TreatyActs,
  treaties: readonly KnownTreaty[],
  params: TrendsParams,
  days: readonly string[],
): Map<string, Map<string, number>> {
  return new Map(
    days.map((day) => [
      day,
      new Map(
        chosenMembers(params, day).map((iso3) => [
          iso3,
          treaties.filter(({ code }) => standingOn(acts.get(code)?.get(iso3) ?? [], day) === params.standing).length,
        ]),
      ),
    ]),
  );
}

function pointOf(
  day: string,
  division: Division,
  holding: ReadonlyMap<string, number>,
  treaties: readonly KnownTreaty[],
  { unit }: TrendsParams,
): TrendPoint {
  const inside = [...holding].filter(([iso3]) => division.has(iso3, day)).map(([, count]) => count);
  const open = treaties.filter(({ opened }) => opened <= day).length;
  if (unit === "cells")
    return { date: day, n: inside.reduce((sum, count) => sum + count, 0), of: inside.length * open };
  return { date: day, n: inside.filter((count) => count > 0).length, of: inside.length };
}

function notesOf(params: TrendsParams, chosen: readonly KnownTreaty[], acts: TreatyActs): string[] {
  const { language, by, unit, standing } = params;
  const named = (treaties: readonly KnownTreaty[]) => treaties.map(({ names }) => names[language]);
  const notInForce = chosen.filter(({ code, inForce }) => inForce === undefined && treatyList.has(code));
  const days = [...new Set(chosen.map(({ asOf }) => asOf))].toSorted();
  const others = otherPartiesOf(chosen, acts, standing).map((code) => otherParticipants.get(code)?.[language] ?? code);
  return [
    ...days.map((day) =>
      figureNote("acts-known-until", language, { names: named(chosen.filter(({ asOf }) => asOf === day)), date: day }),
    ),
    ...(chosen.some(({ asOf, code }) => asOf === treatyList.get(code)?.asOf && asOf < "2015")
      ? [figureNote("copy-of-2014", language)]
      : []),
    ...(chosen.length > 1 && unit === "states" && by !== "treaty"
      ? [figureNote("any-treaty", language, { count: chosen.length })]
      : []),
    ...(notInForce.length > 0 ? [figureNote("not-in-force", language, { names: named(notInForce) })] : []),
    ...(others.length > 0 ? [figureNote("other-parties", language, { names: others })] : []),
    ...divisionNotes(params, language),
  ];
}

/** Those of whom it holds too but who are no Member States, by the code of their acts. */
function otherPartiesOf(
  chosen: readonly KnownTreaty[],
  acts: TreatyActs,
  standing: TrendsParams["standing"],
): string[] {
  const all = chosen.flatMap(({ code, asOf }) =>
    [...(acts.get(code) ?? [])].flatMap(([state, own]) =>
      !isMemberOn(state, asOf) && standingOn(own, asOf) === standing ? [state] : [],
    ),
  );
  return [...new Set(all)].toSorted();
}
