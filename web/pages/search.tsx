import { use, type ReactNode } from "react";
import { api } from "#domain/api.ts";
import type { SearchAllAnswer } from "#domain/search-all.ts";
import { useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { LawCard } from "../search/law-card.tsx";
import { SearchBox } from "../search/search-box.tsx";
import { searchAllTextsIn } from "../texts/search-all/load.ts";
import { Failure } from "../ui/failure.tsx";
import { InOwnLanguage } from "../ui/in-own-language.tsx";
import { Loading } from "../ui/loading.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { useParamsOf } from "../use-params-of.ts";

type Group = keyof Omit<SearchAllAnswer, "meta">;

/** One question to everything there is: the best of each kind in a group of its own. */
export function SearchPage() {
  const { language, texts, fill } = useInterface();
  const words = use(searchAllTextsIn(language));
  const { params, change } = useParamsOf(api.search);
  const { q } = params;
  const { data, error, refetch } = useApi(api.search, { q, language }, { enabled: q !== "", keepLast: true });
  const title = q === "" ? texts.site.search : fill(words.titleFor, { query: q });
  return (
    <div className="search-all">
      <title>{`${title} – ${texts.site.name}`}</title>
      <h1>{texts.site.search}</h1>
      <p className="lead">{words.lead}</p>
      <SearchBox
        key={q}
        query={q}
        label={texts.site.search}
        action="/search"
        onSearch={(typed) => change({ q: typed })}
      />
      {q === "" && <p>{words.ask}</p>}
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {q !== "" && error === null && data === undefined && <Loading />}
      {q !== "" && data !== undefined && <Groups answer={data} query={q} />}
    </div>
  );
}

function Groups({ answer, query }: { answer: SearchAllAnswer; query: string }) {
  const { language, count, texts, fill } = useInterface();
  const words = use(searchAllTextsIn(language));
  const best: Record<Group, ReactNode> = {
    states: answer.states.items.map(({ iso3, name, laws }) => (
      <li key={iso3}>
        <PageLink to={`/states/${iso3}`}>{name}</PageLink>{" "}
        {laws > 0 && <span className="quiet">{count(texts.home.laws, laws)}</span>}
      </li>
    )),
    obligations: answer.obligations.items.map(({ code, label }) => (
      <li key={code}>
        <PageLink to={`/legislation?obligation=${code}`}>{label}</PageLink> <span className="quiet">{code}</span>
      </li>
    )),
    concepts: answer.concepts.items.map(({ id, label, terms }) => (
      <li key={id}>
        <PageLink to={`/legislation?concept=${id}`}>{fill(words.concept, { label })}</PageLink>{" "}
        {terms[language].length > 1 && (
          <span className="quiet">{fill(words.terms, { terms: terms[language].slice(1, 5).join(" · ") })}</span>
        )}
      </li>
    )),
    practices: answer.practices.items.map(({ id, titles }) => (
      <li key={id}>
        <PageLink to={`/effective-practices/${id}`}>
          <InOwnLanguage texts={titles} otherwise={id} />
        </PageLink>
      </li>
    )),
    reports: answer.reports.items.map(({ id, symbol, titles }) => (
      <li key={id}>
        <PageLink to={`/reports/${encodeURIComponent(id)}`}>
          <InOwnLanguage texts={titles} otherwise={symbol} />
        </PageLink>{" "}
        <bdi lang="en" className="quiet">
          {symbol}
        </bdi>
      </li>
    )),
    legislation: answer.legislation.items.map((law) => (
      <li key={law.id}>
        <LawCard law={law} query={query} />
      </li>
    )),
  };
  // The short lists first, for the cards of laws fill a page; kinds of which nothing is found stand below.
  const kinds = (Object.keys(best) as Group[]).toSorted(
    (a, b) => Number(answer[a].total === 0) - Number(answer[b].total === 0),
  );
  return kinds.map((name) => (
    <AnswerGroup key={name} name={name} answer={answer}>
      {best[name]}
    </AnswerGroup>
  ));
}

/** A kind with its count, the best of it, the way to all, and the endpoint that gives them. */
function AnswerGroup({ name, answer, children }: { name: Group; answer: SearchAllAnswer; children: ReactNode }) {
  const { language, number, count } = useInterface();
  const words = use(searchAllTextsIn(language));
  const { total, items, endpoint, page } = answer[name];
  return (
    <section aria-labelledby={`found-${name}`}>
      <h2 id={`found-${name}`}>
        {words.groups[name]} <span className="quiet">{total === 0 ? words.none : number(total)}</span>
      </h2>
      {total > 0 && (
        <>
          <ul className="found">{children}</ul>
          <p className="quiet">
            {page !== undefined && total > items.length && (
              <>
                <PageLink to={page}>{count(words.all, total)}</PageLink>
                {" · "}
              </>
            )}
            {words.endpoint}{" "}
            <a href={endpoint}>
              <bdi lang="zxx" dir="ltr">
                {endpoint}
              </bdi>
            </a>
          </p>
        </>
      )}
    </section>
  );
}
