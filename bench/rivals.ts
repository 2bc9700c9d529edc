import type { Client } from "@elastic/elasticsearch";
import { Pool } from "undici";
import { readEnvironment } from "#domain/environment.ts";
import type { IndexedProvision } from "#domain/indexed-legislation.ts";
import { languages, type Language } from "#domain/languages.ts";
import type { ProvisionsPage } from "#domain/legislation.ts";
import { connectConfigured } from "#engine/configured.ts";
import { contest, printUnanswered, type Contest, type Contestant } from "./contest.ts";
import { startGroonga } from "./groonga.ts";
import { startPostgresqlRival } from "./postgresql-words.ts";
import type { Rival, RivalProvision } from "./rival.ts";
import { searchQueries, type SearchQuery } from "./search-queries.ts";
import { startServer } from "./server.ts";
import { startSqlite } from "./sqlite.ts";
import { printMachine, printTable } from "./table.ts";
import { timeOf } from "./timing.ts";

interface Options {
  golden: string;
  queries: number;
  seconds: number;
  blocks: number;
}

const mostClients = 4;

/** Queries whose ten best are held beside ours: fifty a language. */
const comparedQueries = 300;

/**
 * Loads the provisions that are served into other search engines, and asks all of them and our API for the best ten
 * provisions of a language with any of the words, with snippets and facets: how long each takes, and how many of its ten
 * are among our ten. Those that are not installed are named and left out.
 */
export async function rivals({ golden, queries: perLanguage, seconds, blocks }: Options): Promise<void> {
  printMachine();
  const environment = readEnvironment(process.env);
  const connection = await connectConfigured(environment, () => undefined);
  const { INDEX_PREFIX: prefix } = environment;
  const started: Rival[] = [];
  try {
    for (const [name, start] of Object.entries(engines)) {
      const rival = await start(mostClients);
      if (rival === undefined) process.stdout.write(`Left out, for it is not installed: ${name}\n`);
      else started.push(rival);
    }
    const loadSeconds = await loadAll(connection.client, prefix, started);
    const { indices } = await connection.client.indices.stats({ index: `${prefix}-provisions-*`, metric: "store" });
    const ownBytes = Object.values(indices!).reduce((sum, { total }) => sum + total!.store!.size_in_bytes, 0);
    const queries = await searchQueries(connection.client, prefix, { golden, perLanguage });
    const server = await startServer();
    const api = new Pool(server.address, { connections: mostClients });
    try {
      const contestants: Contestant<SearchQuery>[] = [
        { name: own, ask: (query) => searchOurs(api, query) },
        ...started.map(({ name, search }) => ({ name, ask: search })),
      ];
      const overlaps = await overlapsWith(api, started, queries.slice(0, comparedQueries));
      const alone = await contest(contestants, queries, { clients: 1, blocks, seconds });
      const together = await contest(contestants, queries, { clients: mostClients, blocks, seconds });
      await print(started, { alone, together, overlaps, loadSeconds, ownBytes });
    } finally {
      await api.close();
      await server.stop();
    }
  } finally {
    for (const rival of started) await rival.stop();
    await connection.stop();
  }
}

const own = "Compendium 1540";

const engines: Record<string, (clients: number) => Promise<Rival | undefined>> = {
  "PostgreSQL with rum (Debian: postgresql-15, postgresql-15-rum)": startPostgresqlRival,
  "SQLite (Debian: sqlite3)": startSqlite,
  "Groonga (Debian: groonga, groonga-token-filter-stem)": startGroonga,
};

/** Seconds that each rival took to take in all provisions. */
async function loadAll(elasticsearch: Client, prefix: string, others: Rival[]): Promise<Map<Rival, number>> {
  const spent = new Map(others.map((rival) => [rival, 0]));
  let loaded = 0;
  for (const language of languages) {
    const provisions = await provisionsIn(elasticsearch, prefix, language);
    loaded += provisions.length;
    for (const rival of others)
      spent.set(rival, spent.get(rival)! + (await timeOf(() => rival.load(language, provisions))) / 1000);
  }
  process.stdout.write(`${loaded} provisions loaded into each.\n`);
  return spent;
}

async function provisionsIn(elasticsearch: Client, prefix: string, language: Language): Promise<RivalProvision[]> {
  const pages = elasticsearch.helpers.scrollDocuments<IndexedProvision>({
    index: `${prefix}-provisions-${language}`,
    size: 2000,
    _source: ["law", "anchor", "lawTitle", "path", "heading", "text", "state", "regions", "type", "status", "year"],
  });
  const found: RivalProvision[] = [];
  for await (const { law, anchor, lawTitle, path, heading, text, state, regions, type, status, year } of pages)
    found.push({
      id: `${law}/${anchor}`,
      language,
      heading: [lawTitle, ...path, heading ?? ""].join(" "),
      text,
      facets: { state, region: regions[0] ?? "", type, status, year: String(year ?? "") },
    });
  return found;
}

async function searchOurs(api: Pool, { q, language }: SearchQuery): Promise<string[]> {
  const path = `/api/v1/provisions?${new URLSearchParams({ q, language })}`;
  const { statusCode, body } = await api.request({ method: "GET", path });
  if (statusCode !== 200) throw new Error(`${statusCode} for ${path}`);
  return ((await body.json()) as ProvisionsPage).items.map(({ id }) => id);
}

/** How many in a hundred of our ten best a rival has among its ten, by language. */
async function overlapsWith(
  api: Pool,
  others: Rival[],
  queries: SearchQuery[],
): Promise<Map<Rival, Map<Language, number>>> {
  const shares = new Map(
    others.map((rival) => [rival, new Map(languages.map((each): [Language, number[]] => [each, []]))]),
  );
  for (const query of queries) {
    const ours = await searchOurs(api, query);
    if (ours.length === 0) continue;
    for (const rival of others) {
      const theirs = new Set(await rival.search(query));
      shares
        .get(rival)!
        .get(query.language)!
        .push(ours.filter((id) => theirs.has(id)).length / ours.length);
    }
  }
  const percent = (each: number[]) => Math.round((100 * each.reduce((sum, share) => sum + share, 0)) / each.length);
  return new Map(
    [...shares].map(([rival, byLanguage]) => [
      rival,
      new Map([...byLanguage].map(([language, each]) => [language, percent(each)])),
    ]),
  );
}

interface Measured {
  alone: Contest<SearchQuery>;
  together: Contest<SearchQuery>;
  overlaps: Map<Rival, Map<Language, number>>;
  loadSeconds: Map<Rival, number>;
  ownBytes: number;
}

async function print(started: Rival[], { alone, together, overlaps, loadSeconds, ownBytes }: Measured): Promise<void> {
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0);
  const times = (measured: Contest<SearchQuery>, name: string) =>
    Object.values(measured.milliseconds(name)).map((milliseconds: number) => milliseconds.toFixed(1));
  const ratios = (measured: Contest<SearchQuery>, name: string) =>
    Object.values(measured.ratio(name, own)).map((ratio: number) => ratio.toFixed(2));
  printTable(
    "The best ten of any of the words in one language, with snippets and facets, in milliseconds",
    ["", "load s", "MB", "1: p50", "p95", "p99", "4: p50", "p95", "p99"],
    [
      [own, "–", megabytes(ownBytes), ...times(alone, own), ...times(together, own)],
      ...(await Promise.all(
        started.map(async (rival) => [
          rival.name,
          loadSeconds.get(rival)!.toFixed(1),
          megabytes(await rival.bytes()),
          ...times(alone, rival.name),
          ...times(together, rival.name),
        ]),
      )),
    ],
  );
  for (const measured of [alone, together]) printUnanswered(measured, [own, ...started.map(({ name }) => name)]);
  printTable(
    "How many times as long as ours it takes, and how many in a hundred of our ten it has among its ten",
    ["", "1: p50", "p95", "p99", "4: p50", "p95", "p99", ...languages],
    started.map((rival) => [
      rival.name,
      ...ratios(alone, rival.name),
      ...ratios(together, rival.name),
      ...languages.map((language) => overlaps.get(rival)!.get(language)!),
    ]),
  );
}
