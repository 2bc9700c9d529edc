import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { errors, type Client } from "@elastic/elasticsearch";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from "express";
import helmet from "helmet";
import { pino, type Logger } from "pino";
import { pinoHttp } from "pino-http";
// The package itself would run the whole of its page here to say where it lies.
import swaggerFolder from "swagger-ui-dist/absolute-path.js";
import type * as z from "zod/mini";
import { api } from "#domain/api.ts";
import type { Endpoint } from "#domain/endpoint.ts";
import { lawAsJsonLd } from "#domain/json-ld.ts";
import { isLanguage, languages, type Language } from "#domain/languages.ts";
import type { Problem } from "#domain/problem.ts";
import { announcements } from "./announced.ts";
import { answer, checkedParams, expressPath, isFresh } from "./answer.ts";
import { states } from "#data/states.ts";
import { door, downloading, inTurn } from "./bulkhead.ts";
import { dataCatalogue } from "./catalogue.ts";
import { readChanges } from "./changes.ts";
import { compareStates } from "./compare.ts";
import { readEffectivePractice } from "./effective-practice.ts";
import { effectivePracticesTable, searchEffectivePractices } from "./effective-practices.ts";
import { comparisonTable, legislationTable, provisionsTable, reportsTable, type Table } from "./export.ts";
import { exportFormats, sendTable } from "./export-formats.ts";
import { atomFeed } from "./feed.ts";
import { takeFeedback } from "./feedback.ts";
import { firstReportsTable, readFirstReports } from "./first-reports.ts";
import { servedGeneration } from "./generation.ts";
import { HttpError, retryAfter } from "./http-error.ts";
import { readLaw } from "./law.ts";
import { searchLegislation } from "./legislation.ts";
import { programmeOfWork } from "./mandate.ts";
import { readMatrix } from "./matrices.ts";
import { heatMapTable, trendChangesTable } from "./matrix-tables.ts";
import { createMetrics } from "./metrics.ts";
import { allNews, listNews } from "./news.ts";
import { openApiDocument } from "./openapi.ts";
import { listObligations } from "./obligations.ts";
import { regionTable, stateTable } from "./profile-table.ts";
import { readRegion, readState } from "./profiles.ts";
import { searchProvisions } from "./provisions.ts";
import { searchAll } from "./search-all.ts";
import { readReport } from "./report.ts";
import { searchReports } from "./reports.ts";
import { listReviews, readReview, reviewBundle } from "./reviews.ts";
import type { Engine } from "./searching.ts";
import { sitemap, sitemapIndex } from "./sitemap.ts";
import { listStates } from "./states.ts";
import { suggest } from "./suggest.ts";
import { listConcepts } from "./thesaurus.ts";
import { listTreatyActs, readTreaty, treatiesTable } from "./treaties.ts";
import { matrixChanges, matrixHeatMap } from "./trends-matrix.ts";
import { readCube, readTrends, trendsTable } from "./trends.ts";

export interface AppOptions {
  elasticsearch: Client;
  prefix: string;
  /** COMPENDIUM_HOME: where loads write what they changed, and where feedback is kept. */
  home?: string;
  logger?: Logger;
  /** Proxies in front whose `X-Forwarded-For` is believed. */
  trustProxy?: number;
  /** False while the server is shutting down: `/readyz` says so, and no new visitors are sent. */
  isOpen?: () => boolean;
}

const builtWeb = join(import.meta.dirname, "../web/dist");

/** The whole server on a given Elasticsearch: API, its description, health, metrics and the built pages. */
export function createApp({
  elasticsearch,
  prefix,
  home,
  logger = pino({ level: "silent" }),
  trustProxy = 0,
  isOpen = () => true,
}: AppOptions): Express {
  const engine: Engine = { elasticsearch: inTurn(elasticsearch), prefix };
  const metrics = createMetrics();
  const context = { generation: async () => (await servedGeneration(engine)).id };
  /** Of what is answered for today where no day is asked for: yesterday's answer is another. */
  const dayContext = { generation: async () => `${await context.generation()} ${today()}` };
  const newsContext = { generation: async () => (await allNews(home)).version };
  const app = express();
  /** Every row of a list as a file. */
  const exported = <Params extends z.core.$ZodType>(
    endpoint: Endpoint<Params>,
    format: (typeof exportFormats)[number],
    tableOf: (engine: Engine, params: z.output<Params>, path: Record<string, string>) => Promise<Table>,
    validity = context,
  ) =>
    app.get(`${expressPath(endpoint.path)}.${format}`, downloading(metrics.turnedAway), async (request, response) => {
      const params = checkedParams(endpoint, request);
      if (await isFresh(request, response, validity)) return void response.status(304).end();
      const [table, generation] = await Promise.all([
        tableOf(engine, params, request.params as Record<string, string>),
        servedGeneration(engine),
      ]);
      await sendTable(response, format, table, { query: request.originalUrl, ...generation });
    });
  app.set("trust proxy", trustProxy);
  app.set("etag", false);
  app.disable("x-powered-by");
  // Before all else: who is turned away must cost little.
  app.use("/api", door(metrics.turnedAway));
  app.use(requestLog(logger), metrics.watch, securityHeaders(), compression());

  app.get("/livez", (_request, response) => void response.json({ status: "alive" }));
  app.get("/readyz", async (_request, response) => {
    const reason = isOpen() ? await notReady(engine) : "the server is shutting down";
    response
      .status(reason === undefined ? 200 : 503)
      .json(reason === undefined ? { status: "ready" } : { status: "not ready", reason });
  });
  app.get("/metrics", metrics.expose);
  app.get("/openapi.json", (_request, response) => void response.json(openApiDocument()));
  app.get(
    "/docs/swagger-initializer.js",
    (_request, response) => void response.type("text/javascript").send(swaggerInitializer),
  );
  app.use("/docs", express.static(swaggerFolder()));
  app.use("/samples", express.static(join(import.meta.dirname, "../docs/samples"), { index: false }));

  answer(app, api.legislation, context, (params) => searchLegislation(engine, params));
  app.get("/api/v1/legislation/:id.jsonld", async (request, response) => {
    const { language } = checkedParams(api.law, request);
    if (await isFresh(request, response, context)) return void response.status(304).end();
    const law = await readLaw(engine, request.params.id, language);
    response.type("application/ld+json").send(lawAsJsonLd(law, siteOf(request)));
  });
  answer(app, api.law, context, ({ language }, { id }) => readLaw(engine, id!, language));
  answer(app, api.changes, context, (params, { id }) => readChanges(engine, id!, params));
  answer(app, api.provisions, context, (params) => searchProvisions(engine, params));
  answer(app, api.states, context, ({ language }) => listStates(engine, language));
  // Before the profiles themselves: `/states/{iso3}` would take "CAN.csv" for a code.
  for (const format of exportFormats) {
    exported(api.state, format, stateTable);
    exported(api.region, format, regionTable);
  }
  answer(app, api.state, context, ({ language }, { iso3 }) => readState(engine, iso3!, language));
  answer(app, api.region, context, ({ language }, { id }) => readRegion(engine, id!, language));
  answer(app, api.obligations, context, ({ language }) => listObligations(engine, language));
  answer(app, api.thesaurus, context, async ({ language }) => listConcepts(language));
  answer(app, api.suggest, context, async ({ q, language }) => ({ items: await suggest(engine, q, language) }));
  answer(app, api.search, context, ({ q, language }) => searchAll(engine, q, language));
  answer(app, api.reports, context, (params) => searchReports(engine, params));
  answer(app, api.report, context, ({ language }, { id }) => readReport(engine, id!, language));
  answer(app, api.programmeOfWork, dayContext, async (params) => programmeOfWork(params, today()));
  answer(app, api.compare, context, (params) => compareStates(engine, params));
  answer(app, api.trends, context, (params) => readTrends(engine, params));
  answer(app, api.trendsCube, context, (params) => readCube(engine, params));
  answer(app, api.treaties, context, (params) => listTreatyActs(engine, params));
  answer(app, api.treaty, context, (params, { code }) => readTreaty(engine, code!, params));
  answer(app, api.reviews, context, ({ language }) => listReviews(engine, language));
  app.get("/api/v1/reviews/:id.docx", async (request, response) => {
    const params = checkedParams(api.review, request);
    if (await isFresh(request, response, context)) return void response.status(304).end();
    const review = await readReview(engine, request.params.id, params);
    // What writes Word documents is large, and seldom asked for.
    const { reviewDocument } = await import("./review-document.ts");
    response.attachment(`${review.id}.docx`).send(await reviewDocument(review, params.language, siteOf(request)));
  });
  app.get("/api/v1/reviews/:id.zip", async (request, response) => {
    const params = checkedParams(api.review, request);
    const bundle = await reviewBundle(engine, request.params.id, params, today());
    response.attachment(`${request.params.id}.zip`).send(bundle);
  });
  answer(app, api.review, context, (params, { id }) => readReview(engine, id!, params));
  answer(app, api.trendChanges, context, (params) => matrixChanges(engine, params));
  answer(app, api.heatMap, context, (params) => matrixHeatMap(engine, params));
  answer(app, api.firstReports, dayContext, (params) => readFirstReports(engine, params, today()));
  answer(app, api.matrix, context, (params, { iso3 }) => readMatrix(engine, iso3!, params));
  answer(app, api.effectivePractices, context, (params) => searchEffectivePractices(engine, params));
  answer(app, api.effectivePractice, context, ({ language }, { id }) => readEffectivePractice(engine, id!, language));
  answer(app, api.news, newsContext, (params) => listNews(home, params));
  takeFeedback(app, home);
  for (const format of exportFormats) {
    exported(api.legislation, format, legislationTable);
    exported(api.provisions, format, provisionsTable);
    exported(api.compare, format, comparisonTable);
    exported(api.reports, format, reportsTable);
    exported(api.trends, format, trendsTable);
    exported(api.heatMap, format, heatMapTable);
    exported(api.trendChanges, format, trendChangesTable);
    exported(api.firstReports, format, (_engine, params) => firstReportsTable(engine, params, today()), dayContext);
    exported(api.treaties, format, treatiesTable);
    exported(api.effectivePractices, format, effectivePracticesTable);
  }
  for (const path of ["/feed.atom", "/states/:state/feed.atom"])
    app.get<{ state?: string }>(path, async (request, response) => {
      const { state } = request.params;
      if (state !== undefined && !states.has(state))
        throw new HttpError(404, `There is no State with the code "${state}".`);
      if (await isFresh(request, response, newsContext)) return void response.status(304).end();
      const { items } = await allNews(home);
      const own = items.filter((item) => state === undefined || item.state === state);
      response.type("application/atom+xml").send(atomFeed(own, siteOf(request), request.path, state));
    });
  app.get("/sitemap.xml", async (request, response) => {
    if (await isFresh(request, response, context)) return void response.status(304).end();
    response.type("application/xml").send(await sitemapIndex(engine, siteOf(request)));
  });
  app.get("/sitemaps/:name.xml", async (request, response) => {
    if (await isFresh(request, response, context)) return void response.status(304).end();
    const map = await sitemap(engine, siteOf(request), request.params.name);
    if (map === undefined) throw new HttpError(404, "There is no such sitemap; /sitemap.xml names them all.");
    response.type("application/xml").send(map);
  });
  app.get(
    "/robots.txt",
    (request, response) =>
      void response
        .type("text/plain")
        .send(`User-agent: *\nDisallow: /api/\nSitemap: ${siteOf(request)}/sitemap.xml\n`),
  );
  app.get("/catalogue.jsonld", async (request, response) => {
    if (await isFresh(request, response, context)) return void response.status(304).end();
    response.type("application/ld+json").send(dataCatalogue(siteOf(request), await servedGeneration(engine)));
  });
  app.use("/api", (request) => {
    throw new HttpError(404, `There is nothing at ${request.originalUrl.split("?")[0]}. /docs shows what there is.`);
  });

  if (existsSync(builtWeb)) {
    app.use(
      express.static(builtWeb, {
        index: false,
        setHeaders: (response, path) =>
          response.setHeader(
            "Cache-Control",
            path.includes("assets") ? "public, max-age=31536000, immutable" : "no-cache",
          ),
      }),
    );
    const announced = announcements(builtWeb);
    app.get("/{*page}", (request, response) =>
      response
        .vary("Accept-Language")
        .set({ "Cache-Control": "no-cache", Link: announced(request.path, interfaceLanguage(request)) })
        .sendFile(join(builtWeb, "index.html")),
    );
  }
  app.use(problems(logger));
  return app;
}

/** The address of this service as the visitor has it. */
function siteOf(request: Request): string {
  return `${request.protocol}://${request.get("host")}`;
}

/** The language the pages will be in, where the browser keeps no other choice: that of the address, else its own, else English. */
function interfaceLanguage(request: Request): Language {
  const chosen = request.query["ui"];
  if (typeof chosen === "string" && isLanguage(chosen)) return chosen;
  return (request.acceptsLanguages(["en", ...languages]) || "en") as Language;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

async function notReady(engine: Engine): Promise<string | undefined> {
  try {
    return (await servedGeneration(engine)).present ? undefined : "no data is loaded yet";
  } catch {
    return "Elasticsearch does not answer";
  }
}

function requestLog(logger: Logger) {
  return pinoHttp({
    logger,
    genReqId: (request, response) => {
      const given = request.headers["x-request-id"];
      const id = typeof given === "string" && /^[\w-]{1,64}$/u.test(given) ? given : randomUUID();
      response.setHeader("X-Request-Id", id);
      return id;
    },
    // Headers may hold credentials, and addresses hold what people look for: neither belongs into a log.
    serializers: {
      req: ({ id, method, url }: { id: string; method: string; url: string }) => ({
        id,
        method,
        path: url.split("?")[0],
      }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  });
}

/** No other site may show these pages in its own, but for those made for it. */
function securityHeaders(): RequestHandler {
  const [own, embedded] = [headersFor("'none'"), headersFor("*")];
  return (request, response, next) => {
    const headers = request.path.startsWith("/embed/") ? embedded : own;
    headers(request, response, next);
  };
}

function headersFor(frameAncestors: "'none'" | "*") {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": [frameAncestors],
      },
    },
    // It knows no "anyone": where the policy above opens, it must go.
    xFrameOptions: frameAncestors !== "*",
    // HTTPS is the proxy's to promise: on a plain intranet address it would leave the page blank.
    strictTransportSecurity: false,
    referrerPolicy: { policy: "no-referrer" },
  });
}

/** Swagger UI's own initializer names an address outside; ours shows this server. */
const swaggerInitializer = `window.ui = SwaggerUIBundle({ url: "/openapi.json", dom_id: "#swagger-ui", deepLinking: true, presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset], layout: "StandaloneLayout", validatorUrl: null });`;

/** Every error of every route, as RFC 9457 words it. */
function problems(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const problem = problemOf(error);
    // What we answer on purpose is told in a line: a crowd that is turned away must not fill the disk.
    if (error instanceof HttpError) {
      if (error.status >= 500) logger.warn({ requestId: request.id }, error.message);
    } else if (problem.status >= 500) {
      // The words of an error, not its contents: the client's errors hold its credentials.
      const { name, message, stack } = error as Error;
      logger.error({ error: { name, message, stack }, requestId: request.id }, problem.title);
    }
    if (problem.status === 503) response.set("Retry-After", retryAfter());
    response.removeHeader("ETag");
    response.set("Cache-Control", "no-store");
    response
      .status(problem.status)
      .type("application/problem+json")
      .send(JSON.stringify({ ...problem, instance: request.originalUrl }));
  };
}

function problemOf(error: unknown): Problem {
  if (error instanceof HttpError) {
    const titles: Record<number, string> = {
      404: "Not found",
      429: "Too many requests",
      503: "Not available just now",
    };
    const title = titles[error.status] ?? "The request does not fit";
    return {
      type: "about:blank",
      title,
      status: error.status,
      detail: error.message,
      ...(error.errors !== undefined && { errors: error.errors }),
    };
  }
  if (error instanceof errors.ElasticsearchClientError) {
    return {
      type: "/problems/search-unavailable",
      title: "The search is not available just now",
      status: 503,
      detail: "Elasticsearch does not answer as it should. Try again shortly.",
    };
  }
  const status = (error as { status?: unknown }).status;
  if (typeof status === "number" && status >= 400 && status < 500)
    return { type: "about:blank", title: "The request does not fit", status, detail: (error as Error).message };
  return {
    type: "about:blank",
    title: "Something went wrong here",
    status: 500,
    detail: "The fault is on this side and has been noted.",
  };
}
