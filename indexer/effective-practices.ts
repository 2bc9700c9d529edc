import { lstat } from "node:fs/promises";
import { basename, join } from "node:path";
import { EffectivePractice } from "#domain/effective-practices.ts";
import type { IndexedPractice } from "#domain/indexed-practice.ts";
import { languages } from "#domain/languages.ts";
import { withAncestors } from "#domain/obligations.ts";
import { effectivePractices as bundled, practiceOf, PracticeRow } from "#data/effective-practices.ts";
import { regionsOf } from "#data/states.ts";
import { effectivePracticesIndex } from "#mappings/effective-practices.ts";
import { lawParsing, ParserPool } from "./parser-pool.ts";
import type { Reading as LawReading } from "./readers/reading.ts";
import type { Reading, RecordType } from "./record-type.ts";
import { readSourceFile } from "./source.ts";
import { readTables } from "./tables.ts";

/** Effective practices: one document each. What its contributor has not agreed to share is kept in the library and never sent. */
export const effectivePractices: RecordType<EffectivePractice> = {
  slug: "effective-practices",
  schema: EffectivePractice,
  read: readPractices,
  describe: ({ id, titles }) => ({ id, title: titles.en ?? id, language: "en", address: `/effective-practices/${id}` }),
  bundled,
  indices: [effectivePracticesIndex],
  isPublic: ({ consent }) => consent === "shared",
  documents: (practices) =>
    practices.map((practice) => ({
      index: effectivePracticesIndex.name,
      id: practice.id,
      document: documentOf(practice),
    })),
  madeBy: ["effective-practices.ts"],
};

/** Reads tables and, where rows name files beside them, the words of those files. */
async function readPractices(path: string): Promise<Reading<EffectivePractice>> {
  const { records: rows, rejects, skips } = await readTables(path, PracticeRow, (row) => row);
  const folder = (await lstat(path)).isDirectory() ? path : join(path, "..");
  const named = new Set(rows.flatMap((row) => (row.path === undefined ? [] : [join(basename(folder), row.path)])));
  const reading: Reading<EffectivePractice> = {
    records: [],
    rejects,
    skips: skips.filter((skipped) => !named.has(skipped.path)),
  };
  const pool = new ParserPool(lawParsing);
  try {
    for (const row of rows) {
      const read = await withDocument(row, folder, pool);
      if ("reason" in read) reading.rejects.push({ path: row.path!, place: `row ${row.id}`, reason: read.reason });
      else reading.records.push(read);
    }
  } finally {
    pool.close();
  }
  return reading;
}

async function withDocument(
  row: PracticeRow,
  folder: string,
  pool: ParserPool<LawReading>,
): Promise<EffectivePractice | { reason: string }> {
  const practice = practiceOf(row);
  if (row.path === undefined) return practice;
  const language = row.text_language;
  const bytes = await readSourceFile(folder, row.path).catch((cause: Error) => cause);
  if (bytes instanceof Error) return { reason: `the file the row names cannot be read: ${bytes.message}` };
  const facts = { language, title: practice.titles[language] ?? row.id };
  const outcome = await pool.parse({ path: row.path, bytes, facts });
  if ("rejected" in outcome) return { reason: outcome.rejected.reason };
  const text = outcome.read.provisions
    .map(({ label, heading, text: words }) => [label, heading, words].filter(Boolean).join("\n"))
    .join("\n\n");
  return { ...practice, document: { language, text } };
}

function documentOf(practice: EffectivePractice): IndexedPractice {
  const { id, kind, category, obligations, weapons, states, organisations, checked, concepts, date } = practice;
  const { descriptions, conditions, lessons, document, source } = practice;
  return {
    id,
    kind,
    category,
    obligations: [...new Set(obligations.flatMap(withAncestors))],
    codes: obligations,
    weapons,
    contributors: [...states, ...organisations],
    regions: [...new Set(states.flatMap(regionsOf))],
    languages: practice.languages,
    checked,
    concepts,
    date,
    titles: practice.titles,
    summaries: practice.summaries,
    texts: Object.fromEntries(
      languages.flatMap((language) => {
        const texts = [
          descriptions[language],
          conditions[language],
          lessons[language],
          document?.language === language ? document.text : undefined,
          // Titles and symbols of documents are looked for as they are written, whatever the language.
          ...(language === "en" ? [source.title, source.publisher, source.symbol] : []),
        ].filter((text) => text !== undefined);
        return texts.length === 0 ? [] : [[language, texts.join("\n")]];
      }),
    ),
    practice,
  };
}
