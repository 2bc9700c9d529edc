import { appendFile, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newsFile, type NewsItem } from "#domain/news.ts";
import type { Catalogue } from "./library.ts";
import type { RecordType } from "./record-type.ts";

/** What is kept; older lines go when there are twice as many. */
const mostItems = 20_000;

/** Writes down what a load changed, once readers are served from it. */
export async function writeNews(home: string, items: readonly NewsItem[]): Promise<void> {
  if (items.length === 0) return;
  await mkdir(home, { recursive: true });
  const file = join(home, newsFile);
  await appendFile(file, items.map((item) => `${JSON.stringify(item)}\n`).join(""));
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line !== "");
  if (lines.length <= mostItems * 2) return;
  const draft = `${file}.${process.pid}`;
  await writeFile(
    draft,
    lines
      .slice(-mostItems)
      .map((line) => `${line}\n`)
      .join(""),
  );
  await rename(draft, file);
}

/** What differs between two catalogues of one source of laws. */
export function newsOfLaws(before: Catalogue, after: Catalogue, at: string): NewsItem[] {
  const versions = (catalogue: Catalogue) =>
    new Map(
      Object.values(catalogue).flatMap(({ outcome }) =>
        "law" in outcome ? [[`${outcome.law}@${outcome.language}`, outcome] as const] : [],
      ),
    );
  return differences(versions(before), versions(after), (outcome) => outcome.record).map(
    ({ change, found: { law, language, title } }) => ({
      at,
      change,
      type: "legislation",
      id: law,
      title,
      language,
      state: law.slice(0, 3).toUpperCase(),
      address: `/legislation/${encodeURIComponent(law)}?language=${language}`,
    }),
  );
}

/** What differs between the records of one source before and after a load; none for a type that does not describe its records. */
export function newsOfRecords<Record extends { id: string }>(
  type: RecordType<Record>,
  before: readonly Record[],
  after: readonly Record[],
  at: string,
): NewsItem[] {
  if (type.describe === undefined) return [];
  const byId = (records: readonly Record[]) => new Map(records.map((record) => [record.id, record]));
  return differences(byId(before), byId(after), (record) => JSON.stringify(record)).map(({ change, found }) => ({
    at,
    change,
    type: type.slug,
    ...type.describe!(found),
  }));
}

interface Difference<Found> {
  change: NewsItem["change"];
  found: Found;
}

function differences<Found>(
  before: ReadonlyMap<string, Found>,
  after: ReadonlyMap<string, Found>,
  contentOf: (found: Found) => string,
): Difference<Found>[] {
  const newer = [...after].flatMap(([key, found]): Difference<Found>[] => {
    const old = before.get(key);
    if (old === undefined) return [{ change: "added", found }];
    return contentOf(old) === contentOf(found) ? [] : [{ change: "changed", found }];
  });
  const gone = [...before].filter(([key]) => !after.has(key));
  return [...newer, ...gone.map(([, found]): Difference<Found> => ({ change: "removed", found }))];
}
