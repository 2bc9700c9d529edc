import { createRoot } from "react-dom/client";
import type { Figures } from "#web/trends/series.ts";
import { HeatMap } from "#web/trends/heat-map.tsx";
import { TimeChart } from "#web/trends/time-chart.tsx";
import { cells, lines, questions, size, states, years, type Drawing } from "./figures.ts";

const drawn = { ...size, isMirrored: false, number: String, place: undefined, onPlace: () => undefined };

/** The charts of the pages over the same figures as those of the libraries. */
export const drawings: Record<"lines" | "heatMap", Drawing> = {
  lines: {
    draw: (place) =>
      createRoot(place).render(
        <TimeChart
          {...drawn}
          figures={figuresOf(years.map(String), lines)}
          shortNames={states}
          hasBand={false}
          countName="Cells"
          timeName="End of the year"
          highest={100}
          span={[years[0]!, years.at(-1)!]}
        />,
      ),
    isDrawn: (place) => place.querySelectorAll("polyline").length === states.length,
  },
  heatMap: {
    draw: (place) => createRoot(place).render(<HeatMap {...drawn} figures={figuresOf(questions, cells)} />),
    isDrawn: (place) => place.querySelector('path[class^="shade-"]') !== null,
  },
};

function figuresOf(columns: string[], numbers: number[][]): Figures {
  return {
    rows: states.map((key) => ({ key, label: key, status: "demonstration" })),
    columns: columns.map((key) => ({ key, label: key })),
    cells: numbers.map((row) => row.map((n, column) => ({ date: columns[column]!, n, of: 100 }))),
  };
}
