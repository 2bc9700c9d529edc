import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";
import type { Language } from "#domain/languages.ts";
import { freePort } from "#engine/free-ports.ts";
import { stopped } from "./command-line.ts";
import { inBatches, rivalFacets, versionOf, wordsToFind, type Rival } from "./rival.ts";

/** Groonga over HTTP, with stems where its package for them is there; undefined where it is not installed. */
export async function startGroonga(clients: number): Promise<Rival | undefined> {
  const version = versionOf("groonga");
  if (version === undefined) return undefined;
  const folder = await mkdtemp(join(tmpdir(), "compendium-groonga-"));
  const port = await freePort();
  const server = spawn(
    "groonga",
    ["--protocol", "http", "--bind-address", "127.0.0.1", "-p", String(port), "-s", "-n", join(folder, "provisions")],
    { stdio: "ignore" },
  );
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: clients });
  const groonga = async (command: string, given: Record<string, string> = {}, body?: string): Promise<unknown> => {
    const answer = await pool.request({
      method: body === undefined ? "GET" : "POST",
      path: `/d/${command}?${new URLSearchParams(given)}`,
      ...(body !== undefined && { body, headers: { "content-type": "application/json" } }),
    });
    const [[status, , , message], result] = (await answer.body.json()) as [[number, number, number, string?], unknown];
    if (status !== 0) throw new Error(`Groonga refuses ${command}: ${message}`);
    return result;
  };
  for (let tries = 0; tries < 100; tries += 1) {
    if (await groonga("status").catch(() => undefined)) break;
    await sleep(50);
  }
  const hasStems = await groonga("plugin_register", { name: "token_filters/stem" }).catch(() => false);
  return {
    name: `Groonga ${version}${hasStems === true ? "" : ", no stems"}`,
    load: async (language, provisions) => {
      const table = `provisions_${language}`;
      await groonga("table_create", { name: table, flags: "TABLE_HASH_KEY", key_type: "ShortText" });
      for (const name of ["heading", "text", ...rivalFacets])
        await groonga("column_create", {
          table,
          name,
          flags: "COLUMN_SCALAR",
          type: name === "heading" || name === "text" ? "Text" : "ShortText",
        });
      await groonga("table_create", {
        name: `words_${language}`,
        flags: "TABLE_PAT_KEY",
        key_type: "ShortText",
        default_tokenizer: "TokenBigram",
        normalizer: "NormalizerNFKC130",
        ...(hasStems === true &&
          stems[language] !== undefined && { token_filters: `TokenFilterStem("algorithm", "${stems[language]}")` }),
      });
      for (const batch of inBatches(provisions, 500))
        await groonga(
          "load",
          { table },
          JSON.stringify(batch.map(({ id, heading, text, facets }) => ({ _key: id, heading, text, ...facets }))),
        );
      // An index made after the load is made in one go.
      await groonga("column_create", {
        table: `words_${language}`,
        name: "provisions",
        flags: "COLUMN_INDEX|WITH_POSITION|WITH_SECTION",
        type: table,
        source: "heading,text",
      });
    },
    bytes: () => bytesIn(folder),
    search: async (query) => {
      const [[, , ...rows]] = (await groonga("select", {
        table: `provisions_${query.language}`,
        match_columns: "scorer_tf_idf(heading) * 3 || scorer_tf_idf(text)",
        query: wordsToFind(query, true).join(" OR "),
        output_columns: "_key, snippet_html(text)",
        sort_keys: "-_score",
        limit: "10",
        drilldown: rivalFacets.join(","),
        drilldown_sort_keys: "-_nsubrecs",
        drilldown_limit: "500",
        cache: "no",
      })) as [[unknown, unknown, ...[string, string[]][]], ...unknown[]];
      return rows.map(([id]) => id);
    },
    stop: async () => {
      await pool.close();
      await stopped(server);
      await rm(folder, { recursive: true });
    },
  };
}

/** Names of Snowball's stemmers; Chinese is cut into bigrams. */
const stems: Partial<Record<Language, string>> = {
  ar: "arabic",
  en: "english",
  fr: "french",
  ru: "russian",
  es: "spanish",
};

/** What the files take on disk: Groonga makes them longer than they are full. */
async function bytesIn(folder: string): Promise<number> {
  const sizes = await Promise.all(
    (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).blocks * 512),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
