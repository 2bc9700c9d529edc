import type { Language } from "#domain/languages.ts";

/** Words in the order of a dictionary of the language: Arabic without the article, Chinese by sound. */
export function inOrder(language: Language): (a: string, b: string) => number {
  const collator = collators[language];
  return (a, b) => collator.compare(withoutArticle(a, language), withoutArticle(b, language));
}

/** The letter a dictionary has a word under: `é` → `E`, `المراقبة` → `م`, `核` → `H`; `#` where there is none. */
export function initialOf(word: string, language: Language): string {
  const first = [...withoutArticle(word, language).normalize("NFD")].find((character) =>
    /[\p{L}\p{N}]/u.test(character),
  );
  if (first === undefined || /\p{N}/u.test(first)) return "#";
  if (!/\p{Script=Han}/u.test(first)) return alike[first] ?? first.toLocaleUpperCase(language);
  const place = firstOfLetter.findLastIndex((boundary) => collators.zh.compare(boundary, first) <= 0);
  return letters[place] ?? "#";
}

const collators: Record<Language, Intl.Collator> = {
  ar: new Intl.Collator("ar"),
  zh: new Intl.Collator("zh-CN-u-co-pinyin"),
  en: new Intl.Collator("en"),
  fr: new Intl.Collator("fr"),
  ru: new Intl.Collator("ru"),
  es: new Intl.Collator("es"),
};

function withoutArticle(word: string, language: Language): string {
  return language === "ar" ? word.replace(/^ال/u, "") : word;
}

/** Forms of alif are one letter in a dictionary. */
const alike: Record<string, string> = { أ: "ا", إ: "ا", آ: "ا", ٱ: "ا" };

/** The letters that begin a syllable of Chinese, and the first character of each in the order by sound. */
const letters = [..."ABCDEFGHJKLMNOPQRSTWXYZ"];
const firstOfLetter = [..."阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀"];
