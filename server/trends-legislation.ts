import { facets, weapons, type Facet, type ProvisionCoding } from "#domain/codings.ts";
import type { IndexedProvision } from "#domain/indexed-legislation.ts";
import { languages } from "#domain/languages.ts";
import type { TrendPoint, TrendsParams } from "#domain/trends.ts";
import { figureNote } from "#data/figure-notes.ts";
import { obligations, withParts } from "#data/obligations.ts";
import { everyHit } from "./export.ts";
import {
  checkAsked,
  chosenMembers,
  divisionNotes,
  divisionsBy,
  hashOf,
  isOfSome,
  yearEnds,
  type Division,
  type Figures,
} from "./figures.ts";
import { servedGeneration } from "./generation.ts";
import { ask, type Engine } from "./searching.ts";

/** A provision that a person has coded, whatever its language, and the days between which it is held to be law. */
interface Measure {
  state: string;
  from: string;
  until: string;
  codings: Pick<ProvisionCoding, "obligations" | "weapons" | "facet">[];
}

/** What the library knows: the measures, the States it has laws of, and the day it was built. */
interface Collection {
  measures: Measure[];
  states: ReadonlySet<string>;
  asOf: string;
}

type Coded = Pick<
  IndexedProvision,
  "law" | "anchor" | "state" | "year" | "status" | "heldFrom" | "heldUntil" | "codings"
>;

const readBefore = new WeakMap<Engine, { generation: string; collection: Promise<Collection> }>();

/** Measures in the library's laws at the end of each year: provisions that a person has coded, of laws held to be in force. */
export async function legislationFigures(engine: Engine, params: TrendsParams): Promise<Figures> {
  checkAsked(params, {
    by: ["none", "region", "m49", "subregion", "obligation", "weapon", "facet"],
    filters: ["obligation", "weapon", "facet", "region", "state"],
    bases: ["all", "reporting"],
    units: ["states", "cells"],
  });
  const collection = await collectionOf(engine);
  const counts = coding(params);
  const first = collection.measures.filter(({ codings }) => codings.some(counts)).map(({ from }) => from);
  const days = yearEnds(first.toSorted()[0] ?? collection.asOf, collection.asOf, params);
  const series = groupsOf(params, collection.measures).flatMap(({ key, label, takes }) =>
    divisionsBy(params.by, params.language).map((division) => ({
      key: key ?? division.key,
      label: label ?? division.label,
      status: "real" as const,
      points: days
        .map((day) => pointOf(day, division, (code) => counts(code) && takes(code), collection, params))
        .filter(isOfSome),
    })),
  );
  return {
    series: series.filter(({ points }) => points.length > 0),
    inputs: hashOf(collection.measures.map((measure) => JSON.stringify(measure))),
    meta: {
      status: "real",
      source: figureNote("source-legislation", params.language),
      asOf: [collection.asOf, params.cutOff ?? "9999"].toSorted()[0]!,
      unit: figureNote(`unit-legislation-${params.unit}`, params.language),
      notes: [
        figureNote("legislation-library", params.language, { count: collection.states.size }),
        figureNote("legislation-dates", params.language),
        ...divisionNotes(params, params.language),
      ],
    },
  };
}

/** Read once a generation: every figure asks for all of them. */
async function collectionOf(engine: Engine): Promise<Collection> {
  const { id, asOf } = await servedGeneration(engine);
  const before = readBefore.get(engine);
  if (before?.generation === id) return before.collection;
  const collection = readCollection(engine, asOf.slice(0, 10));
  readBefore.set(engine, { generation: id, collection });
  collection.catch(() => readBefore.delete(engine));
  return collection;
}

async function readCollection(engine: Engine, asOf: string): Promise<Collection> {
  const measures = new Map<string, Measure>();
  const hits = everyHit<Coded>(
    engine.elasticsearch,
    languages.map((language) => `${engine.prefix}-provisions-${language}`),
    codedProvisions,
    [{ law: "asc" }, { language: "asc" }, { position: "asc" }],
    ["law", "anchor", "state", "year", "status", "heldFrom", "heldUntil", "codings"],
  );
  for await (const provision of hits) {
    const from = provision.heldFrom ?? (provision.year === undefined ? undefined : `${provision.year}-01-01`);
    if (from === undefined || provision.heldUntil === undefined) continue;
    const id = `${provision.law}/${provision.anchor}`;
    // The same provision in another language is the same measure.
    const codings = [
      ...(measures.get(id)?.codings ?? []),
      ...provision.codings.filter(({ state }) => state !== "stale"),
    ];
    if (codings.length > 0) measures.set(id, { state: provision.state, from, until: provision.heldUntil, codings });
  }
  return { measures: [...measures.values()], states: await statesWithLaws(engine), asOf };
}

/** Those that count today, and those of repealed laws and older versions, which counted until then. */
const codedProvisions = {
  bool: {
    should: [
      { exists: { field: "obligations" } },
      { bool: { filter: [{ terms: { status: ["repealed", "superseded"] } }, { exists: { field: "summary" } }] } },
    ],
  },
};

async function statesWithLaws(engine: Engine): Promise<ReadonlySet<string>> {
  const { aggregations } = await ask<never, { states: { buckets: { key: string }[] } }>(engine, {
    index: languages.map((language) => `instruments-${language}`),
    size: 0,
    aggregations: { states: { terms: { field: "state", size: 250 } } },
  });
  return new Set(aggregations?.states.buckets.map(({ key }) => key));
}

type Counts = (coding: Measure["codings"][number]) => boolean;

/** Whether a coding passes the filters by obligation, weapon and facet, all three at once. */
function coding({ obligation, weapon, facet }: TrendsParams): Counts {
  const codes = new Set(obligation.flatMap(withParts));
  return (said) =>
    (obligation.length === 0 || said.obligations.some((code) => codes.has(code))) &&
    (weapon.length === 0 || weaponsOf(said).some((kind) => weapon.includes(kind))) &&
    (facet.length === 0 || facet.includes(said.facet));
}

function weaponsOf(said: Measure["codings"][number]): TrendsParams["weapon"] {
  return said.weapons.length > 0 ? said.weapons : ["ALL"];
}

interface Group {
  key?: string;
  label?: string;
  takes: Counts;
}

/** What each series counts; key and label where that, and not a division of States, is what series stand for. */
function groupsOf({ by, obligation, language }: TrendsParams, measures: readonly Measure[]): Group[] {
  if (by === "obligation") {
    const groups = (obligation.length > 0 ? obligation : areas).map((code): Group => {
      const codes = new Set(withParts(code));
      const label = obligations.get(code)!.labels[language];
      return { key: code, label, takes: (said) => said.obligations.some((one) => codes.has(one)) };
    });
    // Nobody codes laws by reports and assistance: there a line at zero would say what is not known.
    return groups.filter(({ takes }) => obligation.length > 0 || measures.some(({ codings }) => codings.some(takes)));
  }
  if (by === "weapon")
    return ([...weapons, "ALL"] as const).map((key) => ({
      key,
      label: figureNote(key, language),
      takes: (said) => weaponsOf(said).includes(key),
    }));
  if (by === "facet")
    return facets.map((key: Facet) => ({ key, label: figureNote(key, language), takes: (said) => said.facet === key }));
  return [{ takes: () => true }];
}

/** The paragraphs of the resolution, paragraph 3 by its parts. */
const areas = [...obligations.values()]
  .filter(({ code, level, parent }) => (level === 1 && code !== "OP3") || parent === "OP3")
  .map(({ code }) => code);

function pointOf(
  date: string,
  division: Division,
  counts: Counts,
  { measures, states }: Collection,
  params: TrendsParams,
): TrendPoint {
  const members = new Set(chosenMembers(params, date).filter((iso3) => division.has(iso3, date)));
  const held = measures.filter(({ state, from, until }) => members.has(state) && from <= date && date < until);
  const counted = held.filter(({ codings }) => codings.some(counts));
  if (params.unit === "cells") return { date, n: counted.length, of: held.length };
  const base = params.base === "all" ? members : new Set([...members].filter((iso3) => states.has(iso3)));
  return { date, n: new Set(counted.map(({ state }) => state)).size, of: base.size };
}
