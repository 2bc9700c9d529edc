import { createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { finished, pipeline } from "node:stream/promises";
import type { Client } from "@elastic/elasticsearch";
import { Pool } from "undici";
import { indexDefinitions, mappingOf } from "#mappings/indices.ts";

/** Passes all requests on to Elasticsearch, and writes down the bodies of bulk requests, one after the other. */
export async function recordBulk(target: string, file: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const pool = new Pool(target, { bodyTimeout: 0, headersTimeout: 0 });
  const record = createWriteStream(file);
  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await buffer(request);
    const { host: _host, connection: _connection, ...headers } = request.headers;
    const answer = await pool.request({
      path: request.url!,
      method: request.method as "GET",
      headers,
      body: body.length === 0 ? null : body,
    });
    if (request.url!.startsWith("/_bulk")) record.write(body);
    response.writeHead(answer.statusCode, answer.headers);
    await pipeline(answer.body, response);
  };
  const server = createServer((request, response) => {
    pass(request, response).catch((error: Error) => response.destroy(error));
  });
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await pool.close();
      record.end();
      await finished(record);
    },
  };
}

/** Two lines of a bulk request: where a document goes, and the document. */
interface Line {
  /** Name of its index without prefix and generation: `provisions-en`. */
  name: string;
  id: string;
  document: string;
}

/** The documents of a recorded load, each once. */
export async function recordedDocuments(file: string, prefix: string): Promise<Line[]> {
  const lines = new Map<string, Line>();
  const handle = await open(file);
  let action: { _index: string; _id: string } | undefined;
  for await (const line of handle.readLines()) {
    if (action === undefined) action = (JSON.parse(line) as { index: { _index: string; _id: string } }).index;
    else {
      const name = action._index.slice(prefix.length + 1).replace(/-\d{14}-[0-9a-f]{6}$/u, "");
      lines.set(`${name} ${action._id}`, { name, id: action._id, document: line });
      action = undefined;
    }
  }
  return [...lines.values()];
}

/** How raw requests are sent. */
export interface Sending {
  megabytes: number;
  inFlight: number;
}

/** The grid that the best is taken of: performance.md, what others found to matter. */
export const sendings: Sending[] = [2, 5, 10].flatMap((megabytes) =>
  [1, 2, 3].map((inFlight) => ({ megabytes, inFlight })),
);

/**
 * Sends ready-made bulk requests to empty indices of the same mappings and waits until their documents can be searched: as fast as
 * anything of this kind can be.
 * @returns documents a second
 */
export async function sendRaw(
  elasticsearch: Client,
  url: string,
  prefix: string,
  documents: Line[],
  { megabytes, inFlight }: Sending,
): Promise<number> {
  const names = [...new Set(documents.map(({ name }) => name))];
  const indices = names.map((name) => `${prefix}-${name}`);
  for (const definition of indexDefinitions().filter(({ name }) => names.includes(name)))
    await elasticsearch.indices.create({
      index: `${prefix}-${definition.name}`,
      mappings: mappingOf(definition),
      settings: {
        ...definition.settings,
        refresh_interval: "-1",
        auto_expand_replicas: "false",
        number_of_replicas: 0,
      },
    });
  const requests = requestsOf(documents, prefix, megabytes * 1_000_000);
  const pool = new Pool(url, { connections: inFlight, bodyTimeout: 0, headersTimeout: 0 });
  try {
    const queue = requests[Symbol.iterator]();
    const started = performance.now();
    const send = async () => {
      for (const body of queue) {
        const answer = await pool.request({
          path: "/_bulk?filter_path=errors",
          method: "POST",
          headers: { "content-type": "application/x-ndjson" },
          body,
        });
        const { errors } = (await answer.body.json()) as { errors?: boolean };
        if (errors !== false) throw new Error("Elasticsearch refused a document of the ceiling");
      }
    };
    await Promise.all(Array.from({ length: inFlight }, send));
    await elasticsearch.indices.refresh({ index: indices });
    return (documents.length * 1000) / (performance.now() - started);
  } finally {
    await pool.close();
    await elasticsearch.indices.delete({ index: indices, ignore_unavailable: true });
  }
}

function requestsOf(documents: Line[], prefix: string, most: number): Buffer[] {
  const requests: Buffer[] = [];
  let lines: string[] = [];
  let bytes = 0;
  for (const { name, id, document } of documents) {
    const line = `${JSON.stringify({ index: { _index: `${prefix}-${name}`, _id: id } })}\n${document}\n`;
    lines.push(line);
    bytes += Buffer.byteLength(line);
    if (bytes < most) continue;
    requests.push(Buffer.from(lines.join("")));
    lines = [];
    bytes = 0;
  }
  return lines.length === 0 ? requests : [...requests, Buffer.from(lines.join(""))];
}
