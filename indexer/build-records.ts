import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Client } from "@elastic/elasticsearch";
import type { BuildOptions } from "./build.ts";
import { sendBulk, type BulkDocument } from "./bulk.ts";
import { ConceptFinder, type Worded } from "./concepts.ts";
import { ExitError, exitCodes } from "./exit.ts";
import {
  createIndex,
  finish,
  generations,
  leftAlone,
  newStamp,
  removeOld,
  serveBuilt,
  type Generation,
} from "./generations.ts";
import { Progress } from "./progress.ts";
import { RecordLibrary } from "./record-library.ts";
import { isPublic, type RecordDocument, type RecordType } from "./record-type.ts";
import { countDocuments } from "./verify.ts";

/** Documents compared whole with what was sent, of each index. */
const samplesOfEach = 50;

/**
 * Makes the indices of a record type hold what ships with the project and what is loaded; of two records with one id
 * the loaded one stands. Unchanged, nothing is done; else the new indices are built beside the old, verified, and
 * served by one swap.
 * @returns the documents sent; 0 when everything was up to date
 * @throws ExitError 4 when a new index does not hold what was sent: nothing is swapped then
 */
export async function buildRecords<Record extends { id: string }>(
  elasticsearch: Client,
  home: string,
  type: RecordType<Record>,
  { prefix, all, sparing = false, layout = {}, signal, log }: BuildOptions,
): Promise<number> {
  await removeOld(elasticsearch, prefix);
  const library = new RecordLibrary(home, type.slug, type.schema);
  const digest = recordsDigest(type, await library.fingerprint());
  const served = (await generations(elasticsearch, prefix)).filter(({ serving }) => serving);
  const aliases = type.indices.map(({ name }) => `${prefix}-${name}`);
  const isServed = aliases.every((alias) => served.some((index) => index.alias === alias && index.digest === digest));
  if (!all && isServed) return 0;
  const sources = await library.sources();
  if (sparing && leftAlone(type.slug, served, aliases, sources, log)) return 0;

  const stamp = newStamp();
  const meta = { generation: stamp, digest, sources };
  const created = await Promise.all(
    type.indices.map((definition) => createIndex(elasticsearch, prefix, definition, meta, layout)),
  );
  const targets = new Map(created.map((target, place) => [type.indices[place]!.name, target]));
  const records = await recordsOf(library, type);
  const shown = records.filter((record) => isPublic(type, record));
  const concepts = await conceptsOf(elasticsearch, type, shown, targets);
  const documents = [...type.documents(shown, concepts)];
  const progress = new Progress(`Indexing ${type.slug}`, documents.length, "documents");
  try {
    await sendBulk(elasticsearch, addressed(documents, targets), (count) => progress.advance(count), signal);
  } finally {
    progress.stop();
  }
  signal.throwIfAborted();
  await finish(elasticsearch, created, layout, signal);
  await elasticsearch.indices.refresh({ index: created.map(({ index }) => index) });
  for (const { name, notReturned = [] } of type.indices)
    await verifyIndex(
      elasticsearch,
      targets.get(name)!.index,
      documents.filter((document) => document.index === name),
      notReturned,
    );
  signal.throwIfAborted();
  await serveBuilt(elasticsearch, prefix, created);
  await removeOld(elasticsearch, prefix);
  await removeHolding(
    elasticsearch,
    prefix,
    type,
    records.filter((record) => !isPublic(type, record)),
  );
  log(`Readers now see generation ${stamp} of ${type.slug}`);
  return documents.length;
}

/** The concepts that the documents of tagged indices name, found with the indices' own analyzers. */
async function conceptsOf<Record extends { id: string }>(
  elasticsearch: Client,
  type: RecordType<Record>,
  records: readonly Record[],
  targets: ReadonlyMap<string, Generation>,
): Promise<ReadonlyMap<string, string[]>> {
  const found = new Map<string, string[]>();
  const { tagged } = type;
  if (tagged === undefined) return found;
  const texts = new Map<string, Map<string, Worded>>();
  for (const { index, id, document } of type.documents(records, found)) {
    if (!tagged.has(index)) continue;
    texts.set(index, (texts.get(index) ?? new Map<string, Worded>()).set(id, document as Worded));
  }
  for (const [name, worded] of texts) {
    const finder = await ConceptFinder.of(elasticsearch, targets.get(name)!.index, tagged.get(name)!);
    for (const [id, concepts] of await finder.namedIn(worded)) found.set(id, concepts);
  }
  return found;
}

/** Equal digests, equal indices: the records, the code that makes documents of them, the mappings. */
export function recordsDigest<Record extends { id: string }>(type: RecordType<Record>, fingerprint: string): string {
  const hash = createHash("sha256")
    .update(fingerprint)
    .update(JSON.stringify([type.indices, type.bundled]));
  for (const file of type.madeBy) hash.update(readFileSync(join(import.meta.dirname, file)));
  return hash.digest("hex").slice(0, 32);
}

/** Bundled and loaded records, each id once; of several sources the last by name stands. Without any, the demonstration. */
async function recordsOf<Record extends { id: string }>(
  library: RecordLibrary<Record>,
  { bundled, demonstration }: RecordType<Record>,
): Promise<Record[]> {
  const records = new Map(bundled.map((record) => [record.id, record]));
  for (const source of await library.sources())
    for (const record of await library.read(source)) records.set(record.id, record);
  return records.size === 0 && demonstration !== undefined ? demonstration() : [...records.values()];
}

async function* addressed(
  documents: Iterable<RecordDocument>,
  targets: ReadonlyMap<string, Generation>,
): AsyncGenerator<BulkDocument> {
  for (const { index, id, document } of documents) yield { index: targets.get(index)!.index, id, document };
}

async function verifyIndex(
  elasticsearch: Client,
  index: string,
  sent: RecordDocument[],
  notReturned: readonly string[],
): Promise<void> {
  const count = await countDocuments(elasticsearch, index);
  if (count !== sent.length) fail(`${index} holds ${count} documents, not ${sent.length}`);
  const every = Math.max(1, Math.floor(sent.length / samplesOfEach));
  for (const { id, document } of sent.filter((_, place) => place % every === 0)) {
    const found = await elasticsearch.get({ index, id }, { ignore: [404] });
    // As JSON has it: a field that is undefined is none.
    const expected = JSON.parse(JSON.stringify(document)) as Record<string, unknown>;
    for (const field of notReturned) delete expected[field];
    if (!isDeepStrictEqual(found._source, expected)) fail(`${index} does not hold ${id} as it was sent`);
  }
}

/** Removes the indices kept for going back if they hold a record which may not be seen any more. */
async function removeHolding<Record extends { id: string }>(
  elasticsearch: Client,
  prefix: string,
  type: RecordType<Record>,
  withheld: readonly Record[],
): Promise<void> {
  if (withheld.length === 0) return;
  const aliases = new Set(type.indices.map(({ name }) => `${prefix}-${name}`));
  const kept = (await generations(elasticsearch, prefix))
    .filter(({ alias, serving }) => !serving && aliases.has(alias))
    .map(({ index }) => index);
  if (kept.length === 0) return;
  const idsOf = (records: readonly Record[]) => [...type.documents(records, new Map())].map(({ id }) => id);
  // Documents that are made of all records, such as the cube, say nothing of one.
  const ofAll = new Set(idsOf([]));
  for (const record of withheld) {
    const ids = idsOf([record]).filter((id) => !ofAll.has(id));
    const { count } = await elasticsearch.count({ index: kept, query: { ids: { values: ids } } });
    if (count > 0) return void (await elasticsearch.indices.delete({ index: kept, ignore_unavailable: true }));
  }
}

function fail(difference: string): never {
  throw new ExitError(
    exitCodes.verificationFailed,
    `The new index is not as expected, and readers stay on the old one: ${difference}`,
  );
}
