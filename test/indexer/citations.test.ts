import { describe, expect, it } from "vitest";
import type { Language } from "#domain/languages.ts";
import type { Instrument } from "#domain/legislation.ts";
import { CitedLaws, type Citations } from "#indexer/citations.ts";
import type { LawVersion } from "#indexer/laws.ts";

describe("new CitedLaws(laws)", () => {
  it("finds laws by the title in Chinese marks, with or without the name of the State", () => {
    const seals = law("chn-印章法", "zh", "中华人民共和国印章示例法", { "art-3": "印章应当登记。" });
    const rules = law("chn-刻章办法", "zh", "刻章示例办法", {
      "art-1": "根据《中华人民共和国印章示例法》，制定本办法。",
      "art-2": "依照《印章示例法》第三条登记；第三条以外的，不予登记。",
      "art-3": "印章示例法以外的事项。",
      "art-4": "1993年2月22日第七届会议通过的《中华人民共和国印章示例法》同时废止。",
    });
    seals.instrument.year = 2015;
    expect(cited(seals, rules)).toEqual({
      "chn-刻章办法/art-1": laws("chn-印章法"),
      "chn-刻章办法/art-2": laws("chn-印章法", "chn-印章法/art-3"),
    });
  });

  it("takes the newest of dated versions, and no article of one later than the law that cites it", () => {
    const versions = ["2014-11-01", "2023-04-26"].map((date, place) => ({
      ...law(`chn-登记条例-${date}`, "zh", "登记示例条例", { "art-5": "登记。" }),
      versionOf: "chn-登记条例",
      superseded: place === 0,
    }));
    const early = law("chn-船舶办法-2016-01-01", "zh", "船舶示例办法", { "art-1": "依照《登记示例条例》第五条办理。" });
    const late = law("chn-车辆办法-2024-01-01", "zh", "车辆示例办法", { "art-1": "依照《登记示例条例》第五条办理。" });
    expect(cited(...versions, early, late)).toEqual({
      "chn-船舶办法-2016-01-01/art-1": laws("chn-登记条例-2023-04-26"),
      "chn-车辆办法-2024-01-01/art-1": laws("chn-登记条例-2023-04-26", "chn-登记条例-2023-04-26/art-5"),
    });
  });

  it("finds Arabic laws by number and year, or by title behind a particle", () => {
    const law6 = law(
      "are-fdl-6-2009",
      "ar",
      "في شأن المواد",
      { "art-12": "لا يجوز." },
      "مرسوم بقانون اتحادي رقم 6 لسنة 2009",
    );
    const other = law("are-fl-6-2009", "ar", "في شأن المدارس", { "art-1": "التعليم." }, "قانون اتحادي رقم 6 لسنة 2009");
    const order = law("are-cabinet-1-2012", "ar", "لائحة التراخيص", {
      "art-1": "وفقاً للمادة (12) من المرسوم بقانون اتحادي رقم (٦) لسنة ٢٠٠٩ في شأن المواد.",
      "art-2": "قانون اتحادي رقم 6 لسنة 2010.",
    });
    expect(cited(law6, other, order)).toEqual({
      "are-cabinet-1-2012/art-1": laws("are-fdl-6-2009", "are-fdl-6-2009/art-12"),
    });

    const seals = law("sau-نظام-الأختام", "ar", "نظام مراقبة الأختام الرسمية", { "art-1": "." });
    const rules = law("sau-لائحة", "ar", "لائحة الأختام", {
      "art-1": "تطبيقا لنظام مراقبة الأختام الرسمية، تصدر هذه اللائحة.",
      "art-2": "نظام مراقبة الأختام الرسمية الصادر بالمرسوم الملكي رقم (م/٣) وتاريخ ١ / ١ / ١٣٩٠ه",
    });
    seals.instrument.year = 2018;
    expect(cited(seals, rules)).toEqual({ "sau-لائحة/art-1": laws("sau-نظام-الأختام") });
  });

  it("finds French codes by name, and articles of a code by numbers only codes have", () => {
    const penal = code("fra-penal", "Code pénal", { "art-113-8": "Peine.", "art-113-9": "Peine." });
    const ports = code("fra-ports", "Code des ports de démonstration", {
      "art-l10-1": "Les articles 113-8 et 113-9 du code pénal s'appliquent.",
      "art-l10-2": "Est puni celui qui contrevient à l'article L. 10-1.",
      "art-l10-3": "L'article L. 10-1 du code de l'environnement est sans effet.",
      "art-l10-4": "L'article 12 et l'article L. 99-9 restent sans effet.",
    });
    expect(cited(penal, ports)).toEqual({
      "fra-ports/art-l10-1": laws("fra-penal", "fra-penal/art-113-8", "fra-penal/art-113-9"),
      "fra-ports/art-l10-2": { ...laws(), citedProvisions: ["fra-ports/art-l10-1"] },
    });
  });

  it("finds Spanish laws by number, with dots and signs or without", () => {
    const law19749 = law("ury-ley-19999", "es", "SELLOS", { "art-3": "Sellos." }, "Ley 19999");
    const decree = law("ury-decreto", "es", "REGLAMENTO", {
      "art-1": "Según el artículo 3º de la Ley Nº 19.999, de 15 de mayo de 2019.",
      "art-2": "Las Leyes 19999 y 15.000.",
      "art-3": "La Ley 199.991 y el expediente 19999.",
    });
    expect(cited(law19749, decree)).toEqual({
      "ury-decreto/art-1": laws("ury-ley-19999", "ury-ley-19999/art-3"),
      "ury-decreto/art-2": laws("ury-ley-19999"),
    });
  });

  it("finds Russian laws in any case, by name or by day and number", () => {
    const penal = code("rus-uk", "Печатный кодекс Российской Федерации (№ 63-ФЗ)", { "art-226.1": "Штраф." }, "63-ФЗ");
    penal.instrument.year = 1996;
    const other = law("rus-2", "ru", "О печатях", {
      "art-1": "Лица, виновные по статье 226.1 Печатного кодекса Российской Федерации, наказываются.",
      "art-2": "Федеральный закон от 13 июня 1996 года № 63-ФЗ.",
      "art-3": "Федеральный закон от 1 марта 2008 года № 63-ФЗ; 2261 УК.",
    });
    expect(cited(penal, other)).toEqual({
      "rus-2/art-1": laws("rus-uk", "rus-uk/art-226.1"),
      "rus-2/art-2": laws("rus-uk"),
    });
  });

  it("finds English laws by title, number and chapter, and not inside a longer title", () => {
    const seals = law("can-s-1", "en", "Seals Act", { "s-7": "Seals." }, "R.S.C., 1985, c. S-1");
    const order = law("can-sor-2000-1", "en", "Seals (Export) Regulations", { "s-1": "Export." }, "SOR/2000-1");
    const chapter = law("can-9", "en", "Stamps Act", { "s-1": "Stamps." }, "Stamps Act [Chapter 9:13]");
    const citing = law("can-x", "en", "Ports Act", {
      "s-1": "A permit under subsection 7(1) of the Seals Act or under SOR/2000-1.",
      "s-2": "The Wax and Seals Act, the Old Seals Act and the Seals Act, 1921, chapter 4, are spent.",
      "s-3": "In terms of the Stamps Act [Chapter 9:13] or the Stamps Act [Chapter 308].",
      "s-4": "R.S.C., 1985, c. S-1.2 and SOR/2000-12; the seals act of a port.",
      "s-5": "R.S.C., 1985, c. S-1",
    });
    expect(cited(seals, order, chapter, citing)).toEqual({
      "can-x/s-1": laws("can-s-1 can-sor-2000-1", "can-s-1/s-7"),
      "can-x/s-3": laws("can-9"),
      "can-x/s-5": laws("can-s-1"),
    });
  });

  it("links no law with itself, with another of the same title, or with one of another State", () => {
    const seals = law("ken-1", "en", "Seals Act", { "s-1": "This Act may be cited as the Seals Act. See art. 12." });
    const twins = ["can-sor-2000-9", "can-sor-2025-9"].map((id) => law(id, "en", "Wax Regulations", { "s-1": "Wax." }));
    const citing = law("can-x", "en", "Ports Act", { "s-1": "As the Wax Regulations and the Seals Act say." });
    expect(cited(seals, ...twins, citing)).toEqual({});
  });

  it("names what the note on a law's status names", () => {
    const rules = law("can-sor-2025-9", "en", "Wax Rules", { "s-1": "Wax." }, "SOR/2025-9");
    const old = law("can-sor-2000-9", "en", "Wax Regulations", {}, "SOR/2000-9");
    Object.assign(old.instrument, { status: "repealed", statusNote: "repealed on 1 May 2025 by SOR/2025-9, s. 1" });
    expect(cited(rules, old)).toEqual({ "can-sor-2000-9": laws("can-sor-2025-9") });
  });

  it("names the resolutions of a provision beside its laws", () => {
    const lists = law("ury-1", "es", "LISTAS", { "art-1": "Según S/RES/1267, S/RES/1373 y sucesivas." });
    expect(cited(lists)).toEqual({
      "ury-1/art-1": { ...laws(), citedResolutions: ["S/RES/1267", "S/RES/1373"] },
    });
  });
});

type TestLaw = LawVersion & { instrument: Instrument };

function law(id: string, language: Language, title: string, texts: Record<string, string>, citation?: string): TestLaw {
  const instrument: Instrument = {
    id,
    state: id.slice(0, 3).toUpperCase(),
    language,
    title,
    ...(citation !== undefined && { citation, number: citation }),
    type: "act",
    status: "unknown",
    textStatus: "original",
    source: { name: "samples", path: `${id}.md` },
    provisions: Object.entries(texts).map(([anchor, text]) => ({
      anchor,
      kind: "article",
      label: anchor,
      path: [],
      text,
    })),
  };
  return {
    law: id,
    language,
    text: { source: "samples", record: id, provisions: instrument.provisions.length, naming: instrument },
    languages: [language],
    superseded: false,
    instrument,
  };
}

function code(id: string, title: string, texts: Record<string, string>, number?: string): TestLaw {
  const version = law(id, number === undefined ? "fr" : "ru", title, texts, number);
  version.instrument.type = "code";
  return version;
}

/** What is cited by provision, without the mark of the language. */
function cited(...all: TestLaw[]): Record<string, Citations> {
  const names = new CitedLaws(all[0]!.language, all, (version) => (version as TestLaw).instrument);
  const found = new Map<string, Citations>();
  for (const version of all)
    for (const [id, citations] of names.by(version, version.instrument)) found.set(id, citations);
  return Object.fromEntries([...found].map(([id, citations]) => [id.replace(/@..$/u, ""), citations]));
}

function laws(ids = "", ...citedProvisions: string[]): Citations {
  return { citedLaws: ids === "" ? [] : ids.split(" "), citedProvisions, citedResolutions: [] };
}
