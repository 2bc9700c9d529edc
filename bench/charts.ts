import { isDeepStrictEqual } from "node:util";
import { gzipSync } from "node:zlib";
import { readEnvironment } from "#domain/environment.ts";
import type { MatrixCube } from "#domain/matrices.ts";
import type { CubeAnswer, TrendsAnswer } from "#domain/trends.ts";
import { connectConfigured } from "#engine/configured.ts";
import { addressOf, askElasticsearch, randomQuestions } from "#mappings/matrix-counts.ts";
import { startServer } from "./server.ts";
import { quantile, quantilesOf } from "./timing.ts";

/**
 * Asks 300 questions about matrices of the API, which answers from the cube, and of Elasticsearch as one uncached
 * aggregation each; prints how many answers are equal, how long each took, and how large the cube is.
 */
export async function charts({ questions: count }: { questions: number }): Promise<void> {
  const environment = readEnvironment(process.env);
  const server = await startServer();
  const connection = await connectConfigured(environment, () => undefined);
  const index = `${environment.INDEX_PREFIX}-matrices`;
  try {
    const cube = (await (await fetch(`${server.address}/api/v1/trends/cube?measure=matrix`)).json()) as CubeAnswer;
    const { hits } = await connection.client.search<MatrixCube>({ index: `${index}-cube`, size: 1 });
    const stored = hits.hits[0]!._source!;
    const days = new Map(stored.snapshots.map((snapshot, place) => [snapshot, stored.days[place]!]));
    const questions = randomQuestions(count);
    const times: { api: number; elasticsearch: number }[] = [];
    const differing: string[] = [];
    // The first five warm both, and are not measured.
    for (const [place, question] of [...questions.slice(0, 5), ...questions].entries()) {
      const address = addressOf(question);
      const startApi = performance.now();
      const { series } = (await (await fetch(`${server.address}${address}`)).json()) as TrendsAnswer;
      const api = performance.now() - startApi;
      const counted = await askElasticsearch(connection.client, index, question, days);
      if (place < 5) continue;
      times.push({ api, elasticsearch: counted.milliseconds });
      const answered = series.map(({ key, points }) => ({ key, points }));
      if (!isDeepStrictEqual(answered, counted.series)) differing.push(address);
    }
    console.log(`${times.length - differing.length} of ${times.length} answers are equal to the last unit.`);
    for (const address of differing.slice(0, 10)) console.log(`  differs: ${address}`);
    console.table({
      "API from the cube (ms)": rounded(times.map(({ api }) => api)),
      "Elasticsearch aggregation (ms)": rounded(times.map(({ elasticsearch }) => elasticsearch)),
      "ratio of the two": rounded(times.map(({ api, elasticsearch }) => api / elasticsearch)),
    });
    const [api, elasticsearch] = [times.map((time) => time.api), times.map((time) => time.elasticsearch)];
    for (const part of [0.5, 0.95])
      console.log(
        `p${part * 100} of the API is ${(quantile(api, part) / quantile(elasticsearch, part)).toFixed(3)} of that of Elasticsearch.`,
      );
    console.log(
      `Cube: ${cube.axes.map(({ name, keys }) => `${keys.length} ${name}s`).join(" × ")} = ${Buffer.from(cube.cells, "base64").length} bytes, ${Buffer.from(stored.cells, "base64").length} compressed; ${gzipSync(JSON.stringify(cube)).length} as it is sent, compressed.`,
    );
  } finally {
    await connection.stop();
    await server.stop();
  }
}

function rounded(values: readonly number[]) {
  const { p50, p95, p99 } = quantilesOf(values);
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return { p50: round(p50), p95: round(p95), p99: round(p99) };
}
