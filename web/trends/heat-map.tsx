import { brokenInto } from "./broken-into.ts";
import type { Drawn } from "./drawn.ts";
import { shadeOf, type Figures } from "./series.ts";

/** Rows by columns of figures, each cell shaded by its part of the column's whole and bearing its number. */
export function HeatMap({ figures, width, isMirrored, number, place, onPlace }: Drawn & { figures: Figures }) {
  const { rows, columns, cells } = figures;
  const named = Math.round(Math.min(260, width * 0.34));
  const wide = (width - named) / Math.max(1, columns.length);
  // Names that are wider than their column stand upright.
  const isUpright = wide < 76;
  const heads = columns.map(({ label }) => brokenInto(label, Math.max(4, Math.floor(wide / 6.2)), 4));
  const head = isUpright ? 150 : 16 + Math.max(...heads.map(({ length }) => length)) * 13;
  const high = 38;
  const fromStart = (start: number, size: number) => (isMirrored ? width - start - size : start);
  return (
    <svg width={width} height={head + rows.length * high + 2} fontSize="12">
      {columns.map(({ key, label }, column) => {
        const middle = fromStart(named + column * wide, wide) + wide / 2;
        if (isUpright)
          return (
            <text
              key={key}
              transform={`translate(${middle + 4} ${head - 6}) rotate(-90)`}
              fill="var(--text)"
              fontSize="11"
            >
              {brokenInto(label, 24, 1)[0]}
            </text>
          );
        const lines = heads[column]!;
        return (
          <text key={key} textAnchor="middle" fill="var(--text)" fontSize="11">
            {lines.map((line, index) => (
              <tspan key={line} x={middle} y={head - 8 - (lines.length - 1 - index) * 13}>
                {line}
              </tspan>
            ))}
          </text>
        );
      })}
      {rows.map(({ key, label }, row) => {
        const lines = brokenInto(label, Math.max(6, Math.floor(named / 6.4)), 2);
        const start = isMirrored ? width - 2 : 2;
        return (
          <g key={key}>
            <text textAnchor={isMirrored ? "end" : "start"} fill="var(--text)">
              {lines.map((line, index) => (
                <tspan
                  key={line}
                  x={start}
                  y={head + row * high + high / 2 + 4 + (index - (lines.length - 1) / 2) * 14}
                >
                  {line}
                </tspan>
              ))}
            </text>
            {columns.map((column, at) => {
              const { n = 0, of = 0 } = cells[row]?.[at] ?? {};
              const isRead = place?.row === row && place.column === at;
              const x = fromStart(named + at * wide, wide);
              return (
                <g key={column.key} onPointerMove={() => !isRead && onPlace({ row, column: at })}>
                  <rect
                    className={`shade-${shadeOf(n, of)}`}
                    x={x + 1}
                    y={head + row * high + 1}
                    width={Math.max(0, wide - 2)}
                    height={high - 2}
                  />
                  <text
                    className={`on-shade-${shadeOf(n, of)}`}
                    x={x + wide / 2}
                    y={head + row * high + high / 2 + 4}
                    textAnchor="middle"
                  >
                    {wide < 52 ? number(n) : `${number(n)}/${number(of)}`}
                  </text>
                  {isRead && (
                    <rect
                      className="read"
                      x={x + 1}
                      y={head + row * high + 1}
                      width={Math.max(0, wide - 2)}
                      height={high - 2}
                      fill="none"
                      stroke="var(--accent)"
                      strokeWidth="3"
                    />
                  )}
                </g>
              );
            })}
          </g>
        );
      })}
    </svg>
  );
}
