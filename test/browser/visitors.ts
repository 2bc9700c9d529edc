import { readFile } from "node:fs/promises";
import { Client } from "@elastic/elasticsearch";
import { parse } from "csv-parse/sync";
import type { Locator, Page } from "playwright-core";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import * as z from "zod/mini";
import { isRightToLeft, type Language } from "#domain/languages.ts";
import { LegislationPage } from "#domain/legislation.ts";
import { freePort } from "#engine/free-ports.ts";
import { catalogueIn } from "#web/texts/catalogue.ts";
import { lawTextsIn } from "#web/texts/law/load.ts";
import { startApp } from "../support/start-app.ts";
import { patience, settled, type Site } from "./browser.ts";
import { transportLaw } from "./laws.ts";

/** What people come for, from the question to the provision, and what happens on the way. */
export function visitors(site: Site): void {
  const searchOf = async (query: string): Promise<LegislationPage> =>
    z.parse(LegislationPage, await (await fetch(`${site.address()}/api/v1/legislation?${query}`)).json());

  describe("with a question", () => {
    it.each<[Language, { question: string; law: string; title: string; anchor: string }]>([
      [
        "en",
        {
          question: "theft or loss of a pathogen",
          law: "ken-pathogens-act",
          title: "Pathogens and Toxins Security Act",
          anchor: "s-4",
        },
      ],
      [
        "ar",
        {
          question: "نظام محاسبي للمواد النووية",
          law: "jor-nawawi",
          title: "نظام الرقابة على المواد النووية",
          anchor: "art-2",
        },
      ],
      ["zh", { question: "实物保护制度", law: "chn-wuli-baohu", title: "核设施安全示例条例", anchor: "art-2" }],
    ])(
      "in %s gets laws, opens the best provision and lands on it",
      async (language, { question, law, title, anchor }) => {
        const texts = await catalogueIn(language);
        const page = await site.visit("/", { language });
        await page.getByRole("combobox", { name: texts.search.label }).fill(question);
        await page.keyboard.press("Enter");
        const best = page.locator(".law-card").first();
        await best.getByRole("link", { name: title }).waitFor();
        expect(new URL(page.url()).searchParams.get("q")).toBe(question);
        expect(await best.locator(".provision-lines mark").count()).toBeGreaterThan(0);

        await best.locator(".provision-lines a").first().click();
        const provision = page.locator(`[id="${anchor}"]`);
        await provision.waitFor();
        expect(addressOf(page)).toBe(
          `/legislation/${law}?language=${language}&q=${question.replaceAll(" ", "+")}#${anchor}`,
        );
        expect(await page.locator("main h1").innerText()).toBe(title);
        await expect.poll(() => hasFocus(provision), patience).toBe(true);
        expect(await isInView(provision)).toBe(true);
        expect(await provision.getAttribute("aria-current")).toBe("location");
        expect(await background(provision)).not.toBe(await background(page.locator(".provision:not(.linked)").first()));
        await expect
          .poll(() => page.evaluate(() => CSS.highlights.get("query")?.size ?? 0), patience)
          .toBeGreaterThan(0);
        expect(await page.locator("html").evaluate(({ lang, dir }: HTMLElement) => ({ lang, dir }))).toEqual({
          lang: language,
          dir: isRightToLeft(language) ? "rtl" : "ltr",
        });
      },
    );

    it("is led by suggestions while typing, without a mouse", async () => {
      const page = await site.visit("/");
      const box = page.getByRole("combobox", { name: "Search the laws of States" });
      await box.focus();
      await page.keyboard.type("pathogens and");
      const options = page.getByRole("option");
      await options.filter({ hasText: "Pathogens and Toxins Security Act" }).waitFor();
      await page.keyboard.press("Escape");
      expect(await options.filter({ visible: true }).count()).toBe(0);
      expect(await box.inputValue()).toBe("pathogens and");

      await page.keyboard.press("ArrowDown");
      const chosen = page.locator('[role=option][aria-selected="true"]');
      await chosen.waitFor();
      expect(await box.getAttribute("aria-activedescendant")).toBe(await chosen.getAttribute("id"));
      for (let more = await options.count(); !(await chosen.innerText()).startsWith("Pathogens and"); more -= 1) {
        expect(more, "suggestions left").toBeGreaterThan(0);
        await page.keyboard.press("ArrowDown");
      }
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: "Pathogens and Toxins Security Act" }).waitFor();
      expect(new URL(page.url()).pathname).toBe("/legislation/ken-pathogens-act");
    });

    it("is told of a slip, and given the question that was meant", async () => {
      const page = await site.visit(`/legislation?${new URLSearchParams({ q: '"loss or theft' })}`);
      await page.getByText("A quotation mark is opened and not closed").waitFor();
      await page.getByRole("link", { name: 'Search for "loss or theft"' }).click();
      await page.waitForURL(({ searchParams }) => searchParams.get("q") === '"loss or theft"');
      await settled(page);
      expect(await page.getByText("A quotation mark is opened").count()).toBe(0);
      expect(await page.getByRole("combobox", { name: "Search the laws of States" }).inputValue()).toBe(
        '"loss or theft"',
      );
      expect(await titles(page)).toContain("Pathogens and Toxins Security Act");
    });

    it("is told why nothing is found, and which filter to drop", async () => {
      const page = await site.visit("/legislation?q=zzyzx");
      await page.getByRole("heading", { name: "No law found" }).waitFor();
      expect(await count(page)).toBe(0);
      await page.getByText("No law in the library has these words.").waitFor();

      await page.goto(`${site.address()}/legislation?q=stockpiles&state=BLR`);
      const way = page.getByRole("link", { name: /^Without State: Belarus: \d/ });
      await way.waitFor();
      const promised = Number(/(\d+) laws?$/.exec(await way.innerText())?.[1]);
      await way.click();
      await expect.poll(() => count(page), patience).toBe(promised);
      expect(addressOf(page)).toBe("/legislation?q=stockpiles");
    });
  });

  describe("narrowing a list", () => {
    it("finds every choice in the address, the count and the chips, and takes it back", async () => {
      const [all, kenyan] = await Promise.all([searchOf("q=licence"), searchOf("q=licence&state=KEN")]);
      expect(kenyan.total).toBeLessThan(all.total);
      const page = await site.visit("/legislation?q=licence");
      const chips = page.getByRole("list", { name: "Chosen filters" });
      expect(await count(page)).toBe(all.total);

      await page.getByRole("checkbox", { name: "Kenya" }).check();
      await expect.poll(() => count(page), patience).toBe(kenyan.total);
      expect(addressOf(page)).toBe("/legislation?q=licence&state=KEN");
      await chips.getByRole("button", { name: "Remove the filter State: Kenya" }).click();
      await expect.poll(() => count(page), patience).toBe(all.total);
      expect(addressOf(page)).toBe("/legislation?q=licence");
      expect(await chips.count()).toBe(0);

      await page.goBack();
      await expect.poll(() => count(page), patience).toBe(kenyan.total);
      expect(await page.getByRole("checkbox", { name: "Kenya" }).isChecked()).toBe(true);
      await page.goBack();
      await expect.poll(() => count(page), patience).toBe(all.total);
    });

    it("narrows by years, and finds a State by its name without a mouse", async () => {
      const page = await site.visit("/legislation");
      await page.getByRole("spinbutton", { name: "From" }).fill("2010");
      await page.getByRole("spinbutton", { name: "To" }).fill("2016");
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Remove the filter Year: 2010–2016" }).waitFor();

      await page.getByRole("button", { name: "Find a State" }).press("Enter");
      const box = page.getByRole("combobox", { name: "Find a State" });
      await expect.poll(() => hasFocus(box), patience).toBe(true);
      await page.keyboard.type("keny");
      await page.getByRole("option", { name: /^Kenya/ }).waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Remove the filter State: Kenya" }).waitFor();
      expect(addressOf(page)).toBe("/legislation?state=KEN&yearFrom=2010&yearTo=2016");
      const { total } = await searchOf("state=KEN&yearFrom=2010&yearTo=2016");
      await expect.poll(() => count(page), patience).toBe(total);
    });

    it("has the filters in a drawer on a narrow screen", async () => {
      const page = await site.visit("/legislation?q=licence", { width: 360 });
      const opener = page.getByRole("button", { name: "Filters", exact: true });
      const drawer = page.getByRole("dialog", { name: "Filters" });
      await opener.click();
      await page.keyboard.press("Escape");
      expect(await drawer.isVisible()).toBe(false);
      expect(await hasFocus(opener)).toBe(true);

      await opener.click();
      await drawer.getByRole("checkbox", { name: "Kenya" }).check();
      const { total } = await searchOf("q=licence&state=KEN");
      await drawer.getByRole("button", { name: new RegExp(`^Show ${total} laws?$`) }).click();
      expect(await drawer.isVisible()).toBe(false);
      expect(await count(page)).toBe(total);
      expect(await page.getByRole("button", { name: "Filters (1 chosen)" }).isVisible()).toBe(true);
    });

    it("turns pages, each from its top, and changes the order from the first page", async () => {
      const page = await site.visit("/legislation");
      const first = await titles(page);
      await page.getByRole("link", { name: "Page 2", exact: true }).click();
      await expect
        .poll(async () => (await titles(page)).filter((title) => first.includes(title)), patience)
        .toEqual([]);
      expect(addressOf(page)).toBe("/legislation?page=2");
      expect(await page.locator("ol.laws").getAttribute("start")).toBe("11");
      expect(await page.evaluate(() => window.scrollY)).toBe(0);

      await page.getByRole("combobox", { name: "Order" }).selectOption({ label: "Oldest first" });
      const { items } = await searchOf("sort=oldest");
      await expect.poll(() => titles(page), patience).toEqual(items.map(({ title }) => title));
      expect(addressOf(page)).toBe("/legislation?sort=oldest");
      await page.goBack();
      await expect.poll(() => page.locator("ol.laws").getAttribute("start"), patience).toBe("11");
    });

    it("downloads the whole list with as many rows as it counts", async () => {
      const page = await site.visit("/legislation?q=nuclear&type=act&type=regulation");
      const counted = await count(page);
      expect(counted).toBeGreaterThan(10);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "CSV" }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/\.csv$/);
      const rows = parse(await readFile(await download.path(), "utf8"), { columns: true, bom: true }) as {
        type: string;
      }[];
      expect(rows).toHaveLength(counted);
      expect([...new Set(rows.map(({ type }) => type))].toSorted()).toEqual(["act", "regulation"]);
    });
  });

  it("keeps the page and the question when changing the language, and the language afterwards", async () => {
    const page = await site.visit("/legislation?q=licence&state=KEN&sort=newest");
    const before = await titles(page);
    await page.getByRole("link", { name: "العربية" }).click();
    const arabic = await catalogueIn("ar");
    await page.getByRole("combobox", { name: arabic.search.label }).waitFor();
    await settled(page);
    expect(addressOf(page)).toBe("/legislation?q=licence&state=KEN&sort=newest&ui=ar");
    expect(await page.getByRole("combobox", { name: arabic.search.label }).inputValue()).toBe("licence");
    expect(await titles(page)).toEqual(before);

    await page.goto(`${site.address()}/legislation/ken-pathogens-act`);
    await page.getByRole("heading", { name: (await lawTextsIn("ar")).facts }).waitFor();
  });

  it("of an Arabic page reads from right to left, and codes from left to right", async () => {
    const page = await site.visit("/legislation?q=stockpiling&ui=ar");
    expect(await page.locator("html").evaluate(({ lang, dir }: HTMLElement) => `${lang} ${dir}`)).toBe("ar rtl");
    const [filters, results] = await Promise.all([
      page.locator(".filter-column").boundingBox(),
      page.locator(".results").boundingBox(),
    ]);
    expect(filters!.x).toBeGreaterThan(results!.x + results!.width - 1);
    const codes = page.locator(".codes bdi");
    expect(await codes.first().innerText()).toMatch(/^OP\d/);
    expect(await page.getByRole("spinbutton").count()).toBe(2);
    for (const leftToRight of [codes, page.getByRole("spinbutton"), page.locator('[lang="en"]:not(a)')])
      expect(
        new Set(await leftToRight.evaluateAll((found) => found.map((one) => getComputedStyle(one).direction))),
      ).toEqual(new Set(["ltr"]));
  });

  describe("reading a law", () => {
    it("jumps by its contents, and back", async () => {
      const page = await site.visit(`/legislation/${transportLaw.id}`);
      const contents = page.getByRole("navigation", { name: "Contents" });
      await contents.getByText("Part 3 Carriers").click();
      const link = contents.getByRole("link", { name: /^s\. 55 / });
      await link.scrollIntoViewIfNeeded();
      const left = await page.evaluate(() => window.scrollY);
      await link.click();
      const provision = page.locator("#s-55");
      await expect.poll(() => isInView(provision), patience).toBe(true);
      expect(await hasFocus(provision)).toBe(true);
      expect(addressOf(page)).toBe(`/legislation/${transportLaw.id}#s-55`);
      expect(await provision.locator("p").innerText()).toContain("class 55");
      expect(await page.locator(".provision").count()).toBe(transportLaw.sections);
      await page.goBack();
      await expect.poll(() => page.evaluate(() => window.scrollY), patience).toBe(left);
    });

    it("opens it deep inside, from the address alone", async () => {
      const page = await site.visit(`/legislation/${transportLaw.id}#s-58`);
      await expect.poll(() => page.locator(".provision").count(), patience).toBe(transportLaw.sections);
      expect(await isInView(page.locator("#s-58"))).toBe(true);
      await page.goto(`${site.address()}/legislation/${transportLaw.id}#s-999`);
      await page.getByText("This text has no provision s-999.").waitFor();
    });

    it("finds its other language, its source, and that the copy is not official", async () => {
      const page = await site.visit(`/legislation/${transportLaw.id}?q=seal`);
      expect(await page.locator("main h1").innerText()).toBe(transportLaw.title.en);
      expect(await page.getByText("This is a copy made for searching, not the official text.").isVisible()).toBe(true);
      const source = page.getByRole("link", { name: "Read it at its source" });
      expect(await source.getAttribute("href")).toBe(transportLaw.url);
      expect(await source.getAttribute("rel")).toContain("noreferrer");

      await page.getByRole("link", { name: "French" }).click();
      await page.getByRole("heading", { level: 1, name: transportLaw.title.fr }).waitFor();
      expect(addressOf(page)).toBe(`/legislation/${transportLaw.id}?language=fr&q=seal`);
      expect(await page.locator("main h1 bdi").getAttribute("lang")).toBe("fr");
    });

    it("sees what is known of a law whose text is not here, and nothing else", async () => {
      const page = await site.visit("/legislation/can-n-28.3");
      await page.getByText("The library holds the facts about this law, but not its text.").waitFor();
      expect(await page.locator(".note").first().innerText()).toContain("In our own words");
      const facts = await page.locator(".facts > dl > div").allInnerTexts();
      expect(facts).toContainEqual(expect.stringMatching(/^Citation\s+S\.C\. 1997, c\. 9$/));
      expect(facts.filter((fact) => !/\S\n+\S/.test(fact))).toEqual([]);
    });

    it("goes back to the list as it was", async () => {
      const page = await site.visit("/legislation?q=permit&state=KEN&sort=oldest");
      await page.locator(".law-card a").first().click();
      await page.getByRole("link", { name: "Back to the results" }).click();
      await settled(page);
      expect(addressOf(page)).toBe("/legislation?q=permit&state=KEN&sort=oldest");
    });
  });

  describe("while Elasticsearch is away", () => {
    /** A visitor of a server whose Elasticsearch is not there, and the way to bring it back. */
    const visitInOutage = async (language: Language) => {
      const elasticsearch = new Client({
        node: `http://127.0.0.1:${await freePort()}`,
        maxRetries: 0,
        redaction: { type: "off" },
      });
      const app = await startApp(elasticsearch, site.prefix);
      onTestFinished(app.stop);
      const page = await site.visit(`${app.address}/legislation?q=licence`, { language, expected: /status of 503/ });
      const { failure } = await catalogueIn(language);
      await page.getByRole("alert").getByRole("heading", { name: failure.title }).waitFor();
      const comeBack = async () => {
        await elasticsearch.connectionPool.empty();
        elasticsearch.connectionPool.addConnection(inject("elasticsearchUrl").split(","));
      };
      return { page, comeBack };
    };

    it("is told so, and goes on where it stopped by trying again", async () => {
      const { page, comeBack } = await visitInOutage("en");
      expect((await page.getByRole("alert").locator("p").first().innerText()).length).toBeGreaterThan(20);
      expect(await page.locator(".result-count").innerText()).toBe("");
      await comeBack();
      await page.getByRole("button", { name: "Try again" }).click();
      await page.locator(".law-card").first().waitFor();
      expect(await page.getByRole("alert").count()).toBe(0);
      expect(await count(page)).toBe((await searchOf("q=licence")).total);
    });

    it("is told so in the language of the page", async () => {
      const { page } = await visitInOutage("ar");
      expect(await page.getByRole("alert").innerText()).not.toMatch(/[a-z]{4}/i);
    });
  });
}

/** Path, query and place of the page's address, as a person would write them. */
function addressOf(page: Page): string {
  const { pathname, search, hash } = new URL(page.url());
  return decodeURIComponent(pathname + search + hash);
}

async function titles(page: Page): Promise<string[]> {
  return page.locator(".law-card h2").allInnerTexts();
}

/** The number of laws the page says it found. */
async function count(page: Page): Promise<number> {
  return Number(/\d+/.exec(await page.locator(".result-count").innerText())?.[0] ?? Number.NaN);
}

async function hasFocus(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => document.activeElement === element);
}

async function isInView(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const { top } = element.getBoundingClientRect();
    return top >= 0 && top < window.innerHeight;
  });
}

async function background(locator: Locator): Promise<string> {
  return locator.evaluate((element) => getComputedStyle(element).backgroundColor);
}
