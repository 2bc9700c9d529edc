import type { SVGProps } from "react";
import { pointedAt, type Drawn } from "./drawn.ts";

/** The States of a group, by name. */
export interface TileGroup {
  key: string;
  label: string;
  tiles: { iso3: string; paint: Pick<SVGProps<SVGElement>, "fill" | "stroke" | "strokeDasharray">; isDark: boolean }[];
}

const size = { wide: 46, high: 34, gap: 4, head: 26 };

/** A tile of the same size for each State, group by group and by name: no borders, no territory, no order but the alphabet's. */
export function Tiles({ groups, width, isMirrored, place, onPlace }: Drawn & { groups: TileGroup[] }) {
  const across = Math.max(1, Math.floor((width + size.gap) / (size.wide + size.gap)));
  const linesOf = ({ tiles }: TileGroup) => Math.ceil(tiles.length / across);
  const tops = groups.map((_, index) =>
    groups.slice(0, index).reduce((top, group) => top + size.head + linesOf(group) * (size.high + size.gap) + 8, 0),
  );
  const last = groups.length - 1;
  const height = last < 0 ? 0 : tops[last]! + size.head + linesOf(groups[last]!) * (size.high + size.gap);
  return (
    <svg width={width} height={height} fontSize="12">
      {groups.map(({ key, label, tiles }, row) => (
        <g key={key}>
          <text
            x={isMirrored ? width - 2 : 2}
            y={tops[row]! + 17}
            textAnchor={isMirrored ? "end" : "start"}
            fontSize="13"
            fontWeight="650"
            fill="var(--text)"
          >
            {label}
          </text>
          {tiles.map(({ iso3, paint, isDark }, column) => {
            const start = (column % across) * (size.wide + size.gap);
            const x = isMirrored ? width - start - size.wide : start;
            const y = tops[row]! + size.head + Math.floor(column / across) * (size.high + size.gap);
            const isRead = place?.row === row && place.column === column;
            return (
              <g key={iso3} {...pointedAt(isRead, () => onPlace({ row, column }))}>
                <rect x={x + 1} y={y + 1} width={size.wide - 2} height={size.high - 2} strokeWidth="1.25" {...paint} />
                {!isDark && (
                  <rect x={x + 6} y={y + 8} width={size.wide - 12} height={size.high - 16} fill="var(--ground)" />
                )}
                <text
                  x={x + size.wide / 2}
                  y={y + size.high / 2 + 4}
                  textAnchor="middle"
                  lang="en"
                  fill={isDark ? "var(--on-accent)" : "var(--text)"}
                >
                  {iso3}
                </text>
                {isRead && (
                  <rect
                    className="read"
                    x={x + 1}
                    y={y + 1}
                    width={size.wide - 2}
                    height={size.high - 2}
                    fill="none"
                    stroke="var(--accent)"
                    strokeWidth="3"
                  />
                )}
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
}
