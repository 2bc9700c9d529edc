import { availableParallelism } from "node:os";
import { SniffingTransport, type Client, type Transport } from "@elastic/elasticsearch";
import type { RequestHandler, Response } from "express";
import onHeaders from "on-headers";
import type { Problem } from "#domain/problem.ts";
import { HttpError, retryAfter } from "./http-error.ts";
import { Turns } from "./turns.ts";

/**
 * Visitors whose answers are being made: each keeps about a core busy in the engine, and two a core leave none idle. Of 1,000 visitors on
 * two cores 99 in 100 of those answered were so within 2.0 s; with three a core, or a second of patience, it was 2.5 to 3.1 s.
 */
const visits = new Turns({
  running: 2 * availableParallelism(),
  waiting: 50 * availableParallelism(),
  patience: 800,
});

/** Lists being sent as files: each goes at the pace of who takes it, and keeps data open in the engine until its end. */
const downloads = new Turns({ running: 16, waiting: 0, patience: 0 });

/** Requests to the engine: more would wait inside it, where they hold memory and cannot be turned away. */
const requests = new Turns({ running: 32, waiting: 200, patience: 2500 });

/** Analyses of words have a pool of their own in the engine, of one thread: it refuses the next when 16 wait. */
const analyses = new Turns({ running: 8, waiting: 200, patience: 2500 });

/** Who has a turn and who waits for one, for `/metrics`. */
export const turns: Record<string, Pick<Turns, "running" | "waiting">> = { visits, downloads, requests, analyses };

/** Lets visitors in when it is their turn. What they ask for counts until it is answered, also when they have left meanwhile. */
export function door(turnedAway: () => void): RequestHandler {
  return async (_request, response, next) => {
    if (!(await visits.take(() => gone(response)))) return turnAway(response, turnedAway);
    onHeaders(response, () => visits.give());
    next();
  };
}

/** Lets so many downloads go on at once, each to its end. */
export function downloading(turnedAway: () => void): RequestHandler {
  return async (_request, response, next) => {
    if (!(await downloads.take(() => gone(response)))) return turnAway(response, turnedAway);
    response.once("close", () => downloads.give());
    next();
  };
}

/** Costs less than half of what the way of other errors does: a crowd that is turned away must not keep those inside from being served. */
function turnAway(response: Response, turnedAway: () => void): void {
  // Who has left while waiting needs no answer, and is none that was turned away.
  if (response.closed) return;
  turnedAway();
  response
    .writeHead(503, {
      "Content-Type": "application/problem+json",
      "Content-Length": refusal.length,
      "Cache-Control": "no-store",
      "Retry-After": retryAfter(),
    })
    .end(refusal);
}

const tooMany = "Too many people are searching just now. Try again shortly.";
const refusal = JSON.stringify({
  type: "about:blank",
  title: "Not available just now",
  status: 503,
  detail: tooMany,
} satisfies Problem);

function gone(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once("close", () => controller.abort(true));
  return controller.signal;
}

/** The same client, whose requests wait for their turn and are given up in time. */
export function inTurn(elasticsearch: Client): Client {
  return elasticsearch.child({ Transport: PatientTransport });
}

/** Milliseconds without a sign of the engine. Its own limit for a search is a second less. */
const silence = 5000;

class PatientTransport extends SniffingTransport {
  override async request(...[params, options = {}]: Parameters<Transport["request"]>): Promise<never> {
    const { requestTimeout = silence } = options;
    // That limit begins anew with each byte; an engine that answers a byte at a time, or a turn that does not come, meets this one.
    const signal = AbortSignal.timeout(Number(requestTimeout) + 1000);
    const pool = params.meta?.name === "indices.analyze" ? analyses : requests;
    if (!(await pool.take(() => signal))) throw new HttpError(503, tooMany);
    try {
      return (await super.request(params, { ...options, requestTimeout, maxRetries, retryBackoff, signal })) as never;
    } finally {
      pool.give();
    }
  }
}

/** The client may turn to a node that has just died twice before it gives it less to do; what took too long is not asked again. */
const maxRetries = 3;
/** Seconds between two tries: a visitor waits, and the next node is there or not. */
const retryBackoff = () => 0;
