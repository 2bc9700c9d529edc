import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as z from "zod/mini";
import { LegislationPage, type FacetName } from "#domain/legislation.ts";
import { loadLaws, removeIndices, testElasticsearch } from "../support/load.ts";
import { startApp } from "../support/start-app.ts";

const elasticsearch = testElasticsearch();
const prefix = "test-facets";
let app: Awaited<ReturnType<typeof startApp>>;

/** How many combinations of filters are tried; COMBINATIONS=200 takes more of them than every run of the suite needs. */
const combinations = Number(process.env["COMBINATIONS"] ?? 30);

beforeAll(async () => {
  await removeIndices(elasticsearch, prefix);
  await loadLaws(elasticsearch, prefix);
  app = await startApp(elasticsearch, prefix);
}, 120_000);

afterAll(async () => {
  await app?.stop();
  await removeIndices(elasticsearch, prefix);
});

const listFacets = [
  "state",
  "region",
  "language",
  "type",
  "status",
  "obligation",
  "weapon",
  "facet",
  "concept",
] as const;
const questions = [
  "",
  "",
  "licence",
  "nuclear | chemical",
  "export -import",
  "核材料",
  "المواد النووية",
  "courtage",
  '"export permit"',
];

/** The same numbers in every run: a linear congruential generator with the constants of Numerical Recipes. */
function* randomNumbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

const random = randomNumbers(1540);
const oneOf = <Item>(items: readonly Item[]): Item => items[Math.floor(random.next().value * items.length)]!;

/** A question, and up to two filters with a value that it has. */
async function randomSearch(q: string): Promise<URLSearchParams> {
  const params = new URLSearchParams({ size: "1", q });
  for (let filters = Math.floor(random.next().value * 3); filters > 0; filters -= 1) {
    const filter = oneOf(listFacets);
    const buckets = (await page(params)).facets[filter] ?? [];
    if (buckets.length > 0 && !params.has(filter)) params.set(filter, oneOf(buckets).value);
  }
  return params;
}

async function page(params: URLSearchParams): Promise<LegislationPage> {
  const response = await fetch(`${app.address}/api/v1/legislation?${params}`);
  expect(response.status, `${params}`).toBe(200);
  return z.parse(LegislationPage, await response.json());
}

it(
  "counts in each facet what is found once its value is chosen, whatever else is chosen",
  { timeout: 600_000 },
  async () => {
    for (let combination = 0; combination < combinations; combination += 1) {
      const params = await randomSearch(oneOf(questions));
      const { facets } = await page(params);
      const open = listFacets.filter((name: FacetName) => !params.has(name) && (facets[name]?.length ?? 0) > 0);
      if (open.length === 0) continue;
      const facet = oneOf(open);
      const { value, count } = oneOf(facets[facet]!);
      const chosen = new URLSearchParams([...params, [facet, value]]);
      expect((await page(chosen)).total, `${chosen}`).toBe(count);
    }
  },
);

it("exports as many rows as are found, in 20 random searches", { timeout: 120_000 }, async () => {
  const totals: number[] = [];
  for (let search = 0; search < 20; search += 1) {
    const params = await randomSearch(oneOf(questions));
    const { total } = await page(params);
    const csv = await (await fetch(`${app.address}/api/v1/legislation.csv?${params}`)).text();
    expect(parse(csv, { columns: true, bom: true }), `${params}`).toHaveLength(total);
    totals.push(total);
  }
  // More than a page of them, so that a page alone would not pass.
  expect(totals.filter((total) => total > 10).length).toBeGreaterThan(5);
});
