import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Language } from "#domain/languages.ts";
import { linesOf, type Piece } from "#indexer/readers/pdf-lines.ts";
import { pdfParagraphs } from "#indexer/readers/pdf-paragraphs.ts";
import { readPdf } from "#indexer/readers/pdf.ts";
import type { Reading } from "#indexer/readers/reading.ts";

function bytesOf(name: string): Uint8Array {
  return readFileSync(resolve(import.meta.dirname, "../../input/readers/pdf", name));
}

async function read(bytes: Uint8Array, language: Language): Promise<Reading> {
  return readPdf({ path: "law.pdf", bytes, facts: { language } });
}

describe("readPdf(file)", () => {
  it("reads articles over lines and pages, without page heads, page numbers and the hyphens of line ends", async () => {
    const { facts, provisions } = await read(bytesOf("law-ru.pdf"), "ru");
    expect(facts).toEqual({
      title: "ЗАКОН ПРИМЕРИИ О КОНТРОЛЕ ЗА ВЕЩЕСТВАМИ",
      type: "act",
      number: "12-З",
      adopted: "2015-05-05",
      year: 2015,
    });
    expect(provisions).toEqual([
      {
        anchor: "art-1",
        kind: "article",
        label: "Статья 1",
        heading: "Сфера действия настоящего Закона",
        path: ["ГЛАВА 1. ОБЩИЕ ПОЛОЖЕНИЯ"],
        text: "1. Настоящий Закон регулирует предпринимательскую деятельность с опасными веществами в Примерии и за ее пределами.\n2. Нормативно-правовые акты, договоры и нормативно-правовые обычаи применяются вместе со статьей 3¹.",
      },
      {
        anchor: "art-2",
        kind: "article",
        label: "Статья 2",
        heading: "Учет",
        path: ["ГЛАВА 1. ОБЩИЕ ПОЛОЖЕНИЯ"],
        text: "Владелец вещества ведет журнал учета, в который записывает каждую передачу.",
      },
      {
        anchor: "art-3.1",
        kind: "article",
        label: "Статья 3.1",
        heading: "Передача третьим лицам",
        path: ["ГЛАВА 2. ОТВЕТСТВЕННОСТЬ"],
        text: "Передача без разрешения запрещена.",
      },
      {
        anchor: "art-4",
        kind: "article",
        label: "Статья 4",
        heading: "Вступление в силу",
        path: ["ГЛАВА 2. ОТВЕТСТВЕННОСТЬ"],
        text: "Закон вступает в силу со дня опубликования.",
      },
    ]);
  });

  it("reads Arabic that the file holds glyph by glyph, with figures, symbols and brackets the right way round", async () => {
    const { facts, provisions } = await read(bytesOf("law-ar.pdf"), "ar");
    expect(facts.title).toBe("قانون رقم (7) لسنة 2014 في شأن المواد الخطرة");
    expect(provisions.map(({ anchor, label, heading, text }) => [anchor, label, heading, text])).toEqual([
      [
        "art-1",
        "المادة (1)",
        "التعاريف",
        "المادة الكيميائية: كل مادة مدرجة في الجدول (أ) من هذا القانون، عملاً بالقرار S/RES/1540 (2004) المؤرخ 28/4/2004.",
      ],
      [
        "art-2",
        "المادة (2)",
        "الترخيص",
        "لا يجوز استيراد المواد «المزدوجة الاستخدام» أو تصديرها إلا بترخيص من الهيئة، خلال مدة لا تزيد على 30 يوماً.",
      ],
      ["art-3", "المادة الثالثة", undefined, "يعاقب كل من خالف أحكام المادة (2) بالغرامة."],
    ]);
  });

  it("reads Chinese: radicals as characters, justified lines without blanks", async () => {
    const { provisions } = await read(bytesOf("law-zh.pdf"), "zh");
    expect(provisions.map(({ label, path, text }) => [label, path, text])).toEqual([
      ["第一条", ["第一章 总则"], "为了实物保护，根据第1540(2004)号决议，人民政府制定本条例。"],
      ["第二条", ["第一章 总则"], "未经许可不得出口两用物，见到违法行为应当立即查处。"],
    ]);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ["a scan", bytesOf("scan.pdf"), /1 of 1 pages have no text.*needs OCR/u],
    ["an encrypted file", bytesOf("encrypted.pdf"), /needs a password/u],
    ["a cut file", bytesOf("law-ru.pdf").subarray(0, 4000), /damaged|no text/u],
    ["a file of no pages", Buffer.from("%PDF-1.4\n%%EOF"), /damaged/u],
  ])("says what is wrong with %s", async (_, bytes, reason) => {
    await expect(read(bytes, "ru")).rejects.toThrow(reason);
  });
});

/** A piece of text at a place, 5 points a character, 10 high. */
function piece(text: string, x: number, y = 700, more: Partial<Piece> = {}): Piece {
  return { text, x, y, width: text.length * 5, height: 10, font: "f1", ...more };
}

describe("linesOf(pieces)", () => {
  function lineTexts(pieces: Piece[]): string[] {
    return linesOf(pieces).map(({ text }) => text);
  }

  it("joins pieces of one height, with a blank where there is a gap, and not twice what is printed twice", () => {
    expect(
      lineTexts([piece("Зак", 10), piece("он", 25), piece("слово", 45), piece("слово", 45.2), piece("ниже", 10, 688)]),
    ).toEqual(["Закон слово", "ниже"]);
  });

  it("raises small figures that stand above the line", () => {
    expect(lineTexts([piece("статья 226", 10), piece("1", 60, 704, { height: 6 }), piece(" Кодекса", 65)])).toEqual([
      "статья 226¹ Кодекса",
    ]);
  });

  it("turns Latin phrases and figures in Arabic lines round", () => {
    const line = [piece(".28", 10), piece("/", 25), piece("4", 30), piece("/", 35), piece("2004", 40), piece("في", 70)];
    expect(lineTexts(line)).toEqual(["في 28/4/2004."]);
    expect(lineTexts([piece("(", 10), piece("UN", 15), piece(")", 25), piece("هيئة", 40)])).toEqual(["هيئة (UN)"]);
    expect(
      lineTexts([
        piece("S/RES/", 10),
        piece("1540", 40),
        piece("(", 65),
        piece("2004", 70),
        piece(")", 90),
        piece("قرار", 100),
      ]),
    ).toEqual(["قرار S/RES/1540 (2004)"]);
  });

  it("knows the ligature of lam and alif that comes apart", () => {
    expect(
      lineTexts([
        piece("يجوز", 10),
        piece("ا", 40, 700, { width: 0 }),
        piece(" ", 38, 700, { height: 0 }),
        piece("ل", 40, 700, { width: 7 }),
      ]),
    ).toEqual(["لا يجوز"]);
    expect(lineTexts([piece("إل ا بترخيص", 10)])).toEqual(["إلا بترخيص"]);
  });
});

describe("pdfParagraphs(pages)", () => {
  function paragraphsOf(...pages: Piece[][]): string[] {
    return pdfParagraphs(pages.map(linesOf)).map(({ text }) => text);
  }

  it("joins a word that lost its hyphen at a line end, where the document has it whole", () => {
    const page = [
      piece("Деятельность предпринимателя в стране свободна и ", 10, 700),
      piece("защищена законом. Права любого лица и предпринима", 10, 688),
      piece("теля равны между собой.", 10, 676),
    ];
    expect(paragraphsOf(page)).toEqual([
      "Деятельность предпринимателя в стране свободна и защищена законом. Права любого лица и предпринимателя равны между собой.",
    ]);
  });

  it("drops what comes again at the edge of most pages, and numbers that stand there", () => {
    const pages = ["первая страница", "вторая страница", "третья страница"].map((words, index) => [
      piece(`Ведомости № ${index}`, 10, 800),
      piece(`Здесь идет ${words}.`, 10, 700),
      piece(`- ${index + 5} -`, 100, 20),
    ]);
    expect(paragraphsOf(...pages)).toEqual([
      "Здесь идет первая страница.",
      "Здесь идет вторая страница.",
      "Здесь идет третья страница.",
    ]);
  });
});
