import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { kindOf } from "#indexer/readers/kind.ts";
import { writeZip } from "../../support/write-zip.ts";

const input = resolve(import.meta.dirname, "../../input/readers");

function kindOfText(text: string, path = "law.txt"): string {
  return kindOf(Buffer.from(text), path);
}

describe("kindOf(bytes, path)", () => {
  it.each([
    ["doc/law.doc", "doc"],
    ["docx/law-fr.docx", "docx"],
    ["html/emirates.html", "html"],
    ["html/russian-portal.html", "html"],
    ["html/generic-es-windows-1252.html", "html"],
    ["markdown/peruvian.md", "markdown"],
    ["pdf/law-ru.pdf", "pdf"],
    ["text/wrapped-zh.txt", "text"],
    ["text/law-utf-16le.txt", "text"],
    ["xml/canada-act-en.xml", "justice-canada"],
    ["xml/akoma-ntoso-3.xml", "akoma-ntoso"],
    ["json/law.json", "json"],
  ])("tells %s", (name, kind) => {
    expect(kindOf(readFileSync(resolve(input, name)), name)).toBe(kind);
  });

  it("goes by the content where the name says something else", () => {
    expect(kindOf(readFileSync(resolve(input, "pdf/law-ru.pdf")), "law.md")).toBe("pdf");
    expect(kindOfText("<!DOCTYPE html>\n<html><body>x</body></html>", "law.md")).toBe("html");
    expect(kindOfText('\uFEFF<?xml version="1.0"?>\n<!-- x -->\n<Statute xml:lang="en"/>', "law.json")).toBe(
      "justice-canada",
    );
    expect(kindOfText('{ "title": "Act" }', "law.txt")).toBe("json");
  });

  it("tells XHTML and fragments of a page from other XML", () => {
    expect(kindOfText('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>')).toBe("html");
    expect(kindOfText("<div class='law'><p>Article 1</p></div>")).toBe("html");
  });

  it("takes a text with front matter or headings for Markdown, and one that only looks like JSON for a text", () => {
    expect(kindOfText("---\ntitle: Act\n---\n")).toBe("markdown");
    expect(kindOfText("# Act\n\n## Article 1\n")).toBe("markdown");
    expect(kindOfText("[1] The Act.\n# 5 is a number")).toBe("text");
    expect(kindOfText("Plain words", "act.md")).toBe("markdown");
  });

  it.each<[string, Uint8Array | string, RegExp]>([
    ["an empty file", "", /empty/u],
    ["a file of blanks", " \n\t ", /nothing but blanks/u],
    ["a picture", Buffer.from("89504e470d0a1a0a", "hex"), /a PNG picture/u],
    ["an RTF document", String.raw`{\rtf1 text}`, /an RTF document/u],
    ["a binary file", Buffer.from("text\0more"), /zero bytes/u],
    [
      "an archive of something else",
      writeZip([{ name: "xl/workbook.xml", content: "<x/>" }]),
      /ZIP archive.*xl\/workbook\.xml/u,
    ],
    ["a cut archive", readFileSync(resolve(input, "docx/law-fr.docx")).subarray(0, 9000), /was cut/u],
    ["XML of an unknown root", '<?xml version="1.0"?><rss version="2.0"/>', /root is <rss>/u],
    ["another Office file", compoundFile("Workbook"), /not a Word document/u],
    ["an encrypted Office file", compoundFile("EncryptedPackage"), /encrypted/u],
  ])("says what %s is", (_, content, reason) => {
    expect(() => kindOf(Buffer.from(content), "law.txt")).toThrow(reason);
  });

  it("refuses a text that no law is as long as", () => {
    expect(() => kindOf(Buffer.alloc(26_000_000, "x"), "law.txt")).toThrow("The text has 26 MB; 25 are allowed");
  });

  it("says where the first zero byte is", () => {
    expect(() => kindOf(Buffer.from("text\0more"), "law.txt")).toThrow(expect.objectContaining({ place: "byte 5" }));
  });
});

/** The beginning of an OLE2 container with the name of one stream. */
function compoundFile(stream: string): Uint8Array {
  return Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(504), Buffer.from(stream, "utf16le")]);
}
