import { use } from "react";
import { useInterface } from "../interface.tsx";
import { trendTextsIn } from "../texts/trends/load.ts";
import { Loading } from "../ui/loading.tsx";
import { useWidth } from "./use-width.ts";

/** In the place of a chart whose figures are on their way. Its width is measured meanwhile. */
export function Waiting() {
  const { language } = useInterface();
  const { chart } = use(trendTextsIn(language));
  const [, place] = useWidth();
  return (
    <div ref={place}>
      <Loading text={chart.waiting} />
    </div>
  );
}

/** For a choice that has no figures: says what to do about it. */
export function Nothing() {
  const { language } = useInterface();
  const { chart } = use(trendTextsIn(language));
  return <p role="status">{chart.empty}</p>;
}
