import type { RequestHandler } from "express";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { turns } from "./bulkhead.ts";

/** What Prometheus reads at `/metrics`: the process, and each answer by route and status. */
export function createMetrics(): { watch: RequestHandler; turnedAway: () => void; expose: RequestHandler } {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const answers = new Counter({
    name: "compendium_answers_total",
    help: "Answers by route and status",
    labelNames: ["route", "status"],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: "compendium_answer_seconds",
    help: "Seconds until an answer was sent",
    labelNames: ["route"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  registry.registerMetric(
    new Gauge({
      name: "compendium_turns",
      help: "Those who have a turn and those who wait for one: visits, downloads, requests to the engine and analyses of words by it",
      labelNames: ["at", "state"],
      registers: [],
      collect() {
        for (const [at, { running, waiting }] of Object.entries(turns)) {
          this.set({ at, state: "running" }, running);
          this.set({ at, state: "waiting" }, waiting);
        }
      },
    }),
  );
  return {
    watch: (request, response, next) => {
      const stop = seconds.startTimer();
      response.on("finish", () => {
        // The pattern, not the address: addresses are without number.
        const route = (request.route as { path?: string } | undefined)?.path ?? "page";
        answers.inc({ route, status: response.statusCode });
        stop({ route });
      });
      next();
    },
    turnedAway: () => answers.inc({ route: "door", status: 503 }),
    expose: async (_request, response) => {
      response.set("Content-Type", registry.contentType);
      response.send(await registry.metrics());
    },
  };
}
