import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { finished } from "node:stream/promises";
import type { Client, estypes } from "@elastic/elasticsearch";
import { stringify } from "csv-stringify/sync";
import type { IndexedLaw, IndexedProvision } from "#domain/indexed-legislation.ts";
import { languages, type Language } from "#domain/languages.ts";
import { randomFrom } from "#mappings/matrix-counts.ts";

/** What collections are made of: real laws, and the words of their provisions. */
export interface Stock {
  /** One law each, in the languages it is there in; the group is its State and these languages. */
  patterns: { group: string; versions: Pattern[] }[];
  /** By group: the words of one provision in each language. */
  words: Map<string, ReadonlyMap<Language, string>[]>;
}

interface Pattern {
  language: Language;
  law: Pick<IndexedLaw, "state" | "title" | "number" | "year">;
  provisions: Pick<IndexedProvision, "law" | "anchor" | "heading" | "text">[];
}

/** What a collection holds; with text in two languages a provision counts twice. */
export interface Collection {
  folder: string;
  laws: number;
  provisions: number;
  bytes: number;
}

/** Takes laws and provisions from the indices that are served. */
export async function readStock(elasticsearch: Client, prefix: string): Promise<Stock> {
  const versionsOf = new Map<string, Pattern[]>();
  for (const language of languages) {
    const laws = await all(elasticsearch, {
      index: `${prefix}-instruments-${language}`,
      sort: ["law"],
      _source: ["state", "title", "number", "year"],
    });
    const byLaw = new Map<string, Pattern>();
    for (const { id, found } of laws)
      byLaw.set(id.replace(/@..$/u, ""), { language, law: found as Pattern["law"], provisions: [] });
    const provisions = await all(elasticsearch, {
      index: `${prefix}-provisions-${language}`,
      sort: ["law", "position"],
      _source: ["law", "anchor", "heading", "text"],
    });
    for (const provision of provisions.map(({ found }) => found as Pattern["provisions"][number]))
      if (provision.text !== "") byLaw.get(provision.law)!.provisions.push(provision);
    for (const [law, pattern] of byLaw)
      if (pattern.provisions.length > 0) versionsOf.set(law, [...(versionsOf.get(law) ?? []), pattern]);
  }
  const stock: Stock = { patterns: [], words: new Map() };
  for (const [, versions] of [...versionsOf].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const group = [versions[0]!.law.state, ...versions.map(({ language }) => language)].join(" ");
    const inAll = wordsInAll(versions);
    if (inAll.length === 0) continue;
    stock.patterns.push({ group, versions });
    stock.words.set(group, [...(stock.words.get(group) ?? []), ...inAll]);
  }
  return stock;
}

async function all(elasticsearch: Client, search: estypes.SearchRequest): Promise<{ id: string; found: unknown }[]> {
  const found: { id: string; found: unknown }[] = [];
  for (let after: estypes.SortResults | undefined; ;) {
    const { hits } = await elasticsearch.search({
      ...search,
      size: 1000,
      ...(after !== undefined && { search_after: after }),
    });
    for (const { _id, _source } of hits.hits) found.push({ id: _id!, found: _source });
    if (hits.hits.length < 1000) return found;
    after = hits.hits.at(-1)!.sort!;
  }
}

/** The words of each provision that a law has in all its languages. */
function wordsInAll(versions: Pattern[]): ReadonlyMap<Language, string>[] {
  const byNumber = versions.map(({ language, provisions }) => ({
    language,
    texts: new Map(provisions.map(({ anchor, text }) => [anchor.replace(/^(?:art|s)-/u, ""), text])),
  }));
  return [...byNumber[0]!.texts.keys()].flatMap((number) => {
    const words = byNumber.map(({ language, texts }): [Language, string] => [language, texts.get(number) ?? ""]);
    return words.every(([, text]) => text !== "") ? [new Map(words)] : [];
  });
}

/**
 * Writes a collection of some length: laws with the titles, headings and lengths of real ones, whose articles have the words
 * of real provisions of the same State, drawn by a seed; Markdown, JSON and Akoma Ntoso with a manifest. A title comes
 * once as it is and then with a number, so that laws cite each other about as often as real ones.
 */
export async function makeCollection(
  { patterns, words }: Stock,
  folder: string,
  provisions: number,
  seed = 1540,
): Promise<Collection> {
  const random = randomFrom(seed);
  const one = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
  const made: Collection = { folder, laws: 0, provisions: 0, bytes: 0 };
  const used = new Set<Pattern>();
  await mkdir(folder, { recursive: true });
  const manifest = createWriteStream(join(folder, "manifest.csv"));
  manifest.write("path,state_iso3,language,title,year,format,number\n");
  while (made.provisions < provisions) {
    const { group, versions } = one(patterns);
    const length = Math.min(...versions.map((version) => version.provisions.length), provisions - made.provisions);
    const drawn = Array.from({ length }, () => one(words.get(group)!));
    const format = one(["md", "md", "json", "xml"] as const);
    made.laws += 1;
    const isFirst = !used.has(versions[0]!);
    used.add(versions[0]!);
    for (const version of versions) {
      const law: Law = {
        state: version.law.state,
        language: version.language,
        title: isFirst ? version.law.title : `${version.law.title} (${made.laws})`,
        number: numberOf(versions[0]!, made.laws),
        year: version.law.year ?? 2000,
        articles: drawn.map((texts, place) => ({
          number: place + 1,
          heading: version.provisions[place]!.heading ?? "",
          text: texts.get(version.language)!,
        })),
      };
      // No convention of Markdown is known for laws in Russian.
      const written = format === "md" && law.language === "ru" ? "xml" : format;
      const path = `${law.state}/${Math.floor(made.laws / 500)}/${made.laws}-${law.language}.${written}`;
      const text = writers[written](law);
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
      manifest.write(stringify([[path, law.state, law.language, law.title, law.year, written, law.number]]));
      made.provisions += length;
      made.bytes += Buffer.byteLength(text);
    }
  }
  manifest.end();
  await finished(manifest);
  return made;
}

/** A number in the manner of the law's own that no other law has, the same in all its languages. */
function numberOf({ law }: Pattern, serial: number): string {
  const number = law.number !== undefined && /\d/u.test(law.number) ? law.number : "N-1";
  return number.replace(/\d+(?=\D*$)/u, String(100_000 + serial));
}

interface Law {
  state: string;
  language: Language;
  title: string;
  number: string;
  year: number;
  articles: { number: number; heading: string; text: string }[];
}

const writers: Record<"md" | "json" | "xml", (law: Law) => string> = {
  md: ({ language, title, articles }) =>
    `# ${title}\n\n${articles
      .map(({ number, heading, text }) => `${markdownMarks[language](number, heading)}${text}\n`)
      .join("\n")}`,
  json: ({ title, year, articles }) =>
    JSON.stringify({
      title,
      issued_date: `${year}-01-01`,
      provisions: articles.map(({ number, heading, text }) => ({ section: number, title: heading, content: text })),
    }),
  xml: ({ title, language, articles }) =>
    `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><meta><identification source="#bench"><FRBRExpression>
<FRBRlanguage language="${language}"/></FRBRExpression></identification></meta><preface><p><docTitle>${escaped(title)}</docTitle></p></preface><body>
${articles
  .map(
    ({ number, heading, text }) =>
      `<article eId="art_${number}"><num>${number}.</num><heading>${escaped(heading)}</heading><content>${text
        .split("\n")
        .map((paragraph) => `<p>${escaped(paragraph)}</p>`)
        .join("")}</content></article>`,
  )
  .join("\n")}
</body></act></akomaNtoso>
`,
};

/** How an article begins in each language. */
const markdownMarks: Record<Language, (number: number, heading: string) => string> = {
  ar: (number) => `## المادة ${number}\n\n`,
  zh: (number) => `第${chinese(number)}条 `,
  en: (number, heading) => `### ${number}. ${heading}\n\n`,
  fr: (number) => `##### Article ${number}\n\n`,
  ru: (number) => `## Статья ${number}\n\n`,
  es: (number) => `##### Artículo ${number}\n\n`,
};

/** 1 to 9,999 as articles are counted: 一百二十三. */
function chinese(number: number): string {
  const digits = [...String(number)].map(Number);
  return digits
    .map((digit, place) =>
      digit === 0 ? "零" : `${"零一二三四五六七八九"[digit]}${["", "十", "百", "千"][digits.length - 1 - place]}`,
    )
    .join("")
    .replaceAll(/零+$/gu, "")
    .replaceAll(/零+/gu, "零")
    .replace(/^一十/u, "十");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
