import { languages, type Language } from "#domain/languages.ts";
import type { LearnedTerm, TermTable } from "#domain/term-table.ts";
import { scriptLanguages, stemsIn } from "./concepts.ts";
import { servedGeneration } from "./generation.ts";
import { ask, type Engine } from "./searching.ts";

/** What a word is in another language, by the laws that are loaded in both. */
export interface LearnedWord {
  from: Language;
  to: Language;
  terms: LearnedTerm[];
}

/** What the table has for words as typed; a word that is several for its analyzer has as many entries for a language. */
export async function learnedFor(engine: Engine, words: string[]): Promise<Map<string, LearnedWord[]>> {
  const found = new Map<string, LearnedWord[]>();
  const tables = await tablesOf(engine);
  const spoken = new Set(words.flatMap(scriptLanguages));
  for (const from of spoken) {
    const own = tables.filter((table) => table.from === from);
    if (own.length === 0) continue;
    for (const [place, tokens] of (await stemsIn(engine, from, words)).entries()) {
      const learned = own.flatMap(({ to, words: known }) =>
        tokens.flatMap(({ token }) => (known.has(token) ? [{ from, to, terms: known.get(token)! }] : [])),
      );
      found.set(words[place]!, [...(found.get(words[place]!) ?? []), ...learned]);
    }
  }
  return found;
}

interface ReadTable extends Pick<TermTable, "from" | "to"> {
  words: Map<string, LearnedTerm[]>;
}

const read = new WeakMap<Engine, { generation: string; tables: Promise<ReadTable[]> }>();

/** The tables of the generation served: small, and read once. */
async function tablesOf(engine: Engine): Promise<ReadTable[]> {
  const { id: generation } = await servedGeneration(engine);
  const known = read.get(engine);
  if (known?.generation === generation) return known.tables;
  const tables = readTables(engine);
  read.set(engine, { generation, tables });
  tables.catch(() => read.delete(engine));
  return tables;
}

async function readTables(engine: Engine): Promise<ReadTable[]> {
  const { hits } = await ask<TermTable>(engine, {
    index: "term-table",
    size: languages.length * (languages.length - 1),
    track_total_hits: false,
  });
  return hits.hits.map(({ _source }) => {
    const { from, to, words } = _source!;
    return { from, to, words: new Map(Object.entries(words)) };
  });
}
