import { use, useRef } from "react";
import { useLocation, useNavigate } from "react-router";
import { cellValues } from "#domain/matrices.ts";
import { reviewEndpoints } from "#domain/reviews.ts";
import { trendEndpoints, type DataStatus, type Measure } from "#domain/trends.ts";
import { useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { reviewTextsIn } from "../texts/reviews/load.ts";
import { trendTextsIn } from "../texts/trends/load.ts";
import { PageLink, withLanguageOf } from "../ui/page-link.tsx";
import { StatusBand } from "./figure.tsx";
import { answerPaint, Patterns, Swatch } from "./marks.tsx";
import { courseOf, figuresOf } from "./series.ts";
import { chartAddress, type TrendView } from "./view.ts";
import { Waiting } from "./waiting.tsx";

/** What is known, from when, and where it comes from: three kinds of figures kept apart, the five answers, and charts to begin with. */
export function Overview() {
  const { language } = useInterface();
  const { overview, values, meanings } = use(trendTextsIn(language));
  const ask = (measure: Measure) => ({ measure, language });
  const treaties = useApi(trendEndpoints.trends, ask("treaties"));
  const legislation = useApi(trendEndpoints.trends, ask("legislation"));
  const firstReports = useApi(trendEndpoints.trends, ask("firstReports"));
  const published = useApi(trendEndpoints.trends, ask("published"));
  const matrix = useApi(trendEndpoints.trends, ask("matrix"));
  const answers = { treaties, legislation, firstReports, published, matrix };
  // What the API says of its figures decides where they stand: matrices that are loaded are no demonstration any more.
  const known = (status: DataStatus) =>
    (Object.keys(answers) as (keyof typeof answers)[])
      .filter((measure) => (answers[measure].data?.meta.status ?? expected[measure]) === status)
      .map((measure) => ({ measure, answer: answers[measure] }));
  return (
    <>
      <Patterns />
      <section>
        <h2>{overview.known}</h2>
        <div className="kinds-of-data">
          {dataStatuses.map((status) => (
            <Kind key={status} status={status} known={known(status)} />
          ))}
        </div>
      </section>
      <section>
        <h2>{overview.more}</h2>
        <ul className="presets">
          {Object.entries(presets).map(([name, view]) => (
            <li key={name}>
              <PageLink to={chartAddress(view)}>{overview.presets[name as keyof typeof presets]}</PageLink>
            </li>
          ))}
        </ul>
      </section>
      <Reviews />
      <section>
        <h2>{overview.answers}</h2>
        <p>{overview.answersLead}</p>
        <dl className="answers-key">
          {cellValues.map((value) => (
            <div key={value}>
              <dt>
                <Swatch paint={answerPaint(value)} /> {values[value]}
              </dt>
              <dd>{meanings[value]}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

/** Figures frozen at a day: the reviews there are, and the questions of the newest as of another day. */
function Reviews() {
  const { language } = useInterface();
  const words = use(reviewTextsIn(language));
  const { data } = useApi(reviewEndpoints.reviews, { language });
  const navigate = useNavigate();
  const { search } = useLocation();
  const field = useRef<HTMLInputElement>(null);
  const newest = data?.items[0];
  return (
    <section>
      <h2>{words.title}</h2>
      <p>
        {words.lead} <PageLink to="/reviews">{words.all}</PageLink>
      </p>
      <ul className="presets">
        {data?.items.map(({ id, title }) => (
          <li key={id}>
            <PageLink to={`/reviews/${encodeURIComponent(id)}`}>{title}</PageLink>
          </li>
        ))}
      </ul>
      {newest !== undefined && (
        <form
          className="cut-off"
          onSubmit={(event) => {
            event.preventDefault();
            const cutOff = field.current!.value;
            void navigate(withLanguageOf(search, `/reviews/${encodeURIComponent(newest.id)}?cutOff=${cutOff}`));
          }}
        >
          <label>
            {words.another} <input type="date" ref={field} required defaultValue={newest.cutOff} />
          </label>
          <button type="submit">{words.apply}</button>
        </form>
      )}
    </section>
  );
}

/** One kind of figures with its measures below it. */
function Kind({ status, known }: { status: DataStatus; known: { measure: Measure; answer: Answer }[] }) {
  const { language } = useInterface();
  const { statuses } = use(trendTextsIn(language));
  if (known.length === 0) return null;
  return (
    <section className={`kind-of-data status-of-${status}`}>
      <h3 className="only-heard">{statuses[status].name}</h3>
      <StatusBand status={status} />
      <p className="quiet">{statuses[status].says}</p>
      {known.map(({ measure, answer }) => (
        <Known key={measure} measure={measure} answer={answer} />
      ))}
    </section>
  );
}

/** The course of a measure in little, its latest figure, its dates, and its source. */
function Known({ measure, answer: { data, error, isPending } }: { measure: Measure; answer: Answer }) {
  const { language, date, fill, number, count } = useInterface();
  const { overview, chart, counted } = use(trendTextsIn(language));
  const figures = figuresOf(data?.series ?? [], date);
  const { first, last } = courseOf(figures, 0);
  const isKnown = first !== undefined && last !== undefined;
  return (
    <article className="known">
      <h4>
        <PageLink to={chartAddress({ measure })}>
          {measure === "published" ? overview.others : counted[measure]}
        </PageLink>
      </h4>
      {isPending && <Waiting />}
      {!isPending && (error !== null || !isKnown) && <p className="quiet">{overview.nothing}</p>}
      {data !== undefined && isKnown && (
        <>
          {measure === "published" ? (
            <p className="known-figure">
              <strong>{count(overview.kinds, data.series.length)}</strong>
            </p>
          ) : (
            <p className="known-figure">
              <strong>
                {last.of === undefined
                  ? number(last.n)
                  : fill(chart.ofTotal, { n: number(last.n), of: number(last.of) })}
              </strong>{" "}
              <Course ns={figures.cells[0]!.flatMap((point) => (point?.n === undefined ? [] : [point.n]))} />
            </p>
          )}
          <p className="quiet">
            {fill(overview.years, { from: figures.columns[0]!.label, to: figures.columns.at(-1)!.label })}{" "}
            {fill(chart.origin, { source: data.meta.source, date: date(data.meta.asOf) })}
          </p>
        </>
      )}
    </article>
  );
}

/** A line without axes; the figures beside it say what it is. */
function Course({ ns }: { ns: number[] }) {
  const [width, height, most] = [120, 28, Math.max(1, ...ns)];
  const points = ns.map((n, place) => {
    const x = ns.length === 1 ? width : (place / (ns.length - 1)) * (width - 4) + 2;
    return `${x.toFixed(1)},${(height - 2 - (n / most) * (height - 4)).toFixed(1)}`;
  });
  return (
    <svg className="course" width={width} height={height} aria-hidden="true">
      <polyline points={points.join(" ")} fill="none" stroke="var(--series-1)" strokeWidth="2" />
    </svg>
  );
}

type Answer = Pick<
  ReturnType<typeof useApi<typeof trendEndpoints.trends.params, typeof trendEndpoints.trends.answer>>,
  "data" | "error" | "isPending"
>;

const dataStatuses: DataStatus[] = ["real", "published", "demonstration"];

/** Where a measure stands until its figures are there. */
const expected: Record<Measure, DataStatus> = {
  treaties: "real",
  legislation: "real",
  firstReports: "published",
  published: "published",
  matrix: "demonstration",
};

const presets = {
  areas: { measure: "matrix", view: "compare", by: "obligation" },
  heatMap: { measure: "matrix", view: "heat-map", by: "region", unit: "cells" },
  answers: { measure: "matrix", view: "answers" },
  treaties: { measure: "treaties", by: "treaty" },
  convention: { measure: "treaties", by: "region", treaty: ["CWC"] },
  tiles: { measure: "treaties", view: "tiles", by: "region", treaty: ["CWC"] },
  laws: { measure: "legislation" },
  reports: { measure: "firstReports" },
} satisfies Record<string, Partial<TrendView>>;
