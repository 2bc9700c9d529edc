import { Readable } from "node:stream";
import { SitemapIndexStream, SitemapStream, streamToPromise } from "sitemap";
import { languages } from "#domain/languages.ts";
import { pages } from "#domain/pages.ts";
import { obligations } from "#data/obligations.ts";
import { regions, states } from "#data/states.ts";
import { servedGeneration } from "./generation.ts";
import { ask, type Engine } from "./searching.ts";

/** Addresses of one sitemap, each in six languages: well below the 50,000 and 50 MB of the protocol. */
const addressesAtATime = 5000;

/** The names of all sitemaps, as one index. */
export async function sitemapIndex(engine: Engine, site: string): Promise<string> {
  const stream = new SitemapIndexStream();
  const names = [...(await sections(engine)).keys()];
  return (
    await streamToPromise(Readable.from(names.map((name) => ({ url: `${site}/sitemaps/${name}.xml` }))).pipe(stream))
  ).toString();
}

/** One sitemap, each page with its address in the six languages; undefined where there is none of this name. */
export async function sitemap(engine: Engine, site: string, name: string): Promise<string | undefined> {
  const addresses = (await sections(engine)).get(name);
  if (addresses === undefined) return undefined;
  const stream = new SitemapStream({ hostname: site, xmlns: { news: false, xhtml: true, image: false, video: false } });
  const entries = addresses.map((address) => ({
    url: address,
    links: languages.map((lang) => ({ lang, url: `${site}${inLanguage(address, lang)}` })),
  }));
  return (await streamToPromise(Readable.from(entries).pipe(stream))).toString();
}

function inLanguage(address: string, language: string): string {
  return `${address}${address.includes("?") ? "&" : "?"}ui=${language}`;
}

/** The pages that are there whatever is loaded. */
const ownPages = Object.keys(pages).filter((route) => !route.includes(":") && !route.startsWith("/embed/"));

const known = new WeakMap<Engine, { generation: string; sections: Promise<Map<string, string[]>> }>();

/** Addresses by the name of their sitemap, looked up once for each generation of the data. */
async function sections(engine: Engine): Promise<Map<string, string[]>> {
  const { id: generation } = await servedGeneration(engine);
  const last = known.get(engine);
  if (last?.generation === generation) return last.sections;
  const found = lookUp(engine);
  known.set(engine, { generation, sections: found });
  found.catch(() => known.delete(engine));
  return found;
}

async function lookUp(engine: Engine): Promise<Map<string, string[]>> {
  const inEachLanguage = (name: string) => languages.map((language) => `${name}-${language}`);
  const [laws, reports, practices] = await Promise.all([
    everyValue(engine, inEachLanguage("instruments"), "law"),
    everyValue(engine, inEachLanguage("reports"), "report"),
    everyValue(engine, ["effective-practices"], "id"),
  ]);
  return new Map([
    ["pages", ownPages],
    ["states", [...states.keys()].map((state) => `/states/${state}`)],
    ["regions", regions.map(({ code }) => `/regions/${code}`)],
    ["obligations", [...obligations.keys()].map((code) => `/legislation?obligation=${code}`)],
    ...inParts("legislation", laws),
    ...inParts("reports", reports),
    ...inParts("effective-practices", practices),
  ]);
}

function inParts(slug: string, ids: string[]): [string, string[]][] {
  const parts = Math.ceil(ids.length / addressesAtATime);
  return Array.from({ length: parts }, (_, part) => [
    `${slug}-${part + 1}`,
    ids.slice(part * addressesAtATime, (part + 1) * addressesAtATime).map((id) => `/${slug}/${encodeURIComponent(id)}`),
  ]);
}

/** Every value of a field in some indices, in order. */
async function everyValue(engine: Engine, index: string[], field: string): Promise<string[]> {
  const values: string[] = [];
  let after: { value: string } | undefined;
  do {
    const { aggregations } = await ask<
      never,
      { all: { after_key?: { value: string }; buckets: { key: { value: string } }[] } }
    >(engine, {
      index,
      size: 0,
      track_total_hits: false,
      aggregations: {
        all: {
          composite: {
            size: addressesAtATime,
            sources: [{ value: { terms: { field } } }],
            ...(after !== undefined && { after }),
          },
        },
      },
    });
    values.push(...(aggregations?.all.buckets ?? []).map(({ key }) => key.value));
    after = aggregations?.all.after_key;
  } while (after !== undefined);
  return values;
}
