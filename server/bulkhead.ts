import type { RequestHandler } from "express";
import { HttpError } from "./http-error.ts";

/** Requests to the engine that run at once; more would wait inside it, where they hold memory and cannot be turned away. */
const mostRunning = 32;
const mostWaiting = 200;
/** Milliseconds: who waits longer than this for a turn, and then for an answer, has left. */
const patience = 2500;

/** Visitors' requests worked on at once: with more inside, all wait longer than anybody has patience for. */
const mostInside = 64;

let running = 0;
const waiting = new Set<() => void>();

/** Turns requests away at the door with 503 while as many are inside as can be served in good time. */
export function door(): RequestHandler {
  let inside = 0;
  return (_request, response, next) => {
    if (inside >= mostInside) throw tooMany();
    inside += 1;
    response.once("close", () => (inside -= 1));
    next();
  };
}

/**
 * Does a piece of work with the engine when it is its turn.
 * @throws HttpError 503 at once when too many wait already, or later when its turn does not come
 */
export async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running < mostRunning) running += 1;
  else await turn();
  try {
    return await work();
  } finally {
    passOn();
  }
}

/** How much is asked of the engine now, for `/metrics`. */
export function load(): { running: number; waiting: number } {
  return { running, waiting: waiting.size };
}

function turn(): Promise<void> {
  if (waiting.size >= mostWaiting) throw tooMany();
  return new Promise((resolve, reject) => {
    const comes = () => {
      clearTimeout(leaves);
      resolve();
    };
    const leaves = setTimeout(() => {
      waiting.delete(comes);
      reject(tooMany());
    }, patience);
    waiting.add(comes);
  });
}

/** To the one who has waited longest. */
function passOn(): void {
  const [next] = waiting;
  if (next === undefined) {
    running -= 1;
    return;
  }
  waiting.delete(next);
  next();
}

function tooMany(): HttpError {
  return new HttpError(503, "Too many people are searching just now. Try again shortly.");
}
