import { languages } from "#domain/languages.ts";
import { westernDigits } from "#domain/numerals.ts";

/** The first whole date in a text of any of the six languages, as ISO 8601: `22 June 2011`, `2011年6月17日`, `17 июня 2011 года`. */
export function firstDate(text: string): string | undefined {
  const plain = westernDigits(text).toLowerCase();
  const chinese = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u.exec(plain);
  if (chinese !== null) return isoDate(chinese[1]!, Number(chinese[2]), chinese[3]!);
  for (const [, day, words, year] of plain.matchAll(
    /(\d{1,2})(?:er)?\s+(?:de\s+)?(\p{L}[\p{L}\p{M}/ ]*?)\s+(?:de\s+)?(\d{4})/gu,
  )) {
    const month = words!
      .split(/[\s/]+/u)
      .map((word) => months.get(word))
      .find((found) => found !== undefined);
    if (month !== undefined) return isoDate(year!, month, day!);
  }
  return undefined;
}

/** The names of the months as they stand in dates, by number. */
const months = new Map(
  languages.flatMap((language) =>
    Array.from({ length: 12 }, (_, month) => {
      const parts = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", timeZone: "UTC" }).formatToParts(
        new Date(Date.UTC(2001, month, 1)),
      );
      return [parts.find(({ type }) => type === "month")!.value.toLowerCase(), month + 1] as const;
    }),
  ),
);

function isoDate(year: string, month: number, day: string): string | undefined {
  const date = `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return Number.isNaN(Date.parse(date)) ? undefined : date;
}
