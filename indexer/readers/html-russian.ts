import type { LawFacts } from "#domain/legislation.ts";
import type { Paragraph } from "./editorial-remarks.ts";
import { type HtmlElement, htmlBlocks } from "./html-blocks.ts";
import { readPlainLaw } from "./plain-law.ts";
import type { Reading } from "./reading.ts";

/** True for a page of pravo.gov.ru: a Word export with its links to other documents. */
export function isRussianPortalPage(html: string): boolean {
  return /pravo\.gov\.ru\/proxy\/ips|class="doclink"/u.test(html) && /<p class="[HT]">/u.test(html);
}

/**
 * Laws as pravo.gov.ru shows them. Headings of articles, chapters and sections have the classes H, T and C, whatever their
 * rank; only they can begin an article. A raised number (`226<span class="W9">1</span>`) is written 226.1, in headings and in
 * references; remarks on amendments (`mark`) are left out.
 */
export function readRussianPortalPage(html: string): Reading {
  const blocks = htmlBlocks(html, {
    omits: (element) => /^(?:title|head)$/u.test(element.name) || /^markx?$/u.test(element.attribs["class"] ?? ""),
    replaces: raisedNumber,
  });
  const paragraphs = blocks
    .filter((block) => !(block.classes.includes("C") && /^РОССИЙСКАЯ ФЕДЕРАЦИЯ$/u.test(block.text)))
    .map(({ classes, text }): Paragraph => (/[HTCSI]/u.test(classes.join("")) ? { text } : { text, isRunning: true }));
  const { facts, provisions } = readPlainLaw(paragraphs, "ru");
  return { facts: { language: "ru", ...facts, ...amendmentOf(html) }, provisions };
}

/** The remark below the title lists the laws that amended this one. */
function amendmentOf(html: string): Partial<LawFacts> {
  const [remark = ""] = /<span class="markx"[^]*?<\/p>/u.exec(html) ?? [];
  const dates = [...remark.matchAll(/(\d\d)\.(\d\d)\.(\d{4})/gu)].map(
    ([, day, month, year]) => `${year}-${month}-${day}`,
  );
  const last = dates.toSorted().at(-1);
  return last === undefined ? {} : { status: "amended", statusNote: `amended, last on ${last}` };
}

/** One raised number is written with a small l in the source. */
function raisedNumber(element: HtmlElement, words: string): string | undefined {
  const isRaised = element.name === "sup" || element.attribs["class"] === "W9";
  const number = words.trim().replace(/^l$/u, "1");
  return isRaised && /^\d/u.test(number) ? `.${number}` : undefined;
}
