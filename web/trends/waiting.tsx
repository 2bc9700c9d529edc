import { use } from "react";
import { useInterface } from "../interface.tsx";
import { trendTextsIn } from "../texts/catalogues.ts";
import { Loading } from "../ui/loading.tsx";

export function Waiting() {
  const { language } = useInterface();
  const { chart } = use(trendTextsIn(language));
  return <Loading text={chart.waiting} />;
}

/** For a choice that has no figures: says what to do about it. */
export function Nothing() {
  const { language } = useInterface();
  const { chart } = use(trendTextsIn(language));
  return <p role="status">{chart.empty}</p>;
}
