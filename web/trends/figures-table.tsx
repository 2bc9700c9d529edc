import { use, type ReactNode } from "react";
import type { DataStatus } from "#domain/trends.ts";
import { useInterface } from "../interface.tsx";
import { trendTextsIn } from "../texts/trends/load.ts";
import type { Figures } from "./series.ts";
import type { Words } from "./words.ts";

interface Props {
  figures: Figures;
  title: string;
  /** What the columns are: the heading of the first column of the table, whose rows they are. */
  columnsName: string;
  share: Words["share"];
}

/** The figures of a chart, all of them: a line for each date, a column for each series, each figure with what it is of. */
export function FiguresTable({ figures: { rows, columns, cells }, title, columnsName, share }: Props) {
  const { language } = useInterface();
  const { chart } = use(trendTextsIn(language));
  return (
    <ScrollingTable title={title}>
      <thead>
        <tr>
          <th scope="col">{columnsName}</th>
          {rows.map(({ key, label, status }) => (
            <th key={key} scope="col">
              <bdi>{label}</bdi>
              <StatusWord status={status} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {columns.map(({ key, label }, column) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            {rows.map((row, place) => {
              const point = cells[place]?.[column];
              return (
                <td key={row.key} data-n={point?.n} data-of={point?.of}>
                  {share(point)}
                  {point?.unknown !== undefined && point.unknown > 0 && (
                    <span className="quiet"> (+{share({ date: key, n: point.unknown })})</span>
                  )}
                  {point?.mark !== undefined && <span className="quiet"> {chart.marks[point.mark]}</span>}
                  {/* What a source says stands in the source's language. */}
                  {point?.note !== undefined && point.note !== "" && (
                    <span className="point-note" lang="en">
                      {point.note}
                    </span>
                  )}
                  {point?.source !== undefined && (
                    <span className="point-note" lang="en">
                      {point.source}
                    </span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}

/** A table that may be wider than its page: it scrolls by itself, by keyboard too. */
export function ScrollingTable({ title, children }: { title: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <div className="table-scroll" role="region" aria-label={title} tabIndex={0}>
      <table className="figures-table">
        <caption className="only-heard">{title}</caption>
        {children}
      </table>
    </div>
  );
}

function StatusWord({ status }: { status: DataStatus }) {
  const { language } = useInterface();
  const { statuses } = use(trendTextsIn(language));
  return status === "real" ? null : <span className="status-word">{statuses[status].name}</span>;
}
