import { Fragment, lazy, Suspense, useId } from "react";
import {
  legislationEndpoints,
  sortOrders,
  type LegislationPage as Answer,
  type LegislationParams,
} from "#domain/legislation.ts";
import { addressOf, useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { ChosenFilters } from "../search/chosen-filters.tsx";
import { FilterPanel } from "../search/filter-panel.tsx";
import { noFilters, useChosenFilters } from "../search/filters.ts";
import { LawCard } from "../search/law-card.tsx";
import { PageLinks } from "../search/page-links.tsx";
import { SearchBox } from "../search/search-box.tsx";
import { SearchHelp } from "../search/search-help.tsx";
import { SearchNotes } from "../search/search-notes.tsx";
import { Failure } from "../ui/failure.tsx";
import { useParamsOf } from "../use-params-of.ts";

/** The laws that answer a search, and everything to narrow it by. */
export function LegislationPage() {
  const { params, change, searchWith } = useParamsOf(legislationEndpoints.legislation);
  const { texts, fill } = useInterface();
  const { data, error, isPlaceholderData, refetch } = useApi(legislationEndpoints.legislation, params, {
    keepLast: true,
  });
  const chosen = useChosenFilters(params);
  const title = params.q === "" ? texts.results.title : fill(texts.results.titleFor, { query: params.q });
  return (
    <div className="results-page">
      <title>{`${title} – ${texts.site.name}`}</title>
      <h1 className="only-heard">{title}</h1>
      <div className="results-search">
        <SearchBox key={params.q} query={params.q} onSearch={(q) => change({ q })} />
        <SearchHelp />
      </div>
      <FilterPanel
        chosen={chosen.flatMap(({ values }) => values).length}
        total={isPlaceholderData ? undefined : data?.total}
      >
        <Suspense>
          <Facets facets={data?.facets ?? {}} params={params} onChange={change} />
        </Suspense>
      </FilterPanel>
      <section className="results" aria-busy={isPlaceholderData}>
        <ResultsHead
          total={error === null && !isPlaceholderData ? data?.total : undefined}
          isFailed={error !== null}
          params={params}
          onChange={change}
        />
        <ChosenFilters chosen={chosen} none={noFilters} onChange={change} />
        {error !== null && <Failure error={error} retry={() => void refetch()} />}
        {error === null && data !== undefined && (
          <>
            <SearchNotes meta={data.meta} params={params} searchWith={searchWith} />
            {data.total === 0 && !isPlaceholderData && (
              <Suspense>
                <NothingFound params={params} chosen={chosen} searchWith={searchWith} />
              </Suspense>
            )}
            <Laws answer={data} params={params} />
            <PageLinks {...params} total={data.total} searchFor={(page) => searchWith({ page })} />
            <ResultsFoot answer={data} params={params} />
          </>
        )}
      </section>
    </div>
  );
}

const Facets = lazy(async () => ({ default: (await import("../search/facets.tsx")).Facets }));
const NothingFound = lazy(async () => ({ default: (await import("../search/nothing-found.tsx")).NothingFound }));

interface HeadProps {
  total: number | undefined;
  isFailed: boolean;
  params: LegislationParams;
  onChange: (changes: Partial<LegislationParams>) => void;
}

function ResultsHead({ total, isFailed, params, onChange }: HeadProps) {
  const { texts, count } = useInterface();
  const id = useId();
  const said = total === undefined ? texts.results.searching : count(texts.results.count, total);
  return (
    <div className="results-head">
      <p role="status" className="result-count">
        {!isFailed && said}
      </p>
      <p>
        <label htmlFor={id}>{texts.results.order}</label>{" "}
        <select
          id={id}
          value={params.sort}
          onChange={(event) => {
            const sort = sortOrders.find((order) => order === event.target.value);
            if (sort !== undefined) onChange({ sort });
          }}
        >
          {sortOrders.map((order) => (
            <option key={order} value={order}>
              {texts.results.orders[order]}
            </option>
          ))}
        </select>
      </p>
    </div>
  );
}

function Laws({ answer, params }: { answer: Answer; params: LegislationParams }) {
  return (
    <ol className="laws" start={(params.page - 1) * params.size + 1}>
      {answer.items.map((law) => (
        <li key={`${law.id}@${law.language}`}>
          <LawCard law={law} query={params.q} />
        </li>
      ))}
    </ol>
  );
}

function ResultsFoot({ answer, params }: { answer: Answer; params: LegislationParams }) {
  const { texts, fill, date } = useInterface();
  if (answer.total === 0) return null;
  return (
    <p className="results-foot">
      {texts.results.download}{" "}
      {["csv", "xlsx", "json"].map((format) => (
        <Fragment key={format}>
          <a
            href={addressOf(legislationEndpoints.legislation, { ...params, page: 1, size: 10 }, {}, `.${format}`)}
            download
          >
            {format.toUpperCase()}
          </a>{" "}
        </Fragment>
      ))}
      <span className="quiet">{fill(texts.home.asOf, { date: date(answer.meta.asOf) })}</span>
    </p>
  );
}
