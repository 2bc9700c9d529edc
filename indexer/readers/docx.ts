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
  return htmlParagraphs(await docxHtml(bytes));
}

/** Headings, paragraphs and tables as HTML. Pictures are left out unread, and no linked file is opened. Throws a `ReadError` as `readDocx` does. */
export async function docxHtml(bytes: Uint8Array): Promise<string> {
  await checkZip(bytes, zipEntries(bytes));
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { externalFileAccess: false, convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })) },
    );
    return value;
  } catch (error) {
    throw new ReadError("The Word document is damaged and cannot be read.", undefined, error);
  }
}
