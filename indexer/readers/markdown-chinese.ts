import type { InstrumentType, LawFacts } from "#domain/legislation.ts";
import { cleanText } from "./clean-text.ts";
import type { Fronted } from "./front-matter.ts";
import { chineseNumber } from "#domain/numerals.ts";
import { Outline } from "./outline.ts";
import type { Reading } from "./reading.ts";

// Simplified and Traditional characters.
const numeral = "[〇零一二三四五六七八九十百千两兩]+";
const articleMark = new RegExp(`^(第(${numeral})[条條](?:之(${numeral}))?)(?:\\s+|$)`, "u");
const pointMark = new RegExp(`^(${numeral})、\\s*`, "u");
const headingMark = new RegExp(`^第${numeral}(分编|分編|编|編|章|节|節|目)`, "u");
const scheduleMark = new RegExp(`^(附[件表录]?\\s*(${numeral}|\\d+)?)\\s*(?:[:：]\\s*|$)`, "u");
const courtNumber = /^法[释发]\s*〔\d{4}〕\s*\d+号$/u;

/**
 * Chinese laws: `# title` and dated lines of history up to `<!-- INFO END -->`, then headings and paragraphs. Articles are
 * paragraphs that begin `第十二条 `; where a text has none, its points `一、` are the articles. `附件` begins a schedule.
 */
export function readChineseMarkdown({ body }: Fronted, path: string): Reading {
  const lines = linesOf(body);
  const end = lines.findIndex((line) => line.text === "<!-- INFO END -->");
  const title = lines.flatMap((line) => (line.level === 1 ? line.text : [])).join(" ");
  const history = lines.slice(0, Math.max(end, 0)).map((line) => line.text);
  const content = lines.slice(end + 1).filter((line) => line.level !== 1 && !courtNumber.test(line.text));
  const isMark = content.some((line) => articleMark.test(line.text)) ? articleMark : pointMark;
  const first = content.findIndex((line) => isMark.test(line.text));
  const schedule = content.findIndex((line, index) => first >= 0 && index > first && scheduleMark.test(line.text));
  const outline = new Outline();
  readArticles(outline, content.slice(0, schedule === -1 ? undefined : schedule), title);
  if (schedule !== -1) readSchedules(outline, content.slice(schedule));
  const provisions = outline.provisions();
  return {
    facts: {
      ...(title === "" ? {} : { title, ...typeOf(title) }),
      ...numberOf([...lines.map((line) => line.text).filter((text) => courtNumber.test(text)), ...history]),
      ...datesOf(history, path, provisions.findLast((provision) => provision.kind === "article")?.text ?? ""),
    },
    provisions,
  };
}

interface Line {
  /** How many `#` begin it; 0 for a paragraph. */
  level: number;
  text: string;
}

function linesOf(body: string): Line[] {
  return body
    .split("\n")
    .map((line) => ({ level: /^#*(?=\s)/u.exec(line)?.[0].length ?? 0, text: cleanText(line.replace(/^#+\s/u, "")) }))
    .filter((line) => line.text !== "");
}

function readArticles(outline: Outline, lines: Line[], title: string): void {
  const points = lines.some((line) => articleMark.test(line.text)) ? new Set<Line>() : pointsOf(lines);
  for (const line of lines) {
    const article = articleMark.exec(line.text);
    if (article !== null) {
      const inserted = article[3] === undefined ? "" : `-${chineseNumber(article[3])}`;
      outline.begin({
        kind: "article",
        label: article[1] ?? "",
        anchor: `art-${chineseNumber(article[2] ?? "")}${inserted}`,
      });
      outline.paragraph(line.text.slice(article[0].length));
    } else if (points.has(line)) {
      beginPoint(outline, line);
    } else if (line.level > 0) {
      outline.heading(rankOf(line.text), line.text);
    } else if (outline.hasBegun() ? !line.text.startsWith("①") : !squeezed(title).includes(squeezed(line.text))) {
      outline.paragraph(line.text); // Left out: a footnote of the edition (items are written (一) or 1.), the title repeated.
    }
  }
}

/** The lines that begin the points 一、二、三、: headings, and paragraphs whose number comes next; a list inside a point starts anew. */
function pointsOf(lines: Line[]): Set<Line> {
  const points = new Set<Line>();
  let last = 0;
  for (const line of lines) {
    const number = chineseNumber(pointMark.exec(line.text)?.[1] ?? "");
    if (number === undefined || (line.level === 0 && number !== last + 1)) continue;
    points.add(line);
    last = number;
  }
  return points;
}

function beginPoint(outline: Outline, line: Line): void {
  const [mark, label = ""] = pointMark.exec(line.text) ?? [""];
  const words = line.text.slice(mark.length);
  const isHeading = line.level > 0 || (words.length <= 40 && !/[。；：，]/u.test(words));
  outline.begin({
    kind: "article",
    label,
    anchor: `art-${chineseNumber(label)}`,
    heading: isHeading ? words : undefined,
  });
  if (!isHeading) outline.paragraph(words);
}

/** A heading without a number (`附则`) stands where a chapter does. */
function rankOf(heading: string): number {
  const word = headingMark.exec(heading)?.[1] ?? "章";
  return ["编", "分编", "章", "节", "目"].indexOf(word.replace("編", "编").replace("節", "节"));
}

function squeezed(text: string): string {
  return text.replaceAll(/\s/gu, "");
}

function readSchedules(outline: Outline, lines: Line[]): void {
  outline.leaveHeadings();
  let count = 0;
  let awaitsName = false;
  let isList = false;
  for (const { text } of lines) {
    const [mark, label = "", number] = scheduleMark.exec(text) ?? [];
    if (mark === undefined) {
      if (awaitsName && text.length <= 60 && !/[。；：]$/u.test(text)) outline.name(text);
      else if (!isList) outline.paragraph(text);
      awaitsName = false;
      continue;
    }
    const name = text.slice(mark.length);
    isList = /^1[、.．]/u.test(name); // Names of the schedules that follow: 附件：1、…
    if (isList) continue;
    count += 1;
    awaitsName = name === "";
    outline.begin({
      kind: "schedule",
      label,
      anchor: `sch-${chineseNumber(number ?? "") ?? count}`,
      heading: name,
    });
  }
}

function typeOf(title: string): { type?: InstrumentType } {
  const name = title.replace(/[（(][^（）()]*[）)]$/u, "");
  const types: [RegExp, InstrumentType][] = [
    [/^中华人民共和国宪法/u, "constitution"],
    [/^最高人民(?:法院|检察院)/u, "court-decision"],
    [/民法典|刑法$/u, "code"],
    [/(?:条例|规定|办法|细则|规则|规范|條例|規定|辦法|細則|規則)$/u, "regulation"],
    [/(?:法|修正案)$/u, "act"],
    [/(?:决定|决议|通知|批复|決定)$/u, "decision"],
  ];
  const type = types.find(([pattern]) => pattern.test(name))?.[1];
  return type === undefined ? {} : { type };
}

/** The number under which the court or the State Council issued the text. */
function numberOf(texts: string[]): { number?: string } {
  const number = texts.map((text) => /^法.*号$|国务院令第\d+号/u.exec(text)?.[0]).find((found) => found !== undefined);
  return number === undefined ? {} : { number };
}

/**
 * The dates that the history states. A date in the file name is that of the version, so it is the date of adoption; the
 * law's year stays that of its first adoption. Entry into force is given when it does not lie before the version.
 */
function datesOf(history: string[], path: string, lastArticle: string): Partial<LawFacts> {
  const dated = history.flatMap((line) => {
    const date = isoDate(line);
    return date === undefined ? [] : [{ date, isEntryIntoForce: /日\s*(?:施行|执行)$/u.test(line) }];
  });
  const version = /\((\d{4}-\d{2}-\d{2})\)\.md$/u.exec(path)?.[1];
  const first = dated.find((line) => !line.isEntryIntoForce)?.date;
  const adopted = version ?? first;
  const inForce =
    dated.find((line) => line.isEntryIntoForce)?.date ??
    isoDate(/自(\d{4}年\d+月\d+日)起(?:施行|实施)/u.exec(lastArticle)?.[1]);
  const year = first ?? adopted;
  return {
    ...(year === undefined ? {} : { year: Number(year.slice(0, 4)) }),
    ...(adopted === undefined ? {} : { adopted }),
    ...(inForce === undefined || (adopted !== undefined && inForce < adopted) ? {} : { inForce }),
  };
}

/** `2011年1月8日 …` → `2011-01-08` */
function isoDate(text = ""): string | undefined {
  const date = /^(\d{4})年(\d{1,2})月(\d{1,2})日/u.exec(text);
  return date === null ? undefined : [date[1], date[2]?.padStart(2, "0"), date[3]?.padStart(2, "0")].join("-");
}
