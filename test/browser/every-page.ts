import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { isRightToLeft, languages, type Language } from "#domain/languages.ts";
import { settled, type Site } from "./browser.ts";
import { textsIn } from "../support/texts.ts";
import { versions } from "./laws.ts";

/** What holds wherever a visitor is: the page is whole in each language, fits, shuts nobody out, and works by keyboard. */
export function everyPage(site: Site): void {
  const pages: [name: string, path: string, notes?: { expected: RegExp }][] = [
    ["start", "/"],
    ["results", "/legislation?q=stockpiling+permit&type=act&type=regulation"],
    ["nothing found", `/legislation?${new URLSearchParams({ q: '"zzyzx', state: "KEN", yearFrom: "1990" })}`],
    ["law", "/legislation/ken-pathogens-act?q=licence#s-2"],
    ["changes", `/legislation/${versions.later}/changes?from=${versions.earlier}`],
    ["law of the register", "/legislation/can-n-28.3"],
    ["obligations", "/obligations"],
    ["States side by side", "/compare?state=CAN&state=KEN&state=CHN&obligation=OP3D.02"],
    ["States to be chosen", "/compare"],
    ["everything found", "/search?q=brokering"],
    ["help", "/help"],
    ["glossary", "/glossary"],
    ["States", "/states"],
    ["State", "/states/CAN"],
    ["State in two groups, nothing recorded", "/states/TUR"],
    ["region", "/regions/APG"],
    ["no such State", "/states/ZZZ", { expected: /status of 404/ }],
    ["documents", "/reports?q=programme+of+work"],
    ["document", "/reports/s-2030-77#2-a"],
    ["document with a date in conflict", "/reports/s-2017-126"],
    ["kinds of document of which there are none", "/reports?type=matrix"],
    ["programme of work", "/programme-of-work?on=2012-05-31"],
    ["reviews", "/reviews"],
    ["review", "/reviews/treaties-2011"],
    ["effective practices", "/effective-practices?obligation=OP3A&weapon=BW&q=biosecurity"],
    ["no effective practice", `/effective-practices?${new URLSearchParams({ q: "zzyzx", weapon: "BW" })}`],
    ["effective practice", "/effective-practices/canada-pathogen-access-clearance"],
    ["no such practice", "/effective-practices/nothing-here", { expected: /status of 404/ }],
    ["trends", "/trends"],
    ["lines over time", "/trends?measure=treaties&by=region&treaty=CWC"],
    ["two snapshots", "/trends?measure=matrix&view=compare&by=obligation&obligation=OP3B&weapon=BW"],
    ["first reports by State", "/trends?measure=firstReports"],
    ["about", "/about"],
    ["no such page", "/nothing-here"],
    ["no such law", "/legislation/nothing-here", { expected: /status of 404/ }],
  ];

  it.each(pages)(
    "%s: whole in each of the six languages, no wider than the window, open to all",
    async (name, path, notes) => {
      const page = await site.visit(path, notes);
      const leftOver: string[] = [];
      const tooWide: string[] = [];
      const shutOut: string[] = [];
      for (const language of ["en", ...languages.filter((other) => other !== "en")] as const) {
        await changeLanguage(page, language);
        for (const width of [360, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          for (const wide of await whatIsTooWide(page)) tooWide.push(`${language} ${width}: ${wide}`);
        }
        // The same elements in each language: looked at where all of them are turned round.
        if (language === "ar") for (const barrier of await barriers(page)) shutOut.push(`${language}: ${barrier}`);
        if (language === "en") continue;
        const texts = await pageTexts(page);
        // Of thousands of English words those few that the page has anywhere are looked for in each of its texts.
        const whole = texts.join("\n");
        const english = (await onlyEnglishWords(language)).filter((words) => whole.includes(words));
        for (const text of texts)
          for (const left of [...foreignWords(text, language), ...english.filter((words) => holds(text, words))])
            leftOver.push(`${language}: "${left}" in "${text}"`);
      }
      if (name === "results" || name === "law") {
        await changeLanguage(page, "en");
        for (const barrier of await barriers(page)) shutOut.push(`en: ${barrier}`);
        await page.emulateMedia({ colorScheme: "dark" });
        for (const barrier of await barriers(page)) shutOut.push(`dark: ${barrier}`);
      }
      expect.soft(leftOver, "English left over").toEqual([]);
      expect.soft(tooWide, "wider than the window").toEqual([]);
      expect(shutOut, "findings of axe").toEqual([]);
    },
  );

  it.each([
    ["en", "/compare"],
    ["ar", "/legislation/ken-pathogens-act"],
    ["zh", "/trends?measure=treaties"],
    ["fr", "/states/CAN"],
    ["ru", "/nothing-here"],
  ] as const)("names in %s all code of %s before it is read, and no other", async (language, path) => {
    const expected = /status of 404/;
    const page = await site.visit(path, { language, expected });
    const asked = await page.evaluate(() =>
      performance.getEntriesByType("resource").flatMap(({ name }) => /\/assets\/.+\.(?:js|css)$/.exec(name)?.[0] ?? []),
    );
    const { headers } = await fetch(new URL(path, site.address()), { headers: { "accept-language": language } });
    const named = [...headers.get("link")!.matchAll(/<([^>]+)>/g)].map(([, file]) => file!);
    expect(named.length).toBeGreaterThan(3);
    expect([...new Set(asked)].toSorted()).toEqual(named.toSorted());
  });

  it("is open to all with suggestions, the State finder and the drawer of filters open", async () => {
    const page = await site.visit("/legislation?q=licence");
    await page.getByRole("combobox", { name: "Search the laws of States" }).pressSequentially(" nuc");
    await page.getByRole("option").first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: "Find a State" }).click();
    await page.getByRole("combobox", { name: "Find a State" }).press("ArrowDown");
    await page.getByRole("option", { name: "Kenya" }).waitFor();
    expect(await barriers(page)).toEqual([]);

    await page.setViewportSize({ width: 360, height: 800 });
    await page.getByRole("button", { name: "Filters", exact: true }).click();
    expect(await barriers(page)).toEqual([]);
  });

  it.each([
    "/",
    "/legislation?q=stockpiling&state=KEN,CAN",
    "/legislation/ken-pathogens-act?q=licence",
    "/compare?state=CAN&state=CHN&obligation=OP3B",
    "/trends?measure=treaties&by=region&treaty=CWC",
  ])("reaches every control of %s by keyboard, past the menu or through it, and shows where it is", async (path) => {
    const page = await site.visit(path);
    const controls = await controlsOf(page);
    expect(controls.length).toBeGreaterThan(15);
    const reached: string[] = [];
    while (reached.length < controls.length) {
      await page.keyboard.press("Tab");
      if (!(await isInSameDate(page))) reached.push(await focusedControl(page));
    }
    expect(reached).toEqual(controls);

    await page.reload();
    await settled(page);
    await page.keyboard.press("Tab");
    expect(await focusedControl(page)).toBe("A Skip to the content");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const first = page.locator("main").locator("a[href], button, input").first();
    expect(await first.evaluate((control) => document.activeElement === control)).toBe(true);
  });
}

async function changeLanguage(page: Page, language: Language): Promise<void> {
  await page.locator(`.languages a[lang="${language}"]`).click();
  await page.locator(`html[lang="${language}"][dir="${isRightToLeft(language) ? "rtl" : "ltr"}"]`).waitFor();
  await settled(page);
  // What is folded away is there to be read too.
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}

/** Nothing, or what reaches out of the window. */
async function whatIsTooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= window.innerWidth) return [];
    const outside = [...document.querySelectorAll("body *")].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > window.innerWidth + 1 || left < -1;
    });
    return [
      `${scrollWidth}: ${outside
        .map(({ tagName, className }) => `${tagName} ${className}`)
        .slice(-3)
        .join(", ")}`,
    ];
  });
}

/** What a page says in its own language: texts that no `lang` sets apart, and the names of controls; not the words searched for. */
async function pageTexts(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found = [document.title];
    for (const name of ["aria-label", "title", "placeholder", "alt"])
      for (const element of document.querySelectorAll(`[${name}]`)) found.push(element.getAttribute(name)!);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement!;
      if (parent.closest("[lang]") === document.documentElement && parent.checkVisibility())
        found.push(node.nodeValue!);
    }
    // The title of a law is in the law's language wherever it stands.
    const lawTitle = document.querySelector("h1 bdi[lang]")?.textContent ?? "";
    return found.map((text) => (lawTitle === "" ? text : text.replaceAll(lawTitle, "")));
  });
  const searched = new URL(page.url()).searchParams.get("q")?.match(/\p{L}+/gu) ?? [];
  return [...new Set(texts)].map((text) => searched.reduce((rest, word) => rest.replaceAll(word, ""), text));
}

/** Names and codes that are the same everywhere. */
const names =
  /\b(?:CSV|XLSX|JSON|DOCX|ZIP|XVIII|PNG|SVG|NA|Home|End|iframe|BibTeX|RIS|CSL|API|Pp|PA|Atom|UNTERM|UNSD|M49|DGACM|OR|NOT|OP\d[\w.]*|Apache(?: License)?|SIL(?: Open Font(?: License)?)?|Noto Sans|CC0|Our World in Data|BWC|CWC|samples|pathogens-act\.md)\b/g;

/** Latin words in a page whose language is written in other letters. */
function foreignWords(text: string, language: Language): string[] {
  if (!["ar", "zh", "ru"].includes(language)) return [];
  return text.replaceAll(names, "").match(/\p{Script=Latin}{2,}(?:[^\p{L}]+\p{Script=Latin}{2,})*/gu) ?? [];
}

const onlyEnglish = new Map<Language, Promise<string[]>>();

/** What the English pages say, and those of this language nowhere; found once for all pages. */
function onlyEnglishWords(language: Language): Promise<string[]> {
  const found =
    onlyEnglish.get(language) ??
    Promise.all([wordsOf("en"), wordsOf(language)]).then(([english, own]) =>
      english.filter((words) => !own.some((ours) => holds(ours, words))),
    );
  onlyEnglish.set(language, found);
  return found;
}

function holds(text: string, words: string): boolean {
  const place = text.indexOf(words);
  return place !== -1 && !/\p{L}/u.test(`${text[place - 1] ?? ""}${text[place + words.length] ?? ""}`);
}

/** All texts of a language, in the parts between the places to fill in. */
async function wordsOf(language: Language): Promise<string[]> {
  const parts = [...(await textsIn(language)).values()];
  return [...new Set(parts.flatMap((text) => text.split(/\{\w+\}/)).map((text) => text.trim()))].filter(
    (text) => /\p{L}{2}/u.test(text) || /\p{Script=Han}/u.test(text),
  );
}

/** The serious and critical findings of axe. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // Only what is wrong is listed, and without a page of its own for frames, of which there are none: twice as fast.
    .options({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"], resultTypes: ["violations"] })
    .setLegacyMode(true)
    .analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}, ${nodes.length} times: ${nodes[0]?.target.join(" ")} ${nodes[0]?.failureSummary}`);
}

/** Everything that can be operated, in the order of the page. */
async function controlsOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, summary, [role='application']")]
      .filter((control) => control.checkVisibility())
      .map((control) => `${control.tagName} ${control.getAttribute("aria-label") ?? control.textContent}`),
  );
}

/** True when the focus went on inside a field for a date, which has a stop for the day, the month, the year and the calendar. */
async function isInSameDate(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const isSame = document.activeElement?.matches('[type="date"][data-had-focus]') ?? false;
    if (isSame) return true;
    for (const other of document.querySelectorAll("[data-had-focus]")) other.removeAttribute("data-had-focus");
    if (document.activeElement?.matches('[type="date"]')) document.activeElement.setAttribute("data-had-focus", "");
    return false;
  });
}

/** What has the focus; said so if it does not show it, or lies outside the window or under something else. */
async function focusedControl(page: Page): Promise<string> {
  return page.evaluate(() => {
    const control = document.activeElement!;
    const { outlineStyle, outlineWidth } = getComputedStyle(control);
    const { left, top, width, height } = control.getClientRects()[0]!;
    const onTop = document.elementFromPoint(left + width / 2, top + height / 2);
    const isMarked = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    const isSeen = onTop !== null && (control.contains(onTop) || onTop.contains(control));
    return `${control.tagName} ${control.getAttribute("aria-label") ?? control.textContent}${isMarked ? "" : " (no outline)"}${isSeen ? "" : " (out of sight)"}`;
  });
}
