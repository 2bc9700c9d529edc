import { isUtf8 } from "node:buffer";
import { analyse } from "chardet";
import { ReadError } from "./reading.ts";

/**
 * The text of a file in any encoding laws come in: by its byte order mark, else UTF-8, else the encoding it declares
 * (HTML, XML), else the one its bytes look like. Throws a `ReadError` with the byte where UTF-8 is cut or damaged,
 * and for a zero byte, which no text has.
 */
export function decode(bytes: Uint8Array): string {
  const text = decodeMarked(bytes) ?? decodeUtf8(bytes) ?? decodeLegacy(bytes);
  const zero = text.indexOf("\0");
  if (zero >= 0) throw new ReadError(`This is not a text: ${zeroByte}`, `character ${zero + 1}`);
  return text;
}

/** Said of a binary file and of UTF-16 that does not say it is UTF-16. */
export const zeroByte = "it has zero bytes (a binary file, or UTF-16 without a byte order mark).";

function decodeMarked(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return undefined;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(bytes); // Takes the byte order mark off.
  if (isUtf8(bytes)) return text;
  const inFile = Buffer.from(bytes).toString("latin1").split("\xEF\xBF\xBD").length - 1; // Replacement characters of its own.
  const damaged = text.split("\uFFFD").length - 1 - inFile;
  const whole = text.replaceAll(/[\0-\x7F\uFFFD]/gu, "").length;
  if (whole < damaged * 4) return undefined; // Another encoding: what looked like UTF-8 was chance.
  const place = firstDamage(bytes, text);
  throw new ReadError(
    place >= bytes.length - 3
      ? "The file ends in the middle of a character: it was cut."
      : `The file is damaged: ${damaged} ${damaged === 1 ? "character is" : "characters are"} not UTF-8.`,
    `byte ${place + 1}`,
  );
}

/** Where the bytes first stop being UTF-8. A replacement character that the file itself holds is no damage. */
function firstDamage(bytes: Uint8Array, text: string): number {
  const markLength = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let byte = markLength;
  for (const piece of text.split("\uFFFD")) {
    byte += Buffer.byteLength(piece);
    if (bytes[byte] !== 0xef || bytes[byte + 1] !== 0xbf || bytes[byte + 2] !== 0xbd) return byte;
    byte += 3;
  }
  return byte;
}

/** Encodings of the six languages that came before UTF-8. */
const legacyEncodings = new Set(
  [
    "windows-1251",
    "windows-1252",
    "windows-1256",
    "KOI8-R",
    "ISO-8859-1",
    "ISO-8859-5",
    "ISO-8859-6",
    "GB18030",
    "Big5",
  ].map((name) => name.toLowerCase()),
);

function decodeLegacy(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 1_000_000);
  const declared = /<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]+)/iu.exec(
    Buffer.from(sample.subarray(0, 4096)).toString("latin1"),
  )?.[1];
  const likely = analyse(sample).map((match) => match.name);
  for (const name of [declared ?? "", ...likely]) {
    if (name !== declared && !legacyEncodings.has(name.toLowerCase())) continue;
    const text = decodeAs(name, bytes);
    if (text !== undefined) return text;
  }
  throw new ReadError(
    "The encoding of the file is not known: it is neither UTF-8 nor any older encoding of the six languages.",
  );
}

/** Undefined where the bytes are not that encoding, or there is no such encoding. */
function decodeAs(name: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}
