import { columnsOf, type MatrixColumn } from "#data/matrix-rows.ts";
import { membersOn } from "#data/membership.ts";
import { obligations } from "#data/obligations.ts";
import type { CellValue, Matrix } from "#domain/matrices.ts";

/** Equal seeds, equal matrices. */
const seed = 1540;

/**
 * What the figures of a snapshot come to. Averages and States with 30 cells or fewer in 2008 and 2011 are as published;
 * by the years of the snapshots, prohibitions lie on the line through 65 States in 2006 and 140 in 2011, and the cells of
 * 2016 on one that passes 30,000 in May 2014 (data/published-figures.csv). The others are ours.
 */
interface Snapshot {
  snapshot: string;
  template: string;
  /** The day its matrices are of, and so its Member States. */
  day: string;
  /** States of which there is no matrix yet: their first report is late. */
  without: number;
  /** States that have not agreed to show theirs: no figure has them. */
  unpublished: number;
  /** Cells with a measure, on average of the published matrices. */
  average: number;
  /** Published matrices with 30 such cells or fewer. */
  few: number;
  /** Published matrices with a measure in the legal framework of paragraph 2. */
  prohibiting: number;
}

const snapshots: readonly Snapshot[] = [
  {
    snapshot: "2005",
    template: "2005",
    day: "2005-12-31",
    without: 67,
    unpublished: 9,
    average: 71,
    few: 50,
    prohibiting: 50,
  },
  {
    snapshot: "2008",
    template: "2008",
    day: "2008-07-30",
    without: 0,
    unpublished: 4,
    average: 93,
    few: 63,
    prohibiting: 95,
  },
  {
    snapshot: "2011",
    template: "2008",
    day: "2011-04-24",
    without: 0,
    unpublished: 3,
    average: 128,
    few: 21,
    prohibiting: 140,
  },
  {
    snapshot: "2016",
    template: "2013",
    day: "2016-06-22",
    without: 0,
    unpublished: 5,
    average: 179,
    few: 9,
    prohibiting: 163,
  },
  {
    snapshot: "2021",
    template: "2017",
    day: "2021-06-30",
    without: 0,
    unpublished: 4,
    average: 197,
    few: 6,
    prohibiting: 176,
  },
];

/** No State has a measure in more than this part of its cells. */
const mostRecorded = 0.92;
/** Of the cells that had a measure, this part is withdrawn or doubted in a snapshot: figures also fall. */
const withdrawn = 0.015;

/**
 * Matrices of all Member States, drawn from a seed so that their totals are those that were published. Which State has
 * which measure is chance: nothing about a State, its region or its reports goes in.
 */
export function demonstrationMatrices(): Matrix[] {
  return snapshots.flatMap((snapshot, place) => drawSnapshot(snapshot, snapshots[place - 1]));
}

function drawSnapshot(snapshot: Snapshot, before: Snapshot | undefined): Matrix[] {
  const { day, template, without, unpublished, few, prohibiting } = snapshot;
  const withMatrix = sortedBy(membersOn(day), level).slice(without);
  const hidden = new Set(
    sortedBy(
      withMatrix.filter((state) => level(state) > 0.5),
      (state) => chance(state, snapshot.snapshot, "hidden"),
    ).slice(0, unpublished),
  );
  const shown = withMatrix.filter((state) => !hidden.has(state));
  const asked = columnsOf(template).filter(isObligation);
  const counts = countsOf(snapshot, shown, [...hidden], Math.floor(asked.length * mostRecorded));
  const byProhibition = sortedBy(
    shown.filter((state) => counts.get(state)! > 0),
    (state) => -level(state) - 0.3 * chance(state, "prohibition"),
  );
  const prohibits = new Set([...byProhibition.slice(0, prohibiting), ...hidden]);
  const silent = new Set(shown.slice(0, Math.floor(few * 0.6)));
  const earlier = new Set(columnsOf(before?.template ?? template).map(({ key }) => key));
  return withMatrix.map((state) => {
    const recorded = recordedColumns(asked, state, snapshot.snapshot, counts.get(state)!, prohibits.has(state));
    return {
      id: `${snapshot.snapshot}/${state}`,
      state,
      snapshot: snapshot.snapshot,
      template,
      date: day,
      review: "approved",
      demonstration: true,
      published: !hidden.has(state),
      reportDates: [],
      cells: columnsOf(template).map((column) => {
        const value = isObligation(column)
          ? recorded.has(column.key)
            ? "X"
            : silence(column, state, snapshot.snapshot, silent.has(state), !earlier.has(column.key))
          : listed(column, state, Number(snapshot.snapshot));
        const says = value === "X" || value === "Q";
        return {
          column: column.key,
          value,
          ...(value !== "NOT_CODED" && { basis: "demonstration" as const }),
          sources: says ? demonstrationSources : [],
        };
      }),
    };
  });
}

const demonstrationSources = ["Demonstration: no document stands behind this cell"];

/** How many cells with a measure each State has: few for the first of `shown`, and for the others more, up to `most`. */
function countsOf(
  { snapshot, average, few }: Snapshot,
  shown: readonly string[],
  hidden: readonly string[],
  most: number,
): Map<string, number> {
  const counts = new Map(
    shown.slice(0, few).map((state, place) => [state, Math.round(30 * ((place + 0.5) / few) ** 1.2)]),
  );
  const rest = sortedBy(shown.slice(few), (state) => level(state) + 0.2 * chance(state, snapshot, "shift"));
  const left = average * shown.length - sum(counts.values());
  const spread = (exponent: number) =>
    rest.map((_, place) => Math.round(31 + (most - 31) * ((place + 0.5) / rest.length) ** exponent));
  let [flat, steep] = [0.05, 20];
  while (steep - flat > 1e-6) {
    const middle = (flat + steep) / 2;
    if (sum(spread(middle)) > left) flat = middle;
    else steep = middle;
  }
  for (const [place, count] of spread(steep).entries()) counts.set(rest[place]!, count);
  for (const state of hidden) counts.set(state, Math.round(31 + (most - 31) * level(state)));
  return counts;
}

/** The cells with a measure: those that come first for this State, but those withdrawn in this snapshot. */
function recordedColumns(
  asked: readonly MatrixColumn[],
  state: string,
  snapshot: string,
  count: number,
  prohibits: boolean,
): Set<string> {
  const candidates = asked
    .filter((column) => prohibits || !isProhibition(column))
    .filter(({ key }) => chance(state, key, snapshot, "withdrawn") >= withdrawn)
    .map((column) => ({ column, order: difficulty(column, snapshot) + 0.6 * chance(state, column.key) }))
    .toSorted((one, other) => one.order - other.order)
    .map(({ column }) => column);
  const first = prohibits ? candidates.find(isProhibition) : undefined;
  return new Set(
    [...(first === undefined ? [] : [first]), ...candidates.filter((column) => column !== first)]
      .slice(0, count)
      .map(({ key }) => key),
  );
}

/** Prohibitions come first and chemical and biological materials last, as the review of 2016 found; rows also move up and down. */
function difficulty({ row, obligation, weapon, facet }: MatrixColumn, snapshot: string): number {
  const area = obligation.slice(0, 4);
  const ofArea = area.startsWith("OP2")
    ? 0.1
    : area === "OP3C"
      ? 0.25
      : area === "OP3D"
        ? 0.3
        : weapon === "NW"
          ? 0.32
          : 0.48;
  return (
    ofArea +
    (facet === "enforcement" ? 0.12 : 0) +
    0.25 * chance(row, weapon) +
    0.15 * chance(obligation, snapshot, "row")
  );
}

/** What stands where no measure is recorded. */
function silence(column: MatrixColumn, state: string, snapshot: string, isSilent: boolean, isNew: boolean): CellValue {
  if (isSilent && chance(state, column.key, snapshot, "coded") < 0.5) return "NOT_CODED";
  if (isNew && chance(state, column.key, "new") < 0.2) return "NOT_CODED";
  const material = column.row.startsWith("OP3NW") || column.row.startsWith("OP3CW");
  if (material && chance(state, "material") < 0.4 && chance(state, column.key, "applies") < 0.35) return "NA";
  return chance(state, column.key, snapshot, "doubt") < 0.14 ? "Q" : "BLANK";
}

/** Memberships, statements, assistance. Who is party to a treaty is known (data/treaties.csv), and nothing is drawn of it. */
function listed({ key, obligation }: MatrixColumn, state: string, year: number): CellValue {
  if (obligation.startsWith("OP1.TRT")) return "NOT_CODED";
  const drawn = chance(state, key, "listed");
  if (drawn < 0.5 + (year - 2005) * 0.02) return "X";
  return drawn > 0.97 ? "Q" : "BLANK";
}

function isObligation({ obligation }: MatrixColumn): boolean {
  return obligations.get(obligation)?.kind === "obligation";
}

function isProhibition({ obligation, facet }: MatrixColumn): boolean {
  return obligation.startsWith("OP2") && facet === "framework";
}

/** How far a State stands in everything that is drawn: chance too. */
function level(state: string): number {
  return chance(state, "level");
}

/** From 0 to 1, the same for the same words: 32-bit FNV-1a, its bits mixed as MurmurHash3 does at its end. */
function chance(...words: string[]): number {
  let hash = (0x81_1c_9d_c5 ^ seed) >>> 0;
  for (const word of words) {
    for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01_00_01_93);
    hash = Math.imul(hash ^ 0x1f, 0x01_00_01_93);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

function sortedBy(states: readonly string[], order: (state: string) => number): string[] {
  return states
    .map((state) => ({ state, order: order(state) }))
    .toSorted((one, other) => one.order - other.order)
    .map(({ state }) => state);
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((total, number) => total + number, 0);
}
