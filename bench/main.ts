import { resolve } from "node:path";
import { Command, Option } from "commander";
import { readEnvironment } from "#domain/environment.ts";
import { relevance, sets } from "./relevance.ts";

const program = new Command("npm run bench --").description("Measures; prints tables. Nothing here passes or fails.");

const goldenQueries = new Option("--golden <file>", "golden queries as CSV").default(
  "../shared/data/golden-queries.csv",
);
const seconds = new Option("--seconds <n>", "of a block, about").default(4).argParser(Number);
const blocks = new Option("--blocks <n>", "asked of each").default(6).argParser(Number);

const queriesPerLanguage = new Option("--queries <n>", "of each language").default(200).argParser(Number);

interface ContestOptions {
  golden: string;
  queries: number;
  seconds: number;
  blocks: number;
}

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
  .command("search")
  .description("the search for laws beside the same requests sent straight to Elasticsearch, at 1 and 4 clients")
  .addOption(goldenQueries)
  .addOption(queriesPerLanguage)
  .addOption(seconds)
  .addOption(blocks)
  .action(async (options: ContestOptions) => {
    const { search } = await import("./search.ts");
    await search(options);
  });

program
  .command("rivals")
  .description("the search for provisions beside PostgreSQL, SQLite and Groonga over the same provisions")
  .addOption(goldenQueries)
  .addOption(queriesPerLanguage)
  .addOption(seconds)
  .addOption(blocks)
  .action(async (options: ContestOptions) => {
    const { rivals } = await import("./rivals.ts");
    await rivals(options);
  });

program
  .command("suggest")
  .description("suggestions after a few characters beside the search for laws, and what they find")
  .addOption(goldenQueries)
  .addOption(new Option("--prefixes <n>", "of each language").default(1000).argParser(Number))
  .addOption(seconds)
  .addOption(blocks)
  .action(async (options: { golden: string; prefixes: number; seconds: number; blocks: number }) => {
    const { suggest } = await import("./suggest.ts");
    await suggest(options);
  });

program
  .command("web")
  .description("code of each route, first paints beside a bare React page, a click on a facet")
  .addOption(new Option("--runs <n>", "visits of each page").default(7).argParser(Number))
  .option("--query <words>", "for the page of results; its first law is the page of a law", "export licence")
  .action(async ({ runs, query }: { runs: number; query: string }) => {
    const { web } = await import("./web.ts");
    await web({ runs, q: query });
  });

program
  .command("start")
  .description("the service and the command for loading, started in turn with the least they could be")
  .addOption(new Option("--runs <n>", "starts of each").default(7).argParser(Number))
  .action(async (options: { runs: number }) => {
    const { start } = await import("./start.ts");
    await start(options);
  });

program
  .command("treaties")
  .description("States party by region and year, counted straight from the source, beside the API's figures")
  .option("--states <folder>", "the source: tables of the UN Treaty Collection", "../shared/corpus/states")
  .action(async (options: { states: string }) => {
    const { countTreaties } = await import("./treaties.ts");
    await countTreaties(options);
  });

program
  .command("index")
  .description("what loads of 10,000 to 1,000,000 provisions cost, and how near sending comes to raw bulk requests")
  .addOption(
    new Option("--sizes <n...>", "provisions of the collections").default([
      "10000",
      "30000",
      "100000",
      "300000",
      "1000000",
    ]),
  )
  .addOption(new Option("--ceiling <n>", "provisions sent raw too; 0 for none").default(100_000).argParser(Number))
  .action(async ({ sizes, ceiling }: { sizes: string[]; ceiling: number }) => {
    const { loading } = await import("./loading.ts");
    await loading({ sizes: sizes.map(Number), ceiling });
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

program
  .command("restore")
  .description(
    "a drill: lose the home and the indices, bring them back from a backup and from the folders; minutes, and equal digests",
  )
  .option("--laws <folder>", "the folder of laws to load", "../shared/corpus/legislation")
  .option("--documents <folder>", "the folder of documents to load", "../shared/seeds")
  .action(async (options: { laws: string; documents: string }) => {
    const { restore } = await import("./restore.ts");
    await restore(options);
  });

await program.parseAsync(process.argv);
