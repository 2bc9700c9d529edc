import { resolve } from "node:path";
import type { Account } from "./read-legislation.ts";
import type { Given, Reading, RecordType } from "./record-type.ts";
import { RecordLibrary } from "./record-library.ts";

export interface LoadOptions {
  /** Name of the collection: a later load under the same name replaces it. */
  source: string;
  given: Given;
  /** Take at most so many records. */
  limit?: number;
  /** Read and account, but keep nothing. */
  dryRun: boolean;
  /** Looks at the account before the library takes the change; throws to refuse it. */
  check: (account: Account) => void;
}

/** Reads records from a file or folder into the library of their type; of two with one id in one source the first stands. */
export async function loadRecords<Record extends { id: string }>(
  type: RecordType<Record>,
  home: string,
  path: string,
  options: LoadOptions,
): Promise<Account> {
  const reading = await type.read(resolve(path), options.given);
  const { records, rejects, skips } = onceAnId(reading);
  const taken = records.slice(0, options.limit);
  const library = new RecordLibrary(home, type.slug, type.schema);
  const compared = await library.compare(options.source, taken);
  const account = { seen: taken.length + rejects.length + skips.length, ...compared, rejects, skips };
  options.check(account);
  if (!options.dryRun) await library.replace(options.source, taken);
  return account;
}

function onceAnId<Record extends { id: string }>({ records, rejects, skips }: Reading<Record>): Reading<Record> {
  const first = new Map<string, Record>();
  const again: Reading<Record>["skips"] = [];
  for (const record of records)
    if (first.has(record.id)) again.push({ path: record.id, reason: "there is an earlier record with this id" });
    else first.set(record.id, record);
  return { records: [...first.values()], rejects, skips: [...skips, ...again] };
}
