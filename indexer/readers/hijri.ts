import { westernDigits } from "#domain/numerals.ts";

/**
 * The Gregorian year of a Hijri date as Saudi sources write it, the year first or last: `1439/07/25 هـ`, `٢٨/ ٠٤/ ١٤٢٨ هـ`.
 * Undefined when the text has no such date.
 */
export function gregorianYear(hijri: string): number | undefined {
  const date = westernDigits(hijri);
  const [, year, month, day] = /(1[34]\d\d)\s*\/\s*(\d{1,2})\s*\/\s*(\d{1,2})/u.exec(date) ?? [];
  if (year !== undefined) return yearOf(Number(year), Number(month), Number(day));
  const [, first, second, last] = /(\d{1,2})\s*\/\s*(\d{1,2})\s*\/\s*(1[34]\d\d)/u.exec(date) ?? [];
  return last === undefined ? undefined : yearOf(Number(last), Number(second), Number(first));
}

/** Counts the days of the mean lunar year from the first of Muharram 1 AH and lets the Umm al-Qura calendar correct the few days' error. */
function yearOf(year: number, month: number, day: number): number | undefined {
  const epoch = Date.UTC(622, 6, 19);
  const estimate = epoch + ((year - 1) * 354.367 + (month - 1) * 29.53 + (day - 1)) * dayLength;
  const wanted = `${year}-${month}-${day}`;
  for (let shift = -5; shift <= 5; shift += 1) {
    const date = new Date(estimate + shift * dayLength);
    const parts = new Map(ummAlQura.formatToParts(date).map((part) => [part.type, part.value]));
    if (`${parts.get("year")}-${parts.get("month")}-${parts.get("day")}` === wanted) return date.getUTCFullYear();
  }
  return undefined;
}

const dayLength = 86_400_000;

const ummAlQura = new Intl.DateTimeFormat("en-u-ca-islamic-umalqura-nu-latn", {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  timeZone: "UTC",
});
