import { setTimeout as sleep } from "node:timers/promises";
import { errors, type Client } from "@elastic/elasticsearch";
import { ExitError, exitCodes } from "./exit.ts";

/** Two requests of 2 MB in flight: more made no difference beyond the noise on two cores, fewer were slower (elasticsearch.md 7a). */
const requestBytes = 2_000_000;
const inFlight = 2;
const attempts = 10;

/** One line pair of a bulk request. */
export interface BulkDocument {
  index: string;
  id: string;
  document: unknown;
}

/**
 * Sends documents by bytes, a bounded number of requests at a time; what the engine cannot take just now is sent
 * again with growing pauses. Every document has its own id, so that a repetition changes nothing.
 * @throws ExitError when a document is refused for good or the engine stays unable to take it
 */
export async function sendBulk(
  elasticsearch: Client,
  documents: AsyncIterable<BulkDocument>,
  onSent: (count: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const running = new Set<Promise<void>>();
  let lines: Buffer[] = [];
  let bytes = 0;
  const flush = async () => {
    const batch = lines;
    lines = [];
    bytes = 0;
    const request = sendBatch(elasticsearch, batch, signal).then(() => onSent(batch.length));
    const tracked: Promise<void> = request.finally(() => running.delete(tracked));
    // A failure is met below, by race or all; the other requests must not make it an unhandled one.
    tracked.catch(() => undefined);
    running.add(tracked);
    if (running.size >= inFlight) await Promise.race(running);
  };
  for await (const { index, id, document } of documents) {
    signal.throwIfAborted();
    const line = Buffer.from(`${JSON.stringify({ index: { _index: index, _id: id } })}\n${JSON.stringify(document)}\n`);
    lines.push(line);
    bytes += line.length;
    if (bytes >= requestBytes) await flush();
  }
  if (lines.length > 0) await flush();
  await Promise.all(running);
}

interface BulkAnswer {
  errors: boolean;
  items: { index: { status: number; _id: string; error?: { type: string; reason: string } } }[];
}

async function sendBatch(elasticsearch: Client, batch: Buffer[], signal: AbortSignal): Promise<void> {
  let pending = batch;
  for (let attempt = 1; pending.length > 0; attempt += 1) {
    const { refused, unavailable } = await trySend(elasticsearch, pending);
    const fatal = refused.find(({ status, type }) => status !== 429 || type.includes("cluster_block"));
    // The engine has waited a minute by then for the node that held a part of the index. Or another indexer removed it.
    if (fatal !== undefined && (fatal.status >= 500 || fatal.type === "index_not_found_exception"))
      throw new ExitError(
        exitCodes.tryAgain,
        `A part of the new index is gone (${fatal.reason}), and readers stay on the old data: run the command again`,
      );
    if (fatal?.type.includes("cluster_block"))
      throw new ExitError(
        exitCodes.tryAgain,
        `Elasticsearch takes no more writes (${fatal.reason}): free disk space, then run the command again`,
      );
    if (fatal !== undefined)
      throw new ExitError(exitCodes.unexpected, `Elasticsearch refused ${fatal.id}: ${fatal.reason}`);
    if (unavailable === undefined) pending = refused.map(({ position }) => pending[position]!);
    if (pending.length === 0) return;
    if (attempt === attempts)
      throw new ExitError(
        exitCodes.tryAgain,
        `Elasticsearch could not take the documents (${unavailable ?? refused[0]!.reason}): run the command again`,
      );
    await sleep(Math.random() * Math.min(30_000, 500 * 2 ** attempt), undefined, { signal });
  }
}

interface Refusal {
  position: number;
  id: string;
  status: number;
  type: string;
  reason: string;
}

async function trySend(elasticsearch: Client, lines: Buffer[]): Promise<{ refused: Refusal[]; unavailable?: string }> {
  try {
    const answer = await elasticsearch.transport.request<BulkAnswer>(
      {
        method: "POST",
        path: "/_bulk",
        bulkBody: Buffer.concat(lines),
        querystring: { filter_path: "errors,items.*.status,items.*._id,items.*.error.type,items.*.error.reason" },
      },
      { maxRetries: 0, requestTimeout: 120_000 },
    );
    const refused = answer.errors
      ? answer.items.flatMap(({ index: { status, _id: id, error } }, position) =>
          error === undefined ? [] : [{ position, id, status, type: error.type, reason: error.reason }],
        )
      : [];
    return { refused };
  } catch (error) {
    const status = error instanceof errors.ResponseError ? error.statusCode : undefined;
    if (status !== undefined && status !== 429 && status < 500)
      throw new ExitError(
        exitCodes.unexpected,
        `Elasticsearch refused a bulk request: ${(error as Error).message}`,
        error,
      );
    return { refused: [], unavailable: (error as Error).message };
  }
}
