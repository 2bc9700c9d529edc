import { type Fronted, textField } from "./front-matter.ts";
import { plainText, tableRow } from "./markdown-inline.ts";
import { Outline } from "./outline.ts";
import type { Reading } from "./reading.ts";

/** A Markdown text in a convention that we do not know: its paragraphs become passages under its headings. */
export function plainMarkdown({ fields, body }: Fronted): Reading {
  const outline = new Outline();
  const title = textField(fields, "title");
  for (const block of body.replaceAll(/<!--[^]*?-->/gu, "").split(/\n\s*\n|\n(?=#{1,6}\s)|(?<=\n#{1,6}\s.*)\n/u)) {
    const [, level = "", heading] = /^\s*(#{1,6})\s+(.*)$/u.exec(block) ?? [];
    if (heading === undefined) {
      for (const paragraph of block.trimStart().startsWith("|") ? block.split("\n") : [block]) {
        outline.paragraph(paragraph.includes("|") ? (tableRow(paragraph) ?? "") : plainText(paragraph));
      }
    } else if (level.length > 1) {
      outline.heading(level.length, plainText(heading));
    }
  }
  return { facts: title === undefined ? {} : { title }, provisions: outline.provisions() };
}
