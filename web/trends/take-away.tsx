import { use, useId } from "react";
import type { Language } from "#domain/languages.ts";
import { useInterface } from "../interface.tsx";
import { trendTextsIn } from "../texts/trends/load.ts";
import { figureAsSvg, save, svgAsPng } from "./export-figure.ts";
import type { Origin } from "./figure.tsx";
import { chartAddress, type TrendView } from "./view.ts";

/** The figures of a chart as files: an address of the API, or rows that are written here. */
export interface Files {
  csv: string | string[][];
  json: string;
}

interface Props {
  view: TrendView;
  files: Files;
  checksum: string | undefined;
  generation: string;
  caption: { title: string; isMirrored: boolean; origin: Origin; language: Language };
}

/** The chart as a picture, its figures as files, and its addresses: for a link, and for the pages of others. */
export function TakeAway({ view, files, checksum, generation, caption }: Props) {
  const { language, texts: site, fill, date, number } = useInterface();
  const { take, chart, statuses } = use(trendTextsIn(language));
  const { origin, title } = caption;
  const name = `compendium-1540-trends-${checksum ?? generation}`;
  const here = `${window.location.origin}${withLanguage(chartAddress(view), language)}`;
  const takePicture = async (format: "svg" | "png", button: HTMLElement) => {
    const { status, published } = origin;
    const svg = figureAsSvg(button.closest<HTMLElement>("figure")!, {
      title,
      isMirrored: caption.isMirrored,
      isDemonstration: status === "demonstration",
      mark: statuses[status].name,
      lines: [
        fill(chart.origin, { source: origin.source, date: date(origin.asOf) }),
        ...(published === undefined ? [] : [fill(chart.known, { n: number(published.n), of: number(published.of) })]),
        ...origin.notes,
        `${site.site.notUn} ${site.site.disclaimer}`,
        [...(checksum === undefined ? [] : [`${chart.checksum} ${checksum}`]), `${chart.version} ${generation}`].join(
          " · ",
        ),
        here,
      ],
      metadata: { title, ...origin, address: here, disclaimer: site.site.disclaimer },
    });
    save(format === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : await svgAsPng(svg), `${name}.${format}`);
  };
  return (
    <section className="take-away">
      <h3>{take.title}</h3>
      <p className="row">
        <span>{take.figures}</span>
        {typeof files.csv === "string" ? (
          <a href={files.csv} download>
            CSV
          </a>
        ) : (
          <button type="button" className="plain" onClick={() => save(csvOf(files.csv as string[][]), `${name}.csv`)}>
            CSV
          </button>
        )}
        <a href={files.json} download={`${name}.json`}>
          JSON
        </a>
        <span>{take.image}</span>
        {(["png", "svg"] as const).map((format) => (
          <button
            key={format}
            type="button"
            className="plain"
            onClick={(event) => void takePicture(format, event.currentTarget)}
          >
            {format.toUpperCase()}
          </button>
        ))}
        <button type="button" className="plain" onClick={() => window.print()}>
          {take.print}
        </button>
      </p>
      <Copied label={take.address} text={here} />
      <Copied label={take.live} text={frameOf(withLanguage(chartAddress(view, "/embed/trends"), language), title)} />
      {checksum !== undefined && (
        <>
          <Copied
            label={take.frozen}
            text={frameOf(
              withLanguage(chartAddress({ ...view, checksum, generation }, "/embed/trends"), language),
              title,
            )}
          />
          <p className="quiet">{take.frozenSays}</p>
        </>
      )}
    </section>
  );
}

function Copied({ label, text }: { label: string; text: string }) {
  const id = useId();
  return (
    <p className="copied">
      <label htmlFor={id}>{label}</label>
      <input id={id} dir="ltr" readOnly value={text} onFocus={(event) => event.currentTarget.select()} />
    </p>
  );
}

function frameOf(address: string, title: string): string {
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return `<iframe src="${escaped(window.location.origin + address)}" title="${escaped(title)}" width="100%" height="720"></iframe>`;
}

function withLanguage(address: string, language: Language): string {
  return `${address}&ui=${language}`;
}

/** Rows as RFC 4180 has them, with a byte-order mark, or spreadsheets read Arabic and Chinese as Latin. */
function csvOf(rows: string[][]): Blob {
  const cell = (text: string) => (/[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return new Blob(["\uFEFF", rows.map((row) => row.map(cell).join(",")).join("\r\n"), "\r\n"], { type: "text/csv" });
}
