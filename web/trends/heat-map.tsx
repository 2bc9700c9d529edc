import { brokenInto } from "./broken-into.ts";
import type { Drawn } from "./drawn.ts";
import { Texts } from "./marks.tsx";
import { Pointed, ReadFrame } from "./pointing.tsx";
import { shadeOf, type Figures } from "./series.ts";

/** Of a cell, in pixels. */
const high = 38;

/** Rows by columns of figures, each cell shaded by its part of the column's whole and bearing its number where there is room. */
export function HeatMap(props: Drawn & { figures: Figures }) {
  const { figures, width, isMirrored, number, place, onPlace } = props;
  const { rows, columns } = figures;
  const named = Math.round(Math.min(260, width * 0.34));
  const wide = (width - named) / columns.length;
  // Names that are wider than their column stand upright.
  const isUpright = wide < 76;
  const heads = columns.map(({ label }) => brokenInto(label, Math.max(4, Math.floor(wide / 6.2)), 4));
  const head = isUpright ? 150 : 16 + Math.max(...heads.map(({ length }) => length)) * 13;
  const xOf = (column: number) => (isMirrored ? width - named - (column + 1) * wide : named + column * wide);
  const yOf = (row: number) => head + row * high;
  const cells = figures.cells.flatMap((line, row) =>
    line.map((cell, column) => {
      const { n = 0, of = 0 } = cell ?? {};
      return { row, column, n, of, shade: shadeOf(n, of) };
    }),
  );
  const shades = [...new Set(cells.map(({ shade }) => shade))];
  const inset = Math.min(1, wide / 10);
  const box = { width: wide - 2 * inset, height: high - 2 };
  const starts = columns.map((_, column) => (xOf(column) + inset).toFixed(1));
  const outline = `h${box.width.toFixed(1)}v${box.height}h-${box.width.toFixed(1)}z`;
  const written = [ofTotal, alone].find((write) => cells.every((cell) => write(cell, number).length * 6.8 < wide));
  const left = isMirrored ? 0 : named;
  const cellAt = (x: number, y: number) => {
    const along = Math.floor((x - left) / wide);
    const column = clamped(isMirrored ? columns.length - 1 - along : along, columns.length);
    return { row: clamped(Math.floor((y - head) / high), rows.length), column };
  };
  return (
    <svg width={width} height={yOf(rows.length) + 2} fontSize="12">
      {columns.map(({ key, label }, column) =>
        isUpright ? (
          <text
            key={key}
            transform={`translate(${xOf(column) + wide / 2 + 4} ${head - 6}) rotate(-90)`}
            fill="var(--text)"
            fontSize="11"
          >
            {brokenInto(label, 24, 1)[0]}
          </text>
        ) : (
          <text key={key} textAnchor="middle" fill="var(--text)" fontSize="11">
            {heads[column]!.map((line, index) => (
              <tspan key={line} x={xOf(column) + wide / 2} y={head - 8 - (heads[column]!.length - 1 - index) * 13}>
                {line}
              </tspan>
            ))}
          </text>
        ),
      )}
      <Texts
        textAnchor={isMirrored ? "end" : "start"}
        fill="var(--text)"
        at={rows.flatMap(({ key, label }, row) =>
          brokenInto(label, Math.max(6, Math.floor(named / 6.4)), 2).map((text, line, lines) => ({
            key: `${key} ${text}`,
            x: isMirrored ? width - 2 : 2,
            y: yOf(row) + high / 2 + 4 + (line - (lines.length - 1) / 2) * 14,
            text,
          })),
        )}
      />
      {/* One path for all cells of a shade: thousands of elements would keep the page waiting. */}
      {shades.map((shade) => (
        <path
          key={shade}
          className={`shade-${shade}`}
          d={cells
            .filter((cell) => cell.shade === shade)
            .map(({ row, column }) => `M${starts[column]} ${yOf(row) + 1}${outline}`)
            .join("")}
        />
      ))}
      {written !== undefined &&
        shades.map((shade) => (
          <Texts
            key={shade}
            className={`on-shade-${shade}`}
            textAnchor="middle"
            at={cells
              .filter((cell) => cell.shade === shade)
              .map((cell) => ({
                key: `${cell.row} ${cell.column}`,
                x: xOf(cell.column) + wide / 2,
                y: yOf(cell.row) + high / 2 + 4,
                text: written(cell, number),
              }))}
          />
        ))}
      {place !== undefined && <ReadFrame {...box} x={xOf(place.column) + inset} y={yOf(place.row) + 1} />}
      <Pointed
        x={left}
        y={head}
        width={width - named}
        height={rows.length * high}
        placeAt={cellAt}
        place={place}
        onPlace={onPlace}
      />
    </svg>
  );
}

type Write = (cell: { n: number; of: number }, number: Drawn["number"]) => string;

const ofTotal: Write = ({ n, of }, number) => `${number(n)}/${number(of)}`;
const alone: Write = ({ n }, number) => number(n);

function clamped(place: number, length: number): number {
  return Math.max(0, Math.min(length - 1, place));
}
