import { isDeepStrictEqual } from "node:util";
import { Client } from "@elastic/elasticsearch";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { analysisCases, analysisSettings, caseName, refusedAnalysis } from "./analysis-cases.ts";

const stockUrl = process.env["STOCK_ELASTICSEARCH_URL"];
if (!stockUrl) {
  console.warn(
    "Skipped: the comparison of the embedded Elasticsearch's analysis with a stock one, for STOCK_ELASTICSEARCH_URL names none " +
      "(bench/stock-elasticsearch.ts starts one).",
  );
}

describe.skipIf(!stockUrl)("the embedded Elasticsearch beside a stock one", () => {
  const index = `engine-stock-${process.pid}`;
  const embedded = new Client({ nodes: inject("elasticsearchUrl").split(","), redaction: { type: "off" } });
  const stock = new Client({ node: stockUrl ?? "http://127.0.0.1:1", redaction: { type: "off" } });

  beforeAll(async () => {
    const settings = analysisSettings(analysisCases);
    await Promise.all([embedded, stock].map((client) => client.indices.create({ index, settings })));
  });

  afterAll(async () => {
    await Promise.all([embedded, stock].map((client) => client.indices.delete({ index })));
    await Promise.all([embedded, stock].map((client) => client.close()));
  });

  it("makes the same tokens, offsets, positions and types with every analyzer", async () => {
    // Each takes the texts of all: what is of no interest to it may still be treated differently.
    const text = analysisCases.map((each) => each.text);
    const different: string[] = [];
    for (const [place, { claim, isNormalizer }] of analysisCases.entries()) {
      const name = caseName(place);
      const request = { index, text, ...(isNormalizer ? { normalizer: name } : { analyzer: name }) };
      const [ours, theirs] = await Promise.all([embedded.indices.analyze(request), stock.indices.analyze(request)]);
      if (!isDeepStrictEqual(ours, theirs)) different.push(claim);
    }
    expect(different).toEqual([]);
  }, 120_000);

  it("refuses what a stock one refuses", async () => {
    for (const [claim, analysis] of refusedAnalysis) {
      const create = [embedded, stock].map((client) =>
        client.indices.create({ index: `${index}-refused`, settings: { analysis } }).catch((error) => error.statusCode),
      );
      const [ours, theirs] = await Promise.all(create);
      expect(ours, claim).toBe(400);
      // Some wrong rules are a 500 there.
      expect(theirs, claim).toBeGreaterThanOrEqual(400);
    }
  });
});
