import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Dispatcher } from "undici";

/** A request to Elasticsearch as it was sent. */
interface Sent {
  method: Dispatcher.HttpMethod;
  path: string;
  headers: Record<string, string>;
  body: string;
  /** The request whose answer came last before this was sent: it may have waited for it. */
  after?: number;
}

/** All that one question to the API asks of Elasticsearch, in the order it was sent. */
export type Exchange = Sent[];

/**
 * Stands between the API and Elasticsearch and writes down what is asked. Looks at the aliases are left out: the API
 * takes one in half a second for all of its visitors.
 */
export async function startRecorder(
  pool: Dispatcher,
): Promise<{ address: string; taken: () => Exchange; stop: () => Promise<void> }> {
  let exchange: Exchange = [];
  let answeredLast: number | undefined;
  const server = createServer((request, response) => {
    void (async () => {
      const sent: Sent = {
        method: request.method as Dispatcher.HttpMethod,
        path: request.url!,
        headers: headersOf(request),
        body: "",
        ...(answeredLast !== undefined && { after: answeredLast }),
      };
      const isKept = !sent.path.includes("/_alias");
      const place = isKept ? exchange.push(sent) - 1 : -1;
      for await (const part of request.setEncoding("utf8")) sent.body += String(part);
      const answer = await pool.request(sent);
      const body = Buffer.from(await answer.body.arrayBuffer());
      if (isKept) answeredLast = place;
      const { "transfer-encoding": _chunked, ...headers } = answer.headers;
      response.writeHead(answer.statusCode, headers).end(body);
    })().catch((error: unknown) => response.destroy(error as Error));
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken: () => {
      const all = exchange;
      exchange = [];
      answeredLast = undefined;
      return all;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    ["content-type", "accept", "authorization"].flatMap((name) => {
      const value = headers[name];
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );
}

/** Asks Elasticsearch again what was recorded: side by side what was sent side by side. Gives the bytes of its answers. */
export async function replay(pool: Dispatcher, exchange: Exchange): Promise<Buffer[]> {
  const answers: Promise<Buffer>[] = [];
  for (const { after, ...request } of exchange)
    answers.push(
      (after === undefined ? Promise.resolve() : answers[after]!).then(async () => {
        const { statusCode, body } = await pool.request(request);
        const bytes = Buffer.from(await body.arrayBuffer());
        if (statusCode !== 200) throw new Error(`Elasticsearch answers ${statusCode} for ${request.path}`);
        return bytes;
      }),
    );
  return Promise.all(answers);
}
