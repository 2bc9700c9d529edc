import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";
import { NewsItem, newsFile, type News, type NewsParams } from "#domain/news.ts";

/** A page of what loads have changed, newest first. */
export async function listNews(home: string | undefined, { type, state, page, size }: NewsParams): Promise<News> {
  const items = (await allNews(home)).items.filter(
    (item) =>
      (type.length === 0 || type.includes(item.type)) &&
      (state.length === 0 || (item.state !== undefined && state.includes(item.state))),
  );
  return { total: items.length, items: items.slice((page - 1) * size, page * size) };
}

interface KnownNews {
  /** Changes with every load that changed something. */
  version: string;
  items: NewsItem[];
}

const known = new Map<string, KnownNews>();

/** All that is written down, newest first; read again only when a load has added to it. A line that does not fit is left out. */
export async function allNews(home: string | undefined): Promise<KnownNews> {
  if (home === undefined) return { version: "none", items: [] };
  const file = join(home, newsFile);
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) return { version: "none", items: [] };
  const version = `${found.mtimeMs} ${found.size}`;
  const last = known.get(file);
  if (last?.version === version) return last;
  const items = (await readFile(file, "utf8")).split("\n").flatMap((line) => {
    const item = line === "" ? undefined : z.safeParse(NewsItem, parsed(line));
    return item?.success ? [item.data] : [];
  });
  const news = { version, items: items.toReversed() };
  known.set(file, news);
  return news;
}

/** A line cut short by a full disk is no news. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
