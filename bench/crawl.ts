import type { Page } from "playwright-core";
import { languages } from "#domain/languages.ts";
import { openBrowser } from "./browser.ts";
import { startServer } from "./server.ts";

/** Requests under way at a time. */
const atATime = 4;

/** Asks every address of the sitemap, shows a sample of them in the browser, and follows each link found once. Prints what failed. */
export async function crawl({ address, browser }: { address?: string; browser: string }): Promise<void> {
  const server = address === undefined ? await startServer() : { address, stop: () => Promise.resolve() };
  const began = Date.now();
  try {
    const site = new Site(server.address);
    const listed = await site.listed();
    const faults = new Faults();
    await eachOf(listed, async (path) => faults.add(await site.faultOf(path)), "pages asked");
    const shown = sampleOf(listed, Number(browser));
    const links = await showAll(server.address, shown, faults);
    const unknown = [...links].filter((path) => !listed.includes(path));
    await eachOf(unknown, async (path) => faults.add(await site.faultOf(path)), "links followed");
    process.stdout.write(
      [
        `${listed.length} pages of the sitemap asked: ${[...countedBySection(listed)].map(([name, n]) => `${name} ${n}`).join(", ")}`,
        `${shown.length} of them shown in the browser, ${links.size} different inner links found, ${unknown.length} of them outside the sitemap and asked too`,
        `${faults.all.length} faults in ${((Date.now() - began) / 1000).toFixed(0)} s`,
        ...faults.all,
        "",
      ].join("\n"),
    );
  } finally {
    await server.stop();
  }
}

class Faults {
  readonly all: string[] = [];

  add(fault: string | undefined): void {
    if (fault !== undefined) this.all.push(fault);
  }
}

class Site {
  readonly #address: string;

  constructor(address: string) {
    this.#address = address;
  }

  /** Every page the sitemap lists, by path and query. */
  async listed(): Promise<string[]> {
    const index = await this.#text("/sitemap.xml");
    const maps = await Promise.all(locationsIn(index).map((map) => this.#text(new URL(map).pathname)));
    return maps.flatMap(locationsIn).map((page) => new URL(page).pathname + new URL(page).search);
  }

  /** What is wrong with an address: its page, or the answer the page is made of; undefined when nothing is. */
  async faultOf(path: string): Promise<string | undefined> {
    const asked = answerBehind(path);
    for (const each of asked === undefined ? [path] : [path, asked]) {
      const response = await fetch(`${this.#address}${each}`).catch((error: Error) => error);
      if (response instanceof Error) return `${each}: ${response.message}`;
      await response.arrayBuffer();
      if (!response.ok) return `${path}: ${each} answers ${response.status}`;
    }
    return undefined;
  }

  async #text(path: string): Promise<string> {
    const response = await fetch(`${this.#address}${path}`);
    if (!response.ok) throw new Error(`${path} answers ${response.status}`);
    return response.text();
  }
}

/** Pages are one file for every address: whether there is something to show is said by the answer they ask for. */
function answerBehind(path: string): string | undefined {
  const { pathname, searchParams, search } = new URL(path, "http://localhost");
  searchParams.delete("ui");
  if (/^\/(?:states|regions|legislation|reports|effective-practices)(?:\/[^/]+)?$/u.test(pathname))
    return `/api/v1${pathname === "/regions" ? "/states" : pathname}${pathname.split("/").length === 2 ? search : ""}`;
  const changes = /^\/legislation\/[^/]+\/changes$/u.test(pathname);
  return changes ? `/api/v1${pathname}${search}` : undefined;
}

function locationsIn(xml: string): string[] {
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/gu)].map(([, location]) => location!.replaceAll("&amp;", "&"));
}

function countedBySection(paths: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const section = path.split(/[/?]/u)[1] || "start";
    counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  return counts;
}

/** Evenly over the whole list, so that every section is met. */
function sampleOf(paths: string[], size: number): string[] {
  const step = Math.max(1, paths.length / size);
  return Array.from({ length: Math.min(size, paths.length) }, (_, place) => paths[Math.floor(place * step)]!);
}

/** Shows pages in the browser: each must have a title, a language, its own address and one in each language, and report no error. */
async function showAll(address: string, paths: string[], faults: Faults): Promise<Set<string>> {
  const links = new Set<string>();
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    let current = "";
    page.on("console", (message) => {
      if (message.type() === "error") faults.add(`${current}: the console says ${message.text()}`);
    });
    page.on("pageerror", (error) => faults.add(`${current}: ${error.message}`));
    for (const [place, path] of paths.entries()) {
      current = path;
      process.stderr.write(`\r${place + 1} of ${paths.length} pages shown`);
      for (const fault of await faultsShown(page, address, path)) faults.add(`${path}: ${fault}`);
      for (const link of await linksOn(page, address)) links.add(link);
    }
    process.stderr.write("\n");
  } finally {
    await browser.close();
  }
  return links;
}

async function faultsShown(page: Page, address: string, path: string): Promise<string[]> {
  await page.goto(`${address}${path}`);
  const heading = await page
    .locator("main h1")
    .first()
    .waitFor({ timeout: 30_000 })
    .then(() => true)
    .catch(() => false);
  const head = await page.evaluate(() => ({
    title: document.title,
    language: document.documentElement.lang,
    canonical: [...document.querySelectorAll<HTMLLinkElement>('link[rel="canonical"]')].map(({ href }) => href),
    alternates: [...document.querySelectorAll<HTMLLinkElement>('link[rel="alternate"][hreflang]')].map(
      (link) => link.hreflang,
    ),
    missing: document.querySelector("main h1")?.textContent === "There is no such page",
  }));
  return [
    ...(heading ? [] : ["it has no heading"]),
    ...(head.missing ? ["it says that there is no such page"] : []),
    ...(head.title === "" ? ["it has no title"] : []),
    ...(head.language === "" ? ["it names no language"] : []),
    ...(head.canonical.length === 1 && decodeURI(head.canonical[0]!) === decodeURI(`${address}${path}`)
      ? []
      : [`its canonical address is ${head.canonical.join(", ") || "not there"}`]),
    ...(["x-default", ...languages].every((language) => head.alternates.includes(language))
      ? []
      : [`it is there in ${head.alternates.join(", ")} only`]),
  ];
}

/** The inner links of the page shown, without the place in the page and the choice of language. */
async function linksOn(page: Page, address: string): Promise<string[]> {
  const found = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].map(({ href }) => href),
  );
  return found.flatMap((href) => {
    const { origin, pathname, searchParams } = new URL(href);
    if (origin !== new URL(address).origin) return [];
    searchParams.delete("ui");
    return [`${pathname}${searchParams.size === 0 ? "" : `?${searchParams}`}`];
  });
}

async function eachOf(paths: string[], ask: (path: string) => Promise<void>, what: string): Promise<void> {
  const queue = paths[Symbol.iterator]();
  let done = 0;
  const work = async () => {
    for (const path of queue) {
      await ask(path);
      done += 1;
      if (done % 50 === 0 || done === paths.length) process.stderr.write(`\r${done} of ${paths.length} ${what}`);
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  process.stderr.write("\n");
}
