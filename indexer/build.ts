import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "@elastic/elasticsearch";
import { languages, type Language } from "#domain/languages.ts";
import type { Instrument } from "#domain/legislation.ts";
import type { TermTable } from "#domain/term-table.ts";
import { instrumentsIndex, provisionsIndex } from "#mappings/legislation.ts";
import { termTableIndex } from "#mappings/term-table.ts";
import { sendBulk, type BulkDocument } from "./bulk.ts";
import { CitedLaws } from "./citations.ts";
import { conceptsNamed } from "./concepts.ts";
import { documentsOf, withConcepts, type LawDocuments } from "./documents.ts";
import {
  createIndex,
  finish,
  generations,
  leftAlone,
  merge,
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
  /** Opening each law for the names others cite it by. */
  names: number;
  /** Opening each law again, making documents, sending them, until they can be searched. */
  sending: number;
  /** Finding the provisions that name a concept. */
  tagging: number;
  /** Beside the sending of the next language. */
  merging: number;
  verifying: number;
  termTable: number;
}

/**
 * Provisions looked at together for concepts and then sent on with their laws. They are held until then, so that a build
 * takes as much memory for a million provisions as for these.
 */
const provisionsAtATime = 10_000;

/**
 * Makes the indices hold what the library and the register hold. Languages whose laws are unchanged are left alone;
 * the others are built beside the old, verified, and served by one swap of aliases, with the term table where a law it
 * is learned from has changed. Interrupted at any moment, the old indices serve on and the next run begins afresh.
 * @throws ExitError 4 when a new index is not as expected: nothing is swapped then
 */
export async function build(elasticsearch: Client, library: Library, options: BuildOptions): Promise<BuildResult> {
  const { prefix, layout = {}, signal, log } = options;
  await removeOld(elasticsearch, prefix);
  const laws = await lawsByLanguage(library);
  const serving = (await generations(elasticsearch, prefix)).filter((generation) => generation.serving);
  const digests = new Map(languages.map((language) => [language, digestOf(language, laws.get(language)!)]));
  const isServed = (name: string, digest: string) =>
    !options.all && serving.some((index) => index.alias === `${prefix}-${name}` && index.digest === digest);
  const changed = languages.filter((language) =>
    [instrumentsIndex(language), provisionsIndex(language)].some(({ name }) => !isServed(name, digests.get(language)!)),
  );
  const tableDigest = termTableDigest(laws);
  const tableChanged = !isServed(termTableIndex.name, tableDigest);
  if (changed.length === 0 && !tableChanged) return { built: [], documents: 0 };
  const sources = await library.sources();
  if (options.sparing && leftAlone("legislation", serving, lawAliases(prefix), sources, log))
    return { built: [], documents: 0 };

  const stamp = newStamp();
  const total = changed.reduce((sum, language) => sum + laws.get(language)!.length, 0);
  const progress = new Progress("Indexing", 2 * total, "laws, read twice");
  const built: Generation[] = [];
  const steps: Steps = { names: 0, sending: 0, tagging: 0, merging: 0, verifying: 0, termTable: 0 };
  const timed = async <Result>(step: keyof Steps, work: () => Promise<Result>): Promise<Result> => {
    const started = performance.now();
    const result = await work();
    steps[step] += (performance.now() - started) / 1000;
    return result;
  };
  let documents = 0;
  const send = async (lines: AsyncIterable<BulkDocument>, targets: Generation[]) => {
    await sendBulk(elasticsearch, lines, (count) => (documents += count), signal);
    signal.throwIfAborted();
    await elasticsearch.indices.refresh({ index: targets.map(({ index }) => index) });
  };
  const advance = () => {
    signal.throwIfAborted();
    progress.advance();
  };
  // The engine merges on one core what it has of a language, while the next one is sent.
  let finished = Promise.resolve();
  try {
    // Side by side, they are there in half the time.
    const created = await Promise.all(
      changed.map(async (language) => {
        const meta = { generation: stamp, digest: digests.get(language)!, sources };
        return { language, targets: await createIndices(elasticsearch, prefix, language, meta, layout) };
      }),
    );
    for (const { language, targets } of created) {
      const all = laws.get(language)!;
      const indices = Object.values(targets);
      const expected = nothingExpected(all.length);
      const cited = await timed("names", () => CitedLaws.of(all, (law) => textOf(library, law), advance));
      for (const some of inParts(all)) {
        // Concepts are found by the index itself, so that provisions are there before their laws, and those that name
        // one are sent again with it.
        const held: LawDocuments[] = [];
        await timed("sending", () => send(provisionLines(library, some, cited, held, targets, advance), indices));
        // A range of laws takes the engine as long as the search in it: the first part, mostly the only one, needs none.
        const among = expected.laws === 0 ? undefined : { range: { law: { gte: some[0]!.law } } };
        const named = await timed("tagging", () =>
          conceptsNamed(elasticsearch, targets.provisions.index, language, ["law", "position"], among),
        );
        await timed("sending", () => send(lawLines(held, named, targets, expected), indices));
      }
      const before = finished;
      finished = (async () => {
        await before;
        await timed("merging", () => merge(elasticsearch, indices, signal));
        await timed("verifying", () => verify(elasticsearch, targets, expected));
      })();
      // A failure is met below; until then it must not make it an unhandled one.
      finished.catch(() => undefined);
      built.push(...indices);
    }
    await finished;
  } finally {
    progress.stop();
  }
  if (tableChanged) {
    log("Learning the term table from the laws in two languages");
    const meta = { generation: stamp, digest: tableDigest, sources };
    const target = await createIndex(elasticsearch, prefix, termTableIndex, meta, layout);
    // Words are analysed by the index that will serve: the new one where there is one.
    const provisionsOf = (language: Language) => {
      const alias = `${prefix}-${provisionsIndex(language).name}`;
      return built.find((index) => index.alias === alias)?.index ?? alias;
    };
    await timed("termTable", () =>
      send(termTableLines(learnTermTables(elasticsearch, library, laws, provisionsOf), target), [target]),
    );
    await merge(elasticsearch, [target], signal);
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
    "codings.ts",
    "concepts.ts",
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
function termTableDigest(laws: ReadonlyMap<Language, LawVersion[]>): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify(termTableIndex));
  hash.update(readFileSync(join(import.meta.dirname, "term-table.ts")));
  for (const [language, versions] of lawsInTwoLanguages(laws))
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

/** Laws in their order, as many at a time as have so many provisions. */
function* inParts(laws: LawVersion[]): Generator<LawVersion[]> {
  let part: LawVersion[] = [];
  let provisions = 0;
  for (const law of laws) {
    part.push(law);
    provisions += law.text?.provisions ?? 0;
    if (provisions < provisionsAtATime) continue;
    yield part;
    part = [];
    provisions = 0;
  }
  if (part.length > 0) yield part;
}

/** Every provision of some laws, its concepts not yet known, holding the documents made of each. */
async function* provisionLines(
  library: Library,
  laws: LawVersion[],
  cited: CitedLaws,
  held: LawDocuments[],
  targets: Targets,
  onLaw: () => void,
): AsyncGenerator<BulkDocument> {
  for (const law of laws) {
    const instrument = await textOf(library, law);
    const next = law.next && (await textOf(library, law.next));
    const documents = documentsOf(law, instrument, await cited.by(law, instrument), next);
    held.push(documents);
    for (const [id, document] of documents.provisions) yield { index: targets.provisions.index, id, document };
    onLaw();
  }
}

/** Some laws and their provisions that name a concept, noting on the way what the index must hold in the end. */
async function* lawLines(
  held: LawDocuments[],
  named: ReadonlyMap<string, string[]>,
  targets: Targets,
  expected: Expected,
): AsyncGenerator<BulkDocument> {
  for (const untagged of held) {
    const { law, provisions } = withConcepts(untagged, named);
    yield { index: targets.instruments.index, id: `${law.law}@${law.language}`, document: law };
    for (const [id, document] of provisions) if (named.has(id)) yield { index: targets.provisions.index, id, document };
    const [sample] = provisions;
    if (expected.laws % expected.sampleEvery === 0 && sample !== undefined)
      expected.samples.push({ id: sample[0], document: sample[1] });
    expected.laws += 1;
    expected.provisions += provisions.size;
    expected.byState.set(law.state, (expected.byState.get(law.state) ?? 0) + 1);
  }
}

async function* termTableLines(tables: AsyncIterable<TermTable>, target: Generation): AsyncGenerator<BulkDocument> {
  for await (const table of tables) yield { index: target.index, id: `${table.from}-${table.to}`, document: table };
}

async function textOf(library: Library, { text }: LawVersion): Promise<Instrument | undefined> {
  return text === undefined ? undefined : library.read(text.source, text.record);
}
