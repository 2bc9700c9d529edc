import { ReadError } from "./reading.ts";
import { zeroByte } from "./decode.ts";
import { zipEntries } from "./zip-entries.ts";

/** What a file is, whatever its name says: each kind has a reader. */
export type Kind = "justice-canada" | "akoma-ntoso" | "json" | "markdown" | "html" | "pdf" | "doc" | "docx" | "text";

/** Enough of a text to tell what it is. */
const headLength = 65_536;

/** In bytes. The longest law of the corpus, a whole code, has 2.8 MB; reading takes some ten times as much memory. */
const largestText = 25_000_000;

/**
 * The kind of a file by its content; the name only tells Markdown from plain text, which look alike. Throws a
 * `ReadError` for an empty or encrypted file and for one that no reader reads, and says what it is.
 */
export function kindOf(bytes: Uint8Array, path: string): Kind {
  if (bytes.length === 0) throw new ReadError("The file is empty.");
  const head = Buffer.from(bytes.subarray(0, headLength));
  if (head.subarray(0, 1024).includes("%PDF-")) return "pdf";
  if (head.subarray(0, 8).equals(Buffer.from("d0cf11e0a1b11ae1", "hex"))) return officeKind(bytes);
  if (head.subarray(0, 4).equals(Buffer.from("PK\x03\x04"))) return archiveKind(bytes);
  refuseBinary(bytes);
  if (bytes.length > largestText) {
    throw new ReadError(
      `The text has ${Math.round(bytes.length / 1_000_000)} MB; ${largestText / 1_000_000} are allowed.`,
    );
  }
  return textKind(headText(bytes), path);
}

/** An Office file up to 2003, or an encrypted one of any year: both are OLE2 containers, with stream names in UTF-16. */
function officeKind(bytes: Uint8Array): Kind {
  const has = (stream: string): boolean => Buffer.from(bytes).includes(Buffer.from(stream, "utf16le"));
  if (has("EncryptedPackage")) throw new ReadError("The Office file is encrypted: it needs a password.");
  if (has("WordDocument")) return "doc";
  throw new ReadError("This is an Office file of the years 1997 to 2003, but not a Word document.");
}

function archiveKind(bytes: Uint8Array): Kind {
  const entries = zipEntries(bytes);
  if (entries.some((entry) => entry.isEncrypted)) throw new ReadError("The archive is encrypted: it needs a password.");
  if (entries.some((entry) => entry.name.startsWith("word/"))) return "docx";
  const names = entries.slice(0, 3).map((entry) => entry.name);
  throw new ReadError(`This is a ZIP archive, but not a Word document; it holds ${names.join(", ") || "nothing"}.`);
}

const signatures: [string, string][] = [
  ["89504e47", "a PNG picture"],
  ["ffd8ff", "a JPEG picture"],
  ["47494638", "a GIF picture"],
  ["49492a00", "a TIFF picture"],
  ["4d4d002a", "a TIFF picture"],
  ["1f8b", "a gzip archive"],
  ["425a68", "a bzip2 archive"],
  ["377abcaf", "a 7z archive"],
  ["52617221", "a RAR archive"],
  ["504b0506", "an empty ZIP archive"],
  ["7b5c727466", "an RTF document"],
  ["7f454c46", "a program"],
  ["4d5a9000", "a program"],
];

function refuseBinary(bytes: Uint8Array): void {
  const start = Buffer.from(bytes.subarray(0, 8)).toString("hex");
  const name = signatures.find(([signature]) => start.startsWith(signature))?.[1];
  if (name !== undefined) throw new ReadError(`This is ${name}, which no reader reads.`);
  const isUtf16 = start.startsWith("fffe") || start.startsWith("feff");
  const zero = isUtf16 ? -1 : bytes.indexOf(0);
  if (zero >= 0) throw new ReadError(`This is not a text: ${zeroByte}`, `byte ${zero + 1}`);
}

/** Every mark that tells the kinds of text apart is ASCII, so the encoding matters only where it is UTF-16. */
function headText(bytes: Uint8Array): string {
  const head = bytes.subarray(0, headLength);
  const encoding =
    head[0] === 0xff && head[1] === 0xfe ? "utf-16le" : head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(head).trimStart();
}

function textKind(text: string, path: string): Kind {
  if (text === "") throw new ReadError("The file holds nothing but blanks.");
  if (/^(?:\{\s*["}]|\[\s*[[{"\]])/u.test(text)) return "json";
  const root = rootTag(text);
  if (root !== undefined) return markupKind(root, text);
  if (/\.(?:md|markdown)$/iu.test(path)) return "markdown";
  const headings = text.match(/^#{1,6} \S/gmu)?.length ?? 0;
  return /^---[ \t]*\r?\n[ \t]*[\w-]+[ \t]*:/u.test(text) || headings >= 2 ? "markdown" : "text";
}

/** The first tag of a text that begins with one; declarations, comments and processing instructions may stand before it. */
function rootTag(text: string): string | undefined {
  const rest = text.replace(/^(?:\s|<\?[^>]*>|<!--[^]*?-->|<!DOCTYPE[^[>]*(?:\[[^\]]*\])?[^>]*>)*/iu, "");
  return /^<[\p{L}_][^<>]*>/u.exec(rest)?.[0];
}

/** Elements that begin a page or a fragment of one. */
const htmlNames =
  /^(?:html|head|body|title|meta|link|script|style|div|p|span|h[1-6]|table|tr|td|ul|ol|li|a|b|i|strong|em|font|center|br|hr|section|article|main|header)$/u;

function markupKind(root: string, text: string): Kind {
  const name = /^<(?:[\w.-]+:)?([\w.-]+)/u.exec(root)?.[1] ?? "";
  if (name === "Statute" || name === "Regulation") return "justice-canada";
  if (name === "akomaNtoso" && /akomantoso\.org|legaldocml|akn/iu.test(root)) return "akoma-ntoso";
  if (htmlNames.test(name.toLowerCase()) || /^<!doctype html/iu.test(text)) return "html";
  throw new ReadError(`This is XML of a kind that no reader reads: its root is <${name}>.`);
}
