import { load } from "cheerio";

/**
 * One paragraph as it is shown and searched: character references decoded, wrapped lines joined, runs of blanks
 * collapsed, invisible characters and the Arabic tatweel gone, presentation forms folded, in NFC. What carries meaning
 * stays: superscript digits (`226¹`), full-width marks, Arabic vowel signs, Arabic-Indic digits.
 */
export function cleanText(text: string): string {
  if (isClean(text)) return text;
  return joinLines(foldPresentationForms(decodeReferences(text)).replaceAll(/\u2011/gu, "-"))
    .replaceAll(invisible, "")
    .replaceAll(/\p{Surrogate}/gu, "\uFFFD") // with the u flag: half a pair only, which no index accepts
    .replaceAll(/\s+/gu, " ")
    .trim()
    .normalize("NFC");
}

/** Most lines of European laws: their letters and marks, single blanks. They need none of the twelve passes. */
function isClean(text: string): boolean {
  return !/[^ -%'-~À-ÿ‘’“”–—]| {2}|^ | $/u.test(text);
}

/** Controls other than white space, soft hyphen, tatweel, zero-width characters, and the marks that steer the direction of writing. */
const invisible =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u061C\u0640\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu;

/** `qu&iacute;mica` → `química`. A reference without its semicolon is left alone: `R&D`, `a&b`. */
function decodeReferences(text: string): string {
  return text.replaceAll(/(?:&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});)+/giu, (run) =>
    load(run, null, false).text(),
  );
}

/**
 * Arabic presentation forms, Kangxi radicals and CJK compatibility characters come from fonts and PDF files; the same
 * word typed by a person has other code points. Only these are folded: NFKC of the whole text would make `226¹` 2261.
 */
function foldPresentationForms(text: string): string {
  return text.replaceAll(
    /[\u2E80-\u2FDF\uF900-\uFAFF\uFB50-\uFDFF\uFE30-\uFE4F\uFE70-\uFEFC\u{2F800}-\u{2FA1F}]/gu,
    (character) => character.normalize("NFKC"),
  );
}

/**
 * A line end inside a paragraph is a blank, except between Chinese or Japanese characters, which have none, and after
 * a hyphen that divides a word: `prohi-⏎bited` → `prohibited`, but `non-⏎State` → `non-State`.
 */
function joinLines(text: string): string {
  return text
    .replaceAll(/\u0085/gu, "\n")
    .replaceAll(/\u00AD[^\S\r\n]*[\r\n]\s*/gu, "")
    .replaceAll(/(?<=\p{L})-[^\S\r\n]*[\r\n]\s*(?=\p{Ll})/gu, "")
    .replaceAll(/(?<=\p{L}-)[^\S\r\n]*[\r\n]\s*(?=\p{L})/gu, "")
    .replaceAll(
      /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3001-\u303F\uFF00-\uFF60])[^\S\r\n]*[\r\n]\s*(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3001-\u303F\uFF00-\uFF60])/gu,
      "",
    );
}
