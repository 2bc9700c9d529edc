import { HeatmapChart } from "echarts/charts";
import { GridComponent, VisualMapComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { CartesianGrid, Line, LineChart, XAxis, YAxis } from "recharts";
import { cells, lines, questions, size, states, years } from "./figures.ts";

use([HeatmapChart, GridComponent, VisualMapComponent, CanvasRenderer]);

const rows = years.map((year, at) => ({
  year,
  ...Object.fromEntries(states.map((state, place) => [state, lines[place][at]])),
}));
let isHeatMapDrawn = false;

/** The same figures drawn by Recharts and ECharts as their guides say, without what moves. */
export const drawings = {
  lines: {
    draw: (place) =>
      createRoot(place).render(
        createElement(
          LineChart,
          { ...size, data: rows },
          createElement(CartesianGrid, { vertical: false }),
          createElement(XAxis, { dataKey: "year" }),
          createElement(YAxis, { domain: [0, 100] }),
          ...states.map((state) =>
            createElement(Line, { key: state, dataKey: state, type: "linear", dot: false, isAnimationActive: false }),
          ),
        ),
      ),
    isDrawn: (place) => place.querySelectorAll("path.recharts-line-curve").length === states.length,
  },
  heatMap: {
    draw: (place) => {
      place.style.height = `${150 + states.length * 38}px`;
      const chart = init(place, undefined, { renderer: "canvas" });
      chart.on("finished", () => (isHeatMapDrawn = true));
      chart.setOption({
        animation: false,
        grid: { left: 260, top: 150, right: 0, bottom: 0 },
        xAxis: { type: "category", data: questions, position: "top" },
        yAxis: { type: "category", data: states, inverse: true },
        visualMap: { show: false, type: "piecewise", min: 0, max: 100, splitNumber: 5 },
        // In one go: piece by piece takes longer until all is there.
        series: [{ type: "heatmap", progressive: 0, data: cells.flatMap((row, y) => row.map((n, x) => [x, y, n])) }],
      });
    },
    isDrawn: () => isHeatMapDrawn,
  },
};
