import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import type { Browser, Page, Request } from "playwright-core";
import { build, type Rollup } from "vite";
import type { LegislationPage } from "#domain/legislation.ts";
import { newPage, openBrowser, slower } from "./browser.ts";
import { startServer } from "./server.ts";
import { printMachine, printTable } from "./table.ts";
import { median } from "./timing.ts";

/**
 * Looks at the built pages in the browser: how much code each route needs, how soon its largest text is there beside a
 * bare React page with the same text, and how soon a click on a facet shows.
 */
export async function web({ runs, q }: { runs: number; q: string }): Promise<void> {
  printMachine();
  const server = await startServer();
  const browser = await openBrowser();
  try {
    const results = `/legislation?${new URLSearchParams({ q, ui: "en" })}`;
    const { items } = (await (await fetch(`${server.address}/api/v1${results}`)).json()) as LegislationPage;
    if (items[0] === undefined) throw new Error(`No law is found for "${q}"; choose other words with --query`);
    const law = `/legislation/${items[0].id}?ui=en`;
    await printSizes(browser, server.address, ["/?ui=en", results, law, ...otherRoutes]);
    await printPaints(browser, server.address, ["/?ui=en", results, law], runs);
    await printClicks(browser, `${server.address}${results}`, runs);
  } finally {
    await browser.close();
    await server.stop();
  }
}

const otherRoutes = [
  "/search?q=export&ui=en",
  "/trends?ui=en",
  "/states?ui=en",
  "/states/CAN?ui=en",
  "/regions/AFR?ui=en",
  "/obligations?ui=en",
  "/compare?ui=en",
  "/effective-practices?ui=en",
  "/reports?ui=en",
  "/programme-of-work?ui=en",
  "/reviews?ui=en",
  "/glossary?ui=en",
  "/help?ui=en",
  "/about?ui=en",
];

/** Kilobytes of code, compressed as a build would: what every route needs, and what this one needs besides. */
async function printSizes(browser: Browser, address: string, routes: string[]): Promise<void> {
  const needed = new Map<string, Map<string, number>>();
  for (const route of routes) {
    const page = await newPage(browser, 1);
    const scripts = new Map<string, number>();
    const reading: Promise<unknown>[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script")
        reading.push(response.body().then((body) => scripts.set(response.url(), gzipSync(body, { level: 9 }).length)));
    });
    await show(page, `${address}${route}`);
    await Promise.all(reading);
    needed.set(route, scripts);
    await page.context().close();
  }
  const isFirst = (url: string) => [...needed.values()].every((scripts) => scripts.has(url));
  const kilobytes = (scripts: Map<string, number>, isCounted: (url: string) => boolean) =>
    [...scripts].filter(([url]) => isCounted(url)).reduce((sum, [, bytes]) => sum + bytes, 0) / 1000;
  printTable(
    "JavaScript in kB (gzip -9): what every route needs, what this one loads besides, and both",
    ["route", "first", "lazy", "together"],
    routes.map((route) => {
      const scripts = needed.get(route)!;
      const [first, all] = [kilobytes(scripts, isFirst), kilobytes(scripts, () => true)];
      return [route.replace(/[?&]ui=en$/u, ""), first.toFixed(1), (all - first).toFixed(1), all.toFixed(1)];
    }),
  );
}

/** The largest contentful paint of each page and of a bare React page with its text, one after the other in turn. */
async function printPaints(browser: Browser, address: string, paths: string[], runs: number): Promise<void> {
  const bare = await startBarePages(await Promise.all(paths.map((path) => linesOf(browser, `${address}${path}`))));
  const rows: string[][] = [];
  try {
    for (const [place, path] of paths.entries()) {
      const times: { own: number; bare: number }[] = [];
      for (let run = 0; run < runs; run += 1)
        times.push({
          own: await largestPaint(browser, `${address}${path}`),
          bare: await largestPaint(browser, `${bare.address}/${place}`),
        });
      const own = median(times.map((time) => time.own));
      const other = median(times.map((time) => time.bare));
      rows.push([path.replace(/[?&]ui=en$/u, ""), own.toFixed(0), other.toFixed(0), (own / other).toFixed(2)]);
    }
  } finally {
    await bare.stop();
  }
  printTable(
    `Largest contentful paint on a processor ${slower} times slower, medians of ${runs} first visits`,
    ["page", "ms", "bare React page with the same text, ms", "ratio"],
    rows,
  );
}

async function linesOf(browser: Browser, url: string): Promise<string[]> {
  const page = await newPage(browser, 1);
  await show(page, url);
  const text = await page.locator("body").innerText();
  await page.context().close();
  return text.split("\n").filter((line) => line.trim() !== "");
}

async function largestPaint(browser: Browser, url: string): Promise<number> {
  const page = await newPage(browser, slower);
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      (window as { largestPaint?: number }).largestPaint = list.getEntries().at(-1)!.startTime;
    }).observe({ type: "largest-contentful-paint", buffered: true });
  });
  await show(page, url);
  const largest = await page.evaluate(() => (window as { largestPaint?: number }).largestPaint);
  await page.context().close();
  if (largest === undefined) throw new Error(`${url} shows nothing`);
  return largest;
}

/** Pages of nothing but React and text, at `/0`, `/1` and so on; the text comes with the page, compressed. */
async function startBarePages(texts: string[][]): Promise<{ address: string; stop: () => Promise<unknown> }> {
  const script = gzipSync(await builtBarePage());
  const pages = texts.map((lines) =>
    gzipSync(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare</title><div id="root"></div><script type="application/json" id="text">${JSON.stringify(lines).replaceAll("<", "\\u003c")}</script><script type="module" src="/bare.js"></script></html>`,
    ),
  );
  const server = createServer((request, response) => {
    const isScript = request.url === "/bare.js";
    response.writeHead(200, {
      "content-type": isScript ? "text/javascript" : "text/html; charset=utf-8",
      "content-encoding": "gzip",
    });
    response.end(isScript ? script : pages[Number(request.url!.slice(1))]);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

const barePage = `
import { createElement } from "react";
import { createRoot } from "react-dom/client";
const lines = JSON.parse(document.getElementById("text").textContent);
createRoot(document.getElementById("root")).render(
  createElement("main", null, lines.map((line, place) => createElement("p", { key: place }, line))),
);`;

async function builtBarePage(): Promise<string> {
  const { output } = (await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: "error",
    build: { write: false, modulePreload: false, rolldownOptions: { input: "virtual:bare" } },
    plugins: [
      {
        name: "bare-page",
        resolveId: (id) => (id === "virtual:bare" ? "/bare.js" : undefined),
        load: (id) => (id === "/bare.js" ? barePage : undefined),
      },
    ],
  })) as Rollup.RollupOutput;
  return output[0].code;
}

/** From a click on a facet to the next frame: the longest of its interactions, as INP takes it. */
async function printClicks(browser: Browser, url: string, runs: number): Promise<void> {
  const durations: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const page = await newPage(browser, slower);
    await page.addInitScript(() => {
      const found: number[] = ((window as { interactions?: number[] }).interactions = []);
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as PerformanceEventTiming[])
          if (entry.interactionId > 0) found.push(entry.duration);
      }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
    });
    await show(page, url);
    await page.getByRole("checkbox").first().click();
    await page.waitForURL((address) => address.href !== url);
    // What was measured is told with the next idle moment.
    await page.waitForTimeout(500);
    durations.push(
      ...(await page.evaluate(() => [Math.max(...((window as { interactions?: number[] }).interactions ?? []))])),
    );
    await page.context().close();
  }
  printTable(
    `A click on a facet until it shows, on a processor ${slower} times slower (${runs} runs)`,
    ["median ms", "longest ms"],
    [[median(durations).toFixed(0), Math.max(...durations).toFixed(0)]],
  );
}

/** Opens an address, and waits until the page has all it asks for and shows it. */
async function show(page: Page, url: string): Promise<void> {
  const underWay = new Set<Request>();
  page.on("request", (request) => void underWay.add(request));
  page.on("requestfinished", (request) => void underWay.delete(request));
  page.on("requestfailed", (request) => void underWay.delete(request));
  await page.goto(url);
  await page.locator("main").first().waitFor();
  // An answer may lead to the next question: quiet is when nothing is under way, and the page has shown what it had, ten times in a row.
  for (let quiet = 0; quiet < 10; quiet = underWay.size === 0 ? quiet + 1 : 0) {
    await page.waitForTimeout(50);
    await page.evaluate(() => new Promise((resume) => requestAnimationFrame(() => setTimeout(resume))));
  }
}
