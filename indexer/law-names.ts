import type { Language } from "#domain/languages.ts";
import type { LawFacts } from "#domain/legislation.ts";
import { westernDigits } from "#domain/numerals.ts";
import type { LawVersion } from "./laws.ts";
import { plainWords, type NameWord, type NameWords } from "./name-words.ts";

/** A law that others may cite, with the facts its names are made of. */
export interface NamedLaw {
  law: string;
  version: LawVersion;
  /** Shared by dated versions of one law. */
  versionOf?: string | undefined;
  superseded: boolean;
  facts: Pick<LawFacts, "state" | "title" | "type"> & {
    number?: string | undefined;
    citation?: string | undefined;
    year?: number | undefined;
  };
}

/** A law named in a text, from one character to before another. */
export interface NamedPlace {
  law: NamedLaw;
  start: number;
  end: number;
}

/** What a name is told from other words by: it stands as a title, as a title in quotation marks, or as a number. */
type Kind = "title" | "quoted" | "number";

interface Name {
  kind: Kind;
  text: string;
}

/** What a name says: the law so named, or none where several are. */
interface Named {
  kind: Kind;
  laws: NamedLaw[];
}

/**
 * Words that begin alike share their way; where one ends a name, what it says. Of a name that shares no further word, the rest is
 * kept as it is: a step for each of its words would take three times the memory.
 */
interface Node {
  next?: Map<number, Node>;
  name?: Named;
  rest?: { words: number[]; name: Named };
}

/**
 * The names of one State's laws in one language, and where they stand in a text. The longest name at a place counts. A
 * name shared by versions of one law is the newest one's; shared by different laws, also where one is repealed, it is
 * nobody's: Canada's own links from "Nuclear Security Regulations" still lead to those repealed.
 */
export class LawNames {
  readonly #words: NameWords;
  readonly #root = { next: new Map<number, Node>() };

  /** @param words of the names of all laws in the language */
  constructor(words: NameWords) {
    this.#words = words;
  }

  add(law: NamedLaw): void {
    for (const { kind, text } of namesOf(law, this.#words.language)) {
      const words = this.#words.ofName(text);
      if (words.length >= leastWords(this.#words.language)) nameAt(this.#root, words, kind).laws.push(law);
    }
  }

  in(text: string): NamedPlace[] {
    if (this.#root.next.size === 0) return [];
    const names = this.#namesAmong(this.#words.in(text));
    // Few texts name a law: where their words stand is asked of those alone.
    if (names.length === 0) return [];
    const places = this.#words.placesIn(text);
    return names.flatMap(({ name, first, last }) => {
      const place = { start: places[first]!.start, end: places[last]!.end };
      const law = soleLaw(name.laws);
      return law !== undefined && isName(text, place, name.kind, law, this.#words.language) ? [{ law, ...place }] : [];
    });
  }

  #namesAmong(words: NameWord[]): NameAmongWords[] {
    const found: NameAmongWords[] = [];
    for (let first = 0; first < words.length; first += 1) {
      const longest = this.#longestAt(words, first);
      if (longest === undefined) continue;
      found.push({ ...longest, first });
      first = longest.last;
    }
    return found;
  }

  #longestAt(words: NameWord[], first: number): { name: Named; last: number } | undefined {
    let longest: { name: Named; last: number } | undefined;
    let node = this.#startOf(words[first]!);
    for (let last = first; node !== undefined; node = node.next?.get(words[last]?.number ?? 0)) {
      if (node.name !== undefined) longest = { name: node.name, last };
      if (node.rest?.words.every((word, place) => word === words[last + 1 + place]?.number))
        return { name: node.rest.name, last: last + node.rest.words.length };
      last += 1;
    }
    return longest;
  }

  /** Where names that begin with this word, or with it without its particle, go on. */
  #startOf({ number, bare }: NameWord): Node | undefined {
    const { next } = this.#root;
    return next.get(number) ?? bare.map((each) => next.get(each)).find((node) => node !== undefined);
  }
}

/** A name from one word to another. */
interface NameAmongWords {
  name: Named;
  first: number;
  last: number;
}

/** What the words say from a node on, made where nothing is said yet. */
function nameAt(node: Node, words: number[], kind: Kind): Named {
  if (words.length === 0) return (node.name ??= { kind, laws: [] });
  if (node.next === undefined && node.rest === undefined) {
    node.rest = { words, name: { kind, laws: [] } };
    return node.rest.name;
  }
  if (node.rest !== undefined) {
    const { words: others, name } = node.rest;
    if (others.join(" ") === words.join(" ")) return name;
    const [first, ...further] = others;
    const after: Node = further.length === 0 ? { name } : { rest: { words: further, name } };
    node.next = new Map([[first!, after]]);
    delete node.rest;
  }
  const [first, ...further] = words;
  const next: Node = node.next!.get(first!) ?? {};
  node.next!.set(first!, next);
  return nameAt(next, further, kind);
}

/** Which law a name is: the newest of its versions; where different laws have one name, none. */
function soleLaw(laws: NamedLaw[]): NamedLaw | undefined {
  const newest = [...new Set(laws)].filter(
    (law) => !law.superseded || !laws.some((other) => other !== law && other.versionOf === law.versionOf),
  );
  return newest.length === 1 ? newest[0] : undefined;
}

/** What texts of its State call a law. */
function namesOf({ facts }: NamedLaw, language: Language): Name[] {
  const { title, number, citation, year } = facts;
  const numbers = [citation, number].flatMap((each) => (each === undefined ? [] : numberNames(each, language)));
  if (language === "zh")
    // A title that holds another is not cited in these marks.
    return /[《〈]/u.test(title) ? [] : [{ kind: "title", text: `《${title}》` }];
  return [
    ...titleNames(title, language),
    ...numbers.map((text) => ({ kind: "number" as const, text })),
    // Russian cites by day and number, and numbers begin anew each year.
    ...(language === "ru" && year !== undefined && number !== undefined
      ? [{ kind: "number" as const, text: `${year} ${number}` }]
      : []),
  ];
}

/** One word says too little, but in Chinese the marks around it say that it is a title. */
function leastWords(language: Language): number {
  return language === "zh" ? 1 : 2;
}

/** A title as it is cited: without its article and its notes; only one that says what kind of law it is, so that it is no common phrase. */
function titleNames(title: string, language: Language): Name[] {
  const plain = title.replaceAll(/\(\*\)|\(№[^)]*\)/gu, " ").trim();
  switch (language) {
    case "en": {
      const text = plain.replace(/^the\s+/iu, "");
      return /\b(?:Act|Code|Regulations?|Order|Rules|Ordinance|Proclamation|List)(?:,? \d{4}| \([^()]*\))?$/iu.test(
        text,
      )
        ? [{ kind: "title", text }]
        : [];
    }
    case "fr":
      return /^(?:Loi|Code|Règlement|Décret|Arrêté|Ordonnance|Constitution|Proclamation|Règles|Liste)\s/iu.test(plain)
        ? [{ kind: "title", text: plain }]
        : [];
    case "ru": {
      const quoted = /[«"“](.+)[»"”]/u.exec(plain)?.[1];
      if (quoted !== undefined) return [{ kind: "quoted", text: quoted }];
      return /^(?:\p{L}+\s){0,2}кодекс\s|^Конституция\s/iu.test(plain)
        ? [{ kind: "title", text: plain.replace(/\s+(?:от\s+\d.*|\(.*)$/u, "") }]
        : [];
    }
    case "ar":
      return /^(?:ال)?(?:نظام|لائحة|تنظيم|قواعد|ضوابط|معايير|دليل|سياسة|ترتيبات|قانون)(?:\s|$)/u.test(
        plain.replaceAll(/[\p{M}\u0640]/gu, ""),
      )
        ? [{ kind: "title", text: plain }]
        : [];
    case "es":
    case "zh":
      return [];
  }
}

/** A number as it is cited, where it says enough to be one law's: `SOR/2000-210`, `R.S.C., 1985, c. E-19`, `Ley 19.749`, `[Chapter 9:13]`. */
function numberNames(citation: string, language: Language): string[] {
  const chapter = /\[(Chapter [\d:]+)\]/u.exec(citation)?.[1];
  if (chapter !== undefined) return [chapter];
  const words = plainWords(citation, language);
  const numerals = words.filter((word) => /^\d+$/u.test(word)).length;
  // `A-10.4`, the number of a chapter, is also "à 10,4".
  if (!/^\p{L}/u.test(words[0] ?? "") || numerals === 0 || (words[0]!.length === 1 && words.length < 4)) return [];
  switch (language) {
    case "es": {
      // Laws are numbered in one series; what an office issues, by year and office.
      if (/^(?:decreto ley|ley|decreto legislativo|resolucion legislativa) \d+$/u.test(words.join(" ")))
        return [citation];
      return numerals > 1 && words.length > 3 ? [citation] : [];
    }
    case "ar":
      // Numbers of decrees begin anew each year.
      return words.includes("لسنه") && !genericBodies.test(citation) ? [citation] : [];
    case "en":
    case "fr":
      return numerals > 1 || words.length > 4 ? [citation] : [];
    case "ru":
    case "zh":
      return [];
  }
}

/** Who decided is not said: every ministry has its own number 1 of a year. */
const genericBodies =
  /^(?:قرار وزاري|قرار رقم|قرار (?:رئيس )?مجلس ال?[إا]دارة(?: الهيئة)? رقم|قرار رئيس مجلس إ?ا?دارة الهيئة|قرار الرئيس)/u;

/** Whether the words at a place are a law's name and not a part of another's. */
function isName(
  text: string,
  { start, end }: { start: number; end: number },
  kind: Kind,
  law: NamedLaw,
  language: Language,
): boolean {
  const { facts } = law;
  const before = text.slice(Math.max(0, start - 80), start);
  const after = text.slice(end, end + 160);
  if (/[\p{L}\p{N}][-‑–./:]$/u.test(before) || /^[-‑–./:][\p{L}\p{N}]/u.test(after)) return false;
  if (kind === "number") return isNumber(text.slice(start, end), before, facts, language);
  if (kind === "quoted") return /[«"“]\s*$/u.test(before) && /^\s*[»"”]/u.test(after);
  switch (language) {
    case "en":
      return isEnglishTitle(text.slice(start, end), before, after, facts);
    case "fr":
      return isFrenchTitle(text.slice(start, end), after);
    case "ar":
      return isArabicTitle(text.slice(start, end), after, facts);
    case "zh":
      return isOfItsYear(before, law);
    default:
      return true;
  }
}

/** With the sign that it is a number, the title it is the number of, and no other series named before it. */
function isNumber(number: string, before: string, { title }: NamedLaw["facts"], language: Language): boolean {
  if (language === "ru") return /№|N/u.test(number);
  if (number.startsWith("Act")) return !/\p{Lu}[\p{L}.]*\s$/u.test(before);
  const named = number.startsWith("Chapter") ? /([\p{L}’']+)\)? Act,? [[(]$/u.exec(before)?.[1] : undefined;
  return named === undefined || title.toLowerCase().includes(named.toLowerCase());
}

/** Written with capitals, not the end of a longer title, and not followed by another year or chapter than its own. */
function isEnglishTitle(
  title: string,
  before: string,
  after: string,
  { title: own, year, citation }: NamedLaw["facts"],
): boolean {
  if (!/^\p{Lu}/u.test(title) || !/(?:^|\s)\p{Lu}\S*$/u.test(title.replace(/,? \d{4}$|\s\([^()]*\)?$/u, "")))
    return false;
  if (/\p{Lu}[\p{L}’'-]*\s(?:(?:and|of|for|on|in|to|the|or|with|&)\s){0,2}$/u.test(before) && !startsAnew.test(before))
    return false;
  if (/^\s(?:\p{Lu}[\p{L}-]*\s)*(?:Act|Code|Regulations?|Order|Rules|Amendment)(?!\p{L})/u.test(after)) return false;
  const other =
    /^,?\s*\(?(\d{4})\)?(?!\d)/u.exec(after)?.[1] ??
    /^,?\s+(?:chapter|c\.|being|R\.S)[^.;]{0,60}?\b(1[89]\d\d|20\d\d)\b/u.exec(after)?.[1];
  if (other !== undefined && !own.includes(other) && Number(other) !== year) return false;
  const chapter = /^\s*\[Chapter\s+([\d:]+)/u.exec(after)?.[1];
  return chapter === undefined || citation === undefined || citation.includes(`Chapter ${chapter}]`);
}

/** The word before a title is the end of another one, or opens the sentence. */
const startsAnew =
  /(?:Act|Code|Regulations?|Order|Rules|The|In|Under|Of|See|By|For|To|\d{4}\)?)\s(?:(?:and|or|of|in|to|the)\s){0,2}$/u;

/** Not followed by words that make it another title: `code des douanes de l'Union`, `Loi sur les douanes et l'accise`. */
function isFrenchTitle(title: string, after: string): boolean {
  if (!/^(?:\p{Lu}|code|constitution)/u.test(title)) return false;
  return !/^\s(?:communautaire|européen|de l['’]Union|de Mayotte|applicable à|de la (?:Polynésie|Nouvelle)|du Canada|du Québec|général)/u.test(
    after,
  );
}

/** An earlier law of the same name is told by its date: `1993年2月22日…通过的《…》同时废止`. */
function isOfItsYear(before: string, { law, facts }: NamedLaw): boolean {
  const year = /(\d{4})年[^。；《》]{0,70}(?:通过|公布|发布|批准|颁布|施行)的?$/u.exec(before)?.[1];
  return year === undefined || facts.year === undefined || Number(year) === facts.year || law.includes(`-${year}-`);
}

/** At least three words, or two with nothing after them; and of the year its decree is dated. */
function isArabicTitle(title: string, after: string, { year }: NamedLaw["facts"]): boolean {
  if (title.trim().split(/\s+/u).length < 3 && !/^\s*(?:[\p{P}]|$|(?:و?لائحته|الصادر|المشار|الحالي))/u.test(after))
    return false;
  const hijri = /^\s*[،,]?\s*\(?(?:الصادرة?|المعدلة?|الموافق عليه)[^.؛\n]{0,70}?(?<!\d)(1[34]\d\d)(?!\d)/u.exec(
    westernDigits(after),
  )?.[1];
  return hijri === undefined || year === undefined || Math.abs(Number(hijri) * 0.970224 + 621.5774 - year) < 2.5;
}
