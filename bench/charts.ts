import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { gzipSync } from "node:zlib";
import { readEnvironment } from "#domain/environment.ts";
import type { MatrixCube } from "#domain/matrices.ts";
import type { CubeAnswer, TrendsAnswer } from "#domain/trends.ts";
import { connectConfigured } from "#engine/configured.ts";
import {
  addressOf,
  basisIn,
  countInElasticsearch,
  figuresOf,
  randomQuestions,
  type Counter,
} from "#mappings/matrix-counts.ts";
import { openDuckDB } from "./duckdb.ts";
import { cellsOf, countInCube } from "./matrix-cells.ts";
import { startPostgresqlCells } from "./postgresql-cells.ts";
import { startServer } from "./server.ts";
import { printMachine, printTable } from "./table.ts";
import { quantile, quantilesOf } from "./timing.ts";

/** Questions that warm everything and are not measured. */
const warming = 5;

/**
 * Asks questions about matrices, each in turn of the API, which answers from the cube, again with the tag of its answer,
 * of the cube in this process, and of others over the same cells: Elasticsearch with uncached aggregations, DuckDB, PostgreSQL.
 * Prints how many answers are equal, how long each took, and how large the cube is.
 */
export async function charts({ questions: count }: { questions: number }): Promise<void> {
  printMachine();
  const environment = readEnvironment(process.env);
  const folder = await mkdtemp(join(tmpdir(), "compendium-charts-"));
  const stops: (() => Promise<void>)[] = [];
  try {
    const server = await startServer();
    stops.push(server.stop);
    const connection = await connectConfigured(environment, () => undefined);
    stops.push(connection.stop);
    const index = `${environment.INDEX_PREFIX}-matrices`;
    const cube = (await (await fetch(`${server.address}/api/v1/trends/cube?measure=matrix`)).json()) as CubeAnswer;
    const { hits } = await connection.client.search<MatrixCube>({ index: `${index}-cube`, size: 1 });
    const stored = hits.hits[0]!._source!;
    const days = new Map(stored.snapshots.map((snapshot, place) => [snapshot, stored.days[place]!]));
    const basis = await basisIn(connection.client, index, days);
    const cells = cellsOf(cube);
    const counters = new Map<string, Counter>([
      ["cube in process", countInCube(cube)],
      ["Elasticsearch", countInElasticsearch(connection.client, index)],
    ]);
    for (const [name, open] of [
      ["DuckDB in process", openDuckDB],
      ["PostgreSQL", startPostgresqlCells],
    ] as const) {
      const rival = await open(cells, folder);
      if (rival === undefined) console.log(`${name} is left out: it is not installed.`);
      else {
        counters.set(name, rival.count);
        stops.push(rival.stop);
      }
    }
    const times = new Map<string, number[]>(["API", "API, not modified", ...counters.keys()].map((name) => [name, []]));
    const differing: string[] = [];
    const questions = randomQuestions(count);
    for (const [place, question] of [...questions.slice(0, warming), ...questions].entries()) {
      const note = (name: string, milliseconds: number) => {
        if (place >= warming) times.get(name)!.push(milliseconds);
      };
      const address = `${server.address}${addressOf(question)}`;
      const started = performance.now();
      const response = await fetch(address);
      const { series } = (await response.json()) as TrendsAnswer;
      note("API", performance.now() - started);
      const again = performance.now();
      const { status } = await fetch(address, { headers: { "if-none-match": response.headers.get("etag")! } });
      note("API, not modified", performance.now() - again);
      if (status !== 304) differing.push(`${address}: ${status} and not 304`);
      const answered = series.map(({ key, points }) => ({ key, points }));
      for (const [name, counter] of counters) {
        const figures = await figuresOf(question, basis, counter);
        note(name, figures.milliseconds);
        if (!isDeepStrictEqual(answered, figures.series)) differing.push(`${address}: ${name}`);
      }
    }
    console.log(
      `${cells.length} cells, ${count} questions: ${differing.length === 0 ? "all figures of all are equal to the last unit." : `${differing.length} answers differ.`}`,
    );
    for (const one of differing.slice(0, 10)) console.log(`  differs: ${one}`);
    printTable(
      "Milliseconds for a question",
      ["", "p50", "p95", "p99"],
      [...times].map(([name, each]) => {
        const { p50, p95, p99 } = quantilesOf(each);
        return [name, ...[p50, p95, p99].map((value) => value.toFixed(2))];
      }),
    );
    const ratio = (one: string, other: string, part: number) =>
      times.has(one) && times.has(other)
        ? [
            `${one} to ${other}, p${part * 100}: ${(quantile(times.get(one)!, part) / quantile(times.get(other)!, part)).toFixed(3)}`,
          ]
        : [];
    for (const line of [
      ...ratio("API", "Elasticsearch", 0.95),
      ...ratio("cube in process", "DuckDB in process", 0.95),
      ...ratio("cube in process", "PostgreSQL", 0.95),
      ...ratio("API, not modified", "Elasticsearch", 0.99),
    ])
      console.log(line);
    console.log(
      `Cube: ${cube.axes.map(({ name, keys }) => `${keys.length} ${name}s`).join(" × ")} = ${Buffer.from(cube.cells, "base64").length} bytes, ${Buffer.from(stored.cells, "base64").length} compressed; ${gzipSync(JSON.stringify(cube)).length} as it is sent, compressed.`,
    );
  } finally {
    for (const stop of stops.toReversed()) await stop();
    await rm(folder, { recursive: true, force: true });
  }
}
