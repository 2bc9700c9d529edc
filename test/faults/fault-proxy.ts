import { createServer, request as forward, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** What goes wrong with one request, between a client and its Elasticsearch. */
export type Fault =
  /** Passed on, and the answer begins so many milliseconds late. */
  | { kind: "late"; milliseconds: number }
  /** Never answered, the connection kept open. */
  | { kind: "silent" }
  /** The connection is cut before or in the middle of the answer. */
  | { kind: "cut"; after: "request" | "half" }
  /** The answer comes a byte at a time, with so many milliseconds between two. */
  | { kind: "trickle"; milliseconds: number }
  /** Not passed on; this is answered. */
  | { kind: "answer"; status: number; body: string; type?: string }
  /** Passed on; what Elasticsearch says is changed before it is sent. */
  | { kind: "lie"; change: (answer: never) => unknown };

export interface FaultProxy {
  url: string;
  /** Decides for each request, in the order they arrive; undefined passes it on. */
  fault: (request: { method: string; path: string; body: string }) => Fault | undefined;
  /** Requests seen since it was last set to 0. */
  requests: number;
  stop: () => Promise<void>;
}

/** Stands between a client and an Elasticsearch, on a free port of loopback, and passes everything on until told otherwise. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const server = createServer((request, response) => void serve(request, response));
  const proxy: FaultProxy = {
    url: "",
    fault: () => undefined,
    requests: 0,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await bytesOf(incoming);
    proxy.requests += 1;
    const fault = proxy.fault({ method: incoming.method!, path: incoming.url!, body: body.toString("utf8") });
    if (fault?.kind === "silent") return;
    if (fault?.kind === "cut" && fault.after === "request") return void outgoing.destroy();
    if (fault?.kind === "answer") {
      outgoing.writeHead(fault.status, {
        "content-type": fault.type ?? "application/json",
        "x-elastic-product": "Elasticsearch",
      });
      return void outgoing.end(fault.body);
    }
    const answer = await pass(incoming, body);
    const bytes = fault?.kind === "lie" ? lied(await bytesOf(answer), fault.change) : await bytesOf(answer);
    const headers = { ...answer.headers, "content-length": String(bytes.length) };
    delete headers["transfer-encoding"];
    if (fault?.kind === "late") await sleep(fault.milliseconds);
    if (outgoing.destroyed) return;
    outgoing.writeHead(answer.statusCode!, headers);
    if (fault?.kind === "cut") {
      outgoing.write(bytes.subarray(0, Math.floor(bytes.length / 2)));
      await sleep(20);
      return void outgoing.destroy();
    }
    if (fault?.kind === "trickle")
      for (const byte of bytes) {
        if (outgoing.destroyed) return;
        outgoing.write(Buffer.from([byte]));
        await sleep(fault.milliseconds);
      }
    else outgoing.write(bytes);
    outgoing.end();
  }

  function pass(incoming: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      // Uncompressed, so that an answer can be cut and changed.
      const headers = { ...incoming.headers, "accept-encoding": "identity", host: new URL(target).host };
      const sent = forward(new URL(incoming.url!, target), { method: incoming.method, headers }, resolve);
      sent.on("error", reject);
      sent.end(body);
    });
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  proxy.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return proxy;
}

function lied(bytes: Buffer, change: (answer: never) => unknown): Buffer {
  return Buffer.from(JSON.stringify(change(JSON.parse(bytes.toString("utf8")) as never)));
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
