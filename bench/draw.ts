import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { readEnvironment } from "#domain/environment.ts";
import { newPage, openBrowser, slower } from "./browser.ts";
import { startServer } from "./server.ts";
import { printMachine, printTable } from "./table.ts";
import { median } from "./timing.ts";

const charts = {
  lines: "/trends?measure=treaties&by=region&treaty=CWC",
  bars: "/trends?measure=treaties&by=region&treaty=CWC&view=bars",
  "two dates": "/trends?measure=matrix&view=compare&by=obligation&from=2011&to=2016",
  answers: "/trends?measure=matrix&view=answers",
  "heat map": "/trends?measure=matrix&view=heat-map&by=region",
  tiles: "/trends?measure=treaties&view=tiles&by=region&treaty=CWC",
};

interface Options {
  address?: string;
  runs: number;
}

/**
 * Prints for each kind of chart how long it takes from its figures' arrival, and from the click, to the first frame that
 * shows it, what code it loads, and how long large charts take beside Recharts and ECharts drawing the same.
 */
export async function draw({ address, runs }: Options): Promise<void> {
  const server = address === undefined ? await startServer() : { address, stop: () => Promise.resolve() };
  const browser = await openBrowser();
  try {
    printMachine();
    printTable(
      `Medians of ${runs}, on a processor slowed down ${slower} times`,
      ["chart", "from the figures, ms", "from the address, ms"],
      await drawnInPages(browser, server.address, runs),
    );
    printTable("Lazy code of the charts' page", ["file", "bytes (gzip -9)"], await lazyCode(browser, server.address));
    printTable(
      "193 lines of 20 years, and 193 × 400 cells",
      ["from the call to the frame that shows all", "ours, ms", "theirs, ms", "ratio"],
      await besideLibraries(browser, runs),
    );
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function drawnInPages(browser: Browser, address: string, runs: number) {
  const table: (string | number)[][] = [];
  for (const [name, path] of Object.entries(charts)) {
    const times: { figures: number; click: number }[] = [];
    for (let run = 0; run < runs; run += 1) {
      process.stderr.write(`\r${name}: ${run + 1} of ${runs}      `);
      times.push({
        figures: await inSlowPage(browser, (page) => timeFromFigures(page, address + path)),
        click: await inSlowPage(browser, (page) => timeFromClick(page, address + path)),
      });
    }
    table.push([
      name,
      Math.round(median(times.map(({ figures }) => figures))),
      Math.round(median(times.map(({ click }) => click))),
    ]);
  }
  process.stderr.write("\r\u001B[K");
  return table;
}

/** From opening the address to the first frame with the marks. */
async function timeFromClick(page: Page, address: string): Promise<number> {
  await watchMarks(page);
  await page.goto(address);
  return (await marksShown(page)).at;
}

/** From the arrival of the figures in a page that has all else and nothing left to do. */
async function timeFromFigures(page: Page, address: string): Promise<number> {
  await watchMarks(page);
  const held: (() => void)[] = [];
  let isHeld = true;
  await page.route("**/api/v1/trends**", async (route) => {
    const response = await route.fetch();
    if (isHeld) await new Promise<void>((release) => held.push(release));
    await route.fulfill({ response });
  });
  await page.goto(address);
  await page.locator(".chart-controls").waitFor();
  await page.waitForFunction(() => performance.now() > 1000 && document.fonts.status === "loaded");
  await page.evaluate(() => new Promise((resume) => requestIdleCallback(resume)));
  await page.waitForTimeout(1000);
  isHeld = false;
  for (const release of held) release();
  const { isThere, at } = await marksShown(page);
  // What is asked for beneath the drawing may still be under way.
  await page.unrouteAll({ behavior: "ignoreErrors" });
  const arrival = await page.evaluate(
    (until) =>
      Math.max(
        ...performance
          .getEntriesByType("resource")
          .filter(({ name }) => new URL(name).pathname.startsWith("/api/v1/trends"))
          .map((entry) => (entry as PerformanceResourceTiming).responseEnd)
          .filter((end) => end <= until),
      ),
    isThere,
  );
  return at - arrival;
}

async function watchMarks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const marks = ":is(polyline, polygon, path, rect):not(defs *)";
    const observer = new MutationObserver(() => {
      if (document.querySelector(`.chart-drawing svg:not(.patterns) ${marks}`) === null) return;
      observer.disconnect();
      const isThere = performance.now();
      // A task asked for in the callback of a frame comes after the frame is painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener("message", () => Object.assign(window, { shown: { isThere, at: performance.now() } }));
        port1.start();
        port2.postMessage(undefined);
      });
    });
    observer.observe(document, { childList: true, subtree: true });
  });
}

/** When the marks came into the page, and when the frame with them was painted. */
async function marksShown(page: Page): Promise<{ isThere: number; at: number }> {
  await page.waitForFunction(() => "shown" in window, undefined, { timeout: 60_000 });
  return page.evaluate(() => (window as unknown as { shown: { isThere: number; at: number } }).shown);
}

/** What a chart loads that the start page has not: each file, and all together. */
async function lazyCode(browser: Browser, address: string): Promise<[string, number][]> {
  const first = await scriptsOf(browser, `${address}/?ui=en`, "main h1");
  const all = await scriptsOf(browser, `${address}${charts.lines}&ui=en`, ".chart-drawing polyline");
  const sizes = await Promise.all(
    [...all]
      .filter((script) => !first.has(script))
      .map(async (script): Promise<[string, number]> => {
        const code = await (await fetch(script)).arrayBuffer();
        return [script.slice(script.lastIndexOf("/") + 1), gzipSync(code, { level: 9 }).length];
      }),
  );
  const sorted = sizes.toSorted(([, a], [, b]) => b - a);
  return [...sorted, ["together", sorted.reduce((sum, [, bytes]) => sum + bytes, 0)]];
}

/** The scripts a page has when what `whole` names is there. */
async function scriptsOf(browser: Browser, address: string, whole: string): Promise<Set<string>> {
  const context = await browser.newContext({ locale: "en" });
  const page = await context.newPage();
  const scripts = new Set<string>();
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.add(response.url());
  });
  await page.goto(address);
  await page.locator(whole).first().waitFor();
  await context.close();
  return scripts;
}

async function besideLibraries(browser: Browser, runs: number) {
  const [ours, theirs] = [await bundled("ours.tsx"), await bundled("theirs.mjs")];
  const table: (string | number)[][] = [];
  for (const [name, which] of [
    ["lines: Recharts", "lines"],
    ["heat map: ECharts", "heatMap"],
  ] as const) {
    const times: { ours: number; theirs: number }[] = [];
    for (let run = 0; run < runs; run += 1) {
      process.stderr.write(`\r${name}: ${run + 1} of ${runs}      `);
      const timed = (script: string) => inSlowPage(browser, (page) => timeAlone(page, script, which));
      times.push({ ours: await timed(ours), theirs: await timed(theirs) });
    }
    const [own, other] = [times.map((time) => time.ours), times.map((time) => time.theirs)].map((each) =>
      Math.round(median(each)),
    ) as [number, number];
    table.push([name, own, other, (own / other).toFixed(3)]);
  }
  process.stderr.write("\r\u001B[K");
  return table;
}

async function timeAlone(page: Page, script: string, which: "lines" | "heatMap"): Promise<number> {
  await page.setContent('<!doctype html><style>body { margin: 0 }</style><div id="place" style="width: 1200px"></div>');
  await page.addStyleTag({ path: join(import.meta.dirname, "../web/style.css") });
  await page.addScriptTag({ path: script });
  return page.evaluate(async (name) => {
    const place = document.querySelector<HTMLElement>("#place")!;
    const { drawings } = (window as unknown as { bench: typeof import("./draw/ours.tsx") }).bench;
    const began = performance.now();
    drawings[name].draw(place);
    while (!drawings[name].isDrawn(place)) await new Promise((resume) => setTimeout(resume));
    await new Promise((resume) => requestAnimationFrame(() => setTimeout(resume)));
    return performance.now() - began;
  }, which);
}

/** A page's script of what is drawn, with the libraries to compare with: their 80 MB stay out of the project's own packages. */
async function bundled(entry: "ours.tsx" | "theirs.mjs"): Promise<string> {
  const folder = resolve(readEnvironment(process.env).COMPENDIUM_HOME, "bench-draw");
  if (!existsSync(join(folder, "node_modules/echarts"))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
    execFileSync(
      "npm",
      ["install", "--ignore-scripts", "--no-audit", "--no-fund", "recharts@3.11.1", "react-is@19", "echarts@6.1.0"],
      {
        cwd: folder,
        stdio: ["ignore", 2, 2],
      },
    );
  }
  const name = entry.replace(/\.\w+$/u, "");
  const packages = (path: string) => join(import.meta.dirname, "../node_modules", path);
  await build({
    configFile: false,
    logLevel: "error",
    root: join(import.meta.dirname, "draw"),
    define: { "process.env.NODE_ENV": '"production"' },
    resolve: {
      alias: [
        { find: /^(recharts|react-is|echarts)(?=\/|$)/u, replacement: join(folder, "node_modules", "$1") },
        { find: /^(react|react-dom)(?=\/|$)/u, replacement: packages("$1") },
      ],
    },
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: { entry, formats: ["iife"], name: "bench", fileName: () => `${name}.js` },
    },
  });
  return join(folder, `${name}.js`);
}

async function inSlowPage<Value>(browser: Browser, measure: (page: Page) => Promise<Value>): Promise<Value> {
  const page = await newPage(browser, slower);
  try {
    return await measure(page);
  } finally {
    await page.context().close();
  }
}
