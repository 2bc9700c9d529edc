import { describe, expect, it } from "vitest";
import { arabicArticleNumber, arabicOrdinal, chineseNumber, frenchOrdinal, spanishOrdinal } from "#domain/numerals.ts";

describe("chineseNumber(text)", () => {
  it.each([
    ["十", 10],
    ["二十", 20],
    ["一百二十五", 125],
    ["三百零一", 301],
    ["一千一百六十四", 1164],
    ["二〇二四", 2024],
    ["１２", 12],
  ])("reads %s as %i", (text, number) => {
    expect(chineseNumber(text)).toBe(number);
  });

  it("reads nothing else", () => {
    expect(chineseNumber("第十条")).toBeUndefined();
    expect(chineseNumber("")).toBeUndefined();
  });
});

describe("arabicOrdinal(text)", () => {
  it.each([
    ["الأولى", "1"],
    ["أولاً", "1"],
    ["ثانيا:", "2"],
    ["العاشرة", "10"],
    ["الحادية عشرة", "11"],
    ["الثاني عشر", "12"],
    ["العشرون", "20"],
    ["الثانية والعشرون", "22"],
    ["الخامسة الثلاثون", "35"],
    ["التاسعة و الأربعين", "49"],
    ["المائة", "100"],
    ["الأولى بعد المئة", "101"],
    ["الحادية عشرة بعد المائة", "111"],
    ["السابعة والسبعون بعد المائة", "177"],
    ["الثامنة والأربعون بعد المائتين", "248"],
    ["الثالثة بعد الثلاثمائة", "303"],
  ])("reads %s as %s", (text, number) => {
    expect(arabicOrdinal(text)?.number).toBe(number);
  });

  it("does not mind hamza, ta marbuta, tatweel and direction marks", () => {
    const spellings = ["الأولى", "الاولى", "الاولي", "الأُولَى", "الأولـى", "\u200Fالأولى"];
    expect(spellings.map((spelling) => arabicOrdinal(spelling)?.number)).toEqual(["1", "1", "1", "1", "1", "1"]);
    expect(arabicOrdinal("الثانيه عشره")?.number).toBe("12");
  });

  it("stops where the number ends", () => {
    expect(arabicOrdinal("السابعة الإعفاء")).toEqual({ number: "7", length: "السابعة".length });
    expect(arabicOrdinal("الثانية: الثالثة")?.number).toBe("2");
    expect(arabicOrdinal("الثانية بعد النشر")).toEqual({ number: "2", length: "الثانية".length });
    expect(arabicOrdinal("المشعة")).toBeUndefined();
  });
});

describe("arabicArticleNumber(text)", () => {
  it.each([
    [" (12)", "12"],
    [": ١٢ التعريفات", "12"],
    ["رقم (١٤٦)", "146"],
    [" 39", "39"],
    ["الأولى (١): التعريفات", "1"],
    ["الثالثة والعشرون مكرر", "23-bis"],
    ["(40) مكرراً (2)", "40-bis-2"],
  ])("reads %s as %s", (text, number) => {
    expect(arabicArticleNumber(text)?.number).toBe(number);
  });

  it("takes the repeated digits with the words", () => {
    const text = "الأولى (١): التعريفات";
    expect(text.slice(arabicArticleNumber(text)?.length)).toBe(": التعريفات");
  });
});

describe("spanishOrdinal(text)", () => {
  it.each([
    ["Primero.-", "1"],
    ["PRIMERA", "1"],
    ["Sétimo", "7"],
    ["Décima Segunda.-", "12"],
    ["Decimotercero", "13"],
    ["Undécimo", "11"],
    ["Vigésimo primera", "21"],
    ["Único.- Apruébase", "unico"],
    ["ÚNICA", "unico"],
  ])("reads %s as %s", (text, number) => {
    expect(spanishOrdinal(text)?.number).toBe(number);
  });

  it("takes one word when the second is no number", () => {
    expect(spanishOrdinal("Segunda Disposición")).toEqual({ number: "2", length: 7 });
    expect(spanishOrdinal("Objeto")).toBeUndefined();
  });
});

describe("frenchOrdinal(text)", () => {
  it("reads 1er, premier and unique, and no number in digits", () => {
    expect(["1er", "premier", "unique", "L1", "12"].map((text) => frenchOrdinal(text)?.number)).toEqual([
      "1",
      "1",
      "unique",
      undefined,
      undefined,
    ]);
  });
});
