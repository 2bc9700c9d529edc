import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import * as z from "zod/mini";
import type { Language } from "#domain/languages.ts";
import type { Instrument } from "#domain/legislation.ts";
import { toInstrument } from "./instrument.ts";
import { NamingFacts, type Catalogue, type CatalogueEntry, type Library } from "./library.ts";
import { lawParsing, ParserPool } from "./parser-pool.ts";
import { Progress } from "./progress.ts";
import { readSource, readSourceFile, type SourceDefaults, type SourceEntry } from "./source.ts";

/** A file that was not taken: where the fault is and what it is, in words. */
export interface Reject {
  path: string;
  place?: string;
  reason: string;
}

/** The account of a run: `seen` = `indexed` + `unchanged` + `rejected` + `skipped`. */
export interface Account {
  seen: number;
  indexed: number;
  unchanged: number;
  rejects: Reject[];
  skips: Reject[];
  /** The laws a source has after the run, by State and language. */
  laws?: { state: string; language: Language; laws: number }[];
}

export interface ReadOptions {
  source: string;
  defaults: SourceDefaults;
  /** Read at most so many files. */
  limit?: number;
  /** Read and account, but keep nothing. */
  dryRun: boolean;
  signal: AbortSignal;
  /** Looks at the account before the library takes the change; throws to refuse it. */
  check: (account: Account) => void;
}

/**
 * The catalogue is written after so many files, so that an interrupted run does not begin again; it is written whole, and so
 * at most so many times in a run, or a run of twice the files would write four times as much.
 */
const filesBetweenCheckpoints = 200;
const mostCheckpoints = 50;

/**
 * Reads the changed files of a folder into the library. A file that fails is rejected and the run goes on; what
 * the folder no longer holds leaves the library.
 */
export async function readLegislation(folder: string, library: Library, options: ReadOptions): Promise<Account> {
  // Taken from the end, so that what a manifest says of a file is not held longer than until it is read.
  const queue = (await readSource(resolve(folder), options.defaults)).slice(0, options.limit).toReversed();
  const seen = queue.length;
  const before = await library.catalogueIfWhole(options.source);
  const after: Catalogue = options.limit === undefined ? {} : { ...before };
  const account: Account = { seen, indexed: 0, unchanged: 0, rejects: [], skips: [] };
  const pool = new ParserPool(lawParsing);
  const progress = new Progress("Reading", seen, "files");
  const checkpointEvery = Math.max(filesBetweenCheckpoints, Math.ceil(seen / mostCheckpoints));
  let sinceCheckpoint = 0;

  const work = async () => {
    for (let entry = queue.pop(); entry !== undefined; entry = queue.pop()) {
      options.signal.throwIfAborted();
      const outcome = await take(entry);
      if ("skipped" in outcome) account.skips.push({ path: entry.path, reason: outcome.skipped });
      else {
        after[entry.path] = { key: outcome.key, outcome: outcome.outcome };
        if ("rejected" in outcome.outcome) {
          const { rejected, place } = outcome.outcome;
          account.rejects.push({ path: entry.path, ...(place !== undefined && { place }), reason: rejected });
        } else if (outcome.unchanged) account.unchanged += 1;
        else account.indexed += 1;
      }
      progress.advance();
      sinceCheckpoint += 1;
      if (sinceCheckpoint >= checkpointEvery && !options.dryRun) {
        sinceCheckpoint = 0;
        await library.writeCatalogue(options.source, { ...before, ...onlyRead(after) });
      }
    }
  };

  const take = async (entry: SourceEntry): Promise<(CatalogueEntry & { unchanged: boolean }) | { skipped: string }> => {
    if (entry.kind === "skipped") return { skipped: entry.reason };
    if (entry.kind === "rejected")
      return {
        key: "",
        unchanged: false,
        outcome: { rejected: entry.reason, ...(entry.place !== undefined && { place: entry.place }) },
      };
    let bytes: Buffer;
    try {
      bytes = await readSourceFile(folder, entry.path);
    } catch (error) {
      return { key: "", unchanged: false, outcome: { rejected: `it cannot be opened: ${(error as Error).message}` } };
    }
    const key = createHash("sha256")
      .update(bytes)
      .update(JSON.stringify(entry.facts))
      .update(readersHash())
      .digest("hex");
    const known = before[entry.path];
    if (known?.key === key) return { ...known, unchanged: true };
    const parsed = await pool.parse({ path: entry.path, bytes, facts: entry.facts });
    if ("rejected" in parsed)
      return {
        key,
        unchanged: false,
        outcome: {
          rejected: parsed.rejected.reason,
          ...(parsed.rejected.place !== undefined && { place: parsed.rejected.place }),
        },
      };
    let instrument: Instrument;
    try {
      instrument = await toInstrument({ name: options.source, path: entry.path }, entry.facts, parsed.read);
    } catch (error) {
      return { key, unchanged: false, outcome: { rejected: (error as Error).message } };
    }
    const { id: law, language, provisions } = instrument;
    const articles = provisions.filter(({ kind }) => kind === "article").length;
    const record = options.dryRun ? "" : await library.write(options.source, instrument);
    return {
      key,
      unchanged: false,
      outcome: {
        law,
        language,
        record,
        provisions: provisions.length,
        articles,
        ...z.parse(NamingFacts, instrument),
      },
    };
  };

  try {
    await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work));
  } finally {
    progress.stop();
    pool.close();
    // What was read before an interruption stays read.
    if (!options.dryRun && options.signal.aborted)
      await library.writeCatalogue(options.source, { ...before, ...onlyRead(after) });
  }
  account.skips.push(...leaveOutDoubles(after, before, account));
  account.laws = lawsIn(after);
  if (!options.dryRun) {
    options.check(account);
    await library.writeCatalogue(options.source, after);
    await library.prune(options.source, after);
  }
  return account;
}

/** What a half-done run keeps: rejected files are looked at again. */
function onlyRead(catalogue: Catalogue): Catalogue {
  return Object.fromEntries(Object.entries(catalogue).filter(([, { outcome }]) => "law" in outcome));
}

/** Two files of one source that are the same law in the same language: the first path stands for both. */
function leaveOutDoubles(catalogue: Catalogue, before: Catalogue, account: Account): Reject[] {
  const holders = new Map<string, string>();
  const doubles: Reject[] = [];
  for (const path of Object.keys(catalogue).toSorted()) {
    const { key, outcome } = catalogue[path]!;
    if (!("law" in outcome)) continue;
    const version = `${outcome.law}@${outcome.language}`;
    const holder = holders.get(version);
    if (holder === undefined) {
      holders.set(version, path);
      continue;
    }
    delete catalogue[path];
    if (before[path]?.key === key) account.unchanged -= 1;
    else account.indexed -= 1;
    doubles.push({ path, reason: `the same law in the same language as ${holder}` });
  }
  return doubles;
}

function lawsIn(catalogue: Catalogue): NonNullable<Account["laws"]> {
  const counts = new Map<string, NonNullable<Account["laws"]>[number]>();
  for (const { outcome } of Object.values(catalogue)) {
    if (!("law" in outcome)) continue;
    const state = outcome.law.slice(0, 3).toUpperCase();
    const key = `${state} ${outcome.language}`;
    counts.set(key, { state, language: outcome.language, laws: (counts.get(key)?.laws ?? 0) + 1 });
  }
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}

/** The hash of all readers: when one of them learns something, the files are read again. */
function readersHash(): string {
  hashOfReaders ??= [join(import.meta.dirname, "readers"), import.meta.dirname]
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith(".ts"))
        .toSorted()
        .map((name) => join(folder, name)),
    )
    .filter((file) => file.includes("readers") || file.endsWith("instrument.ts") || file.endsWith("law-id.ts"))
    .reduce((hash, file) => hash.update(readFileSync(file)), createHash("sha256"))
    .digest("hex");
  return hashOfReaders;
}
let hashOfReaders: string | undefined;
