import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";

/**
 * The loaded records of one type other than laws, a file a source, under `<home>/records/<slug>/<source>.ndjson`.
 * Elasticsearch is rebuilt from here.
 */
export class RecordLibrary<Record extends { id: string }> {
  readonly #folder: string;
  readonly #schema: z.ZodMiniType<Record>;

  constructor(home: string, slug: string, schema: z.ZodMiniType<Record>) {
    this.#folder = join(home, "records", slug);
    this.#schema = schema;
  }

  async sources(): Promise<string[]> {
    const files = await readdir(this.#folder).catch((): string[] => []);
    return files
      .filter((file) => file.endsWith(".ndjson"))
      .map((file) => file.slice(0, -".ndjson".length))
      .toSorted();
  }

  /** In the order they were written; none for a source never loaded. */
  async read(source: string): Promise<Record[]> {
    return (await this.#lines(source)).map((line) => z.parse(this.#schema, JSON.parse(line)));
  }

  /** Of all there is: equal fingerprints, equal records. */
  async fingerprint(): Promise<string> {
    const hash = createHash("sha256");
    for (const source of await this.sources()) hash.update(`${source}\n`).update(await readFile(this.#file(source)));
    return hash.digest("hex");
  }

  /** How many of these records are new or changed beside what the source held; the others are unchanged. */
  async compare(source: string, records: readonly Record[]): Promise<{ indexed: number; unchanged: number }> {
    const before = new Set(await this.#lines(source));
    const unchanged = records.filter((record) => before.has(JSON.stringify(record))).length;
    return { indexed: records.length - unchanged, unchanged };
  }

  /** Makes a source hold these records and no others: whole or not at all. */
  async replace(source: string, records: readonly Record[]): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const draft = join(this.#folder, `.${source}.${process.pid}`);
    await writeFile(draft, records.map((record) => `${JSON.stringify(record)}\n`).join(""));
    await rename(draft, this.#file(source));
  }

  async #lines(source: string): Promise<string[]> {
    const text = await readFile(this.#file(source), "utf8").catch(() => "");
    return text.split("\n").filter((line) => line !== "");
  }

  #file(source: string): string {
    return join(this.#folder, `${source}.ndjson`);
  }
}
