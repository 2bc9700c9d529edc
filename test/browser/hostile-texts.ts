import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { settled, type Site } from "./browser.ts";
import { hostileLaw } from "./laws.ts";

/** Markup in laws, questions and addresses is text: shown as it is written, and never run. A dialog, an error or a breach of policy fails these tests by itself. */
export function hostileTexts(site: Site): void {
  const scripted = "<script>document.title='x'</script> Notices & Forms Act";

  it("shows the markup of a law as its words: in lists, suggestions and the law itself", async () => {
    const page = await site.visit("/legislation?q=consignment+schedule");
    const card = page.locator(".law-card").filter({ hasText: scripted });
    expect(await card.locator("h2").innerText()).toBe(scripted);
    expect(await card.locator(".provision-lines").innerText()).toContain("<img src=x onerror=alert(1)>");
    expect(await card.locator("mark").allInnerTexts()).toEqual(expect.arrayContaining(["consignment", "schedule"]));

    const box = page.getByRole("combobox", { name: "Search the laws of States" });
    await box.fill("notices");
    await page.getByRole("option").filter({ hasText: scripted }).waitFor();
    expect(await foreignElements(page)).toEqual([]);

    await card.locator("h2 a").click();
    await page.getByRole("heading", { level: 1, name: scripted }).waitFor();
    await settled(page);
    expect(await page.title()).toBe(`${scripted} – Compendium 1540`);
    expect(await page.locator("#s-1").innerText()).toContain("<img src=x onerror=alert(1)>");
    expect(await foreignElements(page)).toEqual([]);
  });

  it("does not run what a law hides in its headings, and does not link to a script", async () => {
    const page = await site.visit(`/legislation/${hostileLaw.id}?q=seal#s-1`);
    expect(await page.locator("main h1").innerText()).toBe(hostileLaw.title);
    expect(await page.locator(".law-text h2").first().innerText()).toBe(hostileLaw.heading);
    expect(await page.locator("#s-1").innerText()).toContain("</mark><iframe src=//example.org></iframe>");
    expect(await page.locator('a[href^="javascript:" i]').count()).toBe(0);
    for (const part of await page.locator("#s-1 *, .contents *").all()) await part.hover({ force: true });
    expect(await foreignElements(page)).toEqual([]);

    await page.goto(`${site.address()}/legislation?q=signature`);
    await settled(page);
    expect(await page.locator(".law-card .provision-lines").first().innerText()).toContain("</mark><iframe");
    expect(await foreignElements(page)).toEqual([]);
  });

  it.each([
    `"></title><script>window.executed=6</script><img src=x onerror="window.executed=7">`,
    `<mark>licence</mark> {query} $& javascript:window.executed=8 <iframe srcdoc="<script>parent.executed=9</script>">`,
  ])("takes %s in a question as words", async (q) => {
    const page = await site.visit(`/legislation?${new URLSearchParams({ q })}`);
    expect(await page.getByRole("combobox", { name: "Search the laws of States" }).inputValue()).toBe(q);
    expect(await page.title()).toBe(`${q} – Legislation – Compendium 1540`);
    expect(await foreignElements(page)).toEqual([]);

    const search = new URLSearchParams({ q });
    await page.goto(`${site.address()}/legislation/ken-pathogens-act?${search}#${encodeURIComponent(q)}`);
    await settled(page);
    expect(await page.locator(".law-body").innerText()).toContain(`Words marked in the text: ${q}`);
    expect(await page.getByText("This text has no provision").innerText()).toContain(q);
    expect(await foreignElements(page)).toEqual([]);
  });

  it("takes markup in every other part of an address as words, or leaves it out", async () => {
    const markup = `<img src=x onerror="window.executed=11">`;
    const search = new URLSearchParams(
      ["state", "region", "obligation", "concept", "type", "language", "sort", "page", "yearFrom", "ui", "other"].map(
        (name) => [name, markup],
      ),
    );
    const page = await site.visit(`/legislation?${search}`);
    await page.getByRole("button", { name: `Remove the filter State: ${markup}` }).waitFor();
    expect(await foreignElements(page)).toEqual([]);
    await page.goto(`${site.address()}/legislation/ken-pathogens-act?${search}`);
    await settled(page);
    expect(await page.locator("main h1").innerText()).toBe("Pathogens and Toxins Security Act");
    expect(await foreignElements(page)).toEqual([]);
  });
}

/** Elements that no page of ours has; and a sign that a script ran. */
async function foreignElements(page: Page): Promise<string[]> {
  return page.evaluate(() => [
    ...("executed" in window ? [`a script ran: ${String(window.executed)}`] : []),
    ...[...document.querySelectorAll("body :is(script, img, svg, iframe, object, embed, [onerror], [onload])")]
      // The app, and the law as data, which no browser runs.
      .filter(
        (element) =>
          !(element instanceof HTMLScriptElement && ["module", "application/ld+json"].includes(element.type)),
      )
      .map(({ outerHTML }) => outerHTML),
  ]);
}
