import { describe, expect, it } from "vitest";
import { initialOf, inOrder } from "#web/help/initials.ts";

describe("initialOf(word, language)", () => {
  it.each([
    ["élimination", "fr", "E"],
    ["ядерный материал", "ru", "Я"],
    ["المراقبة", "ar", "م"],
    ["أسلحة", "ar", "ا"],
    ["核材料", "zh", "H"],
    ["实物保护", "zh", "S"],
    ["出口管制", "zh", "C"],
    ["1540 Committee", "en", "#"],
  ] as const)("puts %s in %s under %s", (word, language, initial) => {
    expect(initialOf(word, language)).toBe(initial);
  });
});

describe("inOrder(language)", () => {
  it("reads Arabic past the article, and Chinese by sound", () => {
    expect(["المراقبة", "البيولوجي", "تصدير"].toSorted(inOrder("ar"))).toEqual(["البيولوجي", "تصدير", "المراقبة"]);
    expect(["实物保护", "出口管制", "核材料"].toSorted(inOrder("zh"))).toEqual(["出口管制", "核材料", "实物保护"]);
  });
});
