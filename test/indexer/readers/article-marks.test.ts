import { describe, expect, it } from "vitest";
import type { Language } from "#domain/languages.ts";
import { articleMark, partMark, scheduleMark, withoutLetterSpaces } from "#indexer/readers/article-marks.ts";

describe("articleMark(text, language)", () => {
  it.each<[string, Language, string, string, string]>([
    ["Статья 5. Учет веществ", "ru", "Статья 5", "art-5", "Учет веществ"],
    ["СТАТЬЯ 7-1.  Исключена", "ru", "СТАТЬЯ 7-1", "art-7-1", "Исключена"],
    ["Статья 226¹. Контрабанда", "ru", "Статья 226.1", "art-226.1", "Контрабанда"],
    ["Статья 16", "ru", "Статья 16", "art-16", ""],
    ["Article 5 - Scope", "en", "Article 5", "art-5", "Scope"],
    ["Section 14A. Penalty", "en", "Section 14A", "s-14a", "Penalty"],
    ["Article 1er. – Objet", "fr", "Article 1er", "art-1", "Objet"],
    ["Article L. 1333-1", "fr", "Article L. 1333-1", "art-l1333-1", ""],
    ["Article 23 bis. Peines", "fr", "Article 23 bis", "art-23-bis", "Peines"],
    ["ARTÍCULO 3º.- Objeto", "es", "ARTÍCULO 3º", "art-3", "Objeto"],
    ["Artículo único.", "es", "Artículo único", "art-unico", ""],
    ["第十二条之一 本条例", "zh", "第十二条之一", "art-12-1", "本条例"],
    ["第一百二十五条国家实行许可", "zh", "第一百二十五条", "art-125", "国家实行许可"],
    ["المادة الثانية عشرة: التعاريف", "ar", "المادة الثانية عشرة", "art-12", "التعاريف"],
    ["المادة (٣٩) - النظام", "ar", "المادة (٣٩)", "art-39", "النظام"],
  ])("reads %s", (text, language, label, anchor, rest) => {
    expect(articleMark(text, language)).toEqual({ label, anchor, rest });
  });

  it.each<[string, Language]>([
    ["Статья 5 настоящего Закона применяется", "ru"],
    ["Статья 7 изложена в редакции Закона РК", "ru"],
    ["Article 5 of the Convention applies.", "en"],
    ["SECTION 2 - Sanctions", "fr"],
    ["Artículo 2 de la Constitución", "es"],
    ["第十二条规定的许可证", "zh"],
    ["المادة الثالثة من هذا القانون", "ar"],
    ["Статьи 1 и 2", "ru"],
  ])("takes %s for no article", (text, language) => {
    expect(articleMark(text, language)).toBeUndefined();
  });
});

describe("partMark(text)", () => {
  it.each([
    ["РАЗДЕЛ ПЕРВЫЙ", { rank: 1, isBare: true }],
    ["Раздел I. УГОЛОВНЫЙ ЗАКОН", { rank: 1, isBare: false }],
    ["Глава 44-1. Обжалование", { rank: 3, isBare: false }],
    ["§ 2. Правомочия", { rank: 4, isBare: false }],
    ["PART II – Offences", { rank: 1, isBare: false }],
    ["TITRE Ier", { rank: 2, isBare: true }],
    ["CAPÍTULO SEGUNDO", { rank: 4, isBare: true }],
    ["第二章 总则", { rank: 2, isBare: false }],
    ["الفصل الحادي عشر", { rank: 2, isBare: true }],
  ])("reads %s", (text, part) => {
    expect(partMark(text)).toEqual(part);
  });

  it.each([
    "Часть первая настоящей статьи не применяется.",
    "Глава государства назначает министров.",
    "Part of the cargo:",
    "第二章规定的事项，适用本法。",
  ])("takes %s for a sentence", (text) => {
    expect(partMark(text)).toBeUndefined();
  });
});

describe("scheduleMark(text)", () => {
  it.each([
    ["Приложение 2", { label: "Приложение 2", anchor: "sch-2", rest: "" }],
    ["Приложение к приказу Министра", { label: "Приложение", anchor: undefined, rest: "к приказу Министра" }],
    ["Утверждены", { label: "Утверждены", anchor: undefined, rest: "" }],
    ["SCHEDULE II", { label: "SCHEDULE II", anchor: "sch-ii", rest: "" }],
    ["附件一：清单", { label: "附件一", anchor: "sch-1", rest: "清单" }],
    ["ملحق (٢)", { label: "ملحق (٢)", anchor: "sch-2", rest: "" }],
  ])("reads %s", (text, schedule) => {
    expect(scheduleMark(text)).toEqual(schedule);
  });

  it("takes a sentence about a schedule for no schedule", () => {
    expect(scheduleMark("Приложение 2 применяется с 1 января")).toBeUndefined();
    expect(scheduleMark("annexes to this Act")).toBeUndefined();
  });
});

describe("withoutLetterSpaces(text)", () => {
  it("joins the letters of a word that is spaced out, and no other words", () => {
    expect(withoutLetterSpaces("Г л а в а 1. ОСНОВНЫЕ ПОЛОЖЕНИЯ")).toBe("Глава 1. ОСНОВНЫЕ ПОЛОЖЕНИЯ");
    expect(withoutLetterSpaces("а в б")).toBe("а в б");
  });
});
