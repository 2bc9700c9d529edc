import { resolve } from "node:path";
import { Command, Option } from "commander";
import { readEnvironment } from "#domain/environment.ts";
import { relevance, sets } from "./relevance.ts";

const program = new Command("npm run bench --").description("Measures; prints tables. Nothing here passes or fails.");

program
  .command("relevance")
  .description("right law and right provision for the golden queries and our own, through the API")
  .option("--queries <file>", "golden queries as CSV", "../shared/data/golden-queries.csv")
  .option("--corpus <folder>", "the collection their paths lead into", "../shared/corpus/legislation")
  .addOption(
    new Option("--sets <set...>", "queries to ask; look at those held back once a release")
      .choices(sets)
      .default([...sets]),
  )
  .option("--misses", "print each miss with what was found instead")
  .action(relevance);

program
  .command("treaties")
  .description("States party by region and year, counted straight from the source, beside the API's figures")
  .option("--states <folder>", "the source: tables of the UN Treaty Collection", "../shared/corpus/states")
  .action(async (options: { states: string }) => {
    const { countTreaties } = await import("./treaties.ts");
    await countTreaties(options);
  });

program
  .command("charts")
  .description("figures of matrices from the cube beside the same from Elasticsearch: equal, how fast, how large")
  .addOption(new Option("--questions <n>", "how many").default(300).argParser(Number))
  .action(async (options: { questions: number }) => {
    const { charts } = await import("./charts.ts");
    await charts(options);
  });

program
  .command("demonstration")
  .description("totals of the demonstration matrices beside the published figures they are drawn to meet")
  .action(async () => {
    const { demonstration } = await import("./demonstration.ts");
    await demonstration();
  });

program
  .command("stock")
  .description("start a stock Elasticsearch on loopback to compare with, until Ctrl-C (856 MB the first time)")
  .action(async () => {
    const { startStockElasticsearch } = await import("./stock-elasticsearch.ts");
    const { url, stop } = await startStockElasticsearch(resolve(readEnvironment(process.env).COMPENDIUM_HOME), (line) =>
      process.stderr.write(`${line}\n`),
    );
    process.stdout.write(`ELASTICSEARCH_URL=${url}\n`);
    // A process that only waits for a signal has nothing to do, and would end.
    const waiting = setInterval(() => undefined, 60_000);
    await new Promise((finish) => {
      process.once("SIGINT", finish);
      process.once("SIGTERM", finish);
    });
    clearInterval(waiting);
    await stop();
  });

program
  .command("draw")
  .description(
    "each kind of chart on a slow processor: from its figures to the screen; its code; large ones beside libraries",
  )
  .option("--address <address>", "a running service; without it one is started")
  .addOption(new Option("--runs <n>", "of each").default(7).argParser(Number))
  .action(async (options: { address?: string; runs: number }) => {
    const { draw } = await import("./draw.ts");
    await draw(options);
  });

program
  .command("crawl")
  .description("every page of the sitemap by its answer, some of them in the browser, and every link found on the way")
  .option("--address <address>", "a running service; without it one is started")
  .option("--browser <pages>", "pages shown in the browser", "60")
  .action(async (options: { address?: string; browser: string }) => {
    const { crawl } = await import("./crawl.ts");
    await crawl(options);
  });

await program.parseAsync(process.argv);
