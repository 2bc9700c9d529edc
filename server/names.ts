import type { Language } from "#domain/languages.ts";
import type { Obligation } from "#domain/obligations.ts";
import type { State } from "#domain/states.ts";
import type { Concept } from "#domain/thesaurus.ts";
import { obligations } from "#data/obligations.ts";
import { states } from "#data/states.ts";
import { concepts } from "#data/thesaurus.ts";

/** States whose name, in this language or in English, has a word that begins so, or that these words name; by name. */
export function statesNamed(typed: string, language: Language): State[] {
  const begun = folded(typed);
  const byName = new Intl.Collator(language);
  return [...states.values()]
    .filter(
      ({ names, iso3 }) =>
        iso3.toLowerCase() === begun ||
        [names[language], names.en].some((name) => beginsAWord(name, begun) || isNamedIn(begun, name)),
    )
    .toSorted((a, b) => byName.compare(a.names[language], b.names[language]));
}

/** Obligations whose label has a word that begins so, or whose code begins so, in the order of the resolution. */
export function obligationsNamed(typed: string, language: Language): Obligation[] {
  const begun = folded(typed);
  return [...obligations.values()].filter(
    ({ labels, code }) => beginsAWord(labels[language], begun) || folded(code).startsWith(begun),
  );
}

/** Concepts one of whose terms, in any language, has a word that begins so, those so called in this language first. */
export function conceptsNamed(typed: string, language: Language): Concept[] {
  const begun = folded(typed);
  const isSoCalled = ({ labels }: Concept) => beginsAWord(labels[language], begun);
  return [...concepts.values()]
    .filter(({ terms }) => Object.values(terms).some((some) => some.some((term) => beginsAWord(term, begun))))
    .toSorted((a, b) => Number(isSoCalled(b)) - Number(isSoCalled(a)));
}

/** Without case, accents and marks. */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function beginsAWord(name: string, begun: string): boolean {
  const whole = folded(name);
  return (
    begun !== "" &&
    (whole.startsWith(begun) || whole.includes(` ${begun}`) || (/\p{Script=Han}/u.test(begun) && whole.includes(begun)))
  );
}

/** True when the name stands whole among the words: "export control in Kenya". */
function isNamedIn(words: string, name: string): boolean {
  const whole = folded(name);
  return /\p{Script=Han}/u.test(whole) ? words.includes(whole) : ` ${words} `.includes(` ${whole} `);
}
