import type { CubeAnswer, TrendsAnswer } from "#domain/trends.ts";
import { comparedWithPublished } from "#data/published-comparison.ts";
import { startServer } from "./server.ts";
import { printTable } from "./table.ts";

/** Prints totals of the matrices that are served, which without real ones are the demonstration, beside those that were published. */
export async function demonstration(): Promise<void> {
  const server = await startServer();
  try {
    const get = async (path: string) => (await fetch(`${server.address}/api/v1/${path}`)).json();
    const cube = (await get("trends/cube?measure=matrix")) as CubeAnswer;
    const { series } = (await get("trends?measure=matrix&unit=cells")) as TrendsAnswer;
    printTable(
      `Matrices: ${cube.meta.status}. ${cube.meta.source}.`,
      ["figure", "published", "matrices", "difference", "source"],
      comparedWithPublished(cube).map(({ figure, published, matrices, difference, source }) => [
        figure,
        published,
        matrices,
        `${(difference * 100).toFixed(2)} %`,
        source,
      ]),
    );
    printTable(
      "Cells with a measure, of cells asked, in each snapshot",
      ["snapshot", "cells", "of"],
      series[0]!.points.map(({ date, n, of }) => [date, n ?? "–", of ?? "–"]),
    );
  } finally {
    await server.stop();
  }
}
