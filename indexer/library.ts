import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";
import { Language } from "#domain/languages.ts";
import { Instrument, LawFacts } from "#domain/legislation.ts";
import { ExitError, exitCodes } from "./exit.ts";

/** What other laws may call a law by, as its file says it. */
export const NamingFacts = z.pick(LawFacts, {
  state: true,
  title: true,
  type: true,
  number: true,
  citation: true,
  year: true,
});
export type NamingFacts = z.infer<typeof NamingFacts>;

/** What became of one file, and the hash of all that decided it: bytes, manifest row and readers. */
const CatalogueEntry = z.object({
  key: z.string(),
  outcome: z.union([
    z.extend(NamingFacts, {
      law: z.string(),
      language: Language,
      record: z.string(),
      provisions: z.int(),
      articles: z.int(),
    }),
    z.object({ rejected: z.string(), place: z.optional(z.string()) }),
  ]),
});
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;

export type Catalogue = Record<string, CatalogueEntry>;

/**
 * The parsed laws, by content hash, under `<home>/library/<source>`. Elasticsearch is rebuilt from here; whatever
 * is here was read whole.
 */
export class Library {
  readonly #folder: string;

  constructor(home: string) {
    this.#folder = join(home, "library");
  }

  async sources(): Promise<string[]> {
    const names = await readdir(this.#folder).catch((): string[] => []);
    return names.toSorted();
  }

  /**
   * By file path; empty for a source never read.
   * @throws ExitError when it is damaged or an earlier version wrote it: were it taken for empty, readers would lose its laws
   */
  async catalogue(source: string): Promise<Catalogue> {
    const file = join(this.#folder, source, "catalogue.json");
    const catalogue: Catalogue = {};
    try {
      for await (const line of linesOf(file))
        for (const [path, entry] of entriesIn(line)) catalogue[path] = z.parse(CatalogueEntry, entry);
      return catalogue;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
      throw new ExitError(
        exitCodes.unexpected,
        `${file} is damaged, or an earlier version wrote it. Load the folder of its laws again: npm run index -- legislation FOLDER --source ${source}`,
        error,
      );
    }
  }

  /** The same for those who read the files again: what is damaged counts as never read. */
  async catalogueIfWhole(source: string): Promise<Catalogue> {
    return this.catalogue(source).catch(() => ({}));
  }

  async writeCatalogue(source: string, catalogue: Catalogue): Promise<void> {
    await this.#write(join(this.#folder, source), "catalogue.json", jsonInParts(catalogue));
  }

  /** At once: to ask for a file so small and wait for it would take three times as long. */
  read(source: string, record: string): Instrument {
    const text = readFileSync(join(this.#folder, source, "records", `${record}.json`), "utf8");
    return z.parse(Instrument, JSON.parse(text));
  }

  /** @returns the record's hash, by which it is found again */
  async write(source: string, instrument: Instrument): Promise<string> {
    const text = JSON.stringify(instrument);
    const record = createHash("sha256").update(text).digest("hex").slice(0, 32);
    await this.#write(join(this.#folder, source, "records"), `${record}.json`, text);
    return record;
  }

  /** Removes the records no catalogue entry names any more. */
  async prune(source: string, catalogue: Catalogue): Promise<void> {
    const named = new Set(
      Object.values(catalogue).flatMap(({ outcome }) => ("record" in outcome ? [`${outcome.record}.json`] : [])),
    );
    const folder = join(this.#folder, source, "records");
    for (const file of await readdir(folder).catch(() => []))
      if (!named.has(file)) await rm(join(folder, file), { force: true });
  }

  /** Whole or not at all: a reader never sees half a file. */
  async #write(folder: string, name: string, text: string | Iterable<string>): Promise<void> {
    await mkdir(folder, { recursive: true });
    const draft = join(folder, `.${name}.${process.pid}`);
    await writeFile(draft, text);
    await rename(draft, join(folder, name));
  }
}

/**
 * Its JSON, an entry a line. It is written a thousand at a time and read line by line: as one text it would take more memory than all
 * that is kept of fifty thousand files.
 */
function* jsonInParts(catalogue: Catalogue): Generator<string> {
  let part = "{";
  let entries = 0;
  for (const [path, entry] of Object.entries(catalogue)) {
    part += `${entries === 0 ? "" : ","}\n${JSON.stringify(path)}:${JSON.stringify(entry)}`;
    entries += 1;
    if (entries % 1000 > 0) continue;
    yield part;
    part = "";
  }
  yield `${part}\n}`;
}

function entriesIn(line: string): [path: string, entry: unknown][] {
  return line === "{" || line === "}" ? [] : Object.entries(JSON.parse(`{${line.replace(/,$/u, "")}}`) as object);
}

/** @throws Error when the last line does not close what the first opened */
async function* linesOf(file: string): AsyncGenerator<string> {
  let last = "";
  for await (const text of createReadStream(file, { encoding: "utf8", highWaterMark: 1_000_000 })) {
    const lines = `${last}${text}`.split("\n");
    last = lines.pop()!;
    yield* lines;
  }
  if (!last.endsWith("}")) throw new Error(`${file} is cut off`);
  yield last;
}
