import { appendFile, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newsFile, type NewsItem } from "#domain/news.ts";
import type { Catalogue } from "./library.ts";
import { isPublic, type RecordType } from "./record-type.ts";

/** What is kept; older lines go when there are twice as many. */
const mostItems = 20_000;

/** What no news may be told of any more: ids of records of one type. */
export interface Withheld {
  type: string;
  ids: readonly string[];
}

/** Writes down what a load changed, once readers are served from it; what was told before of records that are withheld now is taken out. */
export async function writeNews(home: string, items: readonly NewsItem[], withheld?: Withheld): Promise<void> {
  const hidden = new Set(withheld?.ids);
  if (items.length === 0 && hidden.size === 0) return;
  await mkdir(home, { recursive: true });
  const file = join(home, newsFile);
  await appendFile(
    file,
    items
      .slice(-mostItems)
      .map((item) => `${JSON.stringify(item)}\n`)
      .join(""),
  );
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line !== "");
  const shown = lines.filter((line) => !isHidden(line, withheld?.type, hidden));
  if (shown.length === lines.length && lines.length <= mostItems * 2) return;
  const draft = `${file}.${process.pid}`;
  await writeFile(
    draft,
    shown
      .slice(-mostItems)
      .map((line) => `${line}\n`)
      .join(""),
  );
  await rename(draft, file);
}

function isHidden(line: string, type: string | undefined, ids: ReadonlySet<string>): boolean {
  if (ids.size === 0) return false;
  try {
    const item = JSON.parse(line) as NewsItem;
    return item.type === type && ids.has(item.id);
  } catch {
    return false; // half a line, from a disk that was full: readers leave it out too
  }
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
  const byId = (records: readonly Record[]) =>
    new Map(records.flatMap((record) => (isPublic(type, record) ? [[record.id, record]] : [])));
  return differences(byId(before), byId(after), (record) => JSON.stringify(record)).map(({ change, found }) => ({
    at,
    change,
    type: type.slug,
    ...type.describe!(found),
  }));
}

/** Of which records of a source nothing may be told, whatever was told of them before. */
export function withheldOf<Record extends { id: string }>(
  type: RecordType<Record>,
  records: readonly Record[],
): Withheld {
  return { type: type.slug, ids: records.filter((record) => !isPublic(type, record)).map(({ id }) => id) };
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
