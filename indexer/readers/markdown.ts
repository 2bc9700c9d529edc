import type { Language } from "#domain/languages.ts";
import { decode } from "./decode.ts";
import { type Fronted, splitFrontMatter } from "./front-matter.ts";
import { readArabicMarkdown } from "./markdown-arabic.ts";
import { readChineseMarkdown } from "./markdown-chinese.ts";
import { readEnglishMarkdown } from "./markdown-english.ts";
import { readFrenchMarkdown } from "./markdown-french.ts";
import { readPeruvianMarkdown } from "./markdown-peruvian.ts";
import { plainText } from "./markdown-inline.ts";
import { plainMarkdown } from "./markdown-plain.ts";
import { readUruguayanMarkdown } from "./markdown-uruguayan.ts";
import type { Reading, SourceFile } from "./reading.ts";

/**
 * Reads a law in Markdown, with or without YAML front matter, by the conventions of its language: Chinese, French, Spanish (Peru and
 * Uruguay), Arabic and English. Where no language is given, the article marks tell it; a text in none of these languages is read
 * as headings and passages. A law without words is `title-only`.
 * @throws ReadError when the bytes are no text or the front matter is broken
 */
export function readMarkdown(file: SourceFile): Reading {
  const fronted = splitFrontMatter(decode(file.bytes).replaceAll(/\r\n?/gu, "\n"));
  const language = file.facts.language ?? languageOf(fronted.body);
  const { facts, provisions } = readIn(language, fronted, file.path);
  const heading = /^#[ \t]+(.+)$/mu.exec(fronted.body)?.[1];
  return {
    facts: {
      ...(heading === undefined ? {} : { title: plainText(heading) }),
      ...facts,
      ...(language === undefined ? {} : { language }),
      ...(provisions.length === 0 ? { textStatus: "title-only" } : {}),
    },
    provisions,
  };
}

function readIn(language: Language | undefined, fronted: Fronted, path: string): Reading {
  switch (language) {
    case "zh":
      return readChineseMarkdown(fronted, path);
    case "fr":
      return readFrenchMarkdown(fronted);
    case "es":
      return /^#{5} Art[íi]culo /mu.test(fronted.body) ? readUruguayanMarkdown(fronted) : readPeruvianMarkdown(fronted);
    case "ar":
      return readArabicMarkdown(fronted);
    case "en":
      return readEnglishMarkdown(fronted);
    default:
      return plainMarkdown(fronted);
  }
}

/** The language whose article mark begins most lines; else the language of the script, where one of ours has a script to itself. */
function languageOf(body: string): Language | undefined {
  const counts = Object.entries(articleMarks).map(([language, mark]) => ({
    language,
    count: body.match(mark)?.length ?? 0,
  }));
  const most = counts.reduce((best, next) => (next.count > best.count ? next : best));
  if (most.count > 0) return most.language as Language;
  return scripts.find(([script]) => (body.match(script)?.length ?? 0) > body.length / 4)?.[1];
}

const articleMarks = {
  zh: /^#*\s*第[〇零一二三四五六七八九十百千]+[条條]/gmu,
  ar: /^#*\s*المادة\s/gmu,
  fr: /^#*\s*(?:Article [LRD]?\.?\s?\*?\d|Article (?:1er|premier|unique)\b)[^\n]{0,20}$/gmu,
  es: /^#*[\s*_“"]*A(?:rt[íi]culo|RT[ÍI]CULO)\s/gmu,
  en: /^#+\s+(?:Section\s+\d|\d+[A-Z]*\.\s)/gmu,
} satisfies Partial<Record<Language, RegExp>>;

const scripts: [RegExp, Language][] = [
  [/\p{sc=Han}/gu, "zh"],
  [/\p{sc=Arabic}/gu, "ar"],
  [/\p{sc=Cyrillic}/gu, "ru"],
];
