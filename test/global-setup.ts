import path from "node:path";
import type { TestProject } from "vitest/node";
import { connectElasticsearch } from "#engine/connect.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the Elasticsearch of this test run listens: `inject("elasticsearchUrl")`. */
    elasticsearchUrl: string;
  }
}

/** One Elasticsearch for the whole run: ELASTICSEARCH_URL, or the embedded engine. What was started is stopped at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await connectElasticsearch({
    home: process.env["COMPENDIUM_HOME"] ?? path.join(import.meta.dirname, "..", ".compendium"),
    log: (line) => process.stderr.write(`${line}\n`),
    elasticsearchUrl: process.env["ELASTICSEARCH_URL"],
    apiKey: process.env["ELASTICSEARCH_API_KEY"],
    elasticsearchHome: process.env["ELASTICSEARCH_HOME"],
  });
  project.provide("elasticsearchUrl", url);
  return stop;
}
