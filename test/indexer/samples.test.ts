import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Library } from "#indexer/library.ts";
import { readLegislation } from "#indexer/read-legislation.ts";
import { recordTypes } from "#indexer/record-types.ts";

const docs = join(import.meta.dirname, "../../docs");
const guide = readFileSync(join(docs, "loading.md"), "utf8");

describe("the samples of the guide to loading", () => {
  it("are laws that are read whole", async () => {
    const home = await mkdtemp(join(tmpdir(), "compendium-samples-"));
    try {
      const account = await readLegislation(join(docs, "samples/legislation"), new Library(home), {
        source: "samples",
        defaults: {},
        dryRun: true,
        signal: new AbortController().signal,
        check: () => undefined,
      });
      expect(account).toMatchObject({ indexed: 2, rejects: [] });
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  });

  it.each(recordTypes.map(({ slug, load }) => [slug, load] as const))(
    "are %s that are read whole",
    async (slug, load) => {
      const type = await load();
      expect(type.slug).toBe(slug);
      expect(guide).toContain(`npm run index -- ${slug} docs/samples/${slug}\n`);
      const { records, rejects } = await type.read(join(docs, "samples", slug), {});
      expect(rejects).toEqual([]);
      expect(records.length).toBeGreaterThan(0);
    },
  );
});
