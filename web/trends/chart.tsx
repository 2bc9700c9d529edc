import { AnswersChart } from "./answers-chart.tsx";
import { HeatMapChart } from "./heat-map-chart.tsx";
import { SeriesChart } from "./series-chart.tsx";
import { TilesChart } from "./tiles-chart.tsx";
import type { Frozen } from "./shown.tsx";
import type { TrendView } from "./view.ts";

/** The chart of a view with all that belongs to it; in another site's page, the drawing alone. */
export function Chart(props: ChartProps) {
  if (props.view.view === "answers") return <AnswersChart {...props} />;
  if (props.view.view === "heat-map") return <HeatMapChart {...props} />;
  if (props.view.view === "tiles") return <TilesChart {...props} />;
  return <SeriesChart {...props} />;
}

export interface ChartProps {
  view: TrendView;
  /** In the page of another site, and there held to the figures it had, or not. */
  embedded?: { frozen: Frozen | undefined };
}
