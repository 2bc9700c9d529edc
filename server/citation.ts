import * as z from "zod/mini";
import { Language } from "#domain/languages.ts";
import { arabicArticleNumber, chineseNumber, westernDigits } from "#domain/numerals.ts";
import { resolutionsIn } from "#domain/resolutions.ts";
import { plainSymbol } from "#domain/symbols.ts";
import { readTable } from "#data/table.ts";

/** What a query cites: provisions by their number, laws by number, citation or abbreviation, resolutions. Empty lists: nothing. */
export interface Citation {
  /** The anchors such a provision may have: `art-226.1`, `s-226.1`. */
  anchors: string[];
  /** Numbers and citations as laws keep them, without case, blanks and marks: `sor2000210`. */
  symbols: string[];
  /** Resolutions of the Security Council: `S/RES/1373`. */
  resolutions: string[];
  /** What is left beside the provision's number: the words of the law's title, perhaps. */
  rest: string;
}

/**
 * Reads a citation as lawyers of the six languages write it: `s. 7(1)`, `Article L. 1333-9 du code de la défense`,
 * `Ley 19.749 artículo 3`, `ст. 226¹ УК РФ`, `المادة ١٢`, `第十二条`, `SOR/2000-209`, `القانون رقم ٤٠ لسنة ٢٠٠٦`,
 * `S/RES/1373`, `第1373(2001)号`.
 */
export function readCitation(typed: string): Citation {
  const plain = westernDigits(typed.normalize("NFC")).replaceAll(
    /[¹²³⁰⁴-⁹]+/gu,
    (raised) => `.${raised.normalize("NFKC")}`,
  );
  const found = provisionMark(plain);
  const rest = (found === undefined ? plain : plain.replace(found.mark, " ")).trim();
  const anchors = found === undefined ? [] : [`art-${found.number}`, `s-${found.number}`];
  return { anchors, symbols: symbolsIn(rest), resolutions: resolutionsIn(plain), rest };
}

/** How a provision is marked, before its number; `№` and the like are no part of it. */
const mark =
  /(?<![\p{L}\p{N}])(?:articles?|art[íi]culos?|arts?\.?|sections?|ss?\.|стать(?:я|и|е|ю|ей)|ст\.?|§)\s*(?<number>[LRD]?\.?\s?\*?\d+(?:[.‑–-]\d+)*(?:[.-]?[a-z](?![\p{L}]))?)(?:\(\d+\))*/iu;

function provisionMark(text: string): { mark: string; number: string } | undefined {
  const latin = mark.exec(text);
  if (latin !== null)
    return {
      mark: latin[0],
      number: latin
        .groups!["number"]!.toLowerCase()
        .replaceAll(/[\s*]|(?<=^[lrd])\./gu, "")
        .replaceAll(/[‑–]/gu, "-"),
    };
  const chinese = /第(?<number>[一二三四五六七八九十百千零〇两\d]+)条/u.exec(text);
  const chineseArticle = chinese === null ? undefined : chineseNumber(chinese.groups!["number"]!);
  if (chineseArticle !== undefined) return { mark: chinese![0], number: String(chineseArticle) };
  const arabic = /(?:ال)?مادة\s+/u.exec(text);
  if (arabic === null) return undefined;
  const article = arabicArticleNumber(text.slice(arabic.index + arabic[0].length));
  return (
    article && {
      mark: text.slice(arabic.index, arabic.index + arabic[0].length + article.length),
      number: article.number,
    }
  );
}

/** Everything in a text that may be the number of a law: runs of up to four words with a digit in them, numbers with a year, abbreviations. */
function symbolsIn(text: string): string[] {
  const words = text.split(/\s+/u).filter((word) => plainSymbol(word) !== "");
  const runs = words.flatMap((_, first) => [1, 2, 3, 4].map((length) => words.slice(first, first + length).join("")));
  const numbered = runs.map(plainSymbol).filter((symbol) => /\d/u.test(symbol) && symbol.length >= shortestSymbol);
  const dated = [...text.matchAll(/(\d+)\s*(?:لسنة|\/|of|de|du|от)\s*(?:\S+\s+){0,2}(\d{4})/gu)].map(
    ([, number, year]) => `${number}${year}`,
  );
  const short = abbreviations.filter(({ pattern }) => pattern.test(text)).map(({ law }) => plainSymbol(law));
  return [...new Set([...numbered, ...dated, ...short])].slice(0, mostSymbols);
}

/** A year or a bare small number is the symbol of too many things. */
const shortestSymbol = 5;
const mostSymbols = 40;

const AbbreviationRow = z.object({ abbreviation: z.string(), language: Language, law: z.string() });

const abbreviations = readTable("law-abbreviations.csv", AbbreviationRow).map(({ abbreviation, law }) => ({
  law,
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])${abbreviation.replaceAll(".", "\\.?").replaceAll(" ", "\\s*")}(?![\\p{L}\\p{N}])`,
    "iu",
  ),
}));
