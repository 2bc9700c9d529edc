import { use, useState, type ReactNode } from "react";
import { isRightToLeft } from "#domain/languages.ts";
import { useInterface } from "../interface.tsx";
import { trendTextsIn } from "../texts/catalogues.ts";
import { Aids } from "./aids.tsx";
import type { Drawn } from "./drawn.ts";
import { Figure, type Origin } from "./figure.tsx";
import { TakeAway, type Files } from "./take-away.tsx";
import type { TrendView } from "./view.ts";

/** A chart in all its forms: drawn, said, written and as a table. */
export interface Shown {
  title: string;
  origin: Origin;
  /** What is said of each point of the drawing. */
  said: string[][];
  isTurned?: boolean;
  render: (drawn: Drawn) => ReactNode;
  heightFor: (width: number) => number;
  legend: { key: string; swatch: ReactNode; label: string }[];
  /** How to read the drawing. */
  reading?: string[];
  /** The drawing in sentences. */
  summary: string[];
  table: ReactNode;
  files: Files;
}

/** What the figures of a chart were when it was frozen: their checksum, and the version of the data. */
export interface Frozen {
  checksum: string;
  generation: string;
}

interface Props extends Shown {
  view: TrendView;
  /** In the page of another site: the drawing and where it is from, and no more. */
  embedded?: { frozen: Frozen | undefined };
  children?: ReactNode;
}

export function ShownChart({ view, embedded, summary, table, files, children, ...shown }: Props) {
  const { language, texts: site, fill } = useInterface();
  const { chart, embed } = use(trendTextsIn(language));
  const { origin, title } = shown;
  return (
    <Figure {...shown}>
      {embedded !== undefined ? (
        <>
          {embedded.frozen !== undefined && (
            <p className="frozen" role="status">
              {fill(embedded.frozen.checksum === origin.checksum ? embed.unchanged : embed.changed, {
                version: embedded.frozen.generation,
              })}
            </p>
          )}
          <p className="quiet">{site.site.disclaimer}</p>
        </>
      ) : (
        <>
          <section className="chart-words">
            <h3>{chart.summary}</h3>
            <ul>
              {summary.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </section>
          {children}
          <Aids view={view} origin={origin} />
          {origin.notes.length > 0 && (
            <section className="chart-notes">
              <h3>{chart.notes}</h3>
              <ul>
                {origin.notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            </section>
          )}
          <ClosedTable name={chart.table} table={table} />
          <TakeAway
            view={view}
            files={files}
            generation={origin.generation}
            checksum={origin.checksum}
            caption={{
              title,
              isMirrored: isRightToLeft(language),
              origin,
              language,
            }}
          />
          <p className="quiet chart-disclaimer">
            {site.site.disclaimer}{" "}
            {origin.checksum !== undefined && (
              <>
                {chart.checksum} <Code>{origin.checksum}</Code> ·{" "}
              </>
            )}
            {chart.version} <Code>{origin.generation}</Code>
          </p>
        </>
      )}
    </Figure>
  );
}

/** Letters and digits that are no words of any language. */
function Code({ children }: { children: string }) {
  return (
    <bdi lang="zxx" dir="ltr">
      {children}
    </bdi>
  );
}

/** Made when it is opened: a table of a thousand cells would keep the drawing waiting. */
function ClosedTable({ name, table }: { name: string; table: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="chart-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{name}</summary>
      {isOpen && table}
    </details>
  );
}
