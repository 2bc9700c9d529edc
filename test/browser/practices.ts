import { practiceTextsIn } from "#web/texts/practices/load.ts";
import { expect, it } from "vitest";
import { EffectivePracticesPage } from "#domain/effective-practices.ts";
import * as z from "zod/mini";
import { catalogueIn } from "#web/texts/catalogue.ts";
import type { Site } from "./browser.ts";
import { unsharedPractice } from "./laws.ts";

/** Someone who looks for what others do about the same thing. */
export function practices(site: Site): void {
  it("finds what is shared on material and biological weapons, and of each whose it is, from when and of what kind", async () => {
    const words = await practiceTextsIn("en");
    const page = await site.visit("/");
    await page
      .getByRole("link", { name: (await catalogueIn("en")).site.practices })
      .last()
      .click();
    await page.getByRole("heading", { level: 1, name: words.title }).waitFor();
    await page.goto(`${site.address()}/effective-practices?obligation=OP3A&weapon=BW&size=100`);
    const cards = page.locator("main .law-card");
    await cards.first().waitFor();

    const answer = await fetch(`${site.address()}/api/v1/effective-practices?obligation=OP3A&weapon=BW&size=100`);
    const { total, items } = z.parse(EffectivePracticesPage, await answer.json());
    expect(total).toBeGreaterThan(10);
    expect(await cards.count()).toBe(total);
    for (const [place, { titles, date, category, kind }] of items.entries()) {
      const facts = await cards.nth(place).locator(".facts-line li").allInnerTexts();
      expect(await cards.nth(place).getByRole("heading").innerText()).toBe(titles.en);
      expect(facts[0]).toMatch(/\p{L}{2}/u);
      expect(facts[1]).toContain(date.slice(0, 4));
      expect(facts.slice(2, 5)).toEqual([words.kinds[kind], words.categories[category], words.consents.shared]);
    }
    expect(await page.locator("main").innerText()).not.toContain(unsharedPractice.title);
  });

  it("is told the same of a practice that is not shared as of one that is not there", async () => {
    const { absent, noneForWords } = await practiceTextsIn("en");
    const page = await site.visit(`/effective-practices/${unsharedPractice.id}`, { expected: /status of 404/ });
    await page.getByText(absent).waitFor();
    await page.goto(`${site.address()}/effective-practices?q=quillbatt`);
    await page.getByText(noneForWords).waitFor();
    expect(await page.locator("main .law-card").count()).toBe(0);
  });
}
