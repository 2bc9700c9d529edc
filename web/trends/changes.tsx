import { use, useState } from "react";
import { isRightToLeft } from "#domain/languages.ts";
import { matrixEndpoints, type CellValue, type MatrixAnswer } from "#domain/matrices.ts";
import { withAncestors } from "#domain/obligations.ts";
import { trendEndpoints, type TrendChangesAnswer } from "#domain/trends.ts";
import { useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { useStates } from "../states.ts";
import { trendTextsIn } from "../texts/trends/load.ts";
import { Failure } from "../ui/failure.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { answerPaint, Swatch } from "./marks.tsx";
import type { TrendView } from "./view.ts";
import { Waiting } from "./waiting.tsx";

type Area = TrendChangesAnswer["areas"][number];
type Move = Area["moves"][number];

/** What changed between two snapshots: from a change to its States by one click, from a State to the evidence by another. */
export function Changes({ view, from, to }: { view: TrendView; from: string; to: string }) {
  const { language, fill } = useInterface();
  const { changes } = use(trendTextsIn(language));
  const { obligation, weapon, facet, region, state } = view;
  const { data, error, refetch } = useApi(trendEndpoints.trendChanges, {
    from,
    to,
    obligation,
    weapon,
    facet,
    region,
    state,
    language,
  });
  return (
    <section className="changes">
      <h3>{fill(changes.title, { from, to })}</h3>
      <p className="quiet">{changes.lead}</p>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {error === null && data === undefined && <Waiting />}
      {data?.areas.every(({ moves }) => moves.length === 0) === true && <p>{changes.none}</p>}
      <div className="changes-of-areas">
        {data?.areas
          .filter(({ moves }) => moves.length > 0)
          .map((area) => (
            <section key={area.code}>
              <h4>{area.label}</h4>
              <ul>
                {area.moves.map((move) => (
                  <li key={`${move.from} ${move.to}`}>
                    <MoveLine area={area} move={move} from={from} to={to} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </div>
    </section>
  );
}

function MoveLine({ area, move, from, to }: { area: Area; move: Move; from: string; to: string }) {
  const { language, count, compare } = useInterface();
  const { changes } = use(trendTextsIn(language));
  const { nameOf } = useStates();
  const [isOpen, setIsOpen] = useState(false);
  const named = move.states.map((iso3) => ({ iso3, name: nameOf(iso3) })).toSorted((a, b) => compare(a.name, b.name));
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <Answer value={move.from} /> {isRightToLeft(language) ? "←" : "→"} <Answer value={move.to} /> ·{" "}
        {count(changes.cells, move.cells)} · {count(changes.states, move.states.length)}
      </summary>
      {isOpen && (
        <ul className="moved-states">
          {named.map(({ iso3, name }) => (
            <li key={iso3}>
              <StateLine iso3={iso3} name={name} area={area.code} move={move} from={from} to={to} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

function StateLine(props: { iso3: string; name: string; area: string; move: Move; from: string; to: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <bdi>{props.name}</bdi>
      </summary>
      {isOpen && <Evidence {...props} />}
    </details>
  );
}

/** The cells of one State that moved so, as both snapshots have them, with their sources. */
function Evidence({ iso3, name, area, move, from, to }: Parameters<typeof StateLine>[0]) {
  const { language, texts: site, fill } = useInterface();
  const texts = use(trendTextsIn(language));
  const { changes } = texts;
  const before = useApi(matrixEndpoints.matrix, { snapshot: from, language }, { parts: { iso3 } });
  const after = useApi(matrixEndpoints.matrix, { snapshot: to, language }, { parts: { iso3 } });
  const failed = [before, after].find(({ error }) => error !== null);
  if (failed?.error) return <Failure error={failed.error} retry={() => void failed.refetch()} />;
  if (before.data === undefined || after.data === undefined) return <Waiting />;
  const moved = movedCells(before.data, after.data, move, area);
  return (
    <>
      <div className="table-scroll" role="region" aria-label={fill(changes.evidence, { state: name })}>
        <table className="figures-table">
          <caption className="only-heard">{fill(changes.evidence, { state: name })}</caption>
          <thead>
            <tr>
              <th scope="col">{changes.cell}</th>
              <th scope="col">{from}</th>
              <th scope="col">{to}</th>
              <th scope="col">{changes.sources}</th>
            </tr>
          </thead>
          <tbody>
            {moved.map(({ cell, was, is }) => (
              <tr key={cell.id}>
                <th scope="row">
                  {cell.label}
                  <span className="point-note">
                    {cell.weapon === "ALL" ? texts.notByWeapon : site.codes.weapons[cell.weapon]} ·{" "}
                    {site.codes.facets[cell.facet]} · <bdi dir="ltr">{cell.row}</bdi>
                  </span>
                </th>
                <td>
                  <Answer value={was} />
                </td>
                <td>
                  <Answer value={is} />
                </td>
                <td>
                  {cell.sources.length === 0 ? (
                    <span className="quiet">{changes.noSources}</span>
                  ) : (
                    <ul>
                      {cell.sources.map((source) => (
                        <li key={source} lang="en">
                          {source}
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <PageLink to={`/states/${iso3}`}>{fill(changes.page, { state: name })}</PageLink>
      </p>
    </>
  );
}

type Cell = MatrixAnswer["cells"][number];

function movedCells(
  before: MatrixAnswer,
  after: MatrixAnswer,
  { from, to }: Move,
  area: string,
): { cell: Cell; was: CellValue; is: CellValue }[] {
  const keyOf = ({ row, weapon, facet }: Cell) => `${row}-${weapon}-${facet}`;
  const old = new Map(before.cells.map((cell) => [keyOf(cell), cell.value]));
  return after.cells
    .filter((cell) => cell.area === area || withAncestors(cell.obligation).includes(area))
    .map((cell) => ({ cell, was: old.get(keyOf(cell)) ?? ("NOT_CODED" as const), is: cell.value }))
    .filter(({ was, is }) => was === from && is === to);
}

/** An answer by its pattern and its word. */
function Answer({ value }: { value: CellValue }) {
  const { language } = useInterface();
  const { values } = use(trendTextsIn(language));
  return (
    <span className="answer">
      <Swatch paint={answerPaint(value)} /> <bdi>{values[value]}</bdi>
    </span>
  );
}
