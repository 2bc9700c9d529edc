import type { Drawn } from "./drawn.ts";
import { Texts, type Paint } from "./marks.tsx";
import { Pointed, ReadFrame } from "./pointing.tsx";

/** The States of a group, by name. */
export interface TileGroup {
  key: string;
  label: string;
  tiles: { iso3: string; answer: string }[];
}

interface Props extends Drawn {
  groups: TileGroup[];
  paintOf: (answer: string) => Paint;
  /** Whether the paint of an answer is one to write on in the colour of the ground. */
  isDark: (answer: string) => boolean;
}

const size = { wide: 46, high: 34, gap: 4, head: 26 };

/** A tile of the same size for each State, group by group and by name: no borders, no territory, no order but the alphabet's. */
export function Tiles({ groups, paintOf, isDark, width, isMirrored, place, onPlace }: Props) {
  const across = Math.max(1, Math.floor((width + size.gap) / (size.wide + size.gap)));
  const linesOf = ({ tiles }: TileGroup) => Math.ceil(tiles.length / across);
  const tops = groups.map((_, index) =>
    groups.slice(0, index).reduce((top, group) => top + size.head + linesOf(group) * (size.high + size.gap) + 8, 0),
  );
  const last = groups.length - 1;
  const height = last < 0 ? 0 : tops[last]! + size.head + linesOf(groups[last]!) * (size.high + size.gap);
  const tiles = groups.flatMap((group, row) =>
    group.tiles.map((tile, column) => {
      const start = (column % across) * (size.wide + size.gap);
      return {
        ...tile,
        row,
        column,
        x: isMirrored ? width - start - size.wide : start,
        y: tops[row]! + size.head + Math.floor(column / across) * (size.high + size.gap),
      };
    }),
  );
  const read = tiles.find(({ row, column }) => place?.row === row && place.column === column);
  const tileAt = (atX: number, atY: number) =>
    tiles.find(({ x, y }) => x <= atX && atX < x + size.wide && y <= atY && atY < y + size.high);
  // One path for all tiles of an answer: hundreds of elements would keep the page waiting.
  const outlineOf = (those: typeof tiles, x: number, y: number) => {
    const [wide, high] = [size.wide - 2 * x, size.high - 2 * y];
    return those.map((tile) => `M${tile.x + x} ${tile.y + y}h${wide}v${high}h-${wide}z`).join("");
  };
  const [dark, light] = [true, false].map((which) => tiles.filter(({ answer }) => isDark(answer) === which));
  const codesOf = (those: typeof tiles) =>
    those.map(({ iso3, x, y }) => ({ key: iso3, x: x + size.wide / 2, y: y + size.high / 2 + 4, text: iso3 }));
  return (
    <svg width={width} height={height} fontSize="12">
      <Texts
        textAnchor={isMirrored ? "end" : "start"}
        fontSize="13"
        fontWeight="650"
        fill="var(--text)"
        at={groups.map(({ key, label }, row) => ({
          key,
          x: isMirrored ? width - 2 : 2,
          y: tops[row]! + 17,
          text: label,
        }))}
      />
      {[...new Set(tiles.map(({ answer }) => answer))].map((answer) => (
        <path
          key={answer}
          d={outlineOf(
            tiles.filter((tile) => tile.answer === answer),
            1,
            1,
          )}
          strokeWidth="1.25"
          {...paintOf(answer)}
        />
      ))}
      <path d={outlineOf(light!, 6, 8)} fill="var(--ground)" />
      <Texts textAnchor="middle" lang="en" fill="var(--on-accent)" at={codesOf(dark!)} />
      <Texts textAnchor="middle" lang="en" fill="var(--text)" at={codesOf(light!)} />
      {read !== undefined && <ReadFrame x={read.x + 1} y={read.y + 1} width={size.wide - 2} height={size.high - 2} />}
      <Pointed x={0} y={0} width={width} height={height} placeAt={tileAt} place={place} onPlace={onPlace} />
    </svg>
  );
}
