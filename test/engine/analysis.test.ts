import { Client } from "@elastic/elasticsearch";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { analysisCases, analysisSettings, caseName, refusedAnalysis, written } from "./analysis-cases.ts";

const apiKey = process.env["ELASTICSEARCH_API_KEY"];
const client = new Client({
  nodes: inject("elasticsearchUrl").split(","),
  redaction: { type: "off" },
  ...(apiKey && { auth: { apiKey } }),
});
const index = `engine-analysis-${process.pid}`;

beforeAll(async () => {
  await client.indices.create({ index, settings: analysisSettings(analysisCases) });
});

afterAll(async () => {
  await client.indices.delete({ index });
  await client.close();
});

describe("the analysis that index definitions can name", () => {
  it.each(analysisCases.map((each, place) => ({ ...each, place })))(
    "$claim",
    async ({ place, isNormalizer, text, tokens }) => {
      const name = caseName(place);
      const answer = await client.indices.analyze({
        index,
        text,
        ...(isNormalizer ? { normalizer: name } : { analyzer: name }),
      });
      expect(written(answer.tokens ?? [])).toBe(tokens);
    },
  );

  it("works in _analyze without an index", async () => {
    const answer = await client.indices.analyze({
      tokenizer: "whitespace",
      filter: ["lowercase", { type: "stemmer", language: "light_spanish" }],
      text: "Materiales Químicos",
    });
    expect(written(answer.tokens ?? [])).toBe("material/quimic");
  });
});

describe("analysis that is written wrongly", () => {
  it.each(refusedAnalysis)("is refused with its reason: %s", async (_claim, analysis, reason) => {
    const create = client.indices.create({ index: `${index}-refused`, settings: { analysis } });
    await expect(create).rejects.toThrow(reason);
  });
});
