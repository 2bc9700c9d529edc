import { use } from "react";
import { useInterface } from "../interface.tsx";
import { trendTextsIn } from "../texts/trends/load.ts";
import type { Origin } from "./figure.tsx";
import type { TrendView } from "./view.ts";

/** What a chart shows and what it does not, beside it and not behind a question mark. */
export function Aids({ view: { measure, view, by, region }, origin }: { view: TrendView; origin: Origin }) {
  const { language } = useInterface();
  const { aids, chart, statuses } = use(trendTextsIn(language));
  const { shows, showsNot } = aids[measure];
  const isOfRegions = ["region", "m49", "subregion"].includes(by) || region.length > 0 || view === "tiles";
  return (
    <section className="chart-aids">
      <div>
        <h3>{aids.shows}</h3>
        {view !== "answers" && <p>{shows}</p>}
        <p>{aids.views[view]}</p>
      </div>
      <div>
        <h3>{aids.showsNot}</h3>
        {origin.status !== "real" && <p>{statuses[origin.status].says}</p>}
        <p>{showsNot}</p>
        {isOfRegions && <p>{chart.membership}</p>}
      </div>
    </section>
  );
}
