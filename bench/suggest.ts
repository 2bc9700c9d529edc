import { Pool } from "undici";
import { readEnvironment } from "#domain/environment.ts";
import { languages, type Language } from "#domain/languages.ts";
import type { Suggestion } from "#domain/suggest.ts";
import { connectConfigured } from "#engine/configured.ts";
import { randomFrom } from "#mappings/matrix-counts.ts";
import { contest, printUnanswered, type Contest } from "./contest.ts";
import { drawnHeadings, searchQueries, type SearchQuery } from "./search-queries.ts";
import { startServer } from "./server.ts";
import { printMachine, printTable } from "./table.ts";

interface Options {
  golden: string;
  prefixes: number;
  seconds: number;
  blocks: number;
}

/** What a person has typed of something, beside a whole query in the same language. */
interface Typed extends SearchQuery {
  prefix: string;
}

/** Something a person may be looking for, and from where on they type its name. */
interface Wanted {
  kind: "state" | "concept" | "law";
  language: Language;
  text: string;
  typed: string;
}

const clients = 4;
const mostCharacters = 6;

/**
 * Asks for suggestions after one to six characters, and for the ten best laws, side by side: how long each takes; and
 * whether what is wanted is among the first five suggestions, by how many characters of it are typed.
 */
export async function suggest({ golden, prefixes, seconds, blocks }: Options): Promise<void> {
  printMachine();
  const environment = readEnvironment(process.env);
  const connection = await connectConfigured(environment, () => undefined);
  const server = await startServer();
  const api = new Pool(server.address, { connections: clients });
  const get = async (path: string): Promise<unknown> => {
    const { statusCode, body } = await api.request({ method: "GET", path: `/api/v1/${path}` });
    if (statusCode !== 200) throw new Error(`${statusCode} for ${path}`);
    return body.json();
  };
  const suggested = async (q: string, language: Language) =>
    ((await get(`suggest?${new URLSearchParams({ q, language })}`)) as { items: Suggestion[] }).items;
  try {
    const { client } = connection;
    const queries = await searchQueries(client, environment.INDEX_PREFIX, { golden, perLanguage: prefixes });
    const random = randomFrom(1540);
    const wanted: Wanted[] = [];
    const typed: Typed[] = [];
    for (const language of languages) {
      const [headings, titles, own] = await Promise.all([
        drawnHeadings(client, environment.INDEX_PREFIX, language, prefixes),
        titlesIn(get, language),
        namesIn(get, language),
      ]);
      wanted.push(...own, ...titles);
      const sources = [
        headings.map((heading) => aWordOf(heading, random)),
        [...titles, ...own].map((each) => each.typed),
      ];
      const ownQueries = queries.filter((query) => query.language === language);
      for (let place = 0; place < prefixes && ownQueries.length > 0; place += 1) {
        const texts = sources[place % 2]!;
        const characters = [...texts[Math.floor(random() * texts.length)]!];
        const prefix = characters.slice(0, 1 + Math.floor(random() * mostCharacters)).join("");
        typed.push({ ...ownQueries[place % ownQueries.length]!, prefix });
      }
    }
    const asked = typed.toSorted(() => random() - 0.5);
    const measured = await contest(
      [
        { name: "suggestions", ask: ({ prefix, language }: Typed) => suggested(prefix, language) },
        { name: "search", ask: ({ q }: Typed) => get(`legislation?${new URLSearchParams({ q })}`) },
      ],
      asked,
      { clients, blocks, seconds },
    );
    printTimes(measured, blocks);
    printUnanswered(measured, ["suggestions", "search"]);
    await printFound(suggested, wanted, random);
  } finally {
    await api.close();
    await server.stop();
    await connection.stop();
  }
}

/** States and concepts: a person begins with the beginning. */
async function namesIn(get: (path: string) => Promise<unknown>, language: Language): Promise<Wanted[]> {
  const [states, concepts] = (await Promise.all([
    get(`states?language=${language}`),
    get(`thesaurus?language=${language}`),
  ])) as [{ items: { name: string }[] }, { items: { label: string }[] }];
  return [
    ...states.items.map(({ name }): Wanted => ({ kind: "state", language, text: name, typed: name })),
    ...concepts.items.map(({ label }): Wanted => ({ kind: "concept", language, text: label, typed: label })),
  ];
}

/** Laws: titles begin alike ("Federal Law on …"), so a person begins with the word that says most, here the longest. */
async function titlesIn(get: (path: string) => Promise<unknown>, language: Language): Promise<Wanted[]> {
  const { items } = (await get(`legislation?language=${language}&sort=title&size=100`)) as {
    items: { title: string }[];
  };
  return items.map(({ title }) => ({ kind: "law", language, text: title, typed: longestWordOf(title, language) }));
}

function longestWordOf(title: string, language: Language): string {
  const words = wordsOf(title);
  const longest = words.toSorted((one, other) => other.length - one.length)[0] ?? title;
  return language === "zh" ? longest.slice(Math.max(0, longest.length - mostCharacters)) : longest;
}

function aWordOf(heading: string, random: () => number): string {
  const words = wordsOf(heading);
  return words[Math.floor(random() * words.length)] ?? heading;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}]{3,}/gu) ?? [];
}

function printTimes(measured: Contest<Typed>, blocks: number): void {
  const row = (name: string, isCounted?: (typed: Typed) => boolean) => {
    const milliseconds = measured.milliseconds("suggestions", isCounted);
    const ratio = measured.ratio("suggestions", "search", isCounted);
    return [
      name,
      ...[milliseconds.p50, milliseconds.p95, milliseconds.p99].map((value) => value.toFixed(1)),
      ...[ratio.p50, ratio.p95, ratio.p99].map((value) => value.toFixed(2)),
    ];
  };
  printTable(
    `Suggestions at ${clients} clients in milliseconds, then how many times as long as a search for laws (medians of ${blocks} blocks of ${measured.size} of each)`,
    ["prefixes", "p50 ms", "p95 ms", "p99 ms", "p50", "p95", "p99"],
    [row("all"), ...languages.map((language) => row(language, (typed) => typed.language === language))],
  );
}

/** How often what is wanted is among the first five, of at most fifty of each kind and language. */
async function printFound(
  suggested: (q: string, language: Language) => Promise<Suggestion[]>,
  wanted: Wanted[],
  random: () => number,
): Promise<void> {
  const lengths = Array.from({ length: mostCharacters }, (_, place) => place + 1);
  const rows: (string | number)[][] = [];
  for (const kind of ["state", "concept", "law"] as const)
    for (const language of languages) {
      const drawn = wanted
        .filter((each) => each.kind === kind && each.language === language)
        .toSorted(() => random() - 0.5)
        .slice(0, 50);
      if (drawn.length === 0) continue;
      const shares: number[] = [];
      for (const length of lengths) {
        let found = 0;
        for (const { text, typed } of drawn) {
          const items = await suggested([...typed].slice(0, length).join(""), language);
          if (items.slice(0, 5).some((item) => item.text === text)) found += 1;
        }
        shares.push(Math.round((found * 100) / drawn.length));
      }
      rows.push([kind, language, drawn.length, ...shares]);
    }
  printTable(
    "What is wanted is among the first five suggestions, in a hundred, after so many characters of it (of a law, of its longest word)",
    ["wanted", "language", "drawn", ...lengths.map(String)],
    rows,
  );
}
