import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { connectElasticsearch } from "#engine/connect.ts";
import { generations } from "#indexer/generations.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the Elasticsearch of this test run listens: `inject("elasticsearchUrl")`. */
    elasticsearchUrl: string;
    /** For what the files of this test run share: a folder, and what the names of indices begin with. */
    shared: { folder: string; prefix: string };
  }
}

/** One Elasticsearch for the whole run: ELASTICSEARCH_URL, or the embedded engine. What was started is stopped at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { client, url, stop } = await connectElasticsearch({
    home: process.env["COMPENDIUM_HOME"] ?? path.join(import.meta.dirname, "..", ".compendium"),
    log: (line) => process.stderr.write(`${line}\n`),
    elasticsearchUrl: process.env["ELASTICSEARCH_URL"],
    apiKey: process.env["ELASTICSEARCH_API_KEY"],
    elasticsearchHome: process.env["ELASTICSEARCH_HOME"],
  });
  const shared = {
    folder: await mkdtemp(path.join(tmpdir(), "compendium-tests-")),
    prefix: `test-shared-${process.pid}`,
  };
  project.provide("elasticsearchUrl", url);
  project.provide("shared", shared);
  const forget = async () => {
    await rm(shared.folder, { recursive: true, force: true });
    for (const { index } of await generations(client, shared.prefix))
      await client.indices.delete({ index, ignore_unavailable: true });
  };
  // What tests share was made by the code before the change.
  project.onTestsRerun(forget);
  return async () => {
    await forget();
    await stop();
  };
}
