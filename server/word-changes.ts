import type { Part } from "#domain/changes.ts";
import { commonPlaces } from "./common-places.ts";

/** Texts that differ by more words are shown as replaced whole. */
const mostWords = 1500;

/**
 * How one text became another, word by word, Chinese by character. Removed words stand before those that replaced them;
 * kept and removed parts joined are the earlier text, kept and added ones the later.
 */
export function wordChanges(before: string, after: string): Part[] {
  const [old, late] = [wordsOf(before), wordsOf(after)];
  const common = commonPlaces(old, late, mostWords) ?? [];
  const steps: Step[] = [];
  let [x, y] = [0, 0];
  for (const [nextX, nextY] of [...common, [old.length, late.length] as const]) {
    const removed = old.slice(x, nextX).join("");
    const added = late.slice(y, nextY).join("");
    const kept = old[nextX] ?? "";
    const last = steps.at(-1);
    if (removed === "" && added === "" && last !== undefined) last.kept += kept;
    else steps.push({ removed, added, kept });
    [x, y] = [nextX + 1, nextY + 1];
  }
  return joined(steps).flatMap(({ removed, added, kept }): Part[] => [
    ...(removed === "" ? [] : [{ kind: "removed" as const, text: removed }]),
    ...(added === "" ? [] : [{ kind: "added" as const, text: added }]),
    ...(kept === "" ? [] : [{ kind: "kept" as const, text: kept }]),
  ]);
}

/** Words, Han characters, blanks and marks, which joined are the text. */
export function wordsOf(text: string): string[] {
  return text.match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+|\s+|./gsu) ?? [];
}

/** A change, and what is kept after it. */
interface Step {
  removed: string;
  added: string;
  kept: string;
}

/** Two changes with no more than a blank, a mark or one character between them read as one. */
function joined(steps: Step[]): Step[] {
  const result: Step[] = [];
  for (const step of steps) {
    const last = result.at(-1);
    const isChange = last !== undefined && last.removed + last.added !== "" && step.removed + step.added !== "";
    if (isChange && isSlight(last.kept)) {
      last.removed += last.kept + step.removed;
      last.added += last.kept + step.added;
      last.kept = step.kept;
    } else result.push({ ...step });
  }
  return result;
}

function isSlight(kept: string): boolean {
  return !kept.includes("\n") && /^[^\p{L}\p{N}]*\p{Script=Han}?[^\p{L}\p{N}]*$/u.test(kept);
}
