import JSZip from "jszip";
import { convertToHtml, extractRawText } from "mammoth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { api } from "#domain/api.ts";
import { languages } from "#domain/languages.ts";
import { Review, type ReviewAnswer } from "#domain/reviews.ts";
import { reviews } from "#data/reviews.ts";
import { treatyActions } from "#data/treaties.ts";
import { treaties } from "#indexer/treaties.ts";
import { heldTo } from "#server/reviews.ts";
import { loadBundled, removeIndices, testElasticsearch } from "../support/load.ts";
import { startApp } from "../support/start-app.ts";

const elasticsearch = testElasticsearch();
const prefix = "test-reviews";
/** The same acts, but for one of Kenya in 2007, and with one of 2012 that no review of 2011 counts. */
const changedPrefix = "test-review-changed";
let app: Awaited<ReturnType<typeof startApp>>;
let changed: typeof app;

beforeAll(async () => {
  for (const each of [prefix, changedPrefix]) await removeIndices(elasticsearch, each);
  await loadBundled(elasticsearch, prefix, treaties);
  const later = treatyActions.find(({ treaty, date }) => treaty === "CTBT" && date > "2012")!;
  const others = treatyActions.filter(({ id }) => id !== "ICSANT-KEN-ratification-2006-04-13" && id !== later.id);
  await loadBundled(elasticsearch, changedPrefix, { ...treaties, bundled: others });
  app = await startApp(elasticsearch, prefix);
  changed = await startApp(elasticsearch, changedPrefix);
}, 120_000);

afterAll(async () => {
  await app?.stop();
  await changed?.stop();
  for (const each of [prefix, changedPrefix]) await removeIndices(elasticsearch, each);
});

async function review(search = "", at = app.address, id = "treaties-2011"): Promise<ReviewAnswer> {
  const response = await fetch(`${at}/api/v1/reviews/${id}?${search}`);
  expect(response.status).toBe(200);
  return z.parse(api.review.answer, await response.json());
}

const bytesOf = async (path: string) => Buffer.from(await (await fetch(`${app.address}${path}`)).arrayBuffer());

describe("a review", () => {
  it.each(reviews.map(({ id }) => id))("of %s has the figures it was frozen with", async (id) => {
    const { questions, frozenOn } = await review("", app.address, id);
    expect(frozenOn).toBeDefined();
    expect(questions.length).toBeGreaterThan(4);
    for (const { answer, frozen } of questions) {
      expect(frozen).toEqual({ checksum: answer.meta.checksum, differences: [] });
      expect(answer.series.length).toBeGreaterThan(0);
    }
  });

  it("has the same figures in every language", async () => {
    const all = await Promise.all(languages.map((language) => review(`language=${language}`)));
    const sums = all.map(({ questions }) => questions.map(({ answer }) => answer.meta.checksum).join(" "));
    expect(new Set(sums).size).toBe(1);
    expect(new Set(all.map(({ title }) => title)).size).toBe(6);
  });

  it("shows nothing dated after its cut-off", async () => {
    for (const { answer } of (await review()).questions)
      for (const { date } of answer.series.flatMap(({ points }) => points))
        expect(date <= "2011-12-31", date).toBe(true);
    const mid = await review("cutOff=2010-05-10");
    const points = (id: string) => mid.questions.find((one) => one.id === id)!.answer.series[0]!.points;
    expect(points("cwc-by-region").at(-1)!.date).toBe("2010-05-10");
    expect(points("first-reports").map(({ date }) => date)).toEqual(["2004-12-31", "2006-04", "2008-07"]);
    expect(mid.questions.every(({ frozen }) => frozen === undefined)).toBe(true);
  });

  it("gives each question the address of its figures", async () => {
    for (const { address, answer } of (await review("language=es")).questions) {
      const same = (await (await fetch(`${app.address}${address}`)).json()) as typeof answer;
      expect(same.series).toEqual(answer.series);
    }
  });

  it("names each figure that is another when the records have changed, and nothing else", async () => {
    const { questions } = await review("", changed.address);
    const of = (id: string) => questions.find((one) => one.id === id)!.frozen!;
    // Without Kenya's act one State fewer is party, from 2006 on; the act of 2012 is after the cut-off.
    expect(of("icsant-by-region")).toMatchObject({ cause: "records" });
    const years = [2006, 2007, 2008, 2009, 2010, 2011];
    expect(of("icsant-by-region").differences.map(({ key, date }) => `${key} ${date}`)).toEqual(
      years.map((year) => `AFR ${year}-12-31`),
    );
    const { was, is } = of("icsant-by-region").differences[0]!;
    expect(Number(is!.split("|")[0])).toBe(Number(was!.split("|")[0]) - 1);
    expect(of("ctbt-by-region").differences).toEqual([]);
    expect(of("cwc-by-region").differences).toEqual([]);
    expect(of("treaties").differences.map(({ key }) => key)).toEqual(years.map(() => "ICSANT"));
  });

  it("is not there under another name", async () => {
    for (const path of ["/api/v1/reviews/none", "/api/v1/reviews/none.docx", "/api/v1/reviews/none.zip"])
      expect((await fetch(`${app.address}${path}`)).status).toBe(404);
    expect((await fetch(`${app.address}/api/v1/reviews/treaties-2011?cutOff=2011`)).status).toBe(400);
  });
});

describe("heldTo(frozen, figures, inputs)", () => {
  const frozen = { checksum: "a", inputs: "x", figures: ["AFR|2011-12-31|50|54|", "APG|2011-12-31|51|53|"] };

  it("finds nothing where nothing is another", () => {
    expect(heldTo(frozen, frozen.figures, "y")).toEqual({ checksum: "a", differences: [] });
  });

  it("tells figures that are gone, new and others, of the same records counted in another way", () => {
    expect(heldTo(frozen, ["AFR|2011-12-31|49|54|", "EEG|2011-12-31|23|23|"], "x")).toEqual({
      checksum: "a",
      cause: "counting",
      differences: [
        { key: "AFR", date: "2011-12-31", was: "50|54|", is: "49|54|" },
        { key: "APG", date: "2011-12-31", was: "51|53|" },
        { key: "EEG", date: "2011-12-31", is: "23|23|" },
      ],
    });
  });

  it("keeps both figures where a source is at odds with itself", () => {
    const both = { ...frozen, figures: ["m|2014-05-07||193|", "m|2014-05-07|24|193|"] };
    expect(heldTo(both, both.figures, "x").differences).toEqual([]);
    expect(heldTo(both, ["m|2014-05-07|24|193|"], "x").differences).toHaveLength(1);
  });
});

describe("a review taken away", () => {
  it("is a bundle whose manifest freezes the same figures again", async () => {
    const zip = await JSZip.loadAsync(await bytesOf("/api/v1/reviews/treaties-2011.zip"));
    const manifest = z.parse(Review, JSON.parse(await zip.file("manifest.json")!.async("string")));
    const bundled = reviews.find(({ id }) => id === "treaties-2011")!;
    expect(manifest.frozen!.answers).toEqual(bundled.frozen!.answers);
    const csv = await zip.file("cwc-by-region.csv")!.async("string");
    const header = csv.split("\n")[0]!;
    for (const column of ["n", "of", "status", "checksum", "as_of", "disclaimer", "query"])
      expect(header.split(",")).toContain(column);
    expect(csv).toContain(manifest.frozen!.answers["cwc-by-region"]!.checksum);
  });

  it.each(languages)("is a Word document in %s with every figure", async (language) => {
    const buffer = await bytesOf(`/api/v1/reviews/treaties-2011.docx?language=${language}`);
    const { value } = await extractRawText({ buffer });
    const { title, questions } = await review(`language=${language}`);
    expect(value).toContain(title);
    for (const { answer, title: asked } of questions) {
      expect(value).toContain(asked);
      expect(value).toContain(answer.meta.checksum);
      expect(value).toContain(answer.meta.notes[0]);
    }
    const { value: html } = await convertToHtml({ buffer });
    expect(html).toContain(`<a href="${app.address}/api/v1/trends?`);
    const xml = await (await JSZip.loadAsync(buffer)).file("word/document.xml")!.async("string");
    expect(xml.includes("<w:bidi/>") && xml.includes("<w:rtl/>") && xml.includes("<w:bidiVisual/>")).toBe(
      language === "ar",
    );
  });
});
