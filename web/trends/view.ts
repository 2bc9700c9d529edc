import * as z from "zod/mini";
import { PartialDate } from "#domain/legislation.ts";
import { listOf } from "#domain/search.ts";
import { TrendsParams, type Base, type Measure, type TrendKey } from "#domain/trends.ts";
import { searchOf } from "../use-params-of.ts";

/** How figures are drawn: over time as lines or bars, two dates side by side, by answer state, areas by region, or a tile for each State. */
const views = ["lines", "bars", "compare", "answers", "heat-map", "tiles"] as const;
export type View = (typeof views)[number];

const Switch = z._default(z.enum(["on", "off"]), "off");

/** A chart, whole: what is asked of the API and how it is drawn. It is the address of the page. */
export const TrendView = z.extend(z.omit(TrendsParams, { language: true }), {
  view: z._default(z.enum(views), "lines"),
  /** A chart for each series. */
  multiples: Switch,
  /** The band between "assume none" and "assume unknown". */
  band: Switch,
  /** The question that tiles answer: a treaty, or a column of the matrices such as `OP2.05-CW-framework`. */
  question: z._default(z.string(), ""),
  /** Series of published figures drawn over the others. */
  overlay: listOf(z.string()),
  /** Of first reports: the published date by which the list of States stands. */
  on: z.optional(PartialDate),
  /** Of a frozen chart: the checksum its figures had and the version of the data they were from. */
  checksum: z.optional(z.string().check(z.regex(/^[0-9a-f]{16}$/))),
  generation: z.optional(z.string().check(z.maxLength(200))),
});
export type TrendView = z.infer<typeof TrendView>;

/** What each measure can be told apart by, and how it can be drawn. */
export const offered: Record<Measure, { by: TrendKey[]; views: View[] }> = {
  matrix: {
    by: ["none", "region", "m49", "subregion", "obligation", "weapon", "facet"],
    views: ["lines", "bars", "compare", "answers", "heat-map", "tiles"],
  },
  treaties: { by: ["none", "treaty", "region", "m49", "subregion"], views: ["lines", "bars", "compare", "tiles"] },
  firstReports: { by: ["none"], views: ["lines", "bars", "compare"] },
  legislation: {
    by: ["none", "region", "m49", "subregion", "obligation", "weapon", "facet"],
    views: ["lines", "bars", "compare"],
  },
  published: { by: ["none"], views: ["lines"] },
};

/** The States each measure can be counted of. */
export const bases: Record<Measure, readonly Base[]> = {
  matrix: ["all", "reporting"],
  treaties: ["all"],
  firstReports: ["all"],
  legislation: ["all", "reporting"],
  published: ["all"],
};

/** Series of published figures that count what another measure counts, and may be drawn over it. */
export const comparable: Partial<Record<Measure, string[]>> = {
  matrix: ["states-with-prohibiting-legislation"],
  legislation: ["states-with-prohibiting-legislation"],
};

/** The same chart with changes; what the measure or the way of drawing has no use for goes back to its default. */
export function changed(view: TrendView, changes: Partial<TrendView>): TrendView {
  const next = { ...view, ...changes };
  const { by, views: drawn } = offered[next.measure];
  const isSame = next.measure === view.measure;
  const takesObligations = next.measure === "matrix" || next.measure === "legislation";
  const fitting: TrendView = {
    ...next,
    view: drawn.includes(next.view) ? next.view : "lines",
    by: by.includes(next.by) ? next.by : "none",
    treaty: next.measure === "treaties" ? next.treaty : [],
    obligation: takesObligations ? next.obligation : [],
    weapon: takesObligations ? next.weapon : [],
    facet: takesObligations ? next.facet : [],
    value: next.measure === "matrix" ? next.value : [],
    region: next.measure === "published" || next.measure === "firstReports" ? [] : next.region,
    state: next.measure === "published" || next.measure === "firstReports" ? [] : next.state,
    standing: next.measure === "treaties" ? next.standing : "party",
    question: isSame && next.view === "tiles" ? next.question : "",
    base: bases[next.measure].includes(next.base) ? next.base : "all",
    unit: takesObligations ? next.unit : "states",
    // Published figures count too many things for one axis: one series at a time.
    series: next.measure === "published" ? [next.series[0] ?? "first-reports-submitted"] : [],
    overlay: next.overlay.filter((series) => comparable[next.measure]?.includes(series)),
    band: next.measure === "matrix" && next.unit === "states" ? next.band : "off",
  };
  // Years of another measure, or the promise of a frozen chart, say nothing of this one.
  delete fitting.checksum;
  delete fitting.generation;
  if (!takesCutOff(fitting)) delete fitting.cutOff;
  if (next.measure !== "firstReports") delete fitting.on;
  if (!isSame) {
    delete fitting.from;
    delete fitting.to;
  }
  return fitting;
}

/** Whether a day can be set after which nothing counts: cells and tiles are of one date as they are. */
export function takesCutOff({ view, by }: TrendView): boolean {
  return view !== "tiles" && view !== "heat-map" && (view !== "answers" || by === "none");
}

/** The address of a chart on its page, or at `/embed/trends` for other sites. */
export function chartAddress(view: Partial<TrendView>, path = "/trends"): string {
  // A bare /trends is the overview: the measure is always named.
  const search = searchOf(TrendView, view);
  const { measure = "treaties" } = view;
  const rest = [...search].filter(([name]) => name !== "measure");
  return `${path}?${new URLSearchParams([["measure", measure], ...rest])}`;
}

/** What of a view is asked of the API; the rest is how the answer is drawn. */
export function askedOf(view: TrendView): Omit<TrendsParams, "language"> {
  return z.parse(z.omit(TrendsParams, { language: true }), view);
}
