import { expect, it } from "vitest";
import { languages } from "#domain/languages.ts";
import { settled, type Site } from "./browser.ts";

/** What holds of the way from page to page: each has a title, a language and addresses of its own, and no link on it is dead. */
export function innerLinks(site: Site): void {
  it("leads to a page that is there, and each page says where it is", { timeout: 180_000 }, async () => {
    const page = await site.visit("/");
    const links = new Set<string>();
    const titles = new Set<string>();
    const paths = [
      "/",
      "/states",
      "/states/CAN",
      "/states/TUV",
      "/regions/APG",
      "/search?q=material",
      "/help",
      "/glossary",
    ];
    for (const path of paths) {
      await page.goto(`${site.address()}${path}`);
      await settled(page);
      const shown = await page.evaluate(() => ({
        title: document.title,
        language: document.documentElement.lang,
        canonical: [...document.querySelectorAll<HTMLLinkElement>('link[rel="canonical"]')].map(({ href }) => href),
        alternates: [...document.querySelectorAll<HTMLLinkElement>("link[hreflang]")].map(({ hreflang }) => hreflang),
        links: [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].map(({ href }) => href),
      }));
      expect(shown).toMatchObject({ language: "en", canonical: [`${site.address()}${path}`] });
      expect(shown.alternates.toSorted()).toEqual(["x-default", ...languages].toSorted());
      titles.add(shown.title);
      for (const link of shown.links) if (link.startsWith(site.address())) links.add(answerBehind(link));
    }
    expect(titles.size).toBe(paths.length);
    expect(links.size).toBeGreaterThan(250);
    const dead: [link: string, status: number][] = [];
    const queue = links.values();
    // A few at a time, as visitors come.
    const follow = async () => {
      for (const link of queue) {
        const { status } = await fetch(link);
        if (status !== 200) dead.push([link, status]);
      }
    };
    await Promise.all([follow(), follow(), follow(), follow()]);
    expect(dead).toEqual([]);
  });
}

/** Pages are one file for every address: whether there is something to show is said by the answer they ask for. */
function answerBehind(link: string): string {
  const address = new URL(link);
  address.searchParams.delete("ui");
  address.hash = "";
  if (/^\/(?:states|regions|legislation|reports|effective-practices)\/?[^/]*$/u.test(address.pathname))
    address.pathname = `/api/v1${address.pathname}`;
  return address.href;
}
