import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Client } from "@elastic/elasticsearch";
import { languages, type Language } from "#domain/languages.ts";
import type { Instrument } from "#domain/legislation.ts";
import type { TermTable } from "#domain/term-table.ts";
import { instrumentsIndex, provisionsIndex } from "#mappings/legislation.ts";
import { termTableIndex } from "#mappings/term-table.ts";
import { sendBulk, type BulkDocument } from "./bulk.ts";
import { CitedLaws } from "./citations.ts";
import { ConceptFinder } from "./concepts.ts";
import { documentsOf, withConcepts, type LawDocuments } from "./documents.ts";
import { ExitError } from "./exit.ts";
import {
  createIndex,
  finish,
  generations,
  leftAlone,
  newStamp,
  removeOld,
  serveBuilt,
  type Generation,
  type IndexLayout,
} from "./generations.ts";
import { lawsByLanguage, type LawVersion } from "./laws.ts";
import type { Library } from "./library.ts";
import { Progress } from "./progress.ts";
import { lawsInTwoLanguages, learnTermTables } from "./term-table.ts";
import { nothingExpected, verify, type Expected, type Targets } from "./verify.ts";

export interface BuildOptions {
  prefix: string;
  /** Build every language, also those whose laws have not changed. */
  all: boolean;
  /** Leave alone what is served from sources of another COMPENDIUM_HOME. */
  sparing?: boolean;
  layout?: IndexLayout;
  signal: AbortSignal;
  log: (line: string) => void;
}

/** What a build did: the languages or record types it replaced and the documents it sent. */
export interface BuildResult {
  built: string[];
  documents: number;
  /** How long each step of a build of laws took, in seconds. */
  steps?: Steps;
}

interface Steps {
  /** Making empty indices. */
  creating: number;
  /** From the first law opened until all can be searched and is verified. */
  indexing: number;
  termTable: number;
}

/**
 * Makes the indices hold what the library and the register hold. Languages whose laws are unchanged are left alone;
 * the others are built beside the old, verified, and served by one swap of aliases, with the term table where a law it
 * is learned from has changed. Interrupted at any moment, the old indices serve on and the next run begins afresh.
 * @throws ExitError 4 when a new index is not as expected: nothing is swapped then
 */
export async function build(elasticsearch: Client, library: Library, options: BuildOptions): Promise<BuildResult> {
  const { prefix, layout = {}, signal, log } = options;
  await removeOld(elasticsearch, prefix);
  const laws = await lawsByLanguage(library).catch((error: unknown) => {
    if (!options.sparing || !(error instanceof ExitError)) throw error;
    log(`Laws are left as they are: ${error.message}`);
  });
  if (laws === undefined) return { built: [], documents: 0 };
  const serving = (await generations(elasticsearch, prefix)).filter((generation) => generation.serving);
  const digests = new Map(languages.map((language) => [language, digestOf(language, laws.get(language)!)]));
  const isServed = (name: string, digest: string) =>
    !options.all && serving.some((index) => index.alias === `${prefix}-${name}` && index.digest === digest);
  const changed = languages
    .filter((language) =>
      [instrumentsIndex(language), provisionsIndex(language)].some(
        ({ name }) => !isServed(name, digests.get(language)!),
      ),
    )
    // The least last: only of that nothing else is sent while the engine makes it searchable.
    .toSorted((one, other) => provisionsOf(laws.get(other)!) - provisionsOf(laws.get(one)!));
  const parallel = lawsInTwoLanguages(laws);
  const tableDigest = termTableDigest(parallel);
  const tableChanged = !isServed(termTableIndex.name, tableDigest);
  if (changed.length === 0 && !tableChanged) return { built: [], documents: 0 };
  const sources = await library.sources();
  if (options.sparing && leftAlone("legislation", serving, lawAliases(prefix), sources, log))
    return { built: [], documents: 0 };

  const stamp = newStamp();
  const total = changed.reduce((sum, language) => sum + laws.get(language)!.length, 0);
  const progress = new Progress("Indexing", total, "laws");
  const built: Generation[] = [];
  const steps: Steps = { creating: 0, indexing: 0, termTable: 0 };
  const timed = async <Result>(step: keyof Steps, work: () => Promise<Result>): Promise<Result> => {
    const started = performance.now();
    const result = await work();
    steps[step] = (performance.now() - started) / 1000;
    return result;
  };
  let documents = 0;
  const send = async (lines: AsyncIterable<BulkDocument>) => {
    await sendBulk(elasticsearch, lines, (count) => (documents += count), signal);
    signal.throwIfAborted();
  };
  const refresh = (targets: Generation[]) =>
    elasticsearch.indices.refresh({ index: targets.map(({ index }) => index) });
  const advance = () => {
    signal.throwIfAborted();
    progress.advance();
  };
  const indexAll = async (created: { language: Language; targets: Targets }[]) => {
    // While one language is sent, what was sent before is made searchable.
    const verified: Promise<void>[] = [];
    for (const { language, targets } of created) {
      const all = laws.get(language)!;
      // What is sent is not held longer: of a million provisions it is much.
      laws.delete(language);
      const indices = Object.values(targets);
      const expected = nothingExpected(all.length);
      const cited = new CitedLaws(language, all, (law) => textOf(library, law));
      const finder = await ConceptFinder.of(elasticsearch, targets.provisions.index, language);
      await send(lawLines(library, all, cited, finder, targets, expected, advance));
      const searchable = refresh(indices).then(() => verify(elasticsearch, targets, expected));
      // It is awaited below: until then its failure is not an unhandled one.
      searchable.catch(() => undefined);
      verified.push(searchable);
      built.push(...indices);
    }
    await Promise.all(verified);
  };
  try {
    // Side by side, they are there in half the time.
    const created = await timed("creating", () =>
      Promise.all(
        changed.map(async (language) => {
          const meta = { generation: stamp, digest: digests.get(language)!, sources };
          return { language, targets: await createIndices(elasticsearch, prefix, language, meta, layout) };
        }),
      ),
    );
    await timed("indexing", () => indexAll(created));
  } finally {
    progress.stop();
  }
  if (tableChanged) {
    log("Learning the term table from the laws in two languages");
    const meta = { generation: stamp, digest: tableDigest, sources };
    const target = await createIndex(elasticsearch, prefix, termTableIndex, meta, layout);
    // Words are analysed by the index that will serve: the new one where there is one.
    const analysing = (language: Language) => {
      const alias = `${prefix}-${provisionsIndex(language).name}`;
      return built.find((index) => index.alias === alias)?.index ?? alias;
    };
    await timed("termTable", () =>
      send(termTableLines(learnTermTables(elasticsearch, library, parallel, analysing), target)),
    );
    await refresh([target]);
    built.push(target);
  }
  await finish(elasticsearch, built, layout, signal);
  signal.throwIfAborted();
  await serveBuilt(elasticsearch, prefix, built);
  await removeOld(elasticsearch, prefix);
  const names = [...changed, ...(tableChanged ? [termTableIndex.name] : [])];
  log(`Readers now see generation ${stamp} of ${names.join(", ")}`);
  return { built: names, documents, steps };
}

function provisionsOf(laws: LawVersion[]): number {
  return laws.reduce((sum, { text }) => sum + (text?.provisions ?? 0), 0);
}

function lawAliases(prefix: string): string[] {
  return languages.flatMap((language) =>
    [instrumentsIndex(language), provisionsIndex(language)].map(({ name }) => `${prefix}-${name}`),
  );
}

/** Equal digests, equal indices: all laws of a language, the code that makes documents of them, the mapping. */
export function digestOf(language: Language, laws: LawVersion[]): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([instrumentsIndex(language), provisionsIndex(language)]));
  for (const file of [
    "citations.ts",
    "cited-provisions.ts",
    "documents.ts",
    "law-names.ts",
    "laws.ts",
    "known-runs.ts",
    "name-words.ts",
    "codings.ts",
    "concepts.ts",
    "stems.ts",
    "../domain/in-force.ts",
    "../domain/numerals.ts",
    "../domain/obligations.ts",
    "../domain/resolutions.ts",
    "../domain/symbols.ts",
    "../data/states.csv",
    "../data/concepts.csv",
    "../data/thesaurus.csv",
  ])
    hash.update(readFileSync(join(import.meta.dirname, file)));
  for (const law of laws) hash.update(JSON.stringify(law));
  return hash.digest("hex").slice(0, 32);
}

/** Equal digests, equal tables: the laws in two languages, the code that learns from them, how their words are analysed. */
function termTableDigest(parallel: ReadonlyMap<Language, LawVersion[]>): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify(termTableIndex));
  hash.update(readFileSync(join(import.meta.dirname, "term-table.ts")));
  for (const [language, versions] of parallel)
    if (versions.length > 0)
      hash.update(
        JSON.stringify([provisionsIndex(language).settings, versions.map(({ law, text }) => ({ law, text }))]),
      );
  return hash.digest("hex").slice(0, 32);
}

async function createIndices(
  elasticsearch: Client,
  prefix: string,
  language: Language,
  meta: Pick<Generation, "generation" | "digest" | "sources">,
  layout: IndexLayout,
): Promise<Targets> {
  const [instruments, provisions] = await Promise.all(
    [instrumentsIndex(language), provisionsIndex(language)].map((definition) =>
      createIndex(elasticsearch, prefix, definition, meta, layout),
    ),
  );
  return { instruments: instruments!, provisions: provisions! };
}

/** Laws in their order, as many together as have so many provisions: the words not yet known are asked for together. */
function* inParts(laws: LawVersion[]): Generator<LawVersion[]> {
  let part: LawVersion[] = [];
  let provisions = 0;
  for (const law of laws) {
    part.push(law);
    provisions += law.text?.provisions ?? 0;
    if (provisions < provisionsTogether) continue;
    yield part;
    part = [];
    provisions = 0;
  }
  if (part.length > 0) yield part;
}

const provisionsTogether = 200;

/** The laws of a language and their provisions, noting on the way what the index must hold in the end. */
async function* lawLines(
  library: Library,
  laws: LawVersion[],
  cited: CitedLaws,
  finder: ConceptFinder,
  targets: Targets,
  expected: Expected,
  onLaw: () => void,
): AsyncGenerator<BulkDocument> {
  for (const part of inParts(laws)) {
    // What is being sent goes on meanwhile, and an interruption is heard.
    await setImmediate();
    const untagged: LawDocuments[] = [];
    for (const law of part) {
      const instrument = textOf(library, law);
      const next = law.next && textOf(library, law.next);
      untagged.push(documentsOf(law, instrument, cited.by(law, instrument), next));
      onLaw();
    }
    const named = await finder.namedIn(new Map(untagged.flatMap(({ provisions }) => [...provisions])));
    for (const documents of untagged) {
      const { law, provisions } = withConcepts(documents, named);
      yield { index: targets.instruments.index, id: `${law.law}@${law.language}`, document: law };
      for (const [id, document] of provisions) yield { index: targets.provisions.index, id, document };
      const [sample] = provisions;
      if (expected.laws % expected.sampleEvery === 0 && sample !== undefined)
        expected.samples.push({ id: sample[0], document: sample[1] });
      expected.laws += 1;
      expected.provisions += provisions.size;
      expected.byState.set(law.state, (expected.byState.get(law.state) ?? 0) + 1);
    }
  }
}

async function* termTableLines(tables: AsyncIterable<TermTable>, target: Generation): AsyncGenerator<BulkDocument> {
  for await (const table of tables) yield { index: target.index, id: `${table.from}-${table.to}`, document: table };
}

function textOf(library: Library, { text }: LawVersion): Instrument | undefined {
  return text === undefined ? undefined : library.read(text.source, text.record);
}
