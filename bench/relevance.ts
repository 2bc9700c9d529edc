import { readFileSync } from "node:fs";
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

interface Golden {
  id: string;
  language: Language;
  query: string;
  rows: GoldenRow[];
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
 * Asks each golden query with an answer in its own language of the API, and prints per language how often the right
 * law and the right provision are among the first three and ten.
 */
export async function relevance({ queries, misses }: { queries: string; misses?: boolean }): Promise<void> {
  const server = await startServer();
  try {
    const scores: Score[] = [];
    for (const golden of readGolden(queries)) scores.push(await score(`${server.address}/api/v1`, golden));
    printTable(scores);
    if (misses) printMisses(scores);
  } finally {
    await server.stop();
  }
}

function readGolden(file: string): Golden[] {
  const rows = parse<GoldenRow>(readFileSync(file), { columns: true, bom: true }).filter(
    ({ kind, expected_path }) => kind === "same-language" && expected_path.startsWith(collection),
  );
  return [...new Set(rows.map(({ id }) => id))].map((id) => {
    const own = rows.filter((row) => row.id === id);
    return { id, language: own[0]!.language, query: own[0]!.query, rows: own };
  });
}

async function score(address: string, golden: Golden): Promise<Score> {
  const paths = new Set(golden.rows.map(({ expected_path }) => expected_path.slice(collection.length)));
  const ask = async <Page>(endpoint: string) =>
    (await (
      await fetch(`${address}/${endpoint}?${new URLSearchParams({ q: golden.query, size: "10" })}`)
    ).json()) as Page;
  const laws = await ask<LegislationPage>("legislation");
  const provisions = await ask<ProvisionsPage>("provisions");
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

function printTable(scores: Score[]): void {
  const line = (name: string, own: Score[]) => {
    const share = (count: number) => `${String(Math.round((count * 100) / own.length)).padStart(3)} %`;
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
          scores.filter(({ golden }) => golden.language === language),
        ),
      ),
      line("all", scores),
    ].join("\n")}\n`,
  );
}

function printMisses(scores: Score[]): void {
  for (const { golden, law, provision, found } of scores) {
    if ((law ?? 99) <= 3 && (provision ?? 99) <= 3) continue;
    const right = golden.rows
      .map(({ expected_path, expected_provision }) => `${expected_path.split("/").at(-1)} ${expected_provision}`)
      .join("; ");
    process.stdout.write(
      `${golden.id} "${golden.query}": law ${law ?? "–"}, provision ${provision ?? "–"}; right: ${right}; first: ${found.join(" / ")}\n`,
    );
  }
}
