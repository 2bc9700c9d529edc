import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newsFile, type NewsItem } from "#domain/news.ts";
import { effectivePractices as bundled } from "#data/effective-practices.ts";
import { effectivePractices } from "#indexer/effective-practices.ts";
import { newsOfRecords, withheldOf, writeNews } from "#indexer/news.ts";

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "compendium-test-"));
});

afterEach(() => rm(home, { recursive: true, force: true }));

const at = "2026-11-30T00:00:00.000Z";
const practice = { ...bundled[0]!, id: "lantern-drill", titles: { ...bundled[0]!.titles, en: "Lantern drill" } };

async function told(): Promise<NewsItem[]> {
  const text = await readFile(join(home, newsFile), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as NewsItem);
}

describe("writeNews(home, items, withheld)", () => {
  it("tells of a practice that is shared, with its title and its page", async () => {
    await writeNews(home, newsOfRecords(effectivePractices, [], [practice], at));
    expect(await told()).toMatchObject([
      { change: "added", title: "Lantern drill", address: "/effective-practices/lantern-drill" },
    ]);
  });

  it("tells nothing of one that is not shared, nor any more of one that was", async () => {
    await writeNews(home, newsOfRecords(effectivePractices, [], [practice, bundled[1]!], at));
    const unshared = { ...practice, consent: "not-shared" as const };
    const withheld = withheldOf(effectivePractices, [unshared]);
    await writeNews(home, newsOfRecords(effectivePractices, [practice], [unshared], at), withheld);
    expect((await told()).map(({ id }) => id)).toEqual([bundled[1]!.id]);
    expect(await readFile(join(home, newsFile), "utf8")).not.toContain("Lantern");
  });

  it("tells nothing when one that was never shared is taken out", async () => {
    const unshared = { ...practice, consent: "asked" as const };
    expect(newsOfRecords(effectivePractices, [unshared], [], at)).toEqual([]);
  });
});
