import { use } from "react";
import { useSearchParams } from "react-router";
import { useInterface } from "../interface.tsx";
import { trendTextsIn } from "../texts/trends/load.ts";
import { Chart } from "./chart.tsx";
import { changed, chartAddress, TrendView } from "./view.ts";
import { paramsFrom } from "../use-params-of.ts";

/** A chart for the pages of others: the drawing, what it is and where it is from, and nothing of the site around it. */
export function Embedded() {
  const { language, texts } = useInterface();
  const { embed } = use(trendTextsIn(language));
  const [search] = useSearchParams();
  const given = paramsFrom(TrendView, search);
  const { checksum, generation } = given;
  const view = changed(given, {});
  const frozen = checksum === undefined ? undefined : { checksum, generation: generation ?? "" };
  return (
    <main className="embedded">
      <title>{`${embed.title} – ${texts.site.name}`}</title>
      <h1 className="only-heard">{embed.title}</h1>
      <Chart view={view} embedded={{ frozen }} />
      <p className="quiet">
        <a href={`${chartAddress(view)}&ui=${language}`} target="_blank" rel="noreferrer">
          {embed.open}
        </a>
      </p>
    </main>
  );
}
