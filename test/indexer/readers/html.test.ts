import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Language } from "#domain/languages.ts";
import type { Provision } from "#domain/legislation.ts";
import { readHtml } from "#indexer/readers/html.ts";
import type { Reading } from "#indexer/readers/reading.ts";

function read(name: string, language?: Language): Reading {
  const bytes = readFileSync(resolve(import.meta.dirname, "../../input/readers/html", name));
  return readHtml({ path: name, bytes, facts: language === undefined ? {} : { language } });
}

function anchors({ provisions }: Reading): string[] {
  return provisions.map(({ anchor }) => anchor);
}

function provision({ provisions }: Reading, anchor: string): Provision | undefined {
  return provisions.find((each) => each.anchor === anchor);
}

describe("readHtml(file) of an Emirati page", () => {
  const law = read("emirates.html");

  it("states title, number, citation, date and the last amendment", () => {
    expect(law.facts).toEqual({
      language: "ar",
      title: "قانون اتحادي رقم 9 لسنة 2011: في شأن المواد التجريبية",
      type: "act",
      number: "9/2011",
      citation: "قانون اتحادي رقم 9 لسنة 2011",
      year: 2011,
      adopted: "2011-03-05",
      status: "amended",
      statusNote: "amended, last on 2013-12-16",
    });
  });

  it("knows articles by the class, also where the heading is split over elements and lines", () => {
    expect(provision(law, "art-1")).toEqual({
      anchor: "art-1",
      kind: "article",
      label: "المادة الاولى",
      heading: "تعاريف",
      path: [],
      text: "المادة الكيميائية: كل مادة سامة.",
    });
  });

  it("leaves out the article of which only the remark on its repeal is left", () => {
    expect(law.provisions.map(({ label }) => label).filter((label) => label === "المادة 2")).toHaveLength(1);
  });

  it("keeps the law and the regulation it approves apart: by path, and by anchors of their own", () => {
    expect(anchors(law)).toEqual(["preamble", "art-1", "art-3", "preamble-2", "art-1-2", "art-2", "sch-1"]);
    expect(provision(law, "art-1-2")?.path).toEqual(["لائحة المواد التجريبية"]);
    expect(provision(law, "art-3")?.path).toEqual(["الباب الأول الالتزامات والعقوبات"]);
  });

  it("makes rows of tables lines, and an annexed table a schedule", () => {
    expect(provision(law, "art-3")?.text).toBe("1- يلتزم المرخص له بما يأتي:\nالمادة | المدة");
    expect(provision(law, "sch-1")).toMatchObject({
      kind: "schedule",
      label: "الجدول (أ)",
      heading: "تصنيف المواد",
      text: "1 | سارين Sarin",
    });
  });

  it("leaves out signature, publication, footnotes and the English version", () => {
    const words = JSON.stringify(law.provisions);
    expect(words).not.toMatch(/صدر عنا|رئيس الدولة|نشر هذا القانون|ألغي القانون|licensees|❖/u);
  });
});

describe("readHtml(file) of a page of the Russian portal", () => {
  const law = read("russian-portal.html");

  it("states title, number, the date of signing and the last amendment", () => {
    expect(law.facts).toEqual({
      language: "ru",
      title: "Примерный кодекс Российской Федерации",
      type: "code",
      number: "63-ФЗ",
      adopted: "1996-06-13",
      year: 1996,
      status: "amended",
      statusNote: "amended, last on 2016-07-03",
    });
  });

  it("writes raised numbers after a dot, in labels, anchors and references", () => {
    expect(anchors(law)).toEqual(["art-1", "art-226.1"]);
    expect(provision(law, "art-226.1")?.label).toBe("Статья 226.1");
    expect(provision(law, "art-1")?.text).toBe("Задачи определяет статья 226.1 настоящего Кодекса.");
    expect(provision(law, "art-226.1")?.text).toContain("3.1. Деяния, предусмотренные частью первой.1");
  });

  it("leaves out remarks on amendments, signatures and repealed articles", () => {
    expect(JSON.stringify(law.provisions)).not.toMatch(/В редакции|утратила силу|Образцов|Кремль/u);
  });

  it("lets only headings begin an article", () => {
    expect(provision(law, "art-226.1")?.text).toContain("\nСтатья 226. Так называлась прежняя статья.\n");
  });

  it("puts articles under part, section and chapter", () => {
    expect(provision(law, "art-226.1")?.path).toEqual([
      "ОБЩАЯ ЧАСТЬ",
      "Раздел II. ОПАСНЫЕ ДЕЯНИЯ",
      "ГЛАВА 24. ДЕЯНИЯ ПРОТИВ БЕЗОПАСНОСТИ",
    ]);
  });
});

describe("readHtml(file) of any other page", () => {
  const english = read("generic-en.html", "en");

  it("takes the first heading for the title, not the title of the site", () => {
    expect(english.facts).toEqual({ title: "Sample Substances Act, 2003" });
  });

  it("cuts at article marks under the headings, and a reference begins no article", () => {
    expect(anchors(english)).toEqual(["preamble", "s-1", "s-2", "s-14a"]);
    expect(provision(english, "s-1")).toMatchObject({ heading: "Short title", path: ["PART I Preliminary"] });
    expect(provision(english, "s-2")?.text).toBe(
      "In this Act “area” means 10⁶ m².\nSection 1 of the Customs Act does not apply.",
    );
  });

  it("keeps the words of a table that lays out the page, and turns special hyphens into plain ones", () => {
    expect(provision(english, "s-14a")?.text).toBe(
      "No person shall:\ntransfer a substance to a non-State actor.\nLayout\nNo. | Name\n1 | Sarin",
    );
  });

  it("reads Spanish articles in the encoding the page declares", () => {
    const spanish = read("generic-es-windows-1252.html", "es");
    expect(spanish.facts.title).toBe("Ley de sustancias químicas de Ejemplia");
    expect(anchors(spanish)).toEqual(["art-1", "art-2"]);
    expect(provision(spanish, "art-2")).toMatchObject({
      label: "Artículo segundo",
      heading: "Ámbito",
      path: ["TÍTULO PRIMERO Disposiciones generales"],
    });
  });
});
