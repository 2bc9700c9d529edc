import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type Browser, type BrowserContext, type Page, type Request } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from "vitest";
import type { Language } from "#domain/languages.ts";
import { loadReports, loadShared, removeIndices, testElasticsearch } from "../support/load.ts";
import { startApp } from "../support/start-app.ts";
import { loadSite } from "./laws.ts";

/** The real server over the sample laws, and a browser that visits it. */
export interface Site {
  /** What the names of its indices begin with. */
  prefix: string;
  address: () => string;
  /**
   * Opens an address in a browser of its own, as a new visitor. Whatever the browser reports there and `expected` does
   * not name fails the test: an error on the console, a script that breaks, a dialog, a breach of the content security
   * policy, a request to another server.
   */
  visit: (path: string, visitor?: Visitor) => Promise<Page>;
}

interface Visitor {
  /** The browser's language, which the pages speak unless the address names another. */
  language?: Language;
  colorScheme?: "light" | "dark";
  width?: number;
  expected?: RegExp;
}

/** How long `expect.poll` tries again: a busy machine takes seconds for what is there at once on an idle one. */
export const patience = { timeout: 20_000, interval: 50 };

/** Loads the sample laws under a prefix of their own, serves them, and starts one browser for the tests of a file. */
export function useSite(prefix: string): Site {
  vi.setConfig({ testTimeout: 90_000 });
  const executablePath = findChromium();
  const elasticsearch = testElasticsearch();
  let app: Awaited<ReturnType<typeof startApp>>;
  let browser: Browser;
  let contexts: BrowserContext[] = [];
  let faults: string[] = [];

  beforeAll(async () => {
    if (executablePath === undefined) return;
    if (!existsSync(builtWeb))
      throw new Error("web/dist is missing: `npx vite build` makes it, and `npm test` does so by itself.");
    await removeIndices(elasticsearch, prefix);
    await loadShared(elasticsearch, prefix, "site", async (shared) => {
      await loadSite(elasticsearch, shared);
      await loadReports(elasticsearch, shared);
    });
    app = await startApp(elasticsearch, prefix);
    browser = await chromium.launch({
      executablePath,
      // Chromium has no sandbox for root.
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    });
  }, 180_000);

  beforeEach((test) => {
    if (executablePath === undefined)
      test.skip("no Chromium: install the package chromium, or name a browser in CHROMIUM");
  });

  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    const found = faults;
    contexts = [];
    faults = [];
    expect(found, "what the browser reports").toEqual([]);
  });

  afterAll(async () => {
    vi.resetConfig();
    await browser?.close();
    await app?.stop();
    if (executablePath !== undefined) await removeIndices(elasticsearch, prefix);
  });

  return {
    prefix,
    address: () => app.address,
    visit: async (path, { language = "en", colorScheme = "light", width = 1280, expected } = {}) => {
      const address = new URL(path, app.address);
      const context = await browser.newContext({
        locale: language,
        colorScheme,
        reducedMotion: "reduce",
        viewport: { width, height: 800 },
      });
      contexts.push(context);
      context.setDefaultTimeout(patience.timeout);
      const report = (fault: string) => void (expected?.test(fault) === true || faults.push(fault));
      await watch(context, address.origin, report);
      const page = await context.newPage();
      await page.goto(address.href);
      await settled(page);
      return page;
    },
  };
}

/** Waits until a page has all it asked for and shows it. */
export async function settled(page: Page): Promise<void> {
  await page.locator("main h1").first().waitFor();
  // An answer may lead to the next question: quiet is when nothing is under way, and nothing is left to do in the page,
  // a few times in a row.
  for (let quiet = 0; quiet < 4; quiet = (underWay.get(page)?.size ?? 0) === 0 ? quiet + 1 : 0) {
    await page.waitForTimeout(30);
    await page.evaluate(() => new Promise<void>((resume) => setTimeout(resume)));
  }
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

const builtWeb = join(import.meta.dirname, "../../web/dist/index.html");

/** The browser that CHROMIUM names, else one that is installed. */
function findChromium(): string | undefined {
  const named = process.env["CHROMIUM"];
  if (named !== undefined && named !== "") return named;
  const folders = ["/usr/bin", ...(process.env["PATH"] ?? "").split(delimiter)];
  return folders
    .flatMap((folder) => ["chromium", "chromium-browser", "google-chrome"].map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

const underWay = new WeakMap<Page, Set<Request>>();

async function watch(context: BrowserContext, origin: string, report: (fault: string) => void): Promise<void> {
  context.on("page", (page) => {
    const requests = new Set<Request>();
    underWay.set(page, requests);
    page.on("request", (request) => void requests.add(request));
    page.on("requestfinished", (request) => void requests.delete(request));
    page.on("requestfailed", (request) => void requests.delete(request));
  });
  context.on("request", (request) => {
    if (new URL(request.url()).origin !== origin) report(`request to ${request.url()}`);
  });
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) report(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => report(`script: ${error.error().message}`));
  context.on("dialog", (dialog) => {
    report(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await context.exposeFunction("reportViolation", (directive: string) => report(`content policy: ${directive}`));
  await context.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      (window as unknown as { reportViolation: (directive: string) => void }).reportViolation(
        `${violatedDirective} ${blockedURI}`,
      ),
    ),
  );
}
