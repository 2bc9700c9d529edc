import { type Kind, kindOf } from "./kind.ts";
import { ReadError, type Reader, type Reading, type SourceFile } from "./reading.ts";

/** Each reader is loaded when its kind first comes: a run over Markdown never loads the PDF library. */
const readers: Record<Kind, () => Promise<Reader>> = {
  "justice-canada": async () => (await import("./justice-canada.ts")).readJusticeCanada,
  "akoma-ntoso": async () => (await import("./akoma-ntoso.ts")).readAkomaNtoso,
  json: async () => (await import("./law-json.ts")).readLawJson,
  markdown: async () => (await import("./markdown.ts")).readMarkdown,
  html: async () => (await import("./html.ts")).readHtml,
  pdf: async () => (await import("./pdf.ts")).readPdf,
  doc: async () => (await import("./doc.ts")).readDoc,
  docx: async () => (await import("./docx.ts")).readDocx,
  text: async () => (await import("./text.ts")).readText,
};

/**
 * Reads a law of any format, by its content. Throws a `ReadError` that says what is wrong with the file, also when nothing
 * is wrong but it holds no law: no text (unless it is a repealed shell), or no title anywhere.
 */
export async function readLaw(file: SourceFile): Promise<Reading> {
  const read = await readers[kindOf(file.bytes, file.path)]();
  const reading = await read(file);
  const facts = { ...reading.facts, ...file.facts };
  const isShell = [reading.facts.status, file.facts.status].some((status) => status?.startsWith("repealed") === true);
  if (!isShell && facts.textStatus !== "title-only" && reading.provisions.every((provision) => provision.text === "")) {
    throw new ReadError("The file has no text of a law.");
  }
  if ((facts.title ?? "").trim() === "")
    throw new ReadError("The law has no title: neither the file nor its manifest names it.");
  return reading;
}
