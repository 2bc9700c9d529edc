import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { Language } from "#domain/languages.ts";
import { pages } from "#domain/pages.ts";

/** What the build of the web app says of each of its files, by the module it is of. */
const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    css: z.array(z.string()).default([]),
    imports: z.array(z.string()).default([]),
    dynamicImports: z.array(z.string()).default([]),
  }),
);
type Manifest = z.infer<typeof Manifest>;

/**
 * The code and texts a page is made of, for the header `Link`: the browser asks for them together, and not for one after
 * it has read another, which over a long way takes longer than all else.
 * @param builtWeb the folder of the built web app; without its manifest nothing is announced
 */
export function announcements(builtWeb: string): (path: string, language: Language) => string {
  const file = join(builtWeb, ".vite/manifest.json");
  if (!existsSync(file)) return () => "";
  const manifest = Manifest.parse(JSON.parse(readFileSync(file, "utf8")));
  const known = new Map<string, string>();
  return (path, language) => {
    const page = pageAt(path);
    const key = `${page} ${language}`;
    const links = known.get(key) ?? linksOf(manifest, page, language);
    known.set(key, links);
    return links;
  };
}

function linksOf(manifest: Manifest, page: string, language: Language): string {
  const needed = new Set<string>();
  const need = (module: string) => {
    const found = manifest[module];
    if (found === undefined || needed.has(module)) return;
    needed.add(module);
    for (const each of found.imports) need(each);
    // What else is imported when it is wanted may never be wanted.
    for (const each of found.dynamicImports)
      if (each.startsWith("texts/") && each.endsWith(`/${language}.ts`)) need(each);
  };
  need("index.html");
  need(`pages/${page}.tsx`);
  const styles = [...needed].flatMap((module) => manifest[module]!.css);
  return [
    ...styles.map((file) => `</${file}>; rel=preload; as=style; crossorigin`),
    ...[...needed].map((module) => `</${manifest[module]!.file}>; rel=modulepreload`),
  ].join(", ");
}

const routes = Object.entries(pages).map(([route, page]) => ({
  page,
  pattern: new RegExp(`^${route.replaceAll(/:\w+/gu, "[^/]+")}/?$`, "u"),
}));

function pageAt(path: string): string {
  return routes.find(({ pattern }) => pattern.test(path))?.page ?? "not-found";
}
