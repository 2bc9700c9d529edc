import { resolve } from "node:path";
import type { Environment } from "#domain/environment.ts";
import { connectElasticsearch, type Connection } from "./connect.ts";

/** Connects to the Elasticsearch that the environment names, or else to the embedded one. */
export function connectConfigured(environment: Environment, log: (line: string) => void): Promise<Connection> {
  const { ELASTICSEARCH_URL, ELASTICSEARCH_API_KEY, ELASTICSEARCH_HOME } = environment;
  return connectElasticsearch({
    home: resolve(environment.COMPENDIUM_HOME),
    heap: environment.ENGINE_HEAP,
    ...(ELASTICSEARCH_URL !== undefined && { elasticsearchUrl: ELASTICSEARCH_URL }),
    ...(ELASTICSEARCH_API_KEY !== undefined && { apiKey: ELASTICSEARCH_API_KEY }),
    ...(ELASTICSEARCH_HOME !== undefined && { elasticsearchHome: ELASTICSEARCH_HOME }),
    log,
  });
}
