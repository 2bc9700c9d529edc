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
  /** Of our own queries: the half the law belongs to. */
  half?: "tuning" | "held-back";
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

export const sets = ["golden", "tuning", "held-back"] as const;

interface Options {
  /** Golden queries as CSV, and the collection their paths lead into. */
  queries: string;
  corpus: string;
  sets: (typeof sets)[number][];
  misses?: boolean;
}

/** Ranks with related terms searched too, and without. */
interface Score {
  golden: Golden;
  on: Found;
  off: Found;
}

interface Found {
  /** Rank of the first right law and the first right provision, from 1; absent when not among the first ten. */
  law?: number;
  provision?: number;
  /** The first three laws with their provisions. */
  first: string[];
}

/** Paths in the queries begin where the collection's do not. */
const collection = "corpus/legislation/";

/**
 * Asks the golden queries and our own of the API, with related terms and without, and prints how often the right law
 * and the right provision are among the first three and ten: answers in the language of the question by that language,
 * over a search of all; answers in another language by it, over a search of that one; whether what must not stand first
 * does not; and what related terms cost.
 */
export async function relevance(options: Options): Promise<void> {
  const server = await startServer();
  try {
    const asked = new Asked(`${server.address}/api/v1`);
    for (const set of options.sets) {
      const rows = rowsOf(set, options);
      process.stdout.write(`\n# ${set}: ${new Set(rows.map(({ id }) => id)).size} queries\n`);
      const own = await scoresOf(asked, inOwnLanguage(rows));
      const across = await scoresOf(asked, acrossLanguages(rows, options.corpus));
      process.stdout.write("\nIn the language of the question, with related terms | without\n");
      printTable(own, ({ language }) => language);
      process.stdout.write("\nIn another language, by the language of the answer, with related terms | without\n");
      printTable(across, ({ target }) => target!);
      await printMustNots(asked, rows, own);
      if (options.misses) printMisses([...own, ...across]);
    }
    asked.printCost();
  } finally {
    await server.stop();
  }
}

function rowsOf(set: Options["sets"][number], { queries }: Options): GoldenRow[] {
  const file = set === "golden" ? queries : join(import.meta.dirname, "queries.csv");
  return parse<GoldenRow>(readFileSync(file), { columns: true, bom: true }).filter(
    ({ expected_path, half }) => expected_path.startsWith(collection) && (set === "golden" || half === set),
  );
}

type Expand = "on" | "off";

/** Asks the API, and keeps how long each answer took. */
class Asked {
  readonly #address: string;
  readonly #milliseconds: Record<Expand, number[]> = { on: [], off: [] };

  constructor(address: string) {
    this.#address = address;
  }

  async items<Endpoint extends "legislation" | "provisions">(
    endpoint: Endpoint,
    params: Record<string, string>,
    expand: Expand,
  ): Promise<(Endpoint extends "legislation" ? LegislationPage : ProvisionsPage)["items"]> {
    const search = new URLSearchParams({ ...params, size: "10", expand });
    for (let tries = 1; ; tries += 1) {
      const begun = performance.now();
      const answer = await fetch(`${this.#address}/${endpoint}?${search}`);
      if (answer.ok) {
        const { items } = (await answer.json()) as { items: never };
        this.#milliseconds[expand].push(performance.now() - begun);
        return items;
      }
      // A machine that is busy with other things answers late; the next try is from warmer caches.
      if (answer.status !== 503 || tries === 10) throw new Error(`${answer.status} for ${endpoint}?${search}`);
    }
  }

  printCost(): void {
    const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
    const { on, off } = this.#milliseconds;
    process.stdout.write(
      `\nAnswers with related terms took ${(sum(on) / sum(off)).toFixed(2)} times those without (${on.length} and ${off.length} requests)\n`,
    );
  }
}

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

async function scoresOf(asked: Asked, goldens: Golden[]): Promise<Score[]> {
  const all: Score[] = [];
  for (const golden of goldens)
    all.push({ golden, on: await look(asked, golden, "on"), off: await look(asked, golden, "off") });
  return all;
}

async function look(asked: Asked, golden: Golden, expand: Expand): Promise<Found> {
  const paths = new Set(golden.rows.map(({ expected_path }) => expected_path.slice(collection.length)));
  const params = { q: golden.query, ...(golden.target !== undefined && { language: golden.target }) };
  const laws = await asked.items("legislation", params, expand);
  const provisions = await asked.items("provisions", params, expand);
  const law = laws.findIndex(({ sourcePath }) => paths.has(sourcePath)) + 1;
  const provision =
    provisions.findIndex(({ label, anchor, instrument }) =>
      golden.rows.some(
        (row) =>
          row.expected_path.slice(collection.length) === instrument.sourcePath &&
          isSameProvision(row.expected_provision, label, anchor),
      ),
    ) + 1;
  return {
    ...(law > 0 && { law }),
    ...(provision > 0 && { provision }),
    first: laws
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
    (label !== "" && plain(expected).startsWith(plain(label))) ||
    (digits !== undefined && anchor.replace(/^(?:s|art|sch-item|sch)-/u, "") === digits.replace(/\.$/u, ""))
  );
}

function printTable(scores: Score[], languageOf: (golden: Golden) => Language): void {
  const line = (name: string, own: Score[]) => {
    const both = (cell: (found: Found[]) => string) =>
      `${cell(own.map(({ on }) => on))} \\| ${cell(own.map(({ off }) => off))}`;
    const within = (rank: "law" | "provision", most: number) =>
      both((all) =>
        String(
          Math.round((all.filter((found) => (found[rank] ?? Infinity) <= most).length * 100) / Math.max(1, all.length)),
        ).padStart(3),
      );
    const reciprocal = both((all) =>
      (
        all.reduce((sum, { provision }) => sum + (provision === undefined ? 0 : 1 / provision), 0) /
        Math.max(1, all.length)
      ).toFixed(3),
    );
    return `| ${name} | ${own.length} | ${within("law", 3)} | ${within("law", 10)} | ${within("provision", 3)} | ${within("provision", 10)} | ${reciprocal} |`;
  };
  process.stdout.write(
    `${[
      "| language | queries | law in 3, % | law in 10, % | provision in 3, % | provision in 10, % | provision MRR@10 |",
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
async function printMustNots(asked: Asked, rows: GoldenRow[], own: Score[]): Promise<void> {
  const broken: string[] = [];
  const mustNots = rows.filter(({ kind }) => kind === "must-not");
  for (const row of mustNots) {
    const path = row.expected_path.slice(collection.length);
    const right = own.find(({ golden }) => golden.id === row.id)?.on;
    const isWhole = /^whole|\d-\d/u.test(row.expected_provision);
    const items = isWhole
      ? await asked.items("legislation", { q: row.query }, "on")
      : await asked.items("provisions", { q: row.query }, "on");
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
  process.stdout.write(`\nMust not stand first: ${mustNots.length - broken.length} of ${mustNots.length} respected\n`);
  for (const line of broken) process.stdout.write(`  ${line}\n`);
}

function printMisses(scores: Score[]): void {
  for (const { golden, on } of scores) {
    const { law, provision, first } = on;
    if ((law ?? 99) <= 3 && (provision ?? 99) <= 3) continue;
    const right = golden.rows
      .map(({ expected_path, expected_provision }) => `${expected_path.split("/").at(-1)} ${expected_provision}`)
      .join("; ");
    process.stdout.write(
      `${golden.id}${golden.target === undefined ? "" : ` in ${golden.target}`} "${golden.query}": law ${law ?? "–"}, provision ${provision ?? "–"}; right: ${right}; first: ${first.join(" / ")}\n`,
    );
  }
}
