import type { LawFacts } from "#domain/legislation.ts";
import { anchorNumber } from "./anchors.ts";
import { type Fronted, textField } from "./front-matter.ts";
import { plainText, tableRow } from "./markdown-inline.ts";
import { Outline } from "./outline.ts";
import type { Reading } from "./reading.ts";

const sectionMark = /^(?:section\s+(\d+[a-z]{0,3})\b|(\d+[a-z]{0,3})\.)[\s.:–—-]*/iu;
const unitMark = /^(?:sub-?section\s+\(?(\w{1,5})\b\)?|\((\w{1,5})\))\s*/iu;
const scheduleMark = /^(?:the\s+)?(?:\w+\s+)?schedule\b/iu;
const actNumber = /^act\s+no\.?\s*(\d+\s+of\s+\d{4})\b/iu;
const assent = /^\[(\d{1,2})\w*\s+(\p{L}+),?\s+(\d{4})\.?\]$/u;

/**
 * Acts in English: sections under headings `### 4. Heading`, `#### Section 1. Heading`, or `## Section 1` with the heading on
 * the next line. `#### (1)` and `###### Sub-section a) “…” means` begin a unit inside a section, whose words follow.
 */
export function readEnglishMarkdown({ fields, body }: Fronted): Reading {
  const outline = new Outline();
  let unit = "";
  let schedules = 0;
  const flushUnit = (text = ""): void => {
    outline.paragraph(`${unit} ${text}`.trim());
    unit = "";
  };
  for (const line of linesOf(body)) {
    const { text } = line;
    const section = line.level > 1 ? sectionMark.exec(text) : null;
    const subunit = line.level > 1 ? unitMark.exec(text) : null;
    if (line.level === 1 || (!outline.hasBegun() && (actNumber.test(text) || assent.test(text)))) continue;
    if (line.level === 0) {
      if (unit !== "" && line.isItem) flushUnit();
      flushUnit(text);
      continue;
    }
    if (unit !== "") flushUnit();
    if (section !== null) {
      const number = section[1] ?? section[2] ?? "";
      const heading = text.slice(section[0].length).replace(/[\s.:–—-]+$/u, "");
      outline.begin({ kind: "article", label: `s. ${number}`, anchor: `s-${anchorNumber(number)}`, heading });
    } else if (subunit !== null) {
      unit = `(${subunit[1] ?? subunit[2]}) ${text.slice(subunit[0].length)}`.trim();
    } else if (scheduleMark.test(text)) {
      schedules += 1;
      outline.leaveHeadings();
      outline.begin({ kind: "schedule", label: text, anchor: `sch-${schedules}` });
    } else if (/^part\b/iu.test(text)) {
      outline.heading(0, text);
    } else if (line.level === 2 || /^chapter\b/iu.test(text)) {
      outline.heading(1, text);
    } else if (outline.isFresh()) {
      outline.name(text);
    } else {
      outline.paragraph(text);
    }
  }
  if (unit !== "") flushUnit();
  return { facts: factsOf(fields, linesOf(body)), provisions: outline.provisions() };
}

interface Line {
  /** How many `#` begin it; 0 for a paragraph. */
  level: number;
  isItem: boolean;
  text: string;
}

/** The lines with words, without comments and without the links of a table of contents. */
function linesOf(body: string): Line[] {
  return body
    .replaceAll(/<!--[^]*?-->/gu, "")
    .split("\n")
    .filter((line) => !/^\s*- \[.*\]\(#[^()]*\)\s*$/u.test(line))
    .map((line) => {
      const level = /^\s*(#{0,6})(?:\s|$)/u.exec(line)?.[1]?.length ?? 0;
      const isItem = /^\s*[-*]\s/u.test(line);
      const words = line.replace(/^\s*(?:#{1,6}|[-*>])\s/u, "");
      return { level, isItem, text: line.startsWith("|") ? (tableRow(line) ?? "") : plainText(words) };
    })
    .filter((line) => line.text !== "");
}

function factsOf(fields: Fronted["fields"], lines: Line[]): Partial<LawFacts> {
  const title = textField(fields, "title") ?? lines.find((line) => line.level === 1)?.text;
  const head = lines.slice(0, 6).map((line) => line.text);
  const number = head.flatMap((text) => actNumber.exec(text)?.[1]?.toLowerCase() ?? [])[0];
  const adopted = head.flatMap((text) => isoDate(assent.exec(text)) ?? [])[0];
  const year = adopted?.slice(0, 4) ?? /\b(\d{4})$/u.exec(title ?? "")?.[1];
  return {
    ...(title === undefined ? {} : { title, type: /\bcode\b/iu.test(title) ? "code" : "act" }),
    ...(number === undefined ? {} : { number: `Act No. ${number}` }),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(adopted === undefined ? {} : { adopted }),
  };
}

/** `[18th May, 2003.]` → `2003-05-18` */
function isoDate(date: RegExpExecArray | null): string | undefined {
  const month = months.indexOf(date?.[2]?.toLowerCase() ?? "") + 1;
  return date === null || month === 0
    ? undefined
    : `${date[3]}-${String(month).padStart(2, "0")}-${date[1]?.padStart(2, "0")}`;
}

const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
