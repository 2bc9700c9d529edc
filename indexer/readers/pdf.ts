import { createRequire } from "node:module";
import { dirname } from "node:path";
import { setImmediate } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import type { Paragraph } from "./editorial-remarks.ts";
import { linesOf, type Piece } from "./pdf-lines.ts";
import { pdfParagraphs } from "./pdf-paragraphs.ts";
import { readPlainLaw } from "./plain-law.ts";
import { ReadError, type Reading, type SourceFile } from "./reading.ts";

/** Reads a PDF with a text layer. */
export async function readPdf(file: SourceFile): Promise<Reading> {
  return readPlainLaw(await pdfTexts(file.bytes), file.facts.language);
}

/**
 * The paragraphs of a PDF with a text layer. Throws a `ReadError` with the page for one that is encrypted or damaged,
 * and for scans, which have no text.
 */
export async function pdfTexts(bytes: Uint8Array): Promise<Paragraph[]> {
  const pages = (await pdfPieces(bytes)).map((pieces) => linesOf(pieces));
  const withText = pages.filter((page) => page.length > 0).length;
  if (withText * 2 < pages.length || withText === 0) {
    throw new ReadError(
      `${pages.length - withText} of ${pages.length} pages have no text, only pictures: the file needs OCR.`,
      "page 1",
    );
  }
  return pdfParagraphs(pages);
}

const folder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

/** The runs of glyphs of each page. Throws a `ReadError` as `readPdf` does. */
export async function pdfPieces(bytes: Uint8Array): Promise<Piece[][]> {
  const { getDocument } = await loadPdfjs();
  const task = getDocument({
    data: Uint8Array.from(bytes), // pdf.js takes the buffer for itself.
    cMapUrl: `${folder}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${folder}/standard_fonts/`,
    isEvalSupported: false,
    enableXfa: false,
    verbosity: 0,
  });
  process.on("unhandledRejection", ignoreOfPdfjs);
  try {
    return await piecesOfPages(await task.promise);
  } catch (error) {
    if (error instanceof ReadError) throw error;
    if (error instanceof Error && error.name === "PasswordException")
      throw new ReadError("The PDF is encrypted: it needs a password.", undefined, error);
    throw new ReadError("The PDF is damaged and cannot be read.", undefined, error);
  } finally {
    await task.destroy();
    await setImmediate(); // Node reports promises that nobody holds after the current turn.
    process.off("unhandledRejection", ignoreOfPdfjs);
  }
}

/** For some damaged files pdf.js rejects promises that nobody holds, which would end the process; the file is read or refused all the same. */
function ignoreOfPdfjs(reason: unknown): void {
  if (!(reason instanceof Error) || !/pdf(?:\.worker\.min)?\.mjs/u.test(reason.stack ?? "")) throw reason;
}

/** pdf.js asks for these classes of a browser when it is loaded, and needs them only for drawing. */
async function loadPdfjs(): Promise<typeof import("pdfjs-dist")> {
  for (const name of ["DOMMatrix", "ImageData", "Path2D"]) {
    if (!(name in globalThis))
      Object.defineProperty(globalThis, name, { value: Object, configurable: true, writable: true });
  }
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  // The other build of the worker has a source map of 6 MB, which tsx makes Node read.
  pdfjs.GlobalWorkerOptions.workerSrc = pathToFileURL(`${folder}/legacy/build/pdf.worker.min.mjs`).href;
  return pdfjs;
}

async function piecesOfPages(document: PDFDocumentProxy): Promise<Piece[][]> {
  const pages: Piece[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    try {
      const page = await document.getPage(number);
      pages.push(await piecesOf(page));
      page.cleanup();
    } catch (error) {
      throw new ReadError("The page is damaged and cannot be read.", `page ${number}`, error);
    }
  }
  return pages;
}

async function piecesOf(page: PDFPageProxy): Promise<Piece[]> {
  const { items } = await page.getTextContent();
  return items.flatMap((item): Piece[] => {
    if (!("str" in item)) return [];
    const [, , , , x = 0, y = 0] = item.transform.map(Number);
    return [{ text: foldRadicals(item.str), x, y, width: item.width, height: item.height, font: item.fontName }];
  });
}

/** Radicals of the CJK supplement that fonts put in place of whole characters; NFKC folds the Kangxi radicals only. */
const radicals = [..."⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳"];
const characters = [..."母民虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟"];

function foldRadicals(text: string): string {
  return text.replaceAll(/[\u2E80-\u2EFF]/gu, (radical) => characters[radicals.indexOf(radical)] ?? radical);
}
