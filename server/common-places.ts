/**
 * The longest series of things that two lists have in common, in order: pairs of places, the first in `before`, the
 * second in `after`. Myers' algorithm ("An O(ND) difference algorithm and its variations", 1986).
 * @param most the number of additions and removals at which it gives up, because time and memory grow with its square
 * @returns undefined where the lists differ by more
 */
export function commonPlaces(
  before: readonly string[],
  after: readonly string[],
  most: number,
): [number, number][] | undefined {
  const edges = Math.min(most, before.length + after.length);
  // How far into `before` each diagonal is reached; diagonal k holds the places (x, x - k), at index k + edges + 1.
  const reached = new Int32Array(2 * edges + 3);
  const history: Int32Array[] = [];
  for (let edits = 0; edits <= edges; edits++) {
    history.push(reached.slice(edges - edits, edges + edits + 3));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const at = diagonal + edges + 1;
      const isDown = diagonal === -edits || (diagonal !== edits && reached[at - 1]! < reached[at + 1]!);
      let x = isDown ? reached[at + 1]! : reached[at - 1]! + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x++;
      reached[at] = x;
      if (x >= before.length && x - diagonal >= after.length) return pathBack(history, before.length, after.length);
    }
  }
  return undefined;
}

/** Walks from the ends of both lists to their beginnings, collecting what is common on the way. */
function pathBack(history: Int32Array[], beforeLength: number, afterLength: number): [number, number][] {
  const common: [number, number][] = [];
  let x = beforeLength;
  let y = afterLength;
  for (let edits = history.length - 1; edits >= 0; edits--) {
    const reached = history[edits]!;
    const at = x - y + edits + 1;
    const isDown = x - y === -edits || (x - y !== edits && reached[at - 1]! < reached[at + 1]!);
    const diagonal = isDown ? x - y + 1 : x - y - 1;
    const startX = edits === 0 ? 0 : reached[diagonal + edits + 1]!;
    const startY = edits === 0 ? 0 : startX - diagonal;
    while (x > startX && y > startY) common.push([--x, --y]);
    x = startX;
    y = startY;
  }
  return common.toReversed();
}
