import { arabicArticleNumber, chineseNumber } from "#domain/numerals.ts";
import type { NamedLaw, NamedPlace } from "./law-names.ts";

/** A number of a provision, with its paragraphs: `7(1)`, `L. 1333-9`, `226.1`; several of them; and what may stand between them and the law they are of. */
const one = String.raw`(?:[LRD]\.?\s?\*?\s?)?\d+(?:[.‑-]\d+)*(?:[a-z](?!\p{L}))?[°º]?(?:\s?\([\p{L}\p{N}.]{1,5}\))*`;
const several = String.raw`${one}(?:\s*(?:,|,?\s(?:et|and|y|и|or|ou|o|или))\s*${one})*`;
const marks = String.raw`(?:articles?|art[íi]culos?|arts?\.|(?:sub)?sections?|paragraphs?(?=\s\d+\()|(?:sous-)?alinéas?(?=\s\d+\()|paragraphes?(?=\s\d+\()|стат(?:ья|ьи|ье|ью|ьей|ьями|ьях|ей))`;
const joined = String.raw`[\s,]*(?:of|in|du|de\sla|de\sl['’]|de|del|à\sla|de\sel)?\s*(?:the|la|el)?\s*(?:\p{Lu}?\p{L}+\s+(?:Республики\s\p{L}+\s+|РК\s+)?)?[«"“]?\s*`;
const before = new RegExp(String.raw`(?<!\p{L})${marks}\s+(?<numbers>${several})${joined}$`, "iu");

/** The numbers of provisions beside a law's name: `section 7(1) of the …`, `articles 121-6 et 121-7 du …`, `المادة (12) من …`, `《…》第十二条`. */
export function numbersBeside(text: string, { start, end }: NamedPlace): string[] {
  const head = text.slice(Math.max(0, start - 120), start);
  const tail = text.slice(end, end + 60);
  const found = before.exec(head)?.groups!["numbers"];
  return [...(found === undefined ? [] : numbersIn(found)), ...arabicArticle(head), ...chineseArticles(tail)];
}

/**
 * The numbers of provisions of a code in its own words, where such codes alone have them: `article L. 2342-3`. Where another text is
 * named in the same sentence, the number is thought to be that text's.
 */
export function numbersOfThisCode(text: string, code: NamedLaw): string[] {
  if (code.facts.type !== "code" || !/\b[LRD]\.?\s?\*?\s?\d/u.test(text)) return [];
  const sentences = text.replaceAll(/\b([LRD])\.\s?(?=\*?\s?\d)/gu, "$1").split(/[.;:\n]/u);
  return sentences.flatMap((sentence) => {
    const others = sentence
      .toLowerCase()
      .replaceAll("du présent code", "")
      .replaceAll(`du ${code.facts.title.toLowerCase()}`, "");
    if (/\b(?:code|loi|ordonnance|décret|arrêté|traité|convention|règlement)\b/u.test(others)) return [];
    return [...sentence.matchAll(/(?<!\p{L})[LRD]\*?\s?\d+(?:-\d+)*/gu)].flatMap(({ 0: number }) => numbersIn(number));
  });
}

/** The ids of the provisions with these numbers, of those that are there. */
export function provisionsNumbered(law: NamedLaw, anchors: ReadonlySet<string>, numbers: string[]): string[] {
  return numbers.flatMap((number) =>
    [`art-${number}`, `s-${number}`, `art-${number.replace(/^[rd](?=\d)/u, "$&-")}`]
      .filter((anchor) => anchors.has(anchor))
      .slice(0, 1)
      .map((anchor) => `${law.law}/${anchor}`),
  );
}

/** `7(1)`, `121-6 et 121-7`, `L. 1333-9` → the numbers as anchors have them. */
function numbersIn(written: string): string[] {
  return [...written.matchAll(new RegExp(one, "giu"))].map(({ 0: number }) =>
    number
      .toLowerCase()
      .replace(/\s?\(.*$/u, "")
      .replace(/^([lrd])[.\s*]+/u, "$1")
      .replaceAll(/[°º]/gu, "")
      .replaceAll("‑", "-"),
  );
}

function arabicArticle(head: string): string[] {
  const written = /.*مادة\s*(?<number>.*)$/su.exec(head)?.groups!["number"]!.replace(/^\(/u, " ");
  const article = written === undefined ? undefined : arabicArticleNumber(written);
  return article !== undefined && /^[^\p{N}]{0,4}(?:\(\p{N}+\))?\s*من\s*$/u.test(written!.slice(article.length))
    ? [article.number]
    : [];
}

function chineseArticles(tail: string): string[] {
  const row = /^(?:第[一二三四五六七八九十百千零〇\d]+条(?:之[一二三四五六七八九十])?[、和]?)+/u.exec(tail)?.[0] ?? "";
  return [...row.matchAll(/第([^条]+)条(?:之(.))?/gu)].map(([, article, further]) =>
    [chineseNumber(article!), further && chineseNumber(further)].filter((number) => number !== undefined).join("-"),
  );
}
