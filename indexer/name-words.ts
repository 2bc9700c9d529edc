import type { Language } from "#domain/languages.ts";
import { westernDigits } from "#domain/numerals.ts";
import { KnownRuns, type RunPattern } from "./known-runs.ts";

/** A word of a text, as names of laws are looked for by it. */
export interface NameWord {
  /** Of the word in the names; 0 where none has it. */
  number: number;
  /** The same without the particle written at its head, where names have it so: `لنظام` as `نظام`. */
  bare: number[];
  /** Where it stands in its run. */
  start: number;
  end: number;
}

/** The words of the names of laws in one language, each by its number, and where they stand in texts. */
export class NameWords {
  readonly language: Language;
  readonly #numbers = new Map<string, number>();
  readonly #decree: number;
  readonly #runs: KnownRuns<NameWord[]>;

  constructor(language: Language) {
    this.language = language;
    this.#decree = this.#numberOf("مرسوم");
    this.#runs = new KnownRuns(runs[language], (run) => this.#wordsOf(run));
  }

  /** The words of a name by their numbers. Names must be known before texts are read. */
  ofName(name: string): number[] {
    return plainWords(name, this.language).map((word) => this.#numberOf(word));
  }

  in(text: string): NameWord[] {
    const words: NameWord[] = [];
    let previous = 0;
    for (const run of this.#runs.in(text))
      for (const word of run) {
        // A decree-law is no law.
        words.push(previous === this.#decree && word.bare.length > 0 ? { ...word, bare: none } : word);
        previous = word.number;
      }
    return words;
  }

  /** Where the same words of a text stand. */
  placesIn(text: string): { start: number; end: number }[] {
    const starts: number[] = [];
    return this.#runs
      .in(text, starts)
      .flatMap((run, place) =>
        run.map(({ start, end }) => ({ start: starts[place]! + start, end: starts[place]! + end })),
      );
  }

  #numberOf(word: string): number {
    const number = this.#numbers.get(word) ?? this.#numbers.size + 1;
    this.#numbers.set(word, number);
    return number;
  }

  #wordsOf(run: string): NameWord[] {
    const words: NameWord[] = [];
    let end = 0;
    for (const written of run.match(patterns[this.language]) ?? []) {
      const start = run.indexOf(written, end);
      end = start + written.length;
      const word = this.#wordOf(written, start);
      if (word !== undefined) words.push(word);
    }
    return words;
  }

  /** Nothing where it is left out of names. */
  #wordOf(written: string, start: number): NameWord | undefined {
    const plain = plainWord(written, this.language);
    if (plain === "") return undefined;
    const number = this.#numbers.get(plain) ?? 0;
    const bare = withoutParticle(plain, this.language).flatMap((word) => this.#numbers.get(word) ?? []);
    return { number, bare: bare.length === 0 ? none : bare, start, end: start + written.length };
  }
}

/** One for all: of most words there is nothing to say. */
const none: number[] = [];

/** The words of a text as names are compared by them: without case, accents, articles, endings and signs for "number". */
export function plainWords(text: string, language: Language): string[] {
  return (text.match(patterns[language]) ?? []).map((written) => plainWord(written, language)).filter(Boolean);
}

function plainWord(written: string, language: Language): string {
  return plainIn[language](written.normalize("NFKC").toLowerCase());
}

const letters = /[\p{L}\p{M}\p{N}]+/gu;
const patterns: Record<Language, RegExp> = {
  ar: /[\p{L}\p{M}\u0640]+|\p{N}+/gu,
  // Chinese has no blanks between words, and sets off a title with marks of its own.
  zh: /《[^《》]{2,80}》/gu,
  en: letters,
  fr: letters,
  ru: letters,
  // 19.749 is one number.
  es: /\d{1,3}(?:\.\d{3})+(?!\d)|[\p{L}\p{M}\p{N}]+/gu,
};

/** Runs that hold the words whole: no pattern matches across what stands between two of them. A Chinese text is one. */
const words: RunPattern = { letter: /[\p{L}\p{M}\p{N}\uD800-\uDFFF]/u };
const runs: Record<Language, RunPattern> = {
  ar: words,
  zh: { ...words, apart: /[^]/u },
  en: words,
  fr: words,
  ru: words,
  es: { ...words, inner: /\./u },
};

const plainIn: Record<Language, (word: string) => string> = {
  ar: (word) => {
    const plain = westernDigits(word)
      .replaceAll(/[\p{M}\u0640]/gu, "")
      .replaceAll(/[أإآٱ]/gu, "ا")
      .replaceAll("ى", "ي")
      .replaceAll("ة", "ه")
      .replace(/^(?:[وف]?[بك]?ال|[وف]?لل)(?=\p{L}{2})/u, "");
    // Years are marked "m" for Gregorian; the number may be announced or not, and its year be a لسنة or a لعام.
    return plain === "رقم" || plain === "م" ? "" : plain === "لعام" ? "لسنه" : plain;
  },
  zh: (title) => title.replaceAll(/[\s《》]/gu, "").replace(/^中华人民共和国(?=.{2})/u, ""),
  en: (word) => (word === "no" ? "" : withoutAccents(word)),
  fr: (word) => (word === "no" || word === "n" ? "" : withoutAccents(word)),
  // Endings tell cases, which a name has in its sentence and not in the list.
  ru: (word) =>
    word === "года" || word === "г"
      ? ""
      : word
          .replaceAll("ё", "е")
          .replace(
            /(?<=\p{L}{3})(?:ого|его|ому|ему|ыми|ими|ами|ями|иями|ией|иям|иях|ой|ей|ый|ий|ым|им|ом|ем|ах|ях|ую|юю|ая|яя|ое|ее|ых|их|ам|ям|ия|ии|ию|ие|а|я|о|е|у|ю|ы|и|ь)$/u,
            "",
          ),
  es: (word) => {
    const plain = withoutAccents(word).replaceAll(/(?<=\d)\.(?=\d)/gu, "");
    if (/^(?:n|no|nº|nro|num|numero)$/u.test(plain)) return "";
    return plain.replace(/^(ley|decreto|legislativo)(?:e?s)$/u, "$1");
  },
};

function withoutAccents(word: string): string {
  return word.normalize("NFD").replaceAll(/\p{M}/gu, "");
}

/** An Arabic word without the particle written at its head. */
function withoutParticle(word: string, language: Language): string[] {
  if (language !== "ar" || !/^[وفبلك]\p{L}{3}/u.test(word)) return [];
  return [word.slice(1), ...(/^[وف][بلك]/u.test(word) ? [word.slice(2)] : [])];
}
