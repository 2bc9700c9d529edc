import { Feed } from "feed";
import type { NewsItem } from "#domain/news.ts";
import { states } from "#data/states.ts";

/** Entries of a feed: readers ask often enough to miss none. */
const newest = 200;

/**
 * An Atom feed of what was added, changed or removed, of the whole library or of one State.
 * @param site the address of this service, as visitors see it: `https://compendium.example`
 * @param path of the feed itself
 */
export function atomFeed(items: readonly NewsItem[], site: string, path: string, state?: string): string {
  const subject = state === undefined ? "Compendium 1540" : `Compendium 1540: ${states.get(state)?.names.en ?? state}`;
  const feed = new Feed({
    id: `${site}${path}`,
    title: `${subject}: additions and changes`,
    description:
      "What was added to this library, changed in it or taken out of it. Not a product of the United Nations.",
    link: `${site}${state === undefined ? "/" : `/states/${state}`}`,
    feedLinks: { atom: `${site}${path}` },
    updated: new Date(items[0]?.at ?? 0),
    copyright: "Facts and our own words: Apache-2.0. Each text keeps the licence of its source.",
  });
  for (const item of items.slice(0, newest)) {
    const of = item.state === undefined ? "" : ` (${states.get(item.state)?.names.en ?? item.state})`;
    feed.addItem({
      // An address may change more than once, so the moment is part of the name.
      id: `${site}${item.address}#${item.change}-${item.at}`,
      title: `${changes[item.change]}: ${item.title}${of}`,
      link: `${site}${item.address}`,
      date: new Date(item.at),
      category: [{ name: item.type }, { name: item.change }],
    });
  }
  return feed.atom1();
}

const changes: Record<NewsItem["change"], string> = { added: "Added", changed: "Changed", removed: "Removed" };
