import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { TrendsAnswer } from "#domain/trends.ts";
import { patience, settled, type Site } from "./browser.ts";

/** Settings of charts compared with their figures; each takes seconds, so that SETTINGS=20 is for whoever has changed charts. */
const settings = Number(process.env["SETTINGS"] ?? 3);

/** What a member of the Committee does with a chart: read it without a mouse, hold it against its figures, take it away. */
export function trends(site: Site): void {
  it("is read by keyboard alone, each figure said with its denominator", async () => {
    const page = await site.visit("/trends?measure=treaties&by=region&treaty=CWC&from=2010&to=2011");
    await drawn(page);
    // The last of the controls; a date before it takes as many keys as the browser gives it.
    await page.getByLabel("A chart for each").focus();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("application");
    const { series } = await figuresOf(site, "measure=treaties&by=region&treaty=CWC&from=2010&to=2011");
    for (const { label, points } of series) {
      await page.keyboard.press("Home");
      for (const { n, of } of points) {
        await expect.poll(() => said(page), patience).toMatch(new RegExp(`^${label}, .*: ${n} of ${of}$`));
        await page.keyboard.press("ArrowRight");
      }
      await page.keyboard.press("ArrowDown");
    }
    expect(await page.locator(".chart-drawing .read").count()).toBe(1);
  });

  it.each([
    "measure=treaties&by=region&treaty=CWC&view=bars",
    "measure=matrix&view=compare&by=obligation&from=2011&to=2016",
    "measure=matrix&view=answers",
    "measure=treaties&view=tiles&treaty=CWC",
  ])("reads by the pointer what it reads by the keys: %s", async (setting) => {
    const page = await site.visit(`/trends?${setting}`);
    await drawn(page);
    await page.getByRole("application").focus();
    await page.keyboard.press("ArrowRight");
    await page.locator(".chart-drawing .read").waitFor();
    const [read, frame] = [await said(page), (await page.locator(".chart-drawing .read").boundingBox())!];
    await page.keyboard.press("End");
    await expect.poll(() => said(page), patience).not.toBe(read);
    await page.mouse.move(frame.x + frame.width / 2, frame.y + frame.height / 2);
    await expect.poll(() => said(page), patience).toBe(read);
  });

  it("runs from right to left in Arabic: time begins at the right, and the left arrow goes on in it", async () => {
    const page = await site.visit("/trends?measure=treaties&treaty=CWC&from=2000&to=2011&ui=ar");
    await drawn(page);
    const labels = await page
      .locator(".chart-drawing tspan")
      .evaluateAll((texts) =>
        texts.map((text) => ({ year: Number(text.textContent), x: text.getBoundingClientRect().x })),
      );
    const years = labels.filter(({ year }) => year >= 1990 && year <= 2020);
    expect(years.length).toBeGreaterThan(1);
    const inTime = years.toSorted((a, b) => a.year - b.year).map(({ x }) => x);
    expect(inTime).toEqual(inTime.toSorted((a, b) => b - a));
    await page.getByRole("application").focus();
    await page.keyboard.press("ArrowLeft");
    expect(await said(page)).toContain("2000");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => said(page), patience).toContain("2001");
  });

  it.each(randomSettings(settings))("equals its table, its CSV and its JSON: %s", async (setting) => {
    const page = await site.visit(`/trends?${setting}`);
    await drawn(page);
    const [json, table, csv] = [await figuresOf(site, setting), await tableOf(page), await csvOf(page)];
    const points = json.series.flatMap(({ key, points: all }) =>
      all.map(({ date, n, of }) => ({ key, date, n: String(n ?? ""), of: String(of ?? "") })),
    );
    expect(points.length).toBeGreaterThan(0);
    expect(csv.map(({ key, date, n, of }) => ({ key, date, n, of }))).toEqual(points);
    expect(new Set(csv.map(({ checksum }) => checksum))).toEqual(new Set([json.meta.checksum]));
    const inTable = points.filter(({ n }) => n !== "").map(({ n, of }) => `${n} of ${of}`);
    expect(table.toSorted()).toEqual(inTable.toSorted());
    await page.getByRole("application").focus();
    const first = json.series[0]!.points.filter(({ n }) => n !== undefined);
    const dates = new Set(json.series.flatMap(({ points: all }) => all.map(({ date }) => date)));
    await page.keyboard.press("ArrowRight");
    const walked: string[] = [];
    for (let step = 0; step < dates.size; step += 1) {
      walked.push((await said(page)).replace(/^.*: (\d[\d,]*) of (\d[\d,]*).*$/u, "$1 of $2").replaceAll(",", ""));
      await page.keyboard.press("ArrowRight");
    }
    // Other series may have dates that the first has not.
    expect(walked.filter((words) => /^\d+ of \d+$/u.test(words))).toEqual(first.map(({ n, of }) => `${n} of ${of}`));
    expect(await page.locator(".chart-disclaimer").innerText()).toContain(json.meta.checksum);
  });

  it("leads from a change between two snapshots to the States in one click, and to the evidence in another", async () => {
    const page = await site.visit("/trends?measure=matrix&view=compare&by=obligation&from=2011&to=2016");
    await drawn(page);
    const move = page.locator(".changes summary").first();
    await move.click();
    const state = page.locator(".moved-states > li").first();
    await state.locator("summary").click();
    const evidence = state.getByRole("table");
    await evidence.waitFor();
    const answers = await evidence.locator("tbody tr").first().locator("td").allInnerTexts();
    const [before, after] = await move.locator(".answer bdi").allInnerTexts();
    expect(answers.slice(0, 2).map((answer) => answer.trim())).toEqual([before, after]);
  });

  it("is taken away as a picture that says what it is, from when, from where, and that it is made up", async () => {
    const page = await site.visit("/trends?measure=matrix&view=answers", { colorScheme: "dark" });
    await drawn(page);
    const { meta } = await figuresOf(site, "measure=matrix&by=value&unit=cells&value=X,Q,NA,BLANK,NOT_CODED");
    const svg = await download(page, "SVG");
    const text = svg.toString("utf8");
    for (const words of ["Number of cells of the matrices by answer", "Demonstration data", meta.source, meta.checksum])
      expect(text).toContain(words);
    expect(text).toContain("endorses no text");
    expect(text).not.toMatch(/var\(|class=/u);
    // Light on a dark screen too: what is empty is white.
    expect(text).toContain('fill="rgb(255, 255, 255)"');
    const png = await download(page, "PNG");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBeGreaterThan(1500);
    expect(png.length).toBeGreaterThan(20_000);
  });

  it.each(["/trends?measure=matrix&view=heat-map&by=region", "/trends?measure=treaties&view=tiles&treaty=CWC"])(
    "shuts nobody out: %s",
    async (path) => {
      const page = await site.visit(path);
      await drawn(page);
      const { violations } = await new AxeBuilder({ page })
        .options({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"], resultTypes: ["violations"] })
        .setLegacyMode(true)
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")}`)).toEqual([]);
    },
  );

  it("may stand in the pages of others under /embed, and nowhere else", async () => {
    const [embedded, own] = await Promise.all(
      ["/embed/trends?measure=treaties", "/trends?measure=treaties"].map((path) => fetch(site.address() + path)),
    );
    expect(embedded!.headers.get("content-security-policy")).toContain("frame-ancestors *");
    expect(embedded!.headers.has("x-frame-options")).toBe(false);
    expect(own!.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(own!.headers.has("x-frame-options")).toBe(true);
    const page = await site.visit("/embed/trends?measure=treaties&by=region&checksum=0123456789abcdef&generation=g-0");
    await drawn(page);
    expect(await page.locator(".frozen").innerText()).toContain("The data has changed");
    expect(await page.getByRole("navigation").count()).toBe(0);
  });
}

/** Waits until the drawing is there, and what is written beneath it. */
async function drawn(page: Page): Promise<void> {
  await page.locator(".chart-drawing svg:not(.patterns)").first().waitFor();
  await page.locator(".chart-disclaimer, .embedded").first().waitFor();
  await settled(page);
}

async function said(page: Page): Promise<string> {
  return page.locator(".chart-read").innerText();
}

async function figuresOf(site: Site, search: string): Promise<TrendsAnswer> {
  return (await (await fetch(`${site.address()}/api/v1/trends?${search}`)).json()) as TrendsAnswer;
}

/** "45 of 54" for each figure of the table. */
async function tableOf(page: Page): Promise<string[]> {
  await page.locator(".chart-table summary").click();
  await page.locator(".figures-table").waitFor();
  return page
    .locator(".figures-table td[data-n]")
    .evaluateAll((cells) => cells.map((cell) => `${cell.getAttribute("data-n")} of ${cell.getAttribute("data-of")}`));
}

async function csvOf(page: Page): Promise<Record<string, string>[]> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "CSV" }).click()]);
  return parse(await readFile(await file.path(), "utf8"), { columns: true, bom: true });
}

async function download(page: Page, format: "SVG" | "PNG"): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: format }).click()]);
  expect(file.suggestedFilename()).toMatch(
    new RegExp(`^compendium-1540-trends-[0-9a-f]{16}\\.${format.toLowerCase()}$`),
  );
  return readFile(await file.path());
}

/** Settings of charts over time, other ones each run; the name of a test says which. */
function randomSettings(count: number): string[] {
  const oneOf = <Value>(values: readonly Value[]): Value => values[Math.floor(Math.random() * values.length)]!;
  return Array.from({ length: count }, () => {
    const search = new URLSearchParams({ measure: oneOf(["treaties", "matrix", "legislation"]) });
    const isTreaties = search.get("measure") === "treaties";
    search.set("by", oneOf(isTreaties ? ["region", "m49", "treaty"] : ["region", "m49", "obligation", "weapon"]));
    if (isTreaties) search.set("treaty", oneOf(["CWC", "CTBT", "ICSANT"]));
    else if (Math.random() < 0.5) search.set("unit", "cells");
    if (Math.random() < 0.5) search.set("region", oneOf(["AFR", "WEOG", "142", "EEG"]));
    if (Math.random() < 0.5) search.set("from", String(oneOf([1998, 2005, 2011])));
    return search.toString();
  });
}
