import mammoth from "mammoth";
import type { Paragraph } from "./editorial-remarks.ts";
import { htmlParagraphs } from "./html.ts";
import { readPlainLaw } from "./plain-law.ts";
import { ReadError, type Reading, type SourceFile } from "./reading.ts";
import { checkZip, zipEntries } from "./zip-entries.ts";

/** Reads a Word document. */
export async function readDocx(file: SourceFile): Promise<Reading> {
  return readPlainLaw(await docxTexts(file.bytes), file.facts.language);
}

/**
 * The paragraphs of a Word document. Throws a `ReadError` for an archive that unpacks beyond the limits, or a damaged
 * document.
 */
export async function docxTexts(bytes: Uint8Array): Promise<Paragraph[]> {
  await checkZip(bytes, zipEntries(bytes));
  return htmlParagraphs(await htmlOf(Buffer.from(bytes)));
}

/** Headings and paragraphs as HTML. Pictures are left out unread, and no linked file is opened. */
async function htmlOf(buffer: Buffer): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      { externalFileAccess: false, convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })) },
    );
    return value;
  } catch (error) {
    throw new ReadError("The Word document is damaged and cannot be read.", undefined, error);
  }
}
