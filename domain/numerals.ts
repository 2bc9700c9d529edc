/** A number that begins a text: fit for an anchor (`22`, `23-bis`, `unico`), and how many characters of the text write it. */
export interface LeadingNumber {
  number: string;
  length: number;
}

/** `一百二十五` → 125, `二〇二四` → 2024, `１２` → 12; undefined when the text is anything else. */
export function chineseNumber(text: string): number | undefined {
  const digits = text.normalize("NFKC");
  if (/^\d+$/u.test(digits)) return Number(digits);
  if (!/^[〇零一二三四五六七八九十百千两兩]+$/u.test(text)) return undefined;
  if (!/[十百千]/u.test(text)) return Number([...text].map(chineseDigit).join(""));
  let total = 0;
  let digit = 0;
  for (const character of text) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[character];
    if (unit === undefined) {
      digit = chineseDigit(character);
    } else {
      total += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    }
  }
  return total + digit;
}

function chineseDigit(character: string): number {
  return /[两兩]/u.test(character) ? 2 : "〇一二三四五六七八九零".indexOf(character) % 10;
}

/**
 * The number after the word المادة: in words (`الثانية والعشرون بعد المائة`), in digits (`(١٢)`, `رقم 39`, `: ٤`), or in words
 * with the digits repeated (`الأولى (١)`). `مكرر`, put in later under the same number, becomes `-bis`.
 */
export function arabicArticleNumber(text: string): LeadingNumber | undefined {
  const found = arabicDigits(text) ?? arabicOrdinal(text);
  if (found === undefined) return undefined;
  const rest = text.slice(found.length);
  const bis = /^[\s)]*\(?\s*مكرر(?:ا|اً|ًا)?(?![\p{L}\p{M}])(?:\s*\(?([\d٠-٩]+)\)?)?\s*\)?/u.exec(rest);
  if (bis !== null) {
    const second = bis[1] === undefined ? "" : `-${westernDigits(bis[1])}`;
    return { number: `${found.number}-bis${second}`, length: found.length + bis[0].length };
  }
  return { number: found.number, length: found.length + (/^\s*\([\d٠-٩]+\)/u.exec(rest)?.[0].length ?? 0) };
}

function arabicDigits(text: string): LeadingNumber | undefined {
  const digits = /^[\s:]*(?:رقم)?[\s:]*\(?\s*([\d٠-٩۰-۹]+)(?![\d٠-٩۰-۹/])(?:\s*\))?/u.exec(text);
  return digits === null
    ? undefined
    : { number: String(Number(westernDigits(digits[1] ?? ""))), length: digits[0].length };
}

/** `١٢` → `12`; other characters stay. */
export function westernDigits(text: string): string {
  return text
    .replaceAll(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replaceAll(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) - 0x06f0));
}

/**
 * An Arabic ordinal in words that begins a text, up to 999: `الثانية والعشرون` → 22, `السابعة عشرة` → 17, `أولاً` → 1,
 * `الثامنة والأربعون بعد المائتين` → 248. Gender, case, vowel signs, hamza, ة or ه, tatweel, a missing و and the
 * spelling of مائة make no difference.
 */
export function arabicOrdinal(text: string): LeadingNumber | undefined {
  let unit = 0;
  let ten = 0;
  let hundred = 0;
  let isAfter = false; // بعد was read, and a hundred must follow.
  let length = 0;
  let end = 0;
  for (const match of text.matchAll(/[\p{L}\p{M}\u0640\u200B-\u200F\u202A-\u202E]+/gu)) {
    if (text.slice(end, match.index).trim() !== "") break;
    end = match.index + match[0].length;
    const word = plainArabic(match[0]);
    if (word === "" || (word === "و" && length > 0)) continue;
    if (word === "بعد" && length > 0) {
      isAfter = true;
      continue;
    }
    const value = [word, word.replace(/^و/u, ""), word.replace(/^و?ال/u, "")]
      .map((form) => arabicNumbers.get(form))
      .find((known) => known !== undefined);
    if (value === undefined || (value < 100 && isAfter)) break;
    if (value === 10 && unit > 0 && unit < 10 && ten === 0) ten = 10;
    else if (value <= 10 && unit === 0 && ten === 0) unit = value;
    else if (value >= 20 && value < 100 && ten === 0 && unit < 10) ten = value;
    else if (value >= 100 && hundred === 0 && (isAfter || length === 0)) hundred = value;
    else break;
    isAfter = false;
    length = end;
  }
  return length === 0 ? undefined : { number: String(unit + ten + hundred), length };
}

/** One spelling for many: no vowel signs, tatweel or direction marks, bare alif, final ي and ه. */
function plainArabic(word: string): string {
  return word
    .normalize("NFKC")
    .replaceAll(/[\p{M}\u0640\u200B-\u200F\u202A-\u202E]/gu, "")
    .replaceAll(/[أإآٱ]/gu, "ا")
    .replaceAll(/[ىئ]/gu, "ي")
    .replaceAll("ة", "ه");
}

/** Number words in the spelling of `plainArabic`, without the article. */
const arabicNumbers = new Map<string, number>([
  ...["اول", "اولي", "اولا", "حادي", "حاديه", "واحد", "واحده", "احدي"].map((word) => [word, 1] as const),
  ...["ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"].flatMap((stem, index) =>
    [stem, `${stem}ه`, `${stem}ا`].map((word) => [word, index + 2] as const),
  ),
  ["عشر", 10],
  ["عشره", 10],
  ...["عشر", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع"].flatMap((stem, index) =>
    [`${stem}ون`, `${stem}ين`].map((word) => [word, (index + 2) * 10] as const),
  ),
  ...["مايه", "ميه"].map((word) => [word, 100] as const),
  ...["مايتان", "مايتين", "ميتان", "ميتين"].map((word) => [word, 200] as const),
  ...["ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع"].flatMap((stem, index) =>
    [`${stem}مايه`, `${stem}ميه`].map((word) => [word, (index + 3) * 100] as const),
  ),
  ["ثمانيمايه", 800],
  ["ثمانيميه", 800],
]);

/** A Spanish ordinal that begins a text, up to 99: `Primero` → 1, `décima segunda` → 12, `vigésimoprimera` → 21, `Único` → `unico`. */
export function spanishOrdinal(text: string): LeadingNumber | undefined {
  const words = /^\p{L}+(?:\s+\p{L}+)?/u.exec(text)?.[0];
  if (words === undefined) return undefined;
  return [words, words.replace(/\s.*/u, "")].flatMap((form) => {
    const number = spanishOrdinals.get(
      plainLatin(form)
        .replaceAll(/\s/gu, "")
        .replace(/(?<=.)as?$/u, "o"),
    );
    return number === undefined ? [] : [{ number, length: form.length }];
  })[0];
}

const spanishUnits = ["primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "septimo", "octavo", "noveno"];

const spanishOrdinals = new Map<string, string>([
  ...spanishUnits.map((word, index) => [word, String(index + 1)] as const),
  ...["decimo", "vigesimo", "trigesimo", "cuadragesimo", "quincuagesimo", "sexagesimo", "septuagesimo"].flatMap(
    (ten, index) => [
      [ten, String((index + 1) * 10)] as const,
      ...[...spanishUnits, "setimo"].flatMap((unit, place) => {
        const number = String((index + 1) * 10 + (unit === "setimo" ? 7 : place + 1));
        // `décima segunda` is joined to `decimasegundo` before it is looked up.
        return [`${ten}${unit}`, `${ten.replace(/o$/u, "a")}${unit}`].map((word) => [word, number] as const);
      }),
    ],
  ),
  ["primer", "1"],
  ["tercer", "3"],
  ["setimo", "7"],
  ["nono", "9"],
  ["undecimo", "11"],
  ["duodecimo", "12"],
  ["unico", "unico"],
]);

/** A French article number in words: `1er` and `premier` → 1, `unique` → `unique`. */
export function frenchOrdinal(text: string): LeadingNumber | undefined {
  const word = /^(?:1er|1ère|\p{L}+)(?![\p{L}\d])/u.exec(text)?.[0] ?? "";
  const number = { "1er": "1", "1ere": "1", premier: "1", premiere: "1", unique: "unique" }[plainLatin(word)];
  return number === undefined ? undefined : { number, length: word.length };
}

function plainLatin(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
