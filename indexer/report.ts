import { extname } from "node:path/posix";
import type { Client } from "@elastic/elasticsearch";
import type { BuildResult } from "./build.ts";
import type { CodingsCheck } from "./check-codings.ts";
import type { Finding } from "./doctor.ts";
import type { Generation } from "./generations.ts";
import type { Catalogue, Library } from "./library.ts";
import type { Account } from "./read-legislation.ts";

/** Rejects shown on the terminal; `--rejects` writes all of them. */
const shownRejects = 40;

/** Prints what became of the files or records: on stdout, as words or as one JSON object. */
export function printAccount(
  account: Account,
  result: BuildResult,
  { unit, json }: { unit: "files" | "records"; json: boolean },
): void {
  const { seen, indexed, unchanged, rejects, skips, laws } = account;
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const seconds = process.uptime();
  const documentsPerSecond = Math.round(result.documents / seconds);
  if (json) {
    process.stdout.write(
      `${JSON.stringify({ seen, indexed, unchanged, rejected: rejects.length, skipped: skips.length, rejects, skips, laws, ...result, documentsPerSecond, seconds, peakMegabytes })}\n`,
    );
    return;
  }
  const lines = [
    ...rejects
      .slice(0, shownRejects)
      .map(
        ({ path, place, reason }) =>
          `rejected  ${printable(path)}${place === undefined ? "" : ` (${place})`}: ${reason}`,
      ),
    ...(rejects.length > shownRejects
      ? [`… and ${rejects.length - shownRejects} more; --rejects <file> writes them all`]
      : []),
    ...skips.slice(0, shownRejects).map(({ path, reason }) => `skipped   ${printable(path)}: ${reason}`),
    ...(laws ?? []).map(
      ({ state, language, laws: count }) => `${state} ${language}: ${count} ${count === 1 ? "law" : "laws"}`,
    ),
    `${seen} ${unit} seen = ${indexed} indexed + ${unchanged} unchanged + ${rejects.length} rejected + ${skips.length} skipped`,
    result.built.length === 0
      ? "Nothing was swapped."
      : `${result.documents} documents of ${result.built.join(", ")}, ${documentsPerSecond} a second over all steps`,
    `${seconds.toFixed(1)} s, at most ${peakMegabytes} MB`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** A file name as it can be shown: control characters and direction marks are spelled out, not obeyed. */
export function printable(name: string): string {
  return name.replaceAll(
    /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Records of a type other than laws that one source brought. */
export interface LoadedRecords {
  type: string;
  source: string;
  records: number;
}

/** Prints the sources of the library, by State and format, and the indices with their generations. */
export async function printStatus(
  library: Library,
  loaded: LoadedRecords[],
  elasticsearch: Client,
  indices: Generation[],
  json: boolean,
): Promise<void> {
  const sources = await Promise.all(
    (await library.sources()).map(async (source) => ({ source, ...contentsOf(await library.catalogue(source)) })),
  );
  const counted = await Promise.all(
    indices.map(async (index) => ({ ...index, documents: (await elasticsearch.count({ index: index.index })).count })),
  );
  if (json) {
    process.stdout.write(`${JSON.stringify({ sources, records: loaded, indices: counted })}\n`);
    return;
  }
  const lines = [
    ...sources.flatMap(({ source, files, laws, provisions, rejected, parts }) => [
      `source ${source}: ${files} files, ${laws} laws, ${provisions} provisions, ${rejected} rejected`,
      "| State | language | format | files | provisions | cut at articles |",
      "|---|---|---|---:|---:|---:|",
      ...parts.map(
        (part) =>
          `| ${part.state} | ${part.language} | ${part.format} | ${part.files} | ${part.provisions} | ${part.cutAtArticles} |`,
      ),
      "",
    ]),
    ...loaded.map(({ type, source, records }) => `${type} ${source}: ${records} records`),
    ...counted.map(
      ({ index, documents, serving, complete }) =>
        `index ${index}: ${documents} documents${serving ? ", serving" : complete ? ", kept for rollback" : ", unfinished"}`,
    ),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** Prints the codings by State and by area, then those that do not hold. */
export function printCodings(check: CodingsCheck, json: boolean): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(check)}\n`);
    return;
  }
  const { codings, laws, withText, byState, byArea, faults } = check;
  const row = (name: string, { confirmed, stale, notAMeasure }: CodingsCheck["byState"][string]) =>
    `| ${name} | ${confirmed} | ${stale} | ${notAMeasure} |`;
  const table = (heading: string, rows: CodingsCheck["byState"]) => [
    `| ${heading} | confirmed | stale | of no measure |`,
    "|---|---:|---:|---:|",
    ...Object.entries(rows).map(([name, counts]) => row(name, counts)),
    "",
  ];
  const lines = [
    ...table("State", byState),
    ...table("area", byArea),
    ...faults.map(
      ({ law, language, anchor, fault, textHash }) =>
        `${printable(`${law}/${anchor}`)}${language === undefined ? "" : ` (${language})`}: ${faultWords[fault]}${textHash === undefined ? "" : `; its hash is ${textHash} now`}`,
    ),
    `${codings} codings of ${laws} laws, ${withText} of them with a text: ${faults.length} faults`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** Prints what the doctor found, and what to do where something is not well. */
export function printFindings(findings: Finding[], json: boolean): void {
  if (json) {
    process.stdout.write(`${JSON.stringify({ findings })}\n`);
    return;
  }
  const lines = findings.flatMap(({ examined, isWell, finding, remedy }) => [
    `${isWell ? "well " : "LOOK "} ${examined.padEnd(12)} ${printable(finding)}`,
    ...(isWell || remedy === undefined ? [] : [`      ${remedy}`]),
  ]);
  process.stdout.write(`${lines.join("\n")}\n`);
}

const faultWords: Record<CodingsCheck["faults"][number]["fault"], string> = {
  "unknown-law": "the register has no such law",
  "unknown-anchor": "the text has no such provision",
  "changed-text": "the text reads otherwise than when it was coded",
};

/** Files of one State, language and format. */
interface Part {
  state: string;
  language: string;
  format: string;
  files: number;
  provisions: number;
  /** Files in which article marks were found; the others are passages, or have no text. */
  cutAtArticles: number;
}

function contentsOf(catalogue: Catalogue) {
  const parts = new Map<string, Part>();
  const laws = new Set<string>();
  const outcomes = Object.entries(catalogue).map(([path, { outcome }]) => ({ path, outcome }));
  for (const { path, outcome } of outcomes) {
    if (!("law" in outcome)) continue;
    laws.add(outcome.law);
    const format = extname(path).slice(1);
    const state = outcome.law.slice(0, 3).toUpperCase();
    const key = `${state} ${outcome.language} ${format}`;
    const part = parts.get(key) ?? {
      state,
      language: outcome.language,
      format,
      files: 0,
      provisions: 0,
      cutAtArticles: 0,
    };
    part.files += 1;
    part.provisions += outcome.provisions;
    part.cutAtArticles += outcome.articles > 0 ? 1 : 0;
    parts.set(key, part);
  }
  const sorted = [...parts.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part);
  return {
    files: outcomes.length,
    laws: laws.size,
    provisions: sorted.reduce((sum, part) => sum + part.provisions, 0),
    rejected: outcomes.filter(({ outcome }) => "rejected" in outcome).length,
    parts: sorted,
  };
}
