import { use, useDeferredValue, useState, type ReactNode } from "react";
import { isRightToLeft } from "#domain/languages.ts";
import { useInterface } from "../interface.tsx";
import { trendTextsIn } from "../texts/trends/load.ts";
import { Aids } from "./aids.tsx";
import type { Drawn, Place } from "./drawn.ts";
import { Figure, type Origin } from "./figure.tsx";
import { TakeAway, type Files } from "./take-away.tsx";
import type { TrendView } from "./view.ts";

/** A chart in all its forms: drawn, said, written and as a table. */
export interface Shown {
  title: string;
  origin: Origin;
  /** How many points each row of the drawing has. */
  lengths: number[];
  /** What is said of a point. */
  said: (place: Place) => string;
  isTurned?: boolean;
  render: (drawn: Drawn) => ReactNode;
  heightFor: (width: number) => number;
  legend: { key: string; swatch: ReactNode; label: string }[];
  /** How to read the drawing. */
  reading?: string[];
  /** The drawing in sentences. */
  summary: () => string[];
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
  return (
    <Figure {...shown}>
      {embedded !== undefined ? (
        <Held frozen={embedded.frozen} checksum={shown.origin.checksum} />
      ) : (
        <Beneath view={view} title={shown.title} origin={shown.origin} summary={summary} table={table} files={files}>
          {children}
        </Beneath>
      )}
    </Figure>
  );
}

/** What a chart in the page of another site says of itself: whether its figures are still those it was frozen with. */
function Held({ frozen, checksum }: { frozen: Frozen | undefined; checksum: string | undefined }) {
  const { language, texts: site, fill } = useInterface();
  const { embed } = use(trendTextsIn(language));
  return (
    <>
      {frozen !== undefined && (
        <p className="frozen" role="status">
          {fill(frozen.checksum === checksum ? embed.unchanged : embed.changed, { version: frozen.generation })}
        </p>
      )}
      <p className="quiet">{site.site.disclaimer}</p>
    </>
  );
}

type BeneathProps = Pick<Props, "view" | "title" | "origin" | "summary" | "table" | "files" | "children">;

/** The drawing in words and figures, and how to take it away: made when the drawing is in the page, which it would keep waiting. */
function Beneath({ view, title, origin, summary, table, files, children }: BeneathProps) {
  const { language, texts: site } = useInterface();
  const { chart } = use(trendTextsIn(language));
  const isDrawn = useDeferredValue(true, false);
  if (!isDrawn) return null;
  return (
    <>
      <section className="chart-words">
        <h3>{chart.summary}</h3>
        <ul>
          {summary().map((sentence) => (
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
        caption={{ title, isMirrored: isRightToLeft(language), origin, language }}
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
