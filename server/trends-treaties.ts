import { standingOn, type Treaty } from "#domain/treaties.ts";
import type { TrendPoint, TrendsParams } from "#domain/trends.ts";
import { figureNote } from "#data/figure-notes.ts";
import { isMemberOn } from "#data/membership.ts";
import { obligations, withParts } from "#data/obligations.ts";
import { otherParticipants, treaties as treatyList } from "#data/treaties.ts";
import {
  checkChosen,
  chosenMembers,
  divisionNotes,
  divisionsBy,
  refuse,
  unknownOf,
  type Division,
  type Figures,
} from "./figures.ts";
import type { Engine } from "./searching.ts";
import { treatyActs, type TreatyActs } from "./treaties.ts";

/** A treaty with acts, and the day until which they are known. */
type KnownTreaty = Pick<Treaty, "code" | "names" | "obligation" | "opened" | "inForce"> & { asOf: string };

const sensible = ["none", "region", "m49", "subregion", "treaty", "obligation"];

/** States party to treaties, or signatories, at the end of each year, by what series stand for. */
export async function treatyFigures(engine: Engine, params: TrendsParams): Promise<Figures> {
  const acts = await treatyActs(engine);
  const known = knownTreaties(acts);
  check(params, known);
  const chosen = chosenTreaties(params, known);
  const divisions = divisionsBy(params.by, params.language);
  const series = groupsOf(params, chosen).flatMap(({ key, label, treaties }) => {
    const years = yearEnds(treaties, params);
    const holding = holdingOn(acts, treaties, params, years);
    return divisions.map((division) => ({
      key: key ?? division.key,
      label: label ?? division.label,
      status: "real" as const,
      points: years.map((day) => pointOf(day, division, holding.get(day)!, treaties.length, params)),
    }));
  });
  return {
    // A region none of whose States the filters leave is no series.
    series: series.filter(({ points }) => points.some(({ of }) => of! > 0)),
    meta: {
      status: "real",
      source: figureNote("source-treaties", params.language),
      asOf: [...chosen.values()].map(({ asOf }) => asOf).toSorted()[0] ?? "",
      unit: figureNote(`unit-${params.standing}${params.unit === "cells" ? "-cells" : ""}`, params.language),
      notes: notesOf(params, [...chosen.values()], acts),
    },
  };
}

/** Treaties that have acts, those of the list first; of one that is not in the list its code is all there is to say. */
export function knownTreaties(acts: TreatyActs): ReadonlyMap<string, KnownTreaty> {
  const codes = [...treatyList.keys(), ...[...acts.keys()].toSorted()];
  return new Map(
    [...new Set(codes)].flatMap((code): [string, KnownTreaty][] => {
      const all = [...(acts.get(code)?.values() ?? [])].flat();
      if (all.length === 0) return [];
      const listed = treatyList.get(code);
      const named = { ar: code, zh: code, en: code, fr: code, ru: code, es: code };
      return [
        [
          code,
          {
            code,
            names: named,
            obligation: "OP1.TRT.12",
            opened: all.map(({ date }) => date).toSorted()[0]!,
            ...listed,
            asOf: [listed?.asOf ?? "", ...all.map(({ sourceAsOf }) => sourceAsOf)].toSorted().at(-1)!,
          },
        ],
      ];
    }),
  );
}

function check(params: TrendsParams, known: ReadonlyMap<string, KnownTreaty>): void {
  checkChosen(params);
  refuse([
    ...unknownOf("treaty", params.treaty, known, `a treaty with acts: ${[...known.keys()].join(", ")}`),
    ...(sensible.includes(params.by) ? [] : [{ path: "by", message: `treaties are shown by ${sensible.join(", ")}` }]),
    ...(params.base === "all" ? [] : [{ path: "base", message: "treaties are counted of all Member States: all" }]),
    ...(params.facet.length === 0 ? [] : [{ path: "facet", message: "treaties have no facets" }]),
    ...(params.value.length === 0 ? [] : [{ path: "value", message: "treaties have no values of a matrix" }]),
  ]);
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

/** The ends of the years from the first treaty on; the last is the day until which all of them are known. */
function yearEnds(treaties: readonly KnownTreaty[], { from, to }: TrendsParams): string[] {
  if (treaties.length === 0) return [];
  const known = treaties.map(({ asOf }) => asOf).toSorted()[0]!;
  const first = Math.max(
    from ?? 0,
    Number(
      treaties
        .map(({ opened }) => opened)
        .toSorted()[0]!
        .slice(0, 4),
    ),
  );
  const last = Math.min(to ?? 9999, Number(known.slice(0, 4)));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => {
    const end = `${first + place}-12-31`;
    return end < known ? end : known;
  });
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
  treaties: number,
  { unit }: TrendsParams,
): TrendPoint {
  const inside = [...holding].filter(([iso3]) => division.has(iso3, day)).map(([, count]) => count);
  if (unit === "cells")
    return { date: day, n: inside.reduce((sum, count) => sum + count, 0), of: inside.length * treaties };
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
