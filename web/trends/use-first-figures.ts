import { usePrefetchQuery, type UsePrefetchQueryOptions } from "@tanstack/react-query";
import type { Language } from "#domain/languages.ts";
import { trendEndpoints } from "#domain/trends.ts";
import { questionOf } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { answersQuestion } from "./answers-chart.tsx";
import { heatMapQuestion } from "./heat-map-chart.tsx";
import { cubeQuestion } from "./tiles-chart.tsx";
import { askedOf, type TrendView } from "./view.ts";

/** Asks for the figures of a chart before the texts are there that the chart waits for: both come at the same time. */
export function useFirstFigures(view: TrendView): void {
  const { language } = useInterface();
  usePrefetchQuery(figuresOf(view, language));
}

function figuresOf(view: TrendView, language: Language): UsePrefetchQueryOptions {
  if (view.view === "tiles") return questionOf(trendEndpoints.trendsCube, cubeQuestion(view), language);
  if (view.view === "heat-map" || (view.view === "answers" && view.by !== "none"))
    return questionOf(trendEndpoints.heatMap, { ...heatMapQuestion(view), language }, language);
  const asked = view.view === "answers" ? answersQuestion(view) : askedOf(view);
  return questionOf(trendEndpoints.trends, { ...asked, language }, language);
}
