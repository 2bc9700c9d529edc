import { westernDigits } from "./numerals.ts";

/**
 * The resolutions of the Security Council a text cites, as symbols without their year (`S/RES/1373`), in the order of
 * their first mention: `S/RES/1267`, `resolution 1540 (2004)`, `第1540(2004)号`, `резолюция 1373 (2001)`,
 * `القرار 1540 (2004)`, `resoluciones 1267 (1999) y 1989 (2011)`. A number without its year counts only where the Council
 * is named beside it; a year in which the Council had not come to that number, or was past it, is another body's.
 */
export function resolutionsIn(text: string): string[] {
  if (!/RES\/|r[eé]solu[ct]|UNSCR|резолюц|قرار|安全理事会|安理会|第\s*[\d０-９]+\s*[(（]/iu.test(text)) return [];
  const plain = westernDigits(
    text.normalize("NFKC").replaceAll(/[\u200B-\u200F\u202A-\u202E\u0640\u064B-\u0652]/gu, ""),
  );
  const numbers = [...bySymbol(plain), ...byWord(plain), ...inChinese(plain)];
  return [...new Set(numbers.toSorted((a, b) => a.place - b.place).map(({ number }) => `S/RES/${number}`))];
}

interface Mention {
  number: number;
  place: number;
}

/** The Council's own symbol; further numbers may follow it without one: `S/RES/1267, 1988 y 1989`. */
function bySymbol(text: string): Mention[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}/])S\/RES\/(?=\d)/giu)].flatMap(({ index, 0: mark }) =>
    numbersFrom(text, index + mark.length, true),
  );
}

const council =
  /security\s+council|conseil\s+de\s+s[ée]curit[ée]|consejo\s+de\s+seguridad|UNSC|\bCSNU\b|\bCSONU\b|совет\p{L}*\s+безопасности|СБ\s+ООН|مجلس\s+ال[أا]من(?!\p{L})|安全理事会|安理会/iu;
const assembly =
  /general\s+assembly|assembl[ée]e\s+(?:g[ée]n[ée]rale|parlementaire)|asamblea\s+general|parliamentary\s+assembly|генеральн\p{L}*\s+ассамбле|الجمعية\s+العامة|大会/iu;

/** How far from its number the body is named. */
const beside = 80;

/** `resolution`, in whatever form, then perhaps words that say whose, then numbers. */
function byWord(text: string): Mention[] {
  const word =
    /(?<!\p{L})(?:r[eé]solutions?|resoluci(?:[oó]n|ones)|UNSCRs?|резолюци\p{L}*|(?:[وف]?[بلك]?ال|[وفبلك]|لل)?قرار(?:ات|ين|ي|ان)?(?:ه|ها)?)(?!\p{L})/giu;
  return [...text.matchAll(word)].flatMap(({ index, 0: mark }) => {
    const start = index + mark.length;
    const gap = /^[^\d.;:\n]{0,90}(?:N(?:o|º|°)?\.\s*)?(?=\d)/iu.exec(text.slice(start, start + 110))?.[0];
    if (gap === undefined) return [];
    const before = text.slice(Math.max(0, index - beside), start);
    const numbers = start + gap.replace(/\($/u, "").length;
    const after = text.slice(start, numbers + beside);
    const isCouncils = council.test(before) || council.test(after) || /^UNSCR/iu.test(mark);
    if (!isCouncils && (assembly.test(before) || assembly.test(after))) return [];
    // Without its year, nothing but the name of the body may stand between the word and the number.
    const isBare = onlyTheBody.test(gap.replace(council, " "));
    return numbersFrom(text, numbers, isCouncils && isBare);
  });
}

/** The rest of the body's name, in words that name nothing else, and the sign for a number. */
const onlyTheBody =
  /^(?:[\s'’(]|N(?:o|º|°)?\.?(?!\p{L})|№|رقم|(?:of|the|United|Nations|UN|du|de|des|l|la|las|del|Organisation|Nations|Unies|ONU|Organización|Naciones|Unidas|Организации|Объединенных|Объединённых|Наций|ООН|التابع|الدولي|للأمم|الأمم|المتحدة)(?!\p{L}))*$/iu;

/** `第1540(2004)号`, or `安理会第1540号决议`. */
function inChinese(text: string): Mention[] {
  return [...text.matchAll(/第\s*(\d{1,4})\s*(?:\(\s*(\d{4})\s*\)\s*号|号\s*决议)/gu)].flatMap(
    ({ index, 1: number, 2: year }) => {
      const around = text.slice(Math.max(0, index - 20), index + 30);
      const isCited =
        year === undefined ? council.test(around) : isOfYear(Number(number), Number(year)) && !assembly.test(around);
      return isCited ? [{ number: Number(number), place: index }] : [];
    },
  );
}

/** Numbers one behind the other from a place on, with their years on either side; a bare one only where those are taken. */
function numbersFrom(text: string, from: number, takesBare: boolean): Mention[] {
  const found: Mention[] = [];
  const one =
    /(?:\(\s*(?<before>(?:19|20)\d\d)\s*\)\s*(?<second>\d{1,4})|(?<first>\d{1,4})(?:\s*\(\s*(?<after>(?:19|20)\d\d)\s*\)|\s+(?:of|de|du|от|لسنة|لعام)\s+(?<later>(?:19|20)\d\d))?)(?![\d/\p{L}]|-\d|[.,]\d)/uy;
  const between = /[^\d.;:\n()]{0,60}?(?:S\/RES\/)?(?=\(?\d)/iuy;
  for (let place = from; ;) {
    one.lastIndex = place;
    const match = one.exec(text);
    if (match === null) return found;
    const { before, second, first, after, later } = match.groups!;
    const number = Number(second ?? first);
    const year = before ?? after ?? later;
    if (year === undefined ? takesBare && number > 0 && number <= mostNumber : isOfYear(number, Number(year)))
      found.push({ number, place });
    else if (year === undefined) return found;
    between.lastIndex = place + match[0].length;
    const gap = between.exec(text);
    if (gap === null) return found;
    // A bare number is one of a row only behind a comma, an "and" or a symbol.
    takesBare &&= /^\s*(?:,|،|、|and|or|y|o|et|ou|и|или|و|أو)?\s*(?:and|y|et|и|و)?\s*(?:S\/RES\/)?$/iu.test(gap[0]);
    place = between.lastIndex;
  }
}

/** Numbers and years that differ by few from the table are taken: it serves to tell bodies apart. */
const tolerance = 3;
const firstYear = 1946;
const mostNumber = 3999;

function isOfYear(number: number, year: number): boolean {
  const before = lastOfYear[year - firstYear - 1] ?? (year > firstYear ? lastOfYear.at(-1)! : 0);
  const last = lastOfYear[year - firstYear] ?? mostNumber;
  return year >= firstYear && number > before - tolerance && number <= last + tolerance;
}

/** The number of the Council's last resolution of each year from 1946 to 2024, as its yearly collections count them. */
const lastOfYear = [
  15, 37, 66, 78, 89, 96, 98, 103, 104, 110, 121, 126, 131, 132, 160, 169, 171, 185, 199, 219, 232, 244, 262, 275, 291,
  307, 324, 344, 366, 384, 402, 422, 443, 461, 484, 499, 528, 545, 559, 580, 593, 606, 626, 646, 683, 725, 799, 892,
  969, 1035, 1092, 1146, 1219, 1284, 1334, 1386, 1452, 1521, 1580, 1651, 1738, 1794, 1859, 1907, 1966, 2032, 2085, 2132,
  2195, 2259, 2336, 2397, 2451, 2503, 2560, 2617, 2671, 2721, 2767,
];
