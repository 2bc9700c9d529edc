import { decode } from "./decode.ts";
import type { Paragraph } from "./editorial-remarks.ts";
import { htmlBlocks } from "./html-blocks.ts";
import { isEmiratesPage, readEmiratesPage } from "./html-emirates.ts";
import { isRussianPortalPage, readRussianPortalPage } from "./html-russian.ts";
import { readPlainLaw } from "./plain-law.ts";
import type { Reading, SourceFile } from "./reading.ts";

/** Reads an HTML page: of the two portals we know by their classes, else by headings, paragraphs and article marks. */
export function readHtml(file: SourceFile): Reading {
  const html = decode(file.bytes);
  if (isEmiratesPage(html)) return readEmiratesPage(html);
  if (isRussianPortalPage(html)) return readRussianPortalPage(html);
  return readPlainLaw(htmlParagraphs(html), file.facts.language);
}

/** The paragraphs of a page, those of `h1` to `h6` with their level. The page's `<title>` names the site as often as the law. */
export function htmlParagraphs(html: string): Paragraph[] {
  return htmlBlocks(html, { omits: (element) => element.name === "title" }).map(({ name, text }) => {
    const level = Number(/^h([1-6])$/u.exec(name)?.[1]);
    return Number.isNaN(level) ? { text } : { text, level };
  });
}
