import { Fragment, useId } from "react";
import { reportEndpoints, type ReportsPage as Answer } from "#domain/reports.ts";
import { addressOf, useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { ReportCard } from "../reports/report-card.tsx";
import { ReportFacets } from "../reports/report-facets.tsx";
import { useReportTexts } from "../reports/use-report-texts.ts";
import { PageLinks } from "../search/page-links.tsx";
import { Failure } from "../ui/failure.tsx";
import { Foreign } from "../ui/foreign.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { useIsWide } from "../ui/use-is-wide.ts";
import { useParamsOf } from "../use-params-of.ts";

/** The documents that answer a search, by words or by symbol, and what to narrow it by. */
export function ReportsPage() {
  const { params, change, searchWith } = useParamsOf(reportEndpoints.reports);
  const { texts, fill, count } = useInterface();
  const words = useReportTexts();
  const isWide = useIsWide();
  const { data, error, isPlaceholderData, refetch } = useApi(reportEndpoints.reports, params, { keepLast: true });
  const title = params.q === "" ? words.title : fill(words.titleFor, { query: params.q });
  const isActionPlans = params.type.length === 1 && params.type[0] === "action-plan";
  const facets = data !== undefined && <ReportFacets facets={data.facets} params={params} onChange={change} />;
  return (
    <div className="results-page">
      <title>{`${title} – ${texts.site.name}`}</title>
      <div className="results-search">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <SearchForm key={params.q} query={params.q} onSearch={(q) => change({ q })} />
        <p className="quiet">
          {fill(words.example, { symbol: "S/2011/380" })} ·{" "}
          <PageLink to="/programme-of-work">{words.programmeOfWork}</PageLink> ·{" "}
          <PageLink to="/reports?type=action-plan">{words.actionPlans}</PageLink>
        </p>
      </div>
      {isWide ? (
        <aside aria-label={texts.results.filters} className="filter-column">
          {facets}
        </aside>
      ) : (
        <details className="report-filters">
          <summary>{texts.results.filters}</summary>
          {facets}
        </details>
      )}
      <section className="results" aria-busy={isPlaceholderData}>
        <p role="status" className="result-count">
          {error === null &&
            (data === undefined || isPlaceholderData ? texts.results.searching : count(words.count, data.total))}
        </p>
        {error !== null && <Failure error={error} retry={() => void refetch()} />}
        {error === null && data !== undefined && (
          <>
            <Notes answer={data} isExpanded={params.expand === "on"} withoutTerms={searchWith({ expand: "off" })} />
            {data.total === 0 && !isPlaceholderData && <p>{isActionPlans ? words.noActionPlans : words.none}</p>}
            <ol className="laws" start={(params.page - 1) * params.size + 1}>
              {data.items.map((report) => (
                <li key={report.id}>
                  <ReportCard report={report} />
                </li>
              ))}
            </ol>
            <PageLinks {...params} total={data.total} searchFor={(page) => searchWith({ page })} />
            {data.total > 0 && (
              <Downloads
                answer={data}
                address={(format) =>
                  addressOf(reportEndpoints.reports, { ...params, page: 1, size: 10 }, {}, `.${format}`)
                }
              />
            )}
          </>
        )}
      </section>
    </div>
  );
}

function SearchForm({ query, onSearch }: { query: string; onSearch: (query: string) => void }) {
  const { texts } = useInterface();
  const words = useReportTexts();
  const id = useId();
  return (
    <form
      role="search"
      className="report-search"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget).get("q");
        onSearch(typeof typed === "string" ? typed.trim() : "");
      }}
    >
      <label htmlFor={id}>{words.search}</label>
      <input id={id} name="q" type="search" dir="auto" maxLength={512} defaultValue={query} />
      <button type="submit" className="primary">
        {texts.search.button}
      </button>
    </form>
  );
}

/** What the search did beyond the words typed. */
function Notes({
  answer: { meta },
  isExpanded,
  withoutTerms,
}: {
  answer: Answer;
  isExpanded: boolean;
  withoutTerms: string;
}) {
  const { texts, count } = useInterface();
  const words = useReportTexts();
  const added = meta.expansions.reduce((sum, { terms }) => sum + terms.length, 0);
  return (
    <div className="notes">
      {meta.slips.map(({ code, message }) => (
        <p key={message}>{texts.results.slips[code]}</p>
      ))}
      {meta.relaxed && <p>{words.relaxed}</p>}
      {isExpanded && added > 0 && (
        <div className="expansions">
          <p>
            {count(texts.results.expanded, added)} <PageLink to={withoutTerms}>{texts.results.expandOff}</PageLink>
          </p>
          <ul className="chips">
            {meta.expansions.map(({ concept, language, terms: [first] }) => (
              <li key={`${concept} ${language}`} className="term">
                <Foreign language={language}>{first}</Foreign>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Downloads({ answer, address }: { answer: Answer; address: (format: string) => string }) {
  const { texts, fill, date } = useInterface();
  const words = useReportTexts();
  return (
    <p className="results-foot">
      {words.downloads}{" "}
      {["csv", "xlsx", "json"].map((format) => (
        <Fragment key={format}>
          <a href={address(format)} download>
            {format.toUpperCase()}
          </a>{" "}
        </Fragment>
      ))}
      <span className="quiet">{fill(texts.home.asOf, { date: date(answer.meta.asOf) })}</span>
    </p>
  );
}
