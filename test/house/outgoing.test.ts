import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");

/** How a program reaches another: by modules of Node, packages, or `fetch`. */
const reaching =
  /from "(?:node:)?(?:https?|http2|net|tls|dgram|dns|dns\/promises|undici|ws|axios|got)"|\bfetch\(|\bnew WebSocket\(/u;

it("opens no connection of its own: what reads documents and what answers visitors speaks to Elasticsearch through its client only", () => {
  const found = ["domain", "mappings", "data", "indexer", "server"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .flatMap((name) =>
        readFileSync(join(root, folder, name), "utf8")
          .split("\n")
          .filter((line) => reaching.test(line) && !line.startsWith("import type"))
          .map((line) => `${folder}/${name}: ${line.trim()}`),
      ),
  );
  expect(found).toEqual([]);
});
