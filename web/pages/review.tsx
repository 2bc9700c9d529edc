import { use, useRef } from "react";
import { useParams } from "react-router";
import { api } from "#domain/api.ts";
import type { ReviewAnswer } from "#domain/reviews.ts";
import type { TrendPoint, TrendSeries } from "#domain/trends.ts";
import { addressOf, ProblemError, useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { reviewTextsIn } from "../texts/reviews/load.ts";
import { Failure } from "../ui/failure.tsx";
import { Loading } from "../ui/loading.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { useParamsOf } from "../use-params-of.ts";
import { NotFoundPage } from "./not-found.tsx";

type Question = ReviewAnswer["questions"][number];

/** A review: each of its questions with the figures of its cut-off, or of another one in the address. */
export function ReviewPage() {
  const { id = "" } = useParams();
  const { language, texts, fill, date } = useInterface();
  const words = use(reviewTextsIn(language));
  const { params, change } = useParamsOf(api.review);
  const field = useRef<HTMLInputElement>(null);
  const asked = { ...params, language };
  const { data, error, refetch } = useApi(api.review, asked, { parts: { id }, keepLast: true });
  if (error instanceof ProblemError && error.problem.status === 404) return <NotFoundPage text={words.noReview} />;
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <article className="review">
      <title>{`${data.title} – ${texts.site.name}`}</title>
      <h1>{data.title}</h1>
      <p className="lead">{fill(words.cutOff, { date: date(data.cutOff) })}</p>
      <ul className="row">
        <li>
          <a href={addressOf(api.review, asked, { id }, ".docx")}>{words.word}</a>
        </li>
        <li>
          <a href={addressOf(api.review, asked, { id }, ".zip")}>{words.files}</a>
        </li>
      </ul>
      <form
        className="cut-off"
        onSubmit={(event) => {
          event.preventDefault();
          change({ cutOff: field.current!.value });
        }}
      >
        <label>
          {words.another} <input type="date" ref={field} required defaultValue={data.cutOff} key={data.cutOff} />
        </label>
        <button type="submit">{words.apply}</button>
      </form>
      {params.cutOff !== undefined && (
        <p className="notice">
          {words.anotherDay} <PageLink to={`/reviews/${encodeURIComponent(id)}`}>{words.back}</PageLink>
        </p>
      )}
      {data.questions.map((question) => (
        <Answered key={question.id} question={question} frozenOn={data.frozenOn} />
      ))}
    </article>
  );
}

function Answered({ question, frozenOn }: { question: Question; frozenOn: string | undefined }) {
  const { language, fill, date } = useInterface();
  const words = use(reviewTextsIn(language));
  const { id, title, address, answer } = question;
  const { meta, series } = answer;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {series.length === 0 && <p className="notice">{words.noFigures}</p>}
      {series.length > 0 && <Bars series={series} />}
      {series.length > 0 && <Figures series={series} titleId={id} />}
      <Frozen question={question} frozenOn={frozenOn} />
      <p className="quiet">{fill(words.source, { source: meta.source, date: date(meta.asOf), unit: meta.unit })}</p>
      <details>
        <summary>{words.notes}</summary>
        <ul>
          {meta.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </details>
      <p className="quiet">
        {words.checksum}: <code lang="zxx">{meta.checksum}</code> · <a href={address}>JSON</a> ·{" "}
        <a href={address.replace("?", ".csv?")}>CSV</a>
      </p>
    </section>
  );
}

/** The last figure of each series as a part of its whole. */
function Bars({ series }: { series: readonly TrendSeries[] }) {
  const { date } = useInterface();
  const words = useFigureWords();
  return (
    <ul className="bars">
      {series.map(({ key, label, points }) => {
        const last = points.findLast(({ n }) => n !== undefined);
        return (
          last !== undefined && (
            <li key={key}>
              <span>{label}</span>
              {last.of !== undefined && (
                <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                  <rect className="whole" width="100" height="4" />
                  <rect width={(100 * last.n!) / last.of} height="4" />
                </svg>
              )}
              <span>
                {words(last)} <span className="quiet">({date(last.date)})</span>
              </span>
            </li>
          )
        );
      })}
    </ul>
  );
}

/** A row for each date, a column for each series; it scrolls by itself where it is wider than the window. */
function Figures({ series, titleId }: { series: readonly TrendSeries[]; titleId: string }) {
  const { language, date } = useInterface();
  const words = use(reviewTextsIn(language));
  const figure = useFigureWords();
  const dates = [...new Set(series.flatMap(({ points }) => points.map((point) => point.date)))].toSorted();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <div className="scrolling" tabIndex={0} role="region" aria-labelledby={titleId}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.date}</th>
            {series.map(({ key, label }) => (
              <th scope="col" key={key}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {dates.map((day) => (
            <tr key={day}>
              <th scope="row">{date(day)}</th>
              {series.map(({ key, points }) => (
                <td key={key}>
                  {points
                    .filter((point) => point.date === day)
                    .map((point, place) => (
                      <p key={place}>
                        {figure(point)}
                        {point.note !== undefined && <span className="quiet"> {point.note}</span>}
                        {point.mark !== undefined && point.source !== undefined && (
                          <span className="quiet" lang="en">
                            {" "}
                            {point.mark}, {point.source}
                          </span>
                        )}
                      </p>
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Whether the figures are those that were frozen; if not, which are others, and why. */
function Frozen({ question, frozenOn }: { question: Question; frozenOn: string | undefined }) {
  const { language, count, fill, date } = useInterface();
  const words = use(reviewTextsIn(language));
  const figure = useFigureWords();
  const { frozen, answer } = question;
  if (frozen === undefined || frozenOn === undefined) return null;
  const { differences, cause } = frozen;
  if (cause === undefined) return <p className="quiet">{fill(words.same, { date: date(frozenOn) })}</p>;
  const labels = new Map(answer.series.map(({ key, label }) => [key, label]));
  const numbers = (figures: string | undefined) => (figures === undefined ? words.nothing : figure(pointOf(figures)));
  return (
    <div className="notice">
      <p>
        {count(words.differ, differences.length, { date: date(frozenOn) })} {words[cause]}
      </p>
      <ul>
        {differences.map(({ key, date: day, was, is }) => (
          <li key={`${key} ${day}`}>
            {fill(words.change, { label: labels.get(key) ?? key, date: date(day), was: numbers(was), is: numbers(is) })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** `50|54|` → 50 of 54. */
function pointOf(figures: string): Pick<TrendPoint, "n" | "of"> {
  const [n = "", of = ""] = figures.split("|");
  return { ...(n !== "" && { n: Number(n) }), ...(of !== "" && { of: Number(of) }) };
}

function useFigureWords(): (point: Pick<TrendPoint, "n" | "of">) => string {
  const { language, fill, number } = useInterface();
  const words = use(reviewTextsIn(language));
  return ({ n, of }) => {
    if (n === undefined) return "";
    return of === undefined ? number(n) : fill(words.figure, { n: number(n), of: number(of) });
  };
}
