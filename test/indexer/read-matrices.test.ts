import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { columnsOf, templates } from "#data/matrix-rows.ts";
import type { Matrix } from "#domain/matrices.ts";
import { readMatrices } from "#indexer/read-matrices.ts";
import { writePdf, type PdfText } from "../support/write-pdf.ts";
import { writeZip } from "../support/write-zip.ts";

const samples = join(import.meta.dirname, "../input/matrices");
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "compendium-test-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function read(name: string, content: Uint8Array) {
  const path = join(folder, name);
  await writeFile(path, content);
  return readMatrices(path);
}

const cellOf = (matrix: Matrix | undefined, column: string) => matrix?.cells.find((cell) => cell.column === column);

/** A matrix of our own in the layout of the published ones: what differs between the forms is how it is written. */
const head = [
  "1540 COMMITTEE MATRIX",
  "State: Kenya",
  "Date of Report: 20 July 2005",
  "Date of First Addendum: 3 March 2008",
  "Date of Committee Approval: 30 December 2010",
];
const prohibitions = {
  heading: "OP 2 - Nuclear, chemical and biological weapons",
  names: ["N", "C", "B", "Source", "N", "C", "B", "Source", "Remarks"],
};
const nuclear = {
  heading: "OP 3 (a) and (b) - Account for, secure, physically protect NUCLEAR WEAPONS (NW)",
  names: ["YES", "Source", "YES", "Source", "Remarks"],
};
const rows = {
  prohibitions: [
    ["1", "manufacture", "X", "X", "?", "Penal Code, s. 12", "X", "", "NA", "Penal Code, s. 13", "p. 4 of the report"],
    ["2", "acquire", "", "X", "", "Weapons Act, s. 3", "", "", "", "", ""],
    ["3", "possess", "yes", "", "", "", "", "", "", "", ""],
  ],
  nuclear: [["1", "account for production", "X", "", "NA", "", ""]],
};

describe("readMatrices(path) of tables", () => {
  it("reads a line a cell, and names line, column and what was expected of the others", async () => {
    const { records, rejects } = await readMatrices(join(samples, "cells.csv"));
    expect(records.map(({ id, published, cells }) => [id, published, cells.length])).toEqual([
      ["2011/KEN", true, 4],
      ["2011/PER", false, 1],
    ]);
    const kenya = records[0];
    expect(kenya).toMatchObject({
      template: "2008",
      date: "2011-04",
      reportDates: ["2005-07-20", "2008-03"],
      demonstration: false,
    });
    expect(cellOf(kenya, "OP2.05-CW-framework")).toEqual({
      column: "OP2.05-CW-framework",
      value: "X",
      basis: "national-report",
      sources: ["Weapons Act, s. 3", "https://example.org/act"],
    });
    expect(cellOf(kenya, "OP2.05-BW-framework")?.value).toBe("Q");
    expect(cellOf(kenya, "OP1.07-ALL-framework")?.value).toBe("BLANK");
    expect(rejects.map(({ place, reason }) => `${place}: ${reason}`)).toEqual([
      'line 7: column "state": "Kenia" does not fit: the code of a Member State, as in KEN, is expected',
      'line 8: column "row": "OP2.99" does not fit: a row of template 2008 is expected, as OP1.01; docs/matrices.md says where they are listed',
      'line 9: column "sources": it is empty: a value X needs a source',
      'line 10: column "value": "maybe" does not fit: X, ?, NA, BLANK, NOT_CODED or an empty cell is expected',
      'line 13: column "row": "OP3NW.01" does not fit: template 2008 does not ask it for weapon CW and facet framework',
      "line 11: an earlier line has this cell",
      'line 12: column "published": an earlier line of 2011/KEN says "yes", this one "no"',
    ]);
  });
});

describe("readMatrices(path) of the published form", () => {
  it.each([
    ["docx", () => docx()],
    ["pdf", () => pdf()],
  ] as const)(
    "reads a %s: State, dates, values by weapon and facet with their sources, remarks",
    async (format, write) => {
      const { records } = await read(`kenya.${format}`, write());
      expect(records).toHaveLength(1);
      const [matrix] = records;
      expect(matrix).toMatchObject({
        id: "2010/KEN",
        template: "2008",
        date: "2010-12-30",
        reportDates: ["2005-07-20", "2008-03-03"],
        review: "approved",
        published: true,
        demonstration: false,
      });
      expect(cellOf(matrix, "OP2.01-NW-framework")).toEqual({
        column: "OP2.01-NW-framework",
        value: "X",
        sources: ["Penal Code, s. 12"],
        remark: "p. 4 of the report",
      });
      expect(cellOf(matrix, "OP2.01-BW-framework")).toMatchObject({ value: "Q", sources: ["Penal Code, s. 12"] });
      expect(cellOf(matrix, "OP2.01-CW-enforcement")).toMatchObject({ value: "BLANK", sources: [] });
      expect(cellOf(matrix, "OP2.01-BW-enforcement")).toMatchObject({ value: "NA", sources: [] });
      expect(cellOf(matrix, "OP2.02-CW-framework")).toMatchObject({ value: "X", sources: ["Weapons Act, s. 3"] });
      expect(cellOf(matrix, "OP3NW.01-NW-framework")).toMatchObject({
        value: "X",
        sources: ["Matrix of Kenya, approved 2010-12-30"],
      });
      expect(cellOf(matrix, "OP3NW.01-NW-enforcement")?.value).toBe("NA");
    },
  );

  it.each([
    ["docx", () => docx()],
    ["pdf", () => pdf()],
  ] as const)("lists what it could not read of a %s", async (format, write) => {
    const { rejects } = await read(`kenya.${format}`, write());
    const said = rejects.map(({ place, reason }) => `${place}: ${reason}`);
    expect(said).toContain(
      'OP2, row 3: "yes" in column N of framework is not X, ?, NA or blank; the cell is not coded',
    );
    expect(said).toContain("OP2: rows 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 were not found; their cells are not coded");
    expect(said).toContain("OP3CW: the block was not found; its cells are not coded");
    expect(rejects.every(({ path }) => path === `kenya.${format}`)).toBe(true);
  });

  it("says what is missing in a document that is no matrix, and takes a draft for one that is not published", async () => {
    const { records, rejects } = await read("letter.docx", docx(["Dear Sir"], []));
    expect(records).toEqual([]);
    expect(rejects[0]?.reason).toMatch(/does not say its State.+; nor the date.+; nor blocks/u);
    const draft = await read("draft.docx", docx(["DRAFT", ...head]));
    expect(draft.records[0]).toMatchObject({ published: false, review: "draft" });
    const broken = await read("broken.pdf", Buffer.from("%PDF-1.4 and no more"));
    expect(broken.rejects).toEqual([{ path: "broken.pdf", reason: "The PDF is damaged and cannot be read." }]);
  });
});

describe("data/matrix-rows.csv", () => {
  it("asks 330 to 390 cells in each version, each of an obligation of the taxonomy", () => {
    expect([...templates.keys()]).toEqual(["2005", "2008", "2013", "2017"]);
    for (const template of templates.keys()) {
      const keys = columnsOf(template).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.length).toBeGreaterThanOrEqual(330);
      expect(keys.length).toBeLessThanOrEqual(390);
    }
  });

  it("keeps the code of a row from version to version for the same question alone", () => {
    const asked = new Map<string, string>();
    for (const row of [...templates.values()].flat()) {
      const question = JSON.stringify([row.obligation, row.weapons, row.facets, row.text]);
      expect(asked.get(row.row) ?? question, row.row).toBe(question);
      asked.set(row.row, question);
    }
  });
});

function docx(
  lines = head,
  tables = [
    { ...prohibitions, rows: rows.prohibitions },
    { ...nuclear, rows: rows.nuclear },
  ],
) {
  const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
  const row = (cells: readonly string[]) =>
    `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join("")}</w:tr>`;
  const body = [
    ...lines.map(paragraph),
    ...tables.map(
      ({ heading, names, rows: all }) =>
        `${paragraph(heading)}<w:tbl>${[["", "", ...names], ...all].map(row).join("")}</w:tbl>`,
    ),
  ].join("");
  const types = "http://schemas.openxmlformats.org/package/2006";
  return writeZip([
    {
      name: "[Content_Types].xml",
      content: `<Types xmlns="${types}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    },
    {
      name: "_rels/.rels",
      content: `<Relationships xmlns="${types}/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: "word/document.xml",
      content: `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    },
  ]);
}

/** Columns begin at fixed places; each block is on a page of its own. */
function pdf() {
  const wide = [40, 60, 200, 230, 260, 290, 430, 460, 490, 520, 680];
  const narrow = [40, 60, 230, 290, 490, 520, 680];
  const line = (y: number, cells: readonly string[], places: readonly number[]): PdfText[] =>
    cells.flatMap((text, at) => (text === "" ? [] : [{ x: places[at]!, y, text }]));
  return writePdf([
    head.map((text, at) => ({ x: 40, y: 550 - at * 20, text })),
    [
      { x: 40, y: 560, text: prohibitions.heading },
      ...line(530, ["", "", ...prohibitions.names], wide),
      ...rows.prohibitions.flatMap((cells, at) => line(500 - at * 30, cells, wide)),
      { x: 420, y: 20, text: "2" },
    ],
    [
      { x: 40, y: 560, text: nuclear.heading },
      ...line(530, ["", "", ...nuclear.names], narrow),
      ...rows.nuclear.flatMap((cells, at) => line(500 - at * 30, cells, narrow)),
    ],
  ]);
}
