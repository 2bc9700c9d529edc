import { disclaimer } from "#domain/disclaimer.ts";
import type { Language } from "#domain/languages.ts";
import type { FacetBucket } from "#domain/search.ts";
import {
  standingOn,
  type TreatiesPage,
  type TreatiesParams,
  type TreatyAction,
  type TreatyAnswer,
  type Treaty,
  type TreatyParams,
} from "#domain/treaties.ts";
import { figureNote } from "#data/figure-notes.ts";
import { isMemberOn, membersOn } from "#data/membership.ts";
import { states } from "#data/states.ts";
import { otherParticipants, treaties as treatyList, treatyStatuses } from "#data/treaties.ts";
import { everyHit, type Table } from "./export.ts";
import { refuse } from "./figures.ts";
import { servedGeneration } from "./generation.ts";
import { HttpError } from "./http-error.ts";
import type { Engine } from "./searching.ts";

/** All acts towards treaties that are served, by treaty, then by State, oldest first. */
export type TreatyActs = ReadonlyMap<string, ReadonlyMap<string, readonly TreatyAction[]>>;

const readBefore = new WeakMap<Engine, { generation: string; acts: Promise<TreatyActs> }>();

/**
 * Reads them once a generation: a few thousand, and every figure asks for all of them.
 * @throws HttpError 404 when none are loaded
 */
export async function treatyActs(engine: Engine): Promise<TreatyActs> {
  const { id, builtAt } = await servedGeneration(engine);
  if (!builtAt.has("treaties")) throw new HttpError(404, "No acts of States towards treaties are loaded.");
  const before = readBefore.get(engine);
  if (before?.generation === id) return before.acts;
  const acts = readActs(engine);
  readBefore.set(engine, { generation: id, acts });
  acts.catch(() => readBefore.delete(engine));
  return acts;
}

async function readActs({ elasticsearch, prefix }: Engine): Promise<TreatyActs> {
  const acts = new Map<string, Map<string, TreatyAction[]>>();
  const hits = everyHit<TreatyAction>(elasticsearch, [`${prefix}-treaties`], { match_all: {} }, [
    { date: "asc" },
    { id: "asc" },
  ]);
  for await (const act of hits) {
    const ofTreaty = acts.get(act.treaty) ?? new Map<string, TreatyAction[]>();
    acts.set(act.treaty, ofTreaty);
    ofTreaty.set(act.state, [...(ofTreaty.get(act.state) ?? []), act]);
  }
  return acts;
}

/** A treaty with acts, and the day until which they are known. */
export type KnownTreaty = Pick<Treaty, "code" | "names" | "obligation" | "opened" | "inForce"> & { asOf: string };

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

/** Acts that pass the filters, newest first, and how many there are of each kind under the other filters. */
export async function listTreatyActs(engine: Engine, params: TreatiesParams): Promise<TreatiesPage> {
  const acts = await treatyActs(engine);
  const { language, page, size } = params;
  const found = findActs(acts, params);
  const known = knownTreaties(acts);
  const facetsOf = (name: FacetName): FacetBucket[] =>
    counted(
      findActs(acts, { ...params, ...withoutFilter[name] }).map((act) => facetValue[name](act)),
      name === "year" ? [] : params[name],
    );
  return {
    total: found.length,
    items: found.slice((page - 1) * size, page * size).map((act) => ({
      ...act,
      treatyName: known.get(act.treaty)?.names[language] ?? act.treaty,
      stateName: participantName(act.state, language),
    })),
    facets: { treaty: facetsOf("treaty"), state: facetsOf("state"), act: facetsOf("act"), year: facetsOf("year") },
    meta: await metaOf(
      engine,
      [...known.values()]
        .map(({ asOf }) => asOf)
        .toSorted()
        .at(-1) ?? "",
      language,
    ),
  };
}

/** Every act of the filter, one row an act. */
export async function treatiesTable(engine: Engine, params: TreatiesParams): Promise<Table> {
  const { items, total, meta } = await listTreatyActs(engine, { ...params, page: 1, size: Number.MAX_SAFE_INTEGER });
  return {
    name: "treaties",
    total,
    columns: ["treaty", "treatyName", "state", "stateName", "act", "date", "source", "sourceAsOf"],
    rows: items,
    facts: { source_of_all: meta.source },
    asOf: meta.asOf,
  };
}

function findActs(
  acts: TreatyActs,
  { treaty, state, act, yearFrom, yearTo }: Omit<TreatiesParams, "language" | "page" | "size">,
): TreatyAction[] {
  const all = [...acts.values()].flatMap((ofTreaty) => [...ofTreaty.values()].flat());
  return all
    .filter(
      (one) =>
        (treaty.length === 0 || treaty.includes(one.treaty)) &&
        (state.length === 0 || state.includes(one.state)) &&
        (act.length === 0 || act.includes(one.act)) &&
        Number(one.date.slice(0, 4)) >= (yearFrom ?? 0) &&
        Number(one.date.slice(0, 4)) <= (yearTo ?? 9999),
    )
    .toSorted((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date > b.date ? -1 : 1));
}

const withoutFilter = {
  treaty: { treaty: [] },
  state: { state: [] },
  act: { act: [] },
  year: { yearFrom: undefined, yearTo: undefined },
};
type FacetName = keyof typeof withoutFilter;

const facetValue: Record<FacetName, (act: TreatyAction) => string> = {
  treaty: (act) => act.treaty,
  state: (act) => act.state,
  act: (act) => act.act,
  year: (act) => act.date.slice(0, 4),
};

/** Largest first, chosen values kept at zero. */
function counted(values: string[], chosen: readonly string[]): FacetBucket[] {
  const counts = new Map(chosen.map((value) => [value, 0]));
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/**
 * What each Member State of a day is to a treaty. Of a treaty whose acts are not at hand, the one status that is.
 * @throws HttpError 404 when there is no such treaty, 400 when the day is after what is known
 */
export async function readTreaty(engine: Engine, code: string, { on, language }: TreatyParams): Promise<TreatyAnswer> {
  const acts = await treatyActs(engine);
  const statuses = new Map(treatyStatuses.filter(({ treaty }) => treaty === code).map((row) => [row.state, row]));
  const known = knownTreaties(acts).get(code);
  const treaty = known ?? treatyList.get(code);
  if (treaty === undefined) throw new HttpError(404, `There is no treaty "${code}" here.`);
  const asOf = known?.asOf ?? [...statuses.values()][0]?.as_of ?? "";
  if (on !== undefined && (known === undefined || on > asOf))
    refuse([{ path: "on", message: `of ${code} only what was so by ${asOf} is known` }]);
  const date = on ?? asOf;
  const day = date.length === 4 ? `${date}-12-31` : date;
  const participant = (state: string) => {
    const own = (acts.get(code)?.get(state) ?? []).filter((act) => act.date <= day);
    return {
      state,
      name: participantName(state, language),
      standing: known === undefined ? (statuses.get(state)?.standing ?? "none") : standingOn(own, day),
      acts: own.map(({ act, date: done }) => ({ act, date: done })),
    };
  };
  const byName = new Intl.Collator(language);
  const inOrder = (codes: string[]) => codes.map(participant).toSorted((a, b) => byName.compare(a.name, b.name));
  const others = [...(acts.get(code)?.keys() ?? []), ...statuses.keys()].filter((state) => !isMemberOn(state, day));
  return {
    treaty: { ...treatyDefaults, ...treaty, name: treaty.names[language] },
    date,
    items: inOrder(membersOn(day)),
    others: inOrder([...new Set(others)]).filter(({ standing }) => standing !== "none"),
    meta: {
      ...(await metaOf(engine, asOf, language)),
      ...(known === undefined && { source: [...statuses.values()][0]?.source ?? "" }),
    },
  };
}

/** Of a treaty that is not in the list nothing else is known. */
const treatyDefaults = { weapons: [], datesMark: "M" as const };

function participantName(code: string, language: Language): string {
  return (states.get(code)?.names ?? otherParticipants.get(code))?.[language] ?? code;
}

async function metaOf(engine: Engine, asOf: string, language: Language): Promise<TreatiesPage["meta"]> {
  const { id } = await servedGeneration(engine);
  return { source: figureNote("source-treaties", language), asOf, generation: id, disclaimer };
}
