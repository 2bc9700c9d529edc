import { use, useId, useState } from "react";
import { useSearchParams } from "react-router";
import { lastDayOf, trendEndpoints, type FirstReportsAnswer } from "#domain/trends.ts";
import { addressOf, useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { DocumentSymbol } from "../reports/document-symbol.tsx";
import { trendTextsIn } from "../texts/trends/load.ts";
import { Failure } from "../ui/failure.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { StatusBand } from "./figure.tsx";
import { Waiting } from "./waiting.tsx";

interface Props {
  /** Those of the published totals, oldest first. */
  dates: string[];
  /** The one chosen; the newest without it. */
  on: string | undefined;
}

/** The Member States by name, apart by whether the library holds a first report of them dated by one of the published dates. */
export function FirstReports({ dates, on }: Props) {
  const { language, fill, number, date } = useInterface();
  const { firstReports, chart, take } = use(trendTextsIn(language));
  const [, setSearch] = useSearchParams();
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const id = useId();
  const chosen = dates.find((known) => known === on) ?? dates.at(-1)!;
  const asked = { on: [lastDayOf(chosen), today].toSorted()[0]!, language };
  const { data, error, refetch, isPlaceholderData } = useApi(trendEndpoints.firstReports, asked, { keepLast: true });
  const choose = (next: string) =>
    setSearch((search) => {
      search.set("on", next);
      return search;
    });
  return (
    <section className="first-reports">
      <h3>{firstReports.title}</h3>
      <p>
        <label htmlFor={id}>{firstReports.on}</label>{" "}
        <select id={id} value={chosen} onChange={({ target }) => choose(target.value)}>
          {dates.toReversed().map((known) => (
            <option key={known} value={known}>
              {date(known)}
            </option>
          ))}
        </select>
      </p>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {error === null && data === undefined && <Waiting />}
      {error === null && data !== undefined && (
        <div aria-busy={isPlaceholderData}>
          <StatusBand status={data.meta.status} />
          <p>{fill(firstReports.held, { n: number(data.n), of: number(data.of), date: date(data.date) })}</p>
          <p>{firstReports.notSent}</p>
          <Lists answer={data} before={dates[dates.indexOf(chosen) - 1]} />
          <p className="quiet">
            {fill(chart.origin, { source: data.meta.source, date: date(data.meta.asOf) })} {take.figures}{" "}
            <a href={addressOf(trendEndpoints.firstReports, asked, {}, ".csv")} download>
              CSV
            </a>{" "}
            <a href={addressOf(trendEndpoints.firstReports, asked, {}, ".json")} download>
              JSON
            </a>
          </p>
        </div>
      )}
    </section>
  );
}

/** @param before the published date before: whatever is dated after it is new */
function Lists({ answer, before }: { answer: FirstReportsAnswer; before: string | undefined }) {
  const { language, fill, count, date, compare } = useInterface();
  const { firstReports } = use(trendTextsIn(language));
  const byName = answer.items.toSorted((a, b) => compare(a.name, b.name));
  const isNew = (day: string) => before !== undefined && lastDayOf(day) > lastDayOf(before);
  return (
    <>
      {answer.n > 0 && (
        <>
          <h4>{firstReports.holding}</h4>
          <ul>
            {byName.map(
              ({ state, name, first }) =>
                first !== undefined && (
                  <li key={state}>
                    <PageLink to={`/states/${state}`}>{name}</PageLink>: <ReportLink {...first} /> · {date(first.date)}
                    {isNew(first.date) && (
                      <>
                        {" · "}
                        <strong>{fill(firstReports.isNew, { date: date(before!) })}</strong>
                      </>
                    )}
                  </li>
                ),
            )}
          </ul>
        </>
      )}
      {answer.n < answer.of && (
        <details>
          <summary>{count(firstReports.none, answer.of - answer.n)}</summary>
          <ul>
            {byName
              .filter(({ first }) => first === undefined)
              .map(({ state, name }) => (
                <li key={state}>
                  <PageLink to={`/states/${state}`}>{name}</PageLink>
                </li>
              ))}
          </ul>
        </details>
      )}
      {answer.undated.length > 0 && (
        <>
          <p>{count(firstReports.undated, answer.undated.length)}</p>
          <ul>
            {answer.undated.map(({ state, name, ...report }) => (
              <li key={report.id}>
                <PageLink to={`/states/${state}`}>{name}</PageLink>: <ReportLink {...report} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function ReportLink({ id, symbol }: { id: string; symbol: string }) {
  return (
    <PageLink to={`/reports/${encodeURIComponent(id)}`}>
      <DocumentSymbol symbol={symbol} />
    </PageLink>
  );
}
