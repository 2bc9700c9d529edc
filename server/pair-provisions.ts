import { commonPlaces } from "./common-places.ts";
import { wordsOf } from "./word-changes.ts";

interface Paired<Provision> {
  before?: Provision;
  after?: Provision;
}

interface Worded {
  anchor: string;
  heading?: string | undefined;
  text: string;
}

/**
 * Finds for each provision of one version of a law the one that stands for it in the other, in the order of the text:
 * those with the same words first; between these, those most alike, a shared number counting for likeness, because
 * an article put in moves the numbers of all that follow. What stands for nothing stands alone.
 */
export function pairProvisions<Provision extends Worded>(before: Provision[], after: Provision[]): Paired<Provision>[] {
  const common = commonPlaces(before.map(textOf), after.map(textOf), mostMoved) ?? [];
  const pairs: Paired<Provision>[] = [];
  let [x, y] = [0, 0];
  for (const [nextX, nextY] of [...common, [before.length, after.length] as const]) {
    pairs.push(...pairGap(before.slice(x, nextX), after.slice(y, nextY)));
    if (nextX < before.length) pairs.push({ before: before[nextX]!, after: after[nextY]! });
    [x, y] = [nextX + 1, nextY + 1];
  }
  return pairs;
}

/** Provisions that differ beyond which versions are not compared word by word but number by number. */
const mostMoved = 4000;

/** Likenesses looked at in one gap; larger gaps are paired by number alone. */
const mostLikenesses = 40_000;

/** From so much of their words on, two provisions are taken for one; with the same number, from half of it. */
const alike = 0.4;

/** Provisions without words, as the register has them, are told apart by their numbers. */
function textOf({ anchor, heading = "", text }: Worded): string {
  return `${heading}${text}` === "" ? anchor : `${heading}\n${text}`;
}

/** The pairing in order whose likenesses add up to most. */
function pairGap<Provision extends Worded>(before: Provision[], after: Provision[]): Paired<Provision>[] {
  const isLarge = before.length * after.length > mostLikenesses;
  const pairsBefore = isLarge ? [] : before.map(neighboursOf);
  const pairsAfter = isLarge ? [] : after.map(neighboursOf);
  const likeness = (x: number, y: number): number => {
    const sameNumber = before[x]!.anchor === after[y]!.anchor;
    if (isLarge) return sameNumber ? 1 : 0;
    const shared = sharedPart(pairsBefore[x]!, pairsAfter[y]!);
    return shared >= (sameNumber ? alike / 2 : alike) ? shared + (sameNumber ? 0.1 : 0) : 0;
  };
  // best[x][y]: the most that the provisions from x and y on can add up to.
  const best = Array.from({ length: before.length + 1 }, () => new Float64Array(after.length + 1));
  const likenesses = before.map((_, x) => Float64Array.from(after, (__, y) => likeness(x, y)));
  for (let x = before.length - 1; x >= 0; x--)
    for (let y = after.length - 1; y >= 0; y--) {
      const alikeness = likenesses[x]![y]!;
      const together = alikeness > 0 ? alikeness + best[x + 1]![y + 1]! : 0;
      best[x]![y] = Math.max(together, best[x + 1]![y]!, best[x]![y + 1]!);
    }
  const pairs: Paired<Provision>[] = [];
  let [x, y] = [0, 0];
  while (x < before.length || y < after.length) {
    const isBoth = x < before.length && y < after.length && likenesses[x]![y]! > 0;
    if (isBoth && best[x]![y] === likenesses[x]![y]! + best[x + 1]![y + 1]!)
      pairs.push({ before: before[x++]!, after: after[y++]! });
    else if (x < before.length && (y === after.length || best[x]![y] === best[x + 1]![y]!))
      pairs.push({ before: before[x++]! });
    else pairs.push({ after: after[y++]! });
  }
  return pairs;
}

/** How often each word stands beside each other one: texts of law share most words, but not their neighbours. */
function neighboursOf(provision: Worded): Map<string, number> {
  const words = wordsOf(textOf(provision).toLowerCase()).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const counts = new Map<string, number>();
  for (const [place, word] of words.entries()) {
    const neighbours = `${word} ${words[place + 1] ?? ""}`;
    counts.set(neighbours, (counts.get(neighbours) ?? 0) + 1);
  }
  return counts;
}

/** Twice what two texts share, of all that both have: 0 to 1 (Dice). */
function sharedPart(a: Map<string, number>, b: Map<string, number>): number {
  const size = (counts: Map<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  let shared = 0;
  for (const [key, count] of a) shared += Math.min(count, b.get(key) ?? 0);
  const all = size(a) + size(b);
  return all === 0 ? 0 : (2 * shared) / all;
}
