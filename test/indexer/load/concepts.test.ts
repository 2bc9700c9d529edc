import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages, type Language } from "#domain/languages.ts";
import { concepts } from "#data/thesaurus.ts";
import { ConceptFinder } from "#indexer/concepts.ts";
import { createIndex } from "#indexer/generations.ts";
import { provisionsIndex } from "#mappings/legislation.ts";
import { removeIndices, testElasticsearch } from "../../support/load.ts";

const prefix = "test-concepts";
const elasticsearch = testElasticsearch();
const indices = new Map<Language, string>();

beforeAll(async () => {
  const meta = { generation: "20260101000000", digest: "abcdef", sources: [] };
  for (const language of languages)
    indices.set(language, (await createIndex(elasticsearch, prefix, provisionsIndex(language), meta)).index);
});

afterAll(() => removeIndices(elasticsearch, prefix));

async function named(language: Language, text: string, others: { heading?: string; summary?: string } = {}) {
  const finder = await ConceptFinder.of(elasticsearch, indices.get(language)!, language);
  return (await finder.namedIn(new Map([["one", { text, ...others }]]))).get("one") ?? [];
}

describe("concepts named in a text", () => {
  it.each([
    ["en", "No person shall broker, or offer BROKERING services.", "brokering"],
    ["en", "The trans-shipment of goods; trans-shipments through a port.", "trans-shipment"],
    ["fr", "L’exportation d’armes chimiques est interdite.", "chemical-weapons"],
    ["ru", "Экспорт ядерных материалов запрещён.", "nuclear-material"],
    ["es", "Queda prohibida la exportación de armas químicas.", "chemical-weapons"],
    ["ar", "يحظر استيراد الأسلحة الكيميائية وتصديرها.", "chemical-weapons"],
    ["zh", "禁止出口化學武器及其前體。", "chemical-weapons"],
  ] as const)("are known in %s in any form: %s", async (language, text, concept) => {
    expect(await named(language, text)).toContain(concept);
  });

  it("are known behind a word so long that it is cut, be it in the midst of a character", async () => {
    expect(await named("en", `a${"𝐀".repeat(150)} chemical weapons`)).toContain("chemical-weapons");
    expect(await named("ar", `\uD835ا\uDC00 ${"😀".repeat(150)}ا الأسلحة الكيميائية`)).toContain("chemical-weapons");
    expect(await named("zh", `𠀀${"a".repeat(199)}😀化学武器`)).toContain("chemical-weapons");
  });

  it("are looked for in the heading and in our English summary too, and in no two of them joined", async () => {
    expect(await named("fr", "Sans objet.", { heading: "Armes chimiques" })).toContain("chemical-weapons");
    expect(await named("fr", "Sans objet.", { summary: "Bans chemical weapons." })).toContain("chemical-weapons");
    expect(await named("fr", "chimiques", { heading: "Armes" })).not.toContain("chemical-weapons");
  });

  it("are not named by parts of words, or by words that stand apart", async () => {
    expect(await named("en", "Weapons that are chemical in nature.")).not.toContain("chemical-weapons");
    expect(await named("zh", "化学，武器。")).not.toContain("chemical-weapons");
    expect(await named("en", "")).toEqual([]);
  });

  it("are found beside whatever else a text holds", async () => {
    const oddities = [
      "a-".repeat(30_000),
      "𠮷".repeat(500),
      "1.2,3;4:5'6_7",
      "\u0301e\u0301",
      "👩‍🔬🧪",
      "…—–/()[]",
      "x".repeat(5000),
    ];
    for (const language of ["en", "zh"] as const)
      for (const odd of oddities)
        expect(await named(language, `${odd} (chemical weapons) 化学武器 ${odd}`), odd.slice(0, 20)).toContain(
          "chemical-weapons",
        );
  });
});

describe("every term of the thesaurus, in texts of our own", () => {
  it.each(languages)("names in %s the concepts that a search for their words finds it by", async (language) => {
    const index = indices.get(language)!;
    const sought = [...concepts.values()].filter(({ expand }) => expand);
    // Between other words, at a paragraph's end, in brackets, in quotation marks, and split by a comma.
    const texts = new Map(
      sought.flatMap(({ id, terms }) =>
        terms[language].flatMap((term, place): [string, { text: string }][] => [
          [`${id}/${place}/plain`, { text: `1540 ${term}, 2004\n${term.toUpperCase()}.` }],
          [`${id}/${place}/marked`, { text: `(${term}) «${term}»; ${term.replace(" ", ", ")}: ${term}-${term}` }],
        ]),
      ),
    );
    await elasticsearch.bulk({
      index,
      refresh: true,
      operations: [...texts].flatMap(([id, document]) => [{ index: { _id: id } }, document]),
    });
    const expected = new Map([...texts.keys()].map((id): [string, string[]] => [id, []]));
    const { responses } = await elasticsearch.msearch({
      searches: sought.flatMap(({ terms }) => [
        { index },
        {
          size: 10_000,
          _source: false,
          query: { bool: { should: terms[language].map((term) => ({ match_phrase: { text: term } })) } },
        },
      ]),
    });
    for (const [place, { id }] of sought.entries()) {
      const response = responses[place]!;
      if ("error" in response) throw new Error(response.error.reason ?? "");
      for (const { _id } of response.hits.hits) expected.get(_id!)!.push(id);
    }
    const finder = await ConceptFinder.of(elasticsearch, index, language);
    const found = await finder.namedIn(texts);
    const differing = [...expected].filter(([id, ids]) => ids.join() !== (found.get(id) ?? []).join());
    expect(differing.map(([id, ids]) => [texts.get(id), ids, found.get(id)])).toEqual([]);
    expect(found.size).toBe(texts.size);
  });
});
