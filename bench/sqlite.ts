import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Language } from "#domain/languages.ts";
import { converse } from "./command-line.ts";
import { bigrams, inBatches, literal, rivalFacets, versionOf, wordsToFind, type Rival } from "./rival.ts";

/** SQLite with FTS5, as its own shell runs it; undefined where it is not installed. */
export async function startSqlite(clients: number): Promise<Rival | undefined> {
  const version = versionOf("sqlite3");
  if (version === undefined) return undefined;
  const folder = await mkdtemp(join(tmpdir(), "compendium-sqlite-"));
  const file = join(folder, "provisions.db");
  const shells = converse(clients, "sqlite3", ["-batch", "-bail", file], (line) => `.print ${line}`);
  return {
    name: `SQLite ${version} FTS5`,
    load: async (language, provisions) => {
      await shells.ask(
        `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
         CREATE TABLE provisions_${language} (number INTEGER PRIMARY KEY, id, ${rivalFacets.join(", ")});
         CREATE VIRTUAL TABLE words_${language} USING fts5(heading, text, tokenize = '${tokenizerOf(language)}');`,
      );
      const cut = language === "zh" ? bigrams : (text: string) => text;
      for (const [place, batch] of inBatches([...provisions.entries()], 500).entries())
        await shells.ask(
          `BEGIN;
           INSERT INTO provisions_${language} VALUES ${batch
             .map(([number, { id, facets }]) => values(number, id, ...rivalFacets.map((name) => facets[name])))
             .join(",\n")};
           INSERT INTO words_${language} (rowid, heading, text) VALUES ${batch
             .map(([number, { heading, text }]) => values(number, cut(heading), cut(text)))
             .join(",\n")};
           COMMIT; -- ${place}`,
        );
      await shells.ask(`INSERT INTO words_${language} (words_${language}) VALUES ('optimize'); ANALYZE;`);
    },
    bytes: async () => (await stat(file)).size,
    search: async (query) => {
      const words = wordsToFind(query).map((word) => `"${word}"`);
      const answer = await shells.ask(searchOf(query.language, words.join(" OR ")));
      return answer
        .split("\n")
        .filter((line) => line.startsWith("hit|"))
        .map((line) => line.split("|")[1]!);
    },
    stop: async () => {
      await shells.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/** Only English has a stemmer; accents count in no language. */
function tokenizerOf(language: Language): string {
  return `${language === "en" ? "porter " : ""}unicode61 remove_diacritics 2`;
}

function values(...cells: (string | number)[]): string {
  return `(${cells.map((cell) => (typeof cell === "number" ? cell : literal(cell))).join(",")})`;
}

function searchOf(language: Language, words: string): string {
  const [records, index] = [`provisions_${language}`, `words_${language}`];
  return `SELECT 'hit', id, snippet(${index}, 1, '<mark>', '</mark>', '…', 32) FROM ${index} JOIN ${records} ON number = ${index}.rowid
    WHERE ${index} MATCH ${literal(words)} AND rank MATCH 'bm25(3.0, 1.0)' ORDER BY rank LIMIT 10;
    WITH found AS MATERIALIZED (
      SELECT ${rivalFacets.join(", ")} FROM ${index} JOIN ${records} ON number = ${index}.rowid WHERE ${index} MATCH ${literal(words)}
    ) ${rivalFacets.map((name) => `SELECT '${name}', ${name}, count(*) FROM found GROUP BY ${name}`).join(" UNION ALL ")};`;
}
