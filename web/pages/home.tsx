import { lazy, Suspense, useEffect } from "react";
import { useNavigate, useLocation } from "react-router";
import { legislationEndpoints, type LegislationPage } from "#domain/legislation.ts";
import { useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { useValueNames, type ListFilter } from "../search/filters.ts";
import { SearchBox } from "../search/search-box.tsx";
import { SearchHelp } from "../search/search-help.tsx";
import { useStates } from "../states.ts";
import { Failure } from "../ui/failure.tsx";
import { Loading } from "../ui/loading.tsx";
import { PageLink, withLanguageOf } from "../ui/page-link.tsx";

/** The start page: the box to search in, what there is to be found, and the ways in. */
export function HomePage() {
  const { texts } = useInterface();
  const { search } = useLocation();
  const navigate = useNavigate();
  const { data, error, refetch } = useApi(legislationEndpoints.legislation, { size: 1 });
  // Asked for beside the laws, so that no list of codes turns into a list of names in another order.
  const { pending } = useStates();
  // The results are what most visitors ask for next: they are loaded while the visitor types.
  useEffect(() => {
    if (data !== undefined) void import("./legislation.tsx");
  }, [data]);
  const find = (q: string) =>
    void navigate(withLanguageOf(search, `/legislation?${new URLSearchParams(q === "" ? {} : { q })}`));
  return (
    <div className="home">
      <title>{texts.site.name}</title>
      <h1>{texts.home.title}</h1>
      <p className="lead">{texts.home.lead}</p>
      <SearchBox query="" onSearch={find} />
      <SearchHelp />
      <section>
        <h2>{texts.home.inside}</h2>
        {error !== null && <Failure error={error} retry={() => void refetch()} />}
        {error === null && (data === undefined || pending) && <Loading />}
        {data !== undefined && !pending && <Inside answer={data} />}
      </section>
      <Doors />
      <Suspense>
        <WhatsNew />
      </Suspense>
    </div>
  );
}

function Inside({ answer }: { answer: LegislationPage }) {
  const { texts, count, fill, date } = useInterface();
  const { facets, total, meta } = answer;
  const years = (facets["year"] ?? []).map(({ value }) => Number(value)).filter(Number.isFinite);
  return (
    <>
      <ul className="figures">
        <li>{count(texts.home.laws, total)}</li>
        <li>{count(texts.home.states, facets["state"]?.length ?? 0)}</li>
        <li>{count(texts.home.languages, facets["language"]?.length ?? 0)}</li>
        {years.length > 0 && (
          <li>{fill(texts.home.years, { from: String(Math.min(...years)), to: String(Math.max(...years)) })}</li>
        )}
        <li>{fill(texts.home.asOf, { date: date(meta.asOf) })}</li>
      </ul>
      <div className="ways">
        <Ways filter="state" title={texts.home.byState} facets={facets} />
        <Ways filter="language" title={texts.home.byLanguage} facets={facets} />
        <Ways filter="region" title={texts.home.byRegion} facets={facets} />
        <Ways filter="type" title={texts.home.byType} facets={facets} />
      </div>
    </>
  );
}

/** The values of a filter as links into the list, by name: the order says nothing about a State. */
function Ways({ filter, title, facets }: { filter: ListFilter; title: string; facets: LegislationPage["facets"] }) {
  const { compare, number } = useInterface();
  const nameOf = useValueNames({});
  const { regions } = useStates();
  const groups = new Set(regions.filter(({ kind }) => kind === "group").map(({ code }) => code));
  const ways = (facets[filter] ?? [])
    .filter(({ value }) => filter !== "region" || groups.has(value))
    .map(({ value, count }) => ({ value, count, name: nameOf(filter, value) }))
    .toSorted((a, b) => compare(a.name, b.name));
  if (ways.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {ways.map(({ value, count, name }) => (
          <li key={value}>
            <PageLink to={`/legislation?${new URLSearchParams({ [filter]: value })}`}>
              <bdi>{name}</bdi>
            </PageLink>{" "}
            <span className="quiet">{number(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Three ways in: find provisions, follow what develops, explore practices and States. */
function Doors() {
  const { texts } = useInterface();
  const { home, site } = texts;
  return (
    <section>
      <h2>{home.doors}</h2>
      <div className="three-doors">
        <Door
          title={home.find}
          pages={[
            ["/legislation", home.allLegislation, home.legislationDoor],
            ["/obligations", site.obligations, home.obligationsDoor],
            ["/compare", site.compare, home.compareDoor],
          ]}
        />
        <Door title={home.follow} pages={[["/trends", site.trends, home.trendsDoor]]} />
        <Door
          title={home.explore}
          pages={[
            ["/effective-practices", site.practices, home.practicesDoor],
            ["/states", site.states, home.statesDoor],
            ["/reports", site.reports, home.reportsDoor],
            ["/about", site.about, home.aboutDoor],
          ]}
        />
      </div>
    </section>
  );
}

function Door({ title, pages }: { title: string; pages: [address: string, name: string, what: string][] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl className="doors">
        {pages.map(([address, name, what]) => (
          <div key={address}>
            <dt>
              <PageLink to={address}>{name}</PageLink>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const WhatsNew = lazy(async () => ({ default: (await import("../news/whats-new.tsx")).WhatsNew }));
