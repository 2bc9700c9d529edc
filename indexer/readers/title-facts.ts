import type { InstrumentType, LawFacts } from "#domain/legislation.ts";
import type { Language } from "#domain/languages.ts";

/**
 * What the lines above a law's text say: its name, and in Russian its kind, number and date (`Приказ … от 8 февраля 2016 года
 * № 39`), which may also stand below the signature. Lines that say when and by whom it was adopted are not part of the name.
 */
export function titleFacts(lines: string[], signature: string[], language: Language | undefined): Partial<LawFacts> {
  const notes = lines.filter((line) => adoption.test(line));
  const title = lines.filter((line) => !adoption.test(line)).join(" ");
  if (title === "") return {};
  if (language !== "ru") return { title };
  const adopted = [title, ...signature, ...notes].map(russianDate).find((date) => date !== undefined);
  const number = [title, ...signature].map(russianNumber).find((found) => found !== undefined);
  return {
    title,
    ...typeOf(title),
    ...(number === undefined ? {} : { number }),
    ...(adopted === undefined ? {} : { adopted, year: Number(adopted.slice(0, 4)) }),
  };
}

/** `№ 442-V ЗРК` → `442-V` */
function russianNumber(text: string): string | undefined {
  return /№\s*([\p{L}\d/-]*\d[\p{L}\d/-]*)/u.exec(text)?.[1];
}

const adoption = /^(?:конституция\s+)?(?:принят|одобрен)(?:а|о|ы)?(?!\p{L})/iu;

const types: [RegExp, InstrumentType][] = [
  [/^конституция/iu, "constitution"],
  [/кодекс/iu, "code"],
  [/^(?:[\p{L}\s]{0,40}\s)?закон(?!\p{L})/iu, "act"],
  [/^указ(?!\p{L})/iu, "decree"],
  [/^(?:приказ|постановление|распоряжение|решение)/iu, "decision"],
  [/правила/iu, "regulation"],
];

function typeOf(title: string): { type?: InstrumentType } {
  const type = types.find(([pattern]) => pattern.test(title))?.[1];
  return type === undefined ? {} : { type };
}

const months = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" ");

/** `от 8 февраля 2016 года` → `2016-02-08`; the first date counts. */
function russianDate(text: string): string | undefined {
  const [, day = "", name = "", year = ""] =
    new RegExp(`(\\d{1,2})\\s+(${months.join("|")})\\s+(\\d{4})`, "iu").exec(text) ?? [];
  const month = months.indexOf(name.toLowerCase()) + 1;
  return month === 0 ? undefined : `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
}
