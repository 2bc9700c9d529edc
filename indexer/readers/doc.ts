import WordExtractor from "word-extractor";
import type { LawFacts } from "#domain/legislation.ts";
import { checkCompoundFile } from "./compound-file.ts";
import type { Paragraph } from "./editorial-remarks.ts";
import { readPlainLaw } from "./plain-law.ts";
import { ReadError, type Reading, type SourceFile } from "./reading.ts";
import { textParagraphs } from "./text.ts";

/** Reads a Word document of the years 1997 to 2003. */
export async function readDoc(file: SourceFile): Promise<Reading> {
  const document = await opened(file.bytes);
  const { facts, provisions } = readPlainLaw(paragraphsOf(document), file.facts.language);
  return { facts: { ...facts, ...statusOf(document.getHeaders()) }, provisions };
}

/** Its paragraphs. Throws a `ReadError` when it is encrypted or damaged. */
export async function docTexts(given: Uint8Array): Promise<Paragraph[]> {
  return paragraphsOf(await opened(given));
}

async function opened(given: Uint8Array): Promise<WordExtractor.Document> {
  const bytes = Buffer.from(given);
  checkCompoundFile(bytes);
  if (isEncrypted(bytes)) throw new ReadError("The Word document is encrypted: it needs a password.");
  return extract(bytes);
}

function paragraphsOf(document: WordExtractor.Document): Paragraph[] {
  return textParagraphs(document.getBody().replaceAll(/\t+/gu, " | "))
    .map((text) => ({ text: text.replaceAll(/^[\s|]+|[\s|]+$/gu, "") }))
    .filter(({ text }) => text !== "");
}

/** The stream of a Word document begins at a sector with 0xA5EC; a bit of its flags says that what follows is encrypted. */
function isEncrypted(bytes: Buffer): boolean {
  for (let at = 512; at + 12 <= bytes.length; at += 512) {
    if (bytes.readUInt16LE(at) === 0xa5ec) return (bytes.readUInt16LE(at + 10) & 0x0100) !== 0;
  }
  return false;
}

async function extract(bytes: Buffer): Promise<WordExtractor.Document> {
  try {
    return await new WordExtractor().extract(bytes);
  } catch (error) {
    throw new ReadError("The Word document is damaged and cannot be read.", undefined, error);
  }
}

/** Kazakh databases write into the page head: `Статус документа: Действующий 31.03.2025`. */
function statusOf(headers: string): Partial<LawFacts> {
  const [, word = "", day, month, year] =
    /Статус документа:\s*(Действующий|Утративший силу)\s*(\d\d)\.(\d\d)\.(\d{4})/u.exec(headers) ?? [];
  if (word === "") return {};
  const date = `${year}-${month}-${day}`;
  return word === "Действующий"
    ? { status: "in-force", statusNote: `in force on ${date}, says the database it was printed from` }
    : { status: "repealed", statusNote: `no longer in force on ${date}, says the database it was printed from` };
}
