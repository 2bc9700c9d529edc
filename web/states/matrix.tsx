import { use, useState } from "react";
import { cellValues, matrixEndpoints, type CellValue } from "#domain/matrices.ts";
import type { MatricesOfRegion, MatrixOfState } from "#domain/profiles.ts";
import { useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { KindMark } from "../obligations/kind-mark.tsx";
import { stateTextsIn } from "../texts/states/load.ts";
import { answerPaint, Patterns, Swatch } from "../trends/marks.tsx";
import { Failure } from "../ui/failure.tsx";
import { Loading } from "../ui/loading.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { Block } from "./block.tsx";

type Areas = NonNullable<MatrixOfState["matrix"]>["areas"];

/** The newest published matrix of a State by its five answers, and each cell with its sources when asked for. */
export function MatrixOfAState({ matrix: { asOf, matrix }, iso3 }: { matrix: MatrixOfState; iso3: string }) {
  const { language } = useInterface();
  const { matrix: words } = use(stateTextsIn(language));
  return (
    <Block id="matrix" title={words.title} asOf={asOf} isEmpty={matrix === undefined}>
      {matrix !== undefined && (
        <>
          <Origin {...matrix} />
          <Answers areas={matrix.areas} />
          <Cells iso3={iso3} />
        </>
      )}
    </Block>
  );
}

/** The matrices of the members of a region, their cells summed by the five answers. */
export function MatricesOfARegion({ matrices: { asOf, matrices }, of }: { matrices: MatricesOfRegion; of: number }) {
  const { language, count, number } = useInterface();
  const { matrix: words } = use(stateTextsIn(language));
  return (
    <Block id="matrix" title={words.title} asOf={asOf} isEmpty={matrices === undefined}>
      {matrices !== undefined && (
        <>
          <p>{count(words.published, matrices.published, { of: number(of) })}</p>
          <Origin {...matrices} />
          <Answers areas={matrices.areas} />
        </>
      )}
    </Block>
  );
}

function Origin({ snapshot, date: day, source, demonstration }: Omit<NonNullable<MatrixOfState["matrix"]>, "areas">) {
  const { language, fill, date } = useInterface();
  const { matrix: words } = use(stateTextsIn(language));
  return (
    <>
      {demonstration && <p className="demonstration">{words.demonstration}</p>}
      <p>{words.says}</p>
      <p className="quiet">{fill(words.drawn, { snapshot, date: date(day), source })}</p>
    </>
  );
}

/** Areas by answer: numbers, and beside them a strip in the patterns of the answers. */
function Answers({ areas }: { areas: Areas }) {
  const { language, texts, number } = useInterface();
  const { matrix: words, evidence } = use(stateTextsIn(language));
  return (
    <>
      <Patterns />
      <table className="evidence answers-table">
        <caption className="only-heard">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{evidence.area}</th>
            {cellValues.map((value) => (
              <th key={value} scope="col">
                <Swatch paint={answerPaint(value)} /> {words.values[value]}
              </th>
            ))}
            <td aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {areas.map(({ code, label, kind, values }) => (
            <tr key={code}>
              <th scope="row">
                {label} <span className="quiet">{code}</span> <KindMark kind={kind} />
              </th>
              {cellValues.map((value) => (
                <td key={value}>
                  <span className="cell-name">{words.values[value]}</span> {number(values[value])}
                </td>
              ))}
              <td aria-hidden="true">
                <Strip values={values} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="answers-meaning">
        {cellValues.map((value) => (
          <div key={value}>
            <dt>
              <Swatch paint={answerPaint(value)} /> {words.values[value]}
            </dt>
            <dd>{words.meanings[value]}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">
        <PageLink to="/about">{texts.site.about}</PageLink>
      </p>
    </>
  );
}

function Strip({ values }: { values: Record<CellValue, number> }) {
  const total = cellValues.reduce((sum, value) => sum + values[value], 0);
  const parts = cellValues.map((value, place) => ({
    value,
    from: (160 * cellValues.slice(0, place).reduce((sum, earlier) => sum + values[earlier], 0)) / total,
    width: (160 * values[value]) / total,
  }));
  return (
    <svg className="strip" width="162" height="14">
      {parts
        .filter(({ width }) => width > 0)
        .map(({ value, from, width }) => (
          <rect key={value} x={from + 1} y="1" width={width} height="12" {...answerPaint(value)} />
        ))}
    </svg>
  );
}

/** Each cell of the matrix with what it rests on; asked for when it is opened, for a matrix has some three hundred. */
function Cells({ iso3 }: { iso3: string }) {
  const { language, texts } = useInterface();
  const { matrix: words } = use(stateTextsIn(language));
  const [isOpen, setIsOpen] = useState(false);
  const { data, error, refetch } = useApi(matrixEndpoints.matrix, { language }, { parts: { iso3 }, enabled: isOpen });
  const weapons: Record<string, string> = texts.codes.weapons;
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{words.cells}</summary>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {isOpen && error === null && data === undefined && <Loading />}
      {data !== undefined && (
        <table className="state-list">
          <thead>
            <tr>
              <th scope="col">{words.question}</th>
              <th scope="col">{words.answer}</th>
              <th scope="col">{words.sources}</th>
            </tr>
          </thead>
          <tbody>
            {data.cells.map(({ id, label, obligation, text, weapon, facet, value, sources, remark, isObligation }) => (
              <tr key={id}>
                <th scope="row">
                  {label} <span className="quiet">{obligation}</span>
                  <br />
                  <span className="quiet">
                    {[...(weapon === "ALL" ? [] : [weapons[weapon]]), texts.codes.facets[facet]].join(" · ")}
                    {!isObligation && ` · ${words.aside}`}
                    {language === "en" && ` · ${text}`}
                  </span>
                </th>
                <td>
                  <Swatch paint={answerPaint(value)} /> {words.values[value]}
                </td>
                <td>
                  {sources.length === 0 && <span className="quiet">{words.noSources}</span>}
                  {sources.map((source) => (
                    <p key={source}>
                      <bdi lang="en">{source}</bdi>
                    </p>
                  ))}
                  {remark !== undefined && (
                    <p className="quiet">
                      <bdi lang="en">{remark}</bdi>
                    </p>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
