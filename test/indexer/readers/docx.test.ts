import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readDocx } from "#indexer/readers/docx.ts";
import type { Reading } from "#indexer/readers/reading.ts";
import { writeZip, type ZipPart } from "../../support/write-zip.ts";

async function read(bytes: Uint8Array): Promise<Reading> {
  return readDocx({ path: "law.docx", bytes, facts: { language: "fr" } });
}

const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A Word document of the fewest parts. */
function documentOf(body: string, more: ZipPart[] = []): Uint8Array {
  return writeZip([
    {
      name: "[Content_Types].xml",
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    },
    {
      name: "_rels/.rels",
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: "word/document.xml",
      content: `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${relations}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>${body}</w:body></w:document>`,
    },
    ...more,
  ]);
}

function paragraph(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

describe("readDocx(file)", () => {
  it("reads headings, articles, lists, and tables as schedules", async () => {
    const bytes = readFileSync(resolve(import.meta.dirname, "../../input/readers/docx/law-fr.docx"));
    const { facts, provisions } = await read(bytes);
    expect(facts.title).toBe("Loi no 2014-7 relative aux substances de l'Exemplie");
    expect(provisions.map(({ anchor, path }) => [anchor, path.join(" > ")])).toEqual([
      ["preamble", ""],
      ["art-1", "TITRE Ier Dispositions générales"],
      ["art-2", "TITRE Ier Dispositions générales"],
      ["art-3-bis", "TITRE Ier Dispositions générales > CHAPITRE II - Sanctions"],
      ["sch-i", ""],
    ]);
    expect(provisions[2]).toMatchObject({
      label: "Article 2",
      heading: "Transfert",
      text: "Nul ne peut transférer une substance sans autorisation.",
    });
    expect(provisions[3]?.text).toBe(
      "Est puni de cinq ans d’emprisonnement :\nle fait de fabriquer une arme ;\nle fait de la céder.",
    );
    expect(provisions[4]).toMatchObject({
      kind: "schedule",
      heading: "Liste des substances",
      text: "Numéro | Nom\n1 | Sarin",
    });
  });

  it("opens no file that a picture links to", async () => {
    const picture = `<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="r9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
    const links = {
      name: "word/_rels/document.xml.rels",
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="${relations}/image" Target="file:///dev/zero" TargetMode="External"/></Relationships>`,
    };
    const { provisions } = await read(
      documentOf(`${paragraph("Loi")}${picture}${paragraph("Article 1er. - Les mots de la loi.")}`, [links]),
    );
    expect(provisions.map(({ text }) => text)).toEqual(["Les mots de la loi."]);
  });

  it("refuses a document that unpacks to far more than its size", async () => {
    const bomb = documentOf(paragraph("A".repeat(30_000_000)));
    await expect(read(bomb)).rejects.toThrow("200 times its size");
  });

  it("refuses a document with a document type declaration", async () => {
    const parts = [{ name: "word/styles.xml", content: '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>' }];
    await expect(read(documentOf(paragraph("Loi"), parts))).rejects.toThrow("document type");
  });

  it("refuses a document whose words are no XML", async () => {
    await expect(read(documentOf("<w:p><w:r>"))).rejects.toThrow("damaged");
  });
});
