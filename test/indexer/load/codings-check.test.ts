import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Library } from "#indexer/library.ts";
import { lastObject, runIndexer } from "../../support/command.ts";

let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "compendium-test-"));
});

afterAll(() => rm(home, { recursive: true, force: true }));

const check = (...args: string[]) => runIndexer(home, "test-codings-check", "codings", "check", ...args);

describe("npm run index -- codings check", { timeout: 60_000 }, () => {
  it("counts the codings by State and area, and ends with 0 where nothing is wrong", async () => {
    const { code, stdout } = await check();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\| ZWE \| \d+ \| 0 \| 0 \|$/mu);
    expect(stdout).toMatch(/^\| OP3D \| \d+ \| 0 \| \d+ \|$/mu);
    expect(stdout).toMatch(/^\d+ codings of \d+ laws, 0 of them with a text: 0 faults$/mu);
  });

  it("names a provision that reads otherwise now, and ends with 3", async () => {
    const library = new Library(home);
    const law = {
      id: "zwe-zw-1998-9",
      state: "ZWE",
      language: "en" as const,
      title: "Chemical Weapons (Prohibition) Act",
      type: "act" as const,
      status: "unknown" as const,
      textStatus: "original" as const,
      source: { name: "laws", path: "a.txt" },
      provisions: [{ anchor: "s-4", kind: "article" as const, label: "s. 4", path: [], text: "Other words." }],
    };
    const { id, language, state, title, type } = law;
    const outcome = { law: id, language, provisions: 1, articles: 1, state, title, type };
    await library.writeCatalogue("laws", {
      "a.txt": { key: "1", outcome: { ...outcome, record: await library.write("laws", law) } },
    });
    const asWords = await check();
    expect(asWords.code).toBe(3);
    expect(asWords.stdout).toMatch(
      /^zwe-zw-1998-9\/s-4 \(en\): the text reads otherwise than when it was coded; its hash is [0-9a-f]{16} now$/mu,
    );
    const asObject = await check("--json");
    expect(asObject.code).toBe(3);
    expect(lastObject(asObject.stdout)["faults"]).toContainEqual({
      law: "zwe-zw-1998-9",
      language: "en",
      anchor: "s-6",
      fault: "unknown-anchor",
    });
  });
});
