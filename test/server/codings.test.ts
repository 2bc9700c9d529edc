import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { Law, LegislationPage } from "#domain/legislation.ts";
import { loadLaws, removeIndices, testElasticsearch } from "../support/load.ts";
import { startApp } from "../support/start-app.ts";

const elasticsearch = testElasticsearch();
const prefix = "test-codings";
let folder: string;
let app: Awaited<ReturnType<typeof startApp>>;

beforeAll(async () => {
  await removeIndices(elasticsearch, prefix);
  folder = await mkdtemp(join(tmpdir(), "compendium-test-"));
  // A law of the register, with one of its coded sections in other words and none of the rest.
  await writeFile(
    join(folder, "manifest.csv"),
    "path,state_iso3,language,title\nzw-1998-9.txt,ZWE,en,Chemical Weapons (Prohibition) Act\n",
  );
  await writeFile(
    join(folder, "zw-1998-9.txt"),
    "Chemical Weapons (Prohibition) Act\n\nSection 4. Treaties\nNo treaty has effect before it is published.\n",
  );
  await loadLaws(elasticsearch, prefix, folder);
  app = await startApp(elasticsearch, prefix);
}, 120_000);

afterAll(async () => {
  await app?.stop();
  await rm(folder, { recursive: true, force: true });
  await removeIndices(elasticsearch, prefix);
});

async function law(id: string): Promise<Law> {
  const response = await fetch(`${app.address}/api/v1/legislation/${encodeURIComponent(id)}`);
  expect(response.status).toBe(200);
  return z.parse(Law, await response.json());
}

async function ids(filter: string): Promise<string[]> {
  const response = await fetch(`${app.address}/api/v1/legislation?size=100&${filter}`);
  return z.parse(LegislationPage, await response.json()).items.map(({ id }) => id);
}

describe("the codings of a law", () => {
  it("stand with each provision, with who made them and when", async () => {
    const { provisions, orphanCodings, meta } = await law("ury-uy-ley-19056");
    const coded = provisions.filter(({ codings }) => codings.length > 0);
    expect(coded.length).toBeGreaterThan(0);
    for (const { summary, obligations, codings } of coded) {
      expect(codings).toEqual([
        expect.objectContaining({ summary, obligations, coder: "compendium-editors", state: "confirmed" }),
      ]);
      expect(codings[0]!.codedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    }
    expect(orphanCodings).toEqual([]);
    expect(meta.disclaimer).toContain("does not measure compliance");
  });

  it("are stale where the text reads otherwise, and then count nowhere", async () => {
    const { provisions, orphanCodings } = await law("zwe-zw-1998-9");
    const section = provisions.find(({ anchor }) => anchor === "s-4")!;
    expect(section).toMatchObject({ obligations: [], weapons: [], codings: [{ state: "stale" }] });
    expect(section).not.toHaveProperty("summary");
    expect(orphanCodings.map(({ anchor, state }) => [anchor, state])).toContainEqual(["s-6", "stale"]);
    expect(await ids("state=ZWE")).toContain("zwe-zw-1998-9");
    expect(await ids("state=ZWE&obligation=OP2,OP3A,OP8")).not.toContain("zwe-zw-1998-9");
  });

  it("stay readable on a repealed law, and are no measure", async () => {
    const repealed = "chn-核两用品及相关技术出口管制条例-2007-01-26";
    const { provisions } = await law(repealed);
    expect(provisions.length).toBeGreaterThan(0);
    for (const { summary, obligations, weapons, codings } of provisions) {
      expect({ obligations, weapons }).toEqual({ obligations: [], weapons: [] });
      expect(codings).toEqual([expect.objectContaining({ summary, state: "not-a-measure" })]);
      expect(codings[0]!.obligations.length).toBeGreaterThan(0);
    }
    expect(await ids("state=CHN&status=repealed&obligation=OP3D")).not.toContain(repealed);
  });
});
