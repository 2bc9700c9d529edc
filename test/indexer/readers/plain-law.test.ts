import { describe, expect, it } from "vitest";
import type { Language } from "#domain/languages.ts";
import { type Paragraph, withoutRemarks } from "#indexer/readers/editorial-remarks.ts";
import { readPlainLaw } from "#indexer/readers/plain-law.ts";

function read(lines: (string | Paragraph)[], language?: Language) {
  return readPlainLaw(
    lines.map((line) => (typeof line === "string" ? { text: line } : line)),
    language,
  );
}

/** Anchor, heading and text of each provision, on one line. */
function outlineOf(lines: (string | Paragraph)[], language?: Language): string[] {
  return read(lines, language).provisions.map(({ anchor, heading, path, text }) =>
    [anchor, path.join(" > "), heading ?? "", text.replaceAll("\n", " / ")].join(" | "),
  );
}

describe("readPlainLaw(paragraphs, language)", () => {
  it("takes what follows the mark for the heading where a text follows, and for the text where none does", () => {
    expect(
      outlineOf(
        ["Закон", "Статья 1. Понятия", "Вещество - это все.", "Статья 2. Закон вступает в силу.", "Статья 3. Сроки"],
        "ru",
      ),
    ).toEqual([
      "art-1 |  | Понятия | Вещество - это все.",
      "art-2 |  |  | Закон вступает в силу.",
      "art-3 |  |  | Сроки",
    ]);
  });

  it("parts heading and text on one line at a stop and a dash", () => {
    expect(outlineOf(["Artículo 1.- Objeto.- La ley regula.", "Artículo 2.- Vigencia. - Rige hoy."], "es")).toEqual([
      "art-1 |  | Objeto | La ley regula.",
      "art-2 |  | Vigencia | Rige hoy.",
    ]);
  });

  it("drops a table of contents, and keeps articles that come twice with words of their own", () => {
    const contents = ["Глава 1. ОБЩЕЕ", "Статья 1. Понятия", "Статья 2. Учет ..... 3", "Статья 3. Сроки"];
    const law = [
      "Преамбула этого закона говорит о многом.",
      "Глава 1. ОБЩЕЕ",
      "Статья 1. Понятия",
      "Слово.",
      "Статья 2. Учет",
      "Журнал.",
      "Статья 3. Сроки",
      "Пять лет.",
    ];
    expect(outlineOf([...contents, ...law], "ru")).toEqual([
      "preamble |  |  | Преамбула этого закона говорит о многом.",
      "art-1 | Глава 1. ОБЩЕЕ | Понятия | Слово.",
      "art-2 | Глава 1. ОБЩЕЕ | Учет | Журнал.",
      "art-3 | Глава 1. ОБЩЕЕ | Сроки | Пять лет.",
    ]);
    expect(
      outlineOf(
        ["Статья 1. Утвердить.", "Статья 2. Издать.", "Статья 3. Ввести.", "КОДЕКС", "Статья 1. Понятия", "Слово."],
        "ru",
      ),
    ).toHaveLength(4);
  });

  it("keeps the articles of an act whose annexed rules have articles of the same names", () => {
    const articles = ["Статья 1. Понятия", "Слово.", "Статья 2. Учет", "Журнал.", "Статья 3. Сроки", "Пять лет."];
    expect(outlineOf([...articles, "Приложение 1", "Правила", ...articles], "ru")).toHaveLength(6);
  });

  it("gives a part the name on its next lines, and nests parts by their kind", () => {
    expect(
      outlineOf(
        [
          "РАЗДЕЛ ПЕРВЫЙ",
          "ОСНОВЫ СТРОЯ",
          "ГЛАВА 1. ПРАВА",
          "И СВОБОДЫ",
          "Статья 1",
          "Слово.",
          "ГЛАВА 2.ОРГАНЫ",
          "Статья 2",
          "Слово.",
          "РАЗДЕЛ ВТОРОЙ",
          "Статья 3",
          "Слово.",
        ],
        "ru",
      ).map((line) => line.split(" | ")[1]),
    ).toEqual([
      "РАЗДЕЛ ПЕРВЫЙ ОСНОВЫ СТРОЯ > ГЛАВА 1. ПРАВА И СВОБОДЫ",
      "РАЗДЕЛ ПЕРВЫЙ ОСНОВЫ СТРОЯ > ГЛАВА 2. ОРГАНЫ",
      "РАЗДЕЛ ВТОРОЙ",
    ]);
  });

  it("puts a general part inside a section where it comes after one", () => {
    const paths = read(
      [
        "Раздел 1. А",
        "Статья 1",
        "Слово.",
        "Раздел 2. Б",
        "Общая часть",
        "Статья 2",
        "Слово.",
        "Раздел 3. В",
        "Статья 3",
        "Слово.",
      ],
      "ru",
    ).provisions.map(({ path }) => path);
    expect(paths).toEqual([["Раздел 1. А"], ["Раздел 2. Б", "Общая часть"], ["Раздел 3. В"]]);
  });

  it("makes schedules of annexes, named below the act they belong to", () => {
    const lines = [
      "Статья 1. Слово.",
      "Приложение 1",
      "к Закону Примерии",
      "от 5 мая 2015 года № 3",
      "Перечень веществ",
      "1. Зарин.",
      "2. Зоман.",
    ];
    expect(outlineOf(lines, "ru")[1]).toBe("sch-1 |  | Перечень веществ | 1. Зарин. / 2. Зоман.");
  });

  it("puts annexed rules with articles of their own under their name", () => {
    const lines = [
      "Приказ",
      "Статья 1. Утвердить.",
      "Утверждены",
      "приказом Министра",
      "от 5 мая 2015 года № 3",
      "Правила учета",
      "Статья 1. Понятия",
      "Слово.",
    ];
    expect(outlineOf(lines, "ru")).toEqual(["art-1 |  |  | Утвердить.", "art-1-2 | Правила учета | Понятия | Слово."]);
  });

  it("cuts a text without article marks into passages under its headings", () => {
    const law = read(
      ["Правила учета", "Глава 1. Общее", "1. Владелец ведет журнал.", "Глава 2. Сроки", "2. Пять лет."],
      "ru",
    );
    expect(law.provisions).toEqual([
      { anchor: "p-1", kind: "passage", label: "", path: ["Глава 1. Общее"], text: "1. Владелец ведет журнал." },
      { anchor: "p-2", kind: "passage", label: "", path: ["Глава 2. Сроки"], text: "2. Пять лет." },
    ]);
  });

  it("leaves out signatures, and takes number and date of the law from them", () => {
    const law = read(
      [
        "ЗАКОН",
        "О веществах",
        "Статья 1. Слово.",
        "Президент Примерии А. Образцов",
        "г. Образцово, 5 мая 2015 года",
        "№ 12-З",
      ],
      "ru",
    );
    expect(law.provisions.map(({ text }) => text)).toEqual(["Слово."]);
    expect(law.facts).toEqual({
      title: "ЗАКОН О веществах",
      type: "act",
      number: "12-З",
      adopted: "2015-05-05",
      year: 2015,
    });
  });

  it("keeps a name in capitals below a signature as that of the text which follows", () => {
    const lines = [
      "Статья 1. Принять кодекс.",
      "Президент",
      "Примерии А. Образцов",
      "ТАМОЖЕННЫЙ КОДЕКС ПРИМЕРИИ",
      "Статья 1. Понятия",
      "Слово.",
    ];
    expect(outlineOf(lines, "ru")[1]).toBe("art-1-2 | ТАМОЖЕННЫЙ КОДЕКС ПРИМЕРИИ | Понятия | Слово.");
  });

  it("leaves out single repealed articles", () => {
    expect(
      outlineOf(["Статья 1. Слово.", "Статья 2. Исключена в соответствии с Законом № 3", "Статья 3. Слово."], "ru"),
    ).toHaveLength(2);
  });

  it("numbers the sections of an English act, and not the items of its lists", () => {
    const lines = [
      "Sample Act",
      "1. Short title",
      "This is the Sample Act.",
      "2. Offence",
      "No person shall:",
      "1. transfer a substance;",
      "2. keep it.",
      "2A. Penalty",
      "A fine.",
      "3. Commencement",
      "Today.",
    ];
    expect(outlineOf(lines, "en").map((line) => line.split(" | ")[0])).toEqual(["s-1", "s-2", "s-2a", "s-3"]);
    expect(read(lines, "en").provisions[2]?.label).toBe("s. 2A");
  });

  it("drops the arrangement of sections of an English act", () => {
    const lines = [
      "Sample Act",
      "1. Short title",
      "2. Offence",
      "3. Commencement",
      "1. Short title",
      "This is the Sample Act.",
      "2. Offence",
      "No person shall.",
      "3. Commencement",
      "Today.",
    ];
    expect(outlineOf(lines, "en").map((line) => line.split(" | ")[0])).toEqual(["s-1", "s-2", "s-3"]);
  });

  it("knows Russian, Arabic and Chinese by their letters", () => {
    expect(read(["Закон о веществах", "Статья 1. Слово."]).facts.type).toBe("act");
    expect(outlineOf(["条例", "第一条 国家实行许可制度。"])).toEqual(["art-1 |  |  | 国家实行许可制度。"]);
  });

  it("never takes running text for a mark", () => {
    expect(
      outlineOf(["Статья 1. Понятия", { text: "Статья 2. Так начинается предложение.", isRunning: true }], "ru"),
    ).toHaveLength(1);
  });
});

describe("withoutRemarks(paragraphs)", () => {
  it.each([
    "См. Постановление Правительства от 29 января 2016 года",
    "См.: Правила проведения расследования",
    "Сноска. Статья 1 с изменениями, внесенными Законом РП.",
    "Пункт 1 изложен в редакции Закона РП от 25.02.21 г. № 12-VI (см. стар. ред.)",
    "В подпункт 8 внесены изменения в соответствии с Законом РП от 19.04.23 г.",
    "Глава дополнена статьей 7-2 в соответствии с Законом РП от 06.04.24 г.",
    "(с изменениями и дополнениями по состоянию на 08.06.2024 г.)",
    "исключен (в редакции Закона РТ от 29.12.2010г.№658)",
  ])("leaves out: %s", (text) => {
    expect(withoutRemarks([{ text }])).toEqual([]);
  });

  it.each([
    "Пункт изложен ясно.",
    "Глава государства внесла закон в Парламент.",
    "Примечание. Под веществом понимается все.",
    "См",
  ])("keeps: %s", (text) => {
    expect(withoutRemarks([{ text }])).toEqual([{ text }]);
  });

  it("takes amendments in brackets out of a paragraph", () => {
    expect(withoutRemarks([{ text: "Власть принадлежит народу (в редакции Закона РТ от 22.06.2003 г.)." }])).toEqual([
      { text: "Власть принадлежит народу." },
    ]);
  });

  it("leaves out the remark that the words before announce", () => {
    expect(
      withoutRemarks([{ text: "Примечание ИЗПИ!" }, { text: "Порядок см. ст. 94." }, { text: "Статья 1" }]),
    ).toEqual([{ text: "Статья 1" }]);
  });
});
