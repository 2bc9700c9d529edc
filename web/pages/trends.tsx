import { use } from "react";
import { useLocation, useSearchParams } from "react-router";
import { useInterface } from "../interface.tsx";
import { trendTextsIn } from "../texts/trends/load.ts";
import { Chart } from "../trends/chart.tsx";
import { Controls } from "../trends/controls.tsx";
import { Embedded } from "../trends/embedded.tsx";
import { Overview } from "../trends/overview.tsx";
import { useFirstFigures } from "../trends/use-first-figures.ts";
import { changed, chartAddress, TrendView } from "../trends/view.ts";
import { PageLink, withLanguageOf } from "../ui/page-link.tsx";
import { paramsFrom } from "../use-params-of.ts";

/** How measures develop; at `/embed/trends` a chart alone, for the pages of others. */
export function TrendsPage() {
  const [search] = useSearchParams();
  const view = changed(paramsFrom(TrendView, search), {});
  useFirstFigures(view);
  return useLocation().pathname.startsWith("/embed/") ? <Embedded /> : <Trends view={view} />;
}

/** Without a question what is known at all; with one its chart, all of it in the address. */
function Trends({ view }: { view: TrendView }) {
  const { language, texts } = useInterface();
  const { title, lead, all } = use(trendTextsIn(language));
  const [search, setSearch] = useSearchParams();
  const isAsked = search.has("measure");
  const goTo = (next: TrendView) => setSearch(withLanguageOf(`?${search}`, chartAddress(next)).replace(/^[^?]*/u, ""));
  return (
    <div className="trends">
      <title>{`${title} – ${texts.site.name}`}</title>
      <h1>{title}</h1>
      {isAsked ? (
        <>
          <p className="back">
            <PageLink to="/trends">{all}</PageLink>
          </p>
          <Controls view={view} onChange={(changes) => goTo(changed(view, changes))} />
          <Chart view={view} />
        </>
      ) : (
        <>
          <p className="lead">{lead}</p>
          <Overview />
        </>
      )}
    </div>
  );
}
