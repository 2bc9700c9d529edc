import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { languages, type Language } from "#domain/languages.ts";
import type { LegislationPage, ProvisionsPage } from "#domain/legislation.ts";
import { startServer } from "./server.ts";

interface GoldenRow {
  id: string;
  language: Language;
  query: string;
  expected_path: string;
  expected_provision: string;
  kind: string;
}

/** One question and its right answers in one language: the question's own, or another. */
interface Golden {
  id: string;
  language: Language;
  query: string;
  /** Absent: the answers are in the language of the question, and all languages are searched. */
  target?: Language;
  rows: GoldenRow[];
}

interface Options {
  /** Golden queries as CSV, and the collection their paths lead into. */
  queries: string;
  corpus: string;
  expand: "on" | "off";
  misses?: boolean;
}

interface Score {
  golden: Golden;
  /** Rank of the first right law and the first right provision, from 1; absent when not among the first ten. */
  law?: number;
  provision?: number;
  found: string[];
}

/** Paths in the golden queries begin where the collection's do not. */
const collection = "corpus/legislation/";

/**
 * Asks each golden query of the API, and prints how often the right law and the right provision are among the first
 * three and ten: answers in the language of the question by that language, over a search of all; answers in another
 * language by it, over a search of that one; and whether what must not stand first does not.
 */
export async function relevance(options: Options): Promise<void> {
  const server = await startServer();
  try {
    const address = `${server.address}/api/v1`;
    const ask: Ask = async (endpoint, params) => {
      const search = new URLSearchParams({ ...params, size: "10", expand: options.expand });
      return (await (await fetch(`${address}/${endpoint}?${search}`)).json()) as never;
    };
    const rows = parse<GoldenRow>(readFileSync(options.queries), { columns: true, bom: true }).filter(
      ({ expected_path }) => expected_path.startsWith(collection),
    );
    const own: Score[] = [];
    for (const golden of inOwnLanguage(rows)) own.push(await score(ask, golden));
    const across: Score[] = [];
    for (const golden of acrossLanguages(rows, options.corpus)) across.push(await score(ask, golden));
    process.stdout.write(`In the language of the question (expand=${options.expand})\n`);
    printTable(own, ({ language }) => language);
    process.stdout.write("\nIn another language, by the language of the answer\n");
    printTable(across, ({ target }) => target!);
    await printMustNots(
      ask,
      rows.filter(({ kind }) => kind === "must-not"),
      own,
    );
    if (options.misses) printMisses([...own, ...across]);
  } finally {
    await server.stop();
  }
}

type Ask = <Endpoint extends "legislation" | "provisions">(
  endpoint: Endpoint,
  params: Record<string, string>,
) => Promise<Endpoint extends "legislation" ? LegislationPage : ProvisionsPage>;

function inOwnLanguage(rows: GoldenRow[]): Golden[] {
  const same = rows.filter(({ kind }) => kind === "same-language");
  return [...new Set(same.map(({ id }) => id))].map((id) => {
    const own = same.filter((row) => row.id === id);
    return { id, language: own[0]!.language, query: own[0]!.query, rows: own };
  });
}

function acrossLanguages(rows: GoldenRow[], corpus: string): Golden[] {
  const manifest = parse<{ path: string; language: Language }>(readFileSync(join(corpus, "manifest.csv")), {
    columns: true,
    bom: true,
  });
  const languageOf = new Map(manifest.map(({ path, language }) => [path, language]));
  const goldens = new Map<string, Golden>();
  for (const row of rows.filter(({ kind }) => kind === "cross-language")) {
    const target = languageOf.get(row.expected_path.slice(collection.length));
    if (target === undefined) throw new Error(`${corpus}/manifest.csv does not name ${row.expected_path}`);
    const { id, language, query } = row;
    const golden = goldens.get(`${id} ${target}`) ?? { id, language, query, target, rows: [] };
    golden.rows.push(row);
    goldens.set(`${id} ${target}`, golden);
  }
  return [...goldens.values()];
}

async function score(ask: Ask, golden: Golden): Promise<Score> {
  const paths = new Set(golden.rows.map(({ expected_path }) => expected_path.slice(collection.length)));
  const params = { q: golden.query, ...(golden.target !== undefined && { language: golden.target }) };
  const laws = await ask("legislation", params);
  const provisions = await ask("provisions", params);
  const law = laws.items.findIndex(({ sourcePath }) => paths.has(sourcePath)) + 1;
  const provision =
    provisions.items.findIndex(({ label, anchor, instrument }) =>
      golden.rows.some(
        (row) =>
          row.expected_path.slice(collection.length) === instrument.sourcePath &&
          isSameProvision(row.expected_provision, label, anchor),
      ),
    ) + 1;
  return {
    golden,
    ...(law > 0 && { law }),
    ...(provision > 0 && { provision }),
    found: laws.items
      .slice(0, 3)
      .map(({ title, provisions: best }) => `${title.slice(0, 60)} [${best.map(({ label }) => label).join(", ")}]`),
  };
}

/** "whole act" is any provision of it; "s. 3(1)" is section 3; "Artículo 24 del Reglamento" is article 24. */
function isSameProvision(expected: string, label: string, anchor: string): boolean {
  if (expected === "whole act") return true;
  const plain = (text: string) =>
    text
      .normalize("NFKC")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}.]+/gu, " ")
      .trim();
  const digits = /[lrd]?\d[\d.\-a-z]*/u.exec(expected.normalize("NFKC").toLowerCase())?.[0];
  return (
    plain(expected).startsWith(plain(label)) ||
    (digits !== undefined && anchor.replace(/^(?:s|art|sch-item|sch)-/u, "") === digits.replace(/\.$/u, ""))
  );
}

function printTable(scores: Score[], languageOf: (golden: Golden) => Language): void {
  const line = (name: string, own: Score[]) => {
    const share = (count: number) => `${String(Math.round((count * 100) / Math.max(1, own.length))).padStart(3)} %`;
    const within = (rank: "law" | "provision", most: number) =>
      share(own.filter((each) => (each[rank] ?? Infinity) <= most).length);
    const reciprocal =
      own.reduce((sum, { provision }) => sum + (provision === undefined ? 0 : 1 / provision), 0) / own.length;
    return `| ${name} | ${own.length} | ${within("law", 3)} | ${within("law", 10)} | ${within("provision", 3)} | ${within("provision", 10)} | ${reciprocal.toFixed(3)} |`;
  };
  process.stdout.write(
    `${[
      "| language | queries | law in 3 | law in 10 | provision in 3 | provision in 10 | provision MRR@10 |",
      "|---|---:|---:|---:|---:|---:|---:|",
      ...languages.map((language) =>
        line(
          language,
          scores.filter(({ golden }) => languageOf(golden) === language),
        ),
      ),
      line("all", scores),
    ].join("\n")}\n`,
  );
}

/** What must not stand first: it is absent, or behind a right answer, or says itself that it is no law in force. */
async function printMustNots(ask: Ask, rows: GoldenRow[], own: Score[]): Promise<void> {
  const broken: string[] = [];
  for (const row of rows) {
    const path = row.expected_path.slice(collection.length);
    const right = own.find(({ golden }) => golden.id === row.id);
    const isWhole = /^whole|\d-\d/u.test(row.expected_provision);
    const items = isWhole
      ? (await ask("legislation", { q: row.query })).items
      : (await ask("provisions", { q: row.query })).items;
    const rank =
      items.findIndex((item) =>
        "instrument" in item
          ? item.instrument.sourcePath === path && isSameProvision(row.expected_provision, item.label, item.anchor)
          : item.sourcePath === path,
      ) + 1;
    const item = items[rank - 1];
    const status = item === undefined ? undefined : "instrument" in item ? item.instrument.status : item.status;
    const rightRank = (isWhole ? right?.law : right?.provision) ?? Infinity;
    if (rank > 0 && rank < rightRank && (status === "unknown" || status === "in-force" || status === "amended"))
      broken.push(`${row.id} "${row.query}": ${path} ${row.expected_provision} is at ${rank}, status ${status}`);
  }
  process.stdout.write(`\nMust not stand first: ${rows.length - broken.length} of ${rows.length} respected\n`);
  for (const line of broken) process.stdout.write(`  ${line}\n`);
}

function printMisses(scores: Score[]): void {
  for (const { golden, law, provision, found } of scores) {
    if ((law ?? 99) <= 3 && (provision ?? 99) <= 3) continue;
    const right = golden.rows
      .map(({ expected_path, expected_provision }) => `${expected_path.split("/").at(-1)} ${expected_provision}`)
      .join("; ");
    process.stdout.write(
      `${golden.id}${golden.target === undefined ? "" : ` in ${golden.target}`} "${golden.query}": law ${law ?? "–"}, provision ${provision ?? "–"}; right: ${right}; first: ${found.join(" / ")}\n`,
    );
  }
}
