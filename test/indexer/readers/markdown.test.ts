import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { LawFacts, Provision } from "#domain/legislation.ts";
import { readMarkdown } from "#indexer/readers/markdown.ts";
import type { Reading } from "#indexer/readers/reading.ts";

function read(name: string, facts: Partial<LawFacts> = {}): Reading {
  const path = resolve(import.meta.dirname, "../../input/readers/markdown", name);
  return readMarkdown({ path: name, bytes: readFileSync(path), facts });
}

function readText(text: string, facts: Partial<LawFacts> = {}): Reading {
  return readMarkdown({ path: "law.md", bytes: Buffer.from(text), facts });
}

function anchors(reading: Reading): string[] {
  return reading.provisions.map(({ anchor }) => anchor);
}

function provision(reading: Reading, anchor: string): Provision {
  const found = reading.provisions.find((each) => each.anchor === anchor);
  if (found === undefined) throw new Error(`no ${anchor} among ${anchors(reading).join(", ")}`);
  return found;
}

describe("readMarkdown(file) of a Chinese law", () => {
  const law = read("chinese(2021-03-15).md", { language: "zh" });

  it("states title, type, number and dates; the version's date is that of the file name", () => {
    expect(law.facts).toEqual({
      language: "zh",
      title: "示例放射源管理条例",
      type: "regulation",
      number: "国务院令第901号",
      year: 2015,
      adopted: "2021-03-15",
      inForce: "2021-05-01",
    });
  });

  it("cuts at 第…条 with numbers in Western digits, and only there", () => {
    expect(anchors(law)).toEqual(["art-1", "art-2", "art-12", "art-12-1", "art-125", "sch-1", "sch-2"]);
    expect(law.provisions.map(({ label }) => label).slice(0, 5)).toEqual([
      "第一条",
      "第二条",
      "第十二条",
      "第十二条之一",
      "第一百二十五条",
    ]);
    expect(provision(law, "art-12").text).toBe("持有单位应当申请许可证。\n第十二条规定的许可证不得转让。");
  });

  it("keeps items as paragraphs of their article and puts it under its chapter and section", () => {
    expect(provision(law, "art-2").text).toBe("本条例所称放射源，包括：\n（一）密封源；\n(二)非密封源。");
    expect(provision(law, "art-2").path).toEqual(["第一章 总则", "第一节 目的"]);
    expect(provision(law, "art-12").path).toEqual(["第二章 许可"]);
  });

  it("makes schedules of 附件, named on the same or the next line", () => {
    expect(provision(law, "sch-1")).toEqual({
      anchor: "sch-1",
      kind: "schedule",
      label: "附件一",
      heading: "放射源分类表",
      path: [],
      text: "一、第一类",
    });
    expect(provision(law, "sch-2")).toMatchObject({ label: "附件2", heading: "申请表样式" });
  });

  it("leaves out the title repeated and the edition's footnote", () => {
    expect(law.provisions.map(({ text }) => text).join()).not.toMatch(/编者注|示例放射源管理条例/u);
  });

  it("cuts at the points 一、二、三、 where there is no 第…条, not at a list inside a point", () => {
    const points = read("chinese-points.md");
    expect(points.facts).toMatchObject({
      language: "zh",
      number: "法释〔2019〕99号",
      type: "court-decision",
      inForce: "2019-05-01",
    });
    expect(anchors(points)).toEqual(["preamble", "art-1", "art-2", "art-3"]);
    expect(provision(points, "art-1")).toMatchObject({ label: "一", kind: "article" });
    expect(provision(points, "art-1").text).toContain("一、书面申请；");
  });

  it("reads Traditional characters", () => {
    expect(anchors(readText("# 示例條例\n\n第一條 為示例。\n\n第二十二條 附則。"))).toEqual(["art-1", "art-22"]);
  });

  it("makes passages of a text without marks", () => {
    const text = readText("# 关于示例的解释\n\n关于示例问题，现解释如下：示例即例子。", { language: "zh" });
    expect(text.provisions).toMatchObject([{ anchor: "p-1", kind: "passage", label: "" }]);
  });
});

describe("readMarkdown(file) of a French code", () => {
  const law = read("french.md", { language: "fr" });

  it("states what the front matter states", () => {
    expect(law.facts).toEqual({
      language: "fr",
      title: "Code des matières d'exemple",
      type: "code",
      year: 2004,
      url: "https://exemple.fr/code",
    });
  });

  it("ranks headings by their words, since their # are all the same", () => {
    expect(provision(law, "art-l1333-1").path).toEqual([
      "Partie législative",
      "PARTIE 1 : PRINCIPES",
      "LIVRE Ier : RÉGIME",
      "TITRE II : CONTRÔLE",
      "Chapitre III : Matières",
      "Section 1 : Détention",
    ]);
    expect(provision(law, "art-d1").path).toEqual(["Partie réglementaire"]);
  });

  it("gives a heading to the article after it, not to the one before", () => {
    expect(provision(law, "art-r-1122-8-1")).toMatchObject({ label: "Article R*1122-8-1" });
    expect(provision(law, "art-r-1122-8-1").path.slice(-2)).toEqual([
      "Section 2 : De la diffusion des vecteurs.",
      "Sous-section 1 : Peines",
    ]);
    expect(provision(law, "art-l1333-1").text).not.toContain("vecteurs");
  });

  it("keeps the two wordings of one number, an identical one once, and no article that is only repealed", () => {
    expect(anchors(law)).toEqual([
      "art-l1",
      "art-l1333-1",
      "art-r-1122-8-1",
      "art-414",
      "art-414-2",
      "art-59-bis-a",
      "art-d1",
    ]);
    expect(provision(law, "art-59-bis-a").label).toBe("Article 59 bis A");
  });

  it("joins wrapped lines and parts items", () => {
    expect(provision(law, "art-l1333-1").text).toBe(
      "I. - La détention est soumise à autorisation :\n1° De l'autorité compétente ;\n" +
        "2° Du ministre pour les quantités visées aux articles 224-1 à 224-5, 322-6 et 432-1.",
    );
  });

  it("reads a code whose headings and articles have no #", () => {
    const plain = read("french-plain.md");
    expect(plain.facts).toMatchObject({ language: "fr", status: "partly-in-force" });
    expect(anchors(plain)).toEqual(["art-7", "art-9-bis"]);
    expect(provision(plain, "art-7")).toMatchObject({
      path: [
        "Titre Ier : Monnaies",
        "Chapitre III : Inscription et publication des actes, conventions et jugements",
        "A. - Fabrication.",
      ],
      text: "Toute infraction est punie.\nArticle 7 du présent code s'applique aussi aux complices.",
    });
  });

  it("reads articles in words and the preamble", () => {
    const law1er = readText(
      "##### Article PREAMBULE\n\nLe peuple exemplaire proclame.\n\n##### Article 1er\n\nEst libre.",
      {
        language: "fr",
      },
    );
    expect(anchors(law1er)).toEqual(["preamble", "art-1"]);
  });
});

describe("readMarkdown(file) of a Peruvian law", () => {
  const law = read("peruvian.md", { language: "es" });

  it("states number, citation and the title with its entities decoded", () => {
    expect(law.facts).toMatchObject({
      title: "Ley de sustancias químicas de ejemplo",
      number: "LEY 99239",
      citation: "LEY Nº 99239",
      type: "act",
      year: 2008,
    });
    // Its "status: in_force" stands on every file of that collection and tells nothing.
    expect(law.facts.status).toBeUndefined();
  });

  it("cuts at bold articles, dispositions and annexes", () => {
    expect(anchors(law)).toEqual(["preamble", "art-1", "art-2", "art-2-a", "art-3", "disp-1", "sch-1"]);
    expect(provision(law, "art-1")).toEqual({
      anchor: "art-1",
      kind: "article",
      label: "Artículo 1",
      heading: "Objeto de la Ley",
      path: ["TÍTULO I DISPOSICIONES GENERALES", "CAPÍTULO I OBJETO"],
      text: "La presente Ley regula las sustancias de ejemplo.",
    });
    expect(provision(law, "disp-1")).toMatchObject({ label: "Primera", heading: "Reglamento" });
    expect(provision(law, "sch-1")).toMatchObject({ label: "ANEXO I", path: [] });
  });

  it("keeps the last wording of an amended article, and the article put in", () => {
    expect(provision(law, "art-2").text).toBe("El registro es semestral.");
    expect(provision(law, "art-2-a").text).toBe("El titular lleva un libro foliado.");
  });

  it("keeps what an amending article quotes of another law inside it", () => {
    expect(provision(law, "art-3").text.split("\n")).toEqual([
      "Modifícase el artículo 7 de la Ley Nº 98000, en los términos siguientes:",
      "“Artículo 7.- Plazo",
      "El plazo es de diez días.",
      "Artículo 8.- Recurso",
      "El recurso se presenta ante la autoridad.”",
    ]);
  });

  it("leaves out concordances, links, notes and signers", () => {
    expect(law.provisions.map(({ text }) => text).join()).not.toMatch(
      /CONCORDANCIAS|D\.[SL]\.|Enlace|De conformidad|EJEMPLO PÉREZ|En Lima/u,
    );
  });

  it("gives the articles of the regulation that a decree approves anchors of their own", () => {
    const decree = read("peruvian-decree.md");
    expect(anchors(decree)).toEqual(["preamble", "art-1", "art-2", "reg-art-1", "reg-art-2"]);
    expect(provision(decree, "art-1").label).toBe("Artículo Primero");
    expect(provision(decree, "reg-art-2")).toMatchObject({
      label: "Artículo 2",
      heading: "Inventario",
      path: ["REGLAMENTO DE FUENTES DE EJEMPLO", "TITULO II DE LA SEGURIDAD"],
      text: "El titular hace un inventario cada mes.",
    });
  });

  it("says that a law is repealed where a note over the whole law says so", () => {
    expect(read("peruvian-decree.md").facts).toMatchObject({
      status: "repealed",
      statusNote: "repealed by Ley Nº 99114, published on 2024-09-03, says its source",
      number: "DS 009-97-EJ",
      type: "decree",
    });
  });

  it("takes from a page of the gazette only the law meant, and its name", () => {
    const law2023 = read("peruvian-gazette.md");
    expect(law2023.facts.title).toBe("Ley N.° 99799 - LEY QUE DECLARA DE INTERÉS EL EJEMPLO");
    expect(law2023.provisions.map(({ label }) => label)).toEqual(["", "Artículo único"]);
    expect(anchors(law2023)).toEqual(["preamble", "art-unico"]);
  });

  it("has no words where the source has only a link", () => {
    const link = readText("# Ley\n\n## LEY Nº 99012\n\n[(Enlace Web: PDF)](http://ejemplo.pe/a.pdf)", {
      language: "es",
    });
    expect(link).toMatchObject({ facts: { textStatus: "title-only" }, provisions: [] });
  });
});

describe("readMarkdown(file) of a Uruguayan law", () => {
  const law = read("uruguayan.md", { language: "es" });

  it("states the number, the day of promulgation and what repealed it", () => {
    expect(law.facts).toEqual({
      language: "es",
      title: "Ley Nº 99205 - APROBACION DEL CONVENIO DE EJEMPLO SOBRE FUENTES",
      number: "Decreto-Ley 99205",
      type: "treaty-approval",
      year: 2014,
      adopted: "2014-04-11",
      url: "https://www.ejemplo.uy/leyes/99205-2014",
      status: "repealed",
      statusNote: "repealed by Ley Nº 99.795 of 2015-12-27, says its source",
    });
  });

  it("joins hard-wrapped lines, parts items and table rows, and takes the heading out of the text", () => {
    expect(provision(law, "art-1")).toMatchObject({
      heading: "Objeto",
      path: ["PARTE I PRINCIPIOS GENERALES", "CAPÍTULO II - DISPOSICIONES SOBRE FUENTES"],
    });
    expect(provision(law, "art-1").text.split("\n")).toEqual([
      "El que produjere o adquiriere fuentes de ejemplo sin la autorización de la autoridad competente será castigado con la pena que fija esta ley:",
      "A) Si la fuente es pequeña, con multa de diez unidades reajustables por cada una.",
      "B) Si la fuente es grande, con multa de cien unidades.",
      "Clase | Multa",
      "Pequeña | 10",
    ]);
  });

  it("leaves out articles whose words are in another law, note marks and signers", () => {
    expect(anchors(law)).toEqual(["art-1", "art-unico"]);
    expect(provision(law, "art-unico")).toMatchObject({ label: "Artículo Unico", text: "Apruébase el Convenio." });
  });
});

describe("readMarkdown(file) of a Saudi law", () => {
  const law = read("saudi.md", { language: "ar" });

  it("states number with its year, status and the Gregorian year of the Hijri date", () => {
    expect(law.facts).toEqual({
      language: "ar",
      title: "نظام المواد النموذجية",
      number: "م/82 (1439هـ)",
      type: "act",
      status: "in-force",
      statusNote: "marked as in force by its source",
      year: 2018,
      url: "https://example.sa/1/",
    });
  });

  it("numbers articles that are named in words", () => {
    expect(anchors(law)).toEqual(["art-1", "art-2", "art-23-bis", "art-248", "art-249"]);
    expect(provision(law, "art-248")).toMatchObject({
      label: "المادة الثامنة والأربعون بعد المائتين",
      heading: "التعريفات الإضافية",
    });
  });

  it("takes the chapter line and the repeated name out of the article", () => {
    expect(provision(law, "art-1")).toMatchObject({
      path: ["الباب الأول: أحكام عامة", "الفصل الأول: تعريفات"],
      text: "المادة المشعة: مادة نموذجية تنطلق منها إشعاعات.\nالنظام: نظام المواد الكيميائية النموذجية.",
    });
    expect(provision(law, "art-2").heading).toBe("نطاق السريان");
    expect(provision(law, "art-23-bis").path).toEqual(["الباب الأول: أحكام عامة", "الفصل الثاني: العقوبات"]);
  });

  it("keeps the old and the amended wording one after the other", () => {
    expect(provision(law, "art-2").text.split("\n")).toHaveLength(2);
    expect(provision(law, "art-2").text).toContain("«يسري النظام على الجميع»");
  });

  it("cuts a decree at its points and leaves out names and date of signature", () => {
    const decree = read("saudi-decision.md");
    expect(decree.facts).toMatchObject({
      language: "ar",
      number: "م/113 (1446هـ)",
      type: "decree",
      year: 2024,
      adopted: "2024-11-18",
    });
    expect(anchors(decree)).toEqual(["preamble", "art-1", "art-2"]);
    expect(provision(decree, "preamble").text).toMatch(/رسمنا بما هو آت:$/u);
    expect(provision(decree, "art-2")).toMatchObject({ label: "ثانياً", text: expect.stringMatching(/النشر\.$/u) });
  });

  it("cuts an implementing regulation at its numbers and says that an old law is superseded", () => {
    const old = read("saudi-old.md");
    expect(anchors(old)).toEqual(["art-1.1", "art-1.2", "art-2.1"]);
    expect(provision(old, "art-1.1")).toMatchObject({ label: "١/١", path: ["الفصل الأول التعريفات"] });
    expect(old.facts).toMatchObject({ status: "superseded", year: 2007 });
  });
});

describe("readMarkdown(file) of an act in English", () => {
  const law = read("english.md", { language: "en" });

  it("states number and date of assent", () => {
    expect(law.facts).toEqual({
      language: "en",
      title: "The Sample Sources Act, 2003",
      type: "act",
      number: "Act No. 99 of 2003",
      year: 2003,
      adopted: "2003-05-18",
    });
  });

  it("cuts at numbered headings of three forms, and at the schedule", () => {
    expect(law.provisions.map(({ anchor, label, heading }) => [anchor, label, heading])).toEqual([
      ["preamble", "", undefined],
      ["s-1", "s. 1", "Short title"],
      ["s-2", "s. 2", "Definitions"],
      ["s-29a", "s. 29A", "Duty to keep"],
      ["sch-1", "THE SCHEDULE", undefined],
    ]);
    expect(provision(law, "s-29a").path).toEqual(["CHAPTER II - Keeping"]);
  });

  it("puts the mark of a unit before its words and writes U+2011 as a hyphen", () => {
    expect(provision(law, "s-1").text).toBe(
      "(1) This Act may be called the Sample Sources Act.\n(2) It applies to non-State holders.",
    );
    expect(provision(law, "s-2").text).toBe('(a) "source"\n(i) a sealed source;\n(ii) any other source.');
    expect(provision(law, "s-29a").text).toBe(
      "(1) The holder keeps the source under lock.\n(b) “holder” means a person with a licence.\nExplanation\nA room is a place.",
    );
  });

  it("leaves out the table of contents", () => {
    expect(law.provisions.map(({ text }) => text).join()).not.toContain("Short title");
  });
});

describe("readMarkdown(file) of any Markdown", () => {
  it("finds the convention by its marks when no language is given", () => {
    const names = ["chinese(2021-03-15).md", "french.md", "peruvian.md", "uruguayan.md", "saudi.md", "english.md"];
    expect(names.map((name) => read(name).facts.language)).toEqual(["zh", "fr", "es", "es", "ar", "en"]);
    expect(names.map((name) => anchors(read(name)).length)).toEqual([7, 7, 7, 2, 5, 5]);
  });

  it("makes passages under headings of a language whose marks it does not know", () => {
    const law = readText(
      "# Закон\n\n## Глава 1\n\nОбщие положения закона о примерах и образцах.\n\n| а | б |\n| --- | --- |\n| в | г |",
    );
    expect(law).toEqual({
      facts: { language: "ru", title: "Закон" },
      provisions: [
        {
          anchor: "p-1",
          kind: "passage",
          label: "",
          path: ["Глава 1"],
          text: "Общие положения закона о примерах и образцах.\nа | б\nв | г",
        },
      ],
    });
  });

  it("says where the front matter is broken", () => {
    expect(() => read("broken-front-matter.md")).toThrow(
      expect.objectContaining({ name: "ReadError", place: expect.stringContaining("line") }),
    );
  });

  it("reads an empty file as a title without words", () => {
    expect(readText("")).toEqual({ facts: { textStatus: "title-only" }, provisions: [] });
  });

  it("reads a long line of brackets, stars and blanks in no time", () => {
    const started = performance.now();
    for (const piece of ["[", "*_", "\u00A0 ", "(\\*", "第一百", "المادة ", "Artículo ", "**Artículo 1.- "]) {
      for (const language of ["zh", "fr", "es", "ar", "en"] as const) readText(piece.repeat(20_000), { language });
    }
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
