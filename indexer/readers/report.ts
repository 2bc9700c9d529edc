import * as z from "zod/mini";
import { isLanguage, Language } from "#domain/languages.ts";
import { Passage, ReportType, StatedDate } from "#domain/reports.ts";
import { resolutionNumber } from "#domain/symbols.ts";
import { decode } from "./decode.ts";
import type { Paragraph } from "./editorial-remarks.ts";
import { htmlParagraphs } from "./html.ts";
import { kindOf } from "./kind.ts";
import { ReadError, type SourceFile } from "./reading.ts";
import { cutPassages } from "./report-passages.ts";
import { firstDate } from "./stated-dates.ts";
import { textParagraphs } from "./text.ts";

/** What a document of the United Nations tells of itself, and its passages in order. */
export const ReportReading = z.object({
  facts: z.object({
    symbol: z.optional(z.string()),
    type: z.optional(ReportType),
    title: z.optional(z.string()),
    language: z.optional(Language),
    dates: z.array(z.pick(StatedDate, { of: true, date: true })),
  }),
  passages: z.array(Passage),
});
export type ReportReading = z.infer<typeof ReportReading>;

/** Reads a document of the Council, the Committee or a State. Throws a `ReadError` that says what is wrong with the file. */
export async function readReport(file: SourceFile): Promise<ReportReading> {
  const paragraphs = await paragraphsOf(file);
  if (paragraphs.length === 0) throw new ReadError("The file has no text.");
  const { head, title, body } = beginning(
    paragraphs.map(({ text, ...rest }) => ({ ...rest, text: joinedNumbers(text) })),
  );
  const symbol = symbolIn([...head, title?.text ?? ""]);
  return {
    facts: {
      ...(symbol !== undefined && { symbol }),
      ...typeOf(symbol, [title?.text ?? "", ...body.slice(0, 40).map(({ text }) => text)]),
      ...(title !== undefined && { title: title.text }),
      ...languageNamed(head),
      dates: datesIn(head, title?.text ?? "", body[0]?.text ?? ""),
    },
    passages: cutPassages(body, symbol !== undefined && resolutionNumber(symbol) !== undefined),
  };
}

async function paragraphsOf({ bytes, path }: SourceFile): Promise<Paragraph[]> {
  switch (kindOf(bytes, path)) {
    case "pdf":
      return (await import("./pdf.ts")).pdfTexts(bytes);
    case "docx":
      return (await import("./docx.ts")).docxTexts(bytes);
    case "doc":
      return (await import("./doc.ts")).docTexts(bytes);
    case "html":
      return htmlParagraphs(decode(bytes));
    case "text":
    case "markdown":
      return textParagraphs(decode(bytes)).map((text) => ({ text }));
    default:
      throw new ReadError("It is not a document as text, HTML, PDF or Word.");
  }
}

/**
 * Converters put blanks around the numbers in a Chinese text, or leave them out, within one document: `第 1540(2004)号`,
 * `第1540(2004) 号`. They go, so that the same words are found and marked in every place.
 */
function joinedNumbers(text: string): string {
  return text
    .replaceAll(/(?<=\p{sc=Han}) +(?=[\d(（])/gu, "")
    .replaceAll(/(?<=[\d)）]) +(?=\p{sc=Han})/gu, "")
    .replaceAll(/(?<=\d) +(?=\(\d{4}\))/gu, (blank, place: number) =>
      /\p{sc=Han}/u.test(text.slice(0, place)) ? "" : blank,
    )
    .replaceAll(/联 合 国/gu, "联合国");
}

interface Beginning {
  /** The lines printed above every document: organ, symbol, distribution, languages, job number. */
  head: string[];
  title: Paragraph | undefined;
  body: Paragraph[];
}

function beginning(paragraphs: Paragraph[]): Beginning {
  const first = paragraphs.findIndex(({ text }) => !isHeadLine(text));
  if (first === -1) return { head: [], title: undefined, body: paragraphs };
  return {
    head: paragraphs.slice(0, first).map(({ text }) => text),
    title: paragraphs[first],
    body: paragraphs.slice(first + 1),
  };
}

const languageNames =
  "Arabic|Chinese|English|French|Russian|Spanish|العربية|بالعربية|中文|汉文|Français|Русский|Español|Anglais|Английский|Inglés";

const headLine = new RegExp(
  `^(?:${[
    "(?:United Nations|Nations Unies|Naciones Unidas|Организация Объединенных Наций|الأمم المتحدة|联合国)(?:\\s+[SA]/\\S.*)?",
    "(?:Security Council|Conseil de sécurité|Consejo de Seguridad|Совет Безопасности|مجلس الأمن|安全理事会)",
    "Distr\\.?:?.*",
    "(?:Original|Оригинал|الأصل|原件)\\s*[:：].*",
    `(?:${languageNames})(?:\\s*(?:Original|原件)\\s*[:：].*)?`,
    "\\d{1,2}\\s+\\p{L}+\\s+\\d{4}",
    "\\d{2}-\\d{5}.*",
    "\\*\\S+\\*",
    "[SA]/(?:RES|PRST|AC|\\d{4})[\\d./()A-Za-z* ]*",
    "(?:General|Limited|Restricted)",
  ].join("|")})$`,
  "iu",
);

function isHeadLine(text: string): boolean {
  return headLine.test(text);
}

const printedSymbol =
  /(?<![\p{L}\p{N}/])[SA]\/(?:RES\/\d+\s?\(\d{4}\)|PRST\/\d{4}\/\d+|AC\.\d+\/\d{4}\/(?:\(\d+\)\/)?[A-Z.]*\d+|\d{4}\/\d+)(?:\/(?:Add|Rev|Corr)\.\d+)*/u;

/** `第1977(2011)号决议`, `Resolution 1977 (2011)`: the heading of a resolution names it. */
const resolutionHeading =
  /^(?:第\s?(\d{3,4})\s?[(（](\d{4})[)）]\s?号决议|(?:Resolution|Résolution|Resolución|Резолюция|القرار|قرار)\s+(\d{3,4})\s+\((\d{4})\))/iu;

function symbolIn(lines: string[]): string | undefined {
  for (const line of lines) {
    const resolution = resolutionHeading
      .exec(line)
      ?.slice(1)
      .filter((part) => part !== undefined);
    if (resolution?.length === 2) return `S/RES/${resolution[0]} (${resolution[1]})`;
    const printed = line.length > 80 ? undefined : printedSymbol.exec(line)?.[0];
    if (printed !== undefined)
      return printed.replace(/\s?\((\d{4})\)$/u, (year) => (printed.startsWith("S/RES/") ? ` ${year.trim()}` : year));
  }
  return undefined;
}

/** What the series of a symbol says of the kind of document. */
const seriesTypes: [RegExp, ReportType][] = [
  [/^S\/RES\//u, "resolution"],
  [/^S\/PRST\//u, "presidential-statement"],
  [/^S\/AC\.44\/\d{4}\/\(\d+\)\/\d+\/Add/u, "additional-information"],
  [/^S\/AC\.44\/\d{4}\/\(\d+\)\/\d+/u, "national-report"],
  [/^S\/AC\.44\/\d{4}\/OC\./u, "chair-letter"],
  [/^S\/AC\.44\/\d{4}\/NOTE\./u, "note-verbale"],
];

/** Words in titles that say it, in the order they are tried. */
const titleTypes: [RegExp, ReportType][] = [
  [/行动计划|action plan|plan d.action|plan de acción|план действий|خطة عمل/iu, "action-plan"],
  [
    /工作方案|programme of work|programme de travail|programa de trabajo|программ[аы] работы|برنامج (?:ال)?عمل/iu,
    "programme-of-work",
  ],
  [
    /全面审查|comprehensive review|examen (?:complet|approfondi)|examen (?:amplio|exhaustivo)|всеобъемлющ\p{L}+ (?:обзор|рассмотрени)|الاستعراض الشامل/iu,
    "comprehensive-review",
  ],
  [
    /执行情况(?:年度)?审查|annual review|review of the implementation|examen annuel|examen anual|ежегодн\p{L}+ обзор|الاستعراض السنوي/iu,
    "annual-review",
  ],
  [/普通照会|note verbale|nota verbal|вербальная нота|مذكرة شفوية/iu, "note-verbale"],
];

function typeOf(symbol: string | undefined, lines: string[]): { type?: ReportType } {
  const bySeries = seriesTypes.find(([series]) => series.test(symbol ?? ""))?.[1];
  if (bySeries !== undefined) return { type: bySeries };
  // Titles of annexes are short; a sentence that mentions a programme of work does not make the document one.
  const titles = lines.filter((line, place) => place === 0 || (line.length < 150 && !/[.。;；:：,，]$/u.test(line)));
  const byTitle = titleTypes.find(([words]) => titles.some((line) => words.test(line)))?.[1];
  return byTitle === undefined ? {} : { type: byTitle };
}

const languageCodes: [RegExp, string][] = [
  [/^(?:Arabic|العربية|بالعربية)/iu, "ar"],
  [/^(?:Chinese|中文|汉文)/iu, "zh"],
  [/^English/iu, "en"],
  [/^(?:French|Français)/iu, "fr"],
  [/^(?:Russian|Русский)/iu, "ru"],
  [/^(?:Spanish|Español)/iu, "es"],
];

/** The language a document says it is in; the language of its original stands on another line. */
function languageNamed(head: string[]): { language?: Language } {
  for (const line of head) {
    const code = languageCodes.find(([name]) => name.test(line))?.[1];
    if (code !== undefined && isLanguage(code)) return { language: code };
  }
  return {};
}

function datesIn(head: string[], title: string, next: string): ReportReading["facts"]["dates"] {
  const distributed = head.map(firstDate).find((date) => date !== undefined);
  const written = firstDate(title);
  const adopted = /通过|adopted|adoptée|aprobada|принятая|المتخذ|اتخذ/iu.test(next) ? firstDate(next) : undefined;
  return [
    ...(adopted === undefined ? [] : [{ of: "adopted" as const, date: adopted }]),
    ...(written === undefined ? [] : [{ of: "letter" as const, date: written }]),
    ...(distributed === undefined ? [] : [{ of: "distributed" as const, date: distributed }]),
  ];
}
