import { Fragment, useId, type SyntheticEvent } from "react";
import { effectivePracticeEndpoints } from "#domain/effective-practices.ts";
import type { EffectivePracticesPage as Answer, EffectivePracticesParams } from "#domain/effective-practices.ts";
import { addressOf, useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { chosenPracticeFilters, noPracticeFilters, usePracticeNames } from "../practices/filters.ts";
import { NoPractice } from "../practices/no-practice.tsx";
import { PracticeCard } from "../practices/practice-card.tsx";
import { PracticeFacets } from "../practices/practice-facets.tsx";
import { usePracticeTexts } from "../practices/use-practice-texts.ts";
import { ChosenFilters } from "../search/chosen-filters.tsx";
import { FilterPanel } from "../search/filter-panel.tsx";
import { PageLinks } from "../search/page-links.tsx";
import { Expansions } from "../search/search-notes.tsx";
import { Failure } from "../ui/failure.tsx";
import { useParamsOf } from "../use-params-of.ts";

/** Effective practices that answer a search, and everything to narrow it by. */
export function PracticesPage() {
  const { params, change, searchWith } = useParamsOf(effectivePracticeEndpoints.effectivePractices);
  const { texts, fill, count } = useInterface();
  const words = usePracticeTexts();
  const { data, error, isPlaceholderData, refetch } = useApi(effectivePracticeEndpoints.effectivePractices, params, {
    keepLast: true,
  });
  const names = usePracticeNames(data?.meta.organisations ?? []);
  const chosen = chosenPracticeFilters(params, names);
  const title = params.q === "" ? words.title : fill(words.titleFor, { query: params.q });
  const total = error === null && !isPlaceholderData ? data?.total : undefined;
  return (
    <div className="results-page practices">
      <title>{`${title} – ${texts.site.name}`}</title>
      <header className="results-search">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
        <PracticeBox key={params.q} query={params.q} onSearch={(q) => change({ q })} />
      </header>
      <FilterPanel chosen={chosen.flatMap(({ values }) => values).length} total={total} show={words.show}>
        <PracticeFacets facets={data?.facets ?? {}} params={params} names={names} onChange={change} />
      </FilterPanel>
      <section className="results" aria-busy={isPlaceholderData}>
        <div className="results-head">
          <p role="status" className="result-count">
            {error === null && (total === undefined ? texts.results.searching : count(words.count, total))}
          </p>
        </div>
        <ChosenFilters chosen={chosen} none={noPracticeFilters} onChange={change} />
        {error !== null && <Failure error={error} retry={() => void refetch()} />}
        {error === null && data !== undefined && (
          <>
            <Notes meta={data.meta} params={params} searchWith={searchWith} />
            {data.total === 0 && !isPlaceholderData && (
              <NoPractice params={params} chosen={chosen} searchWith={searchWith} />
            )}
            <ol className="laws" start={(params.page - 1) * params.size + 1}>
              {data.items.map((practice) => (
                <li key={practice.id}>
                  <PracticeCard practice={practice} contributorName={names.contributorName} />
                </li>
              ))}
            </ol>
            <PageLinks {...params} total={data.total} searchFor={(page) => searchWith({ page })} />
            <Foot answer={data} params={params} />
          </>
        )}
      </section>
    </div>
  );
}

function PracticeBox({ query, onSearch }: { query: string; onSearch: (query: string) => void }) {
  const { texts } = useInterface();
  const words = usePracticeTexts();
  const id = useId();
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get("q");
    onSearch(typeof typed === "string" ? typed.trim() : "");
  };
  return (
    <form role="search" className="search-box" onSubmit={submit} action="/effective-practices">
      <label htmlFor={id}>{words.searchLabel}</label>
      <div className="search-line">
        <div className="search-field">
          <input
            id={id}
            name="q"
            type="search"
            dir="auto"
            maxLength={512}
            defaultValue={query}
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="search"
          />
        </div>
        <button type="submit" className="primary">
          {texts.search.button}
        </button>
      </div>
    </form>
  );
}

interface NotesProps {
  meta: Answer["meta"];
  params: EffectivePracticesParams;
  searchWith: (changes: Partial<EffectivePracticesParams>) => string;
}

/** What the search did beyond the words typed. */
function Notes({ meta, params, searchWith }: NotesProps) {
  const { texts, fill } = useInterface();
  const words = usePracticeTexts();
  return (
    <div className="notes">
      {meta.slips.map(({ code, message, suggestion }) => (
        <p key={message}>
          {texts.results.slips[code]}{" "}
          {suggestion !== undefined && (
            <a href={searchWith({ q: suggestion })}>{fill(texts.results.searchInstead, { query: suggestion })}</a>
          )}
        </p>
      ))}
      {meta.relaxed && <p>{words.relaxed}</p>}
      <Expansions meta={meta} params={params} searchWith={searchWith} />
    </div>
  );
}

function Foot({ answer, params }: { answer: Answer; params: EffectivePracticesParams }) {
  const { texts, fill, date } = useInterface();
  const words = usePracticeTexts();
  return (
    <>
      {answer.total > 0 && (
        <p className="results-foot">
          {texts.results.download}{" "}
          {["csv", "xlsx", "json"].map((format) => (
            <Fragment key={format}>
              <a
                href={addressOf(
                  effectivePracticeEndpoints.effectivePractices,
                  { ...params, page: 1, size: 10 },
                  {},
                  `.${format}`,
                )}
                download
              >
                {format.toUpperCase()}
              </a>{" "}
            </Fragment>
          ))}
          <span className="quiet">{fill(texts.home.asOf, { date: date(answer.meta.asOf) })}</span>
        </p>
      )}
      <p className="quiet">{words.onlyShared}</p>
    </>
  );
}
