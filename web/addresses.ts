import type { Language } from "#domain/languages.ts";

/** The page of a law: a language version of it, a provision in it, and the words that led there. */
export function lawAddress(
  id: string,
  { language, q = "", anchor }: { language?: Language; q?: string; anchor?: string } = {},
): string {
  const search = new URLSearchParams();
  if (language !== undefined) search.set("language", language);
  if (q !== "") search.set("q", q);
  const query = search.size === 0 ? "" : `?${search}`;
  const hash = anchor === undefined ? "" : `#${encodeURIComponent(anchor)}`;
  return `/legislation/${encodeURIComponent(id)}${query}${hash}`;
}

/** The page of what differs between two dated versions of a law. */
export function changesAddress(from: string, to: string, language: Language): string {
  return `/legislation/${encodeURIComponent(to)}/changes?${new URLSearchParams({ from, language })}`;
}

/** The page of a document: a language version of it, a passage in it. */
export function reportAddress(id: string, { language, anchor }: { language?: Language; anchor?: string } = {}): string {
  const query = language === undefined ? "" : `?${new URLSearchParams({ language })}`;
  return `/reports/${encodeURIComponent(id)}${query}${anchor === undefined ? "" : `#${anchor}`}`;
}
