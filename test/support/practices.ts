import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Client } from "@elastic/elasticsearch";
import { stringify } from "csv-stringify/sync";
import { buildRecords } from "#indexer/build-records.ts";
import { effectivePractices } from "#indexer/effective-practices.ts";
import { loadRecords } from "#indexer/load-records.ts";
import type { Account } from "#indexer/read-legislation.ts";

/** What every row of a table of practices must say; a test changes what it is about. */
export const practiceRow = {
  id: "kenya-pathogen-registers",
  kind: "practice",
  category: "inventory-accounting",
  title: "Registers of pathogens",
  summary: "Each laboratory keeps a register of its strains.",
  description: "The register names strain, place and keeper.",
  obligations: "OP3A.02 OP3A.03",
  weapons: "BW",
  states: "KEN",
  date: "2021-05-04",
  languages: "en",
  consent: "shared",
  checked: "text-read",
  source_title: "Letter to the Committee",
  source_publisher: "Ministry of Health",
};

/** Writes a table of practices into a folder, which may hold further files. */
export async function writePractices(folder: string, rows: Record<string, string>[]): Promise<string> {
  await mkdir(folder, { recursive: true });
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const file = join(folder, "practices.csv");
  await writeFile(file, stringify(rows, { header: true, columns }));
  return file;
}

/** Loads a table or folder of practices over the bundled ones, as the command does. */
export async function loadPractices(
  elasticsearch: Client,
  home: string,
  prefix: string,
  path: string,
): Promise<Account> {
  const account = await loadRecords(effectivePractices, home, path, {
    source: "practices",
    given: {},
    dryRun: false,
    check: () => undefined,
  });
  await buildPractices(elasticsearch, home, prefix);
  return account;
}

/** Serves the bundled practices, and what is loaded in `home`. */
async function buildPractices(elasticsearch: Client, home: string, prefix: string): Promise<void> {
  const signal = new AbortController().signal;
  await buildRecords(elasticsearch, home, effectivePractices, { prefix, all: false, signal, log: () => undefined });
}
