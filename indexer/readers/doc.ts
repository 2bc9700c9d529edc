import WordExtractor from "word-extractor";
import type { LawFacts } from "#domain/legislation.ts";
import { checkCompoundFile } from "./compound-file.ts";
import { readPlainLaw } from "./plain-law.ts";
import { ReadError, type Reading, type SourceFile } from "./reading.ts";
import { textParagraphs } from "./text.ts";

/** Reads a Word document of the years 1997 to 2003. Throws a `ReadError` when it is encrypted or damaged. */
export async function readDoc(file: SourceFile): Promise<Reading> {
  const bytes = Buffer.from(file.bytes);
  checkCompoundFile(bytes);
  if (isEncrypted(bytes)) throw new ReadError("The Word document is encrypted: it needs a password.");
  const document = await extract(bytes);
  const paragraphs = textParagraphs(document.getBody().replaceAll(/\t+/gu, " | "))
    .map((text) => text.replaceAll(/^[\s|]+|[\s|]+$/gu, ""))
    .filter((text) => text !== "");
  const { facts, provisions } = readPlainLaw(
    paragraphs.map((text) => ({ text })),
    file.facts.language,
  );
  return { facts: { ...facts, ...statusOf(document.getHeaders()) }, provisions };
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
