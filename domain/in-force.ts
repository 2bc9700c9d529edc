import type { LawFacts } from "./legislation.ts";

/** The days between which a law is known to hold: from the first on, no longer on the second. Absent means: not known. */
export interface TimeInForce {
  heldFrom?: string;
  heldUntil?: string;
}

/** The end of a law that nothing ended. */
const stillInForce = "9999-12-31";

/** A law that was never in force had ended before any day that can be asked about. */
const neverInForce: TimeInForce = { heldUntil: "0001-01-01" };

/**
 * When a law held, by the dates its source states: from its entry into force, else from its adoption; until its repeal,
 * and a dated version at the latest until the next one is in force. A date of which only the year or the month is known
 * counts from its first day. A law that is said to have ended, but not when, has no known end.
 * @param version the date of a dated version: its entry into force may be stated for the law it amends, years before
 * @param replacedOn the day from which the next dated version holds
 */
export function timeInForce(
  { status, adopted, inForce, repealed }: Pick<LawFacts, "status" | "adopted" | "inForce" | "repealed">,
  version?: string,
  replacedOn?: string,
): TimeInForce {
  if (status === "draft" || status === "never-in-force" || status === "repealed-before-in-force") return neverInForce;
  if (status === "adopted-not-in-force" && inForce === undefined) return neverInForce;
  const heldFrom = [firstDay(inForce ?? adopted ?? version), version].filter(isKnown).toSorted().at(-1);
  const ends = [firstDay(repealed), replacedOn].filter(isKnown).toSorted();
  const hasEnded = status === "repealed" || status === "superseded";
  const heldUntil = ends[0] ?? (hasEnded ? undefined : stillInForce);
  return { ...(heldFrom !== undefined && { heldFrom }), ...(heldUntil !== undefined && { heldUntil }) };
}

/** `2004` → `2004-01-01`; nothing for what is no day of the calendar. */
function firstDay(date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  const day = `${date}-01-01`.slice(0, 10);
  return isDay(day) ? day : undefined;
}

/** Whether a text is a day of the calendar as 2004-04-28 is. */
export function isDay(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

function isKnown(day: string | undefined): day is string {
  return day !== undefined;
}
