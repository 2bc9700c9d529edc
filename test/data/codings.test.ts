import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { codings } from "#data/codings.ts";
import { register } from "#data/legislation.ts";
import { obligations } from "#data/obligations.ts";
import { hashOf } from "#indexer/codings.ts";
import { toInstrument } from "#indexer/instrument.ts";
import { readLaw } from "#indexer/readers/read.ts";

const data = resolve(import.meta.dirname, "../../data");
const corpus = resolve(import.meta.dirname, "../../../shared/corpus/legislation");
const isAbsent = !existsSync(corpus);
if (isAbsent)
  console.warn("Skipped: the codings beside the texts they were made on in ../shared/corpus, which is not here.");

const all = [...codings].flatMap(([law, ofLaw]) => ofLaw.map((coding) => ({ law, ...coding })));
const address = ({ law, anchor }: { law: string; anchor: string }) => `${law}/${anchor}`;

describe("the codings", () => {
  it("are at least 600, of at least 120 laws and 12 States", () => {
    expect(all.length).toBeGreaterThanOrEqual(600);
    expect(codings.size).toBeGreaterThanOrEqual(120);
    expect(new Set(all.map(({ law }) => law.slice(0, 3))).size).toBeGreaterThanOrEqual(12);
  });

  it("are of laws of the register, each in the file of its State", () => {
    const known = new Set(register.map(({ id }) => id));
    expect(all.filter(({ law }) => !known.has(law)).map(address)).toEqual([]);
    for (const file of readdirSync(resolve(data, "codings"))) {
      const rows = parse(readFileSync(resolve(data, "codings", file)), { columns: true }) as { law_id: string }[];
      expect(rows.filter(({ law_id: law }) => `${law.slice(0, 3)}.csv` !== file)).toEqual([]);
    }
  });

  it("name known obligations, each once", () => {
    for (const coding of all) {
      expect(
        coding.obligations.filter((code) => !obligations.has(code)),
        address(coding),
      ).toEqual([]);
      expect(new Set(coding.obligations).size, address(coding)).toBe(coding.obligations.length);
    }
  });

  it("have well-formed anchors, each once in its law with one facet", () => {
    const places = all.map((coding) => `${address(coding)} ${coding.facet}`);
    expect(new Set(places).size).toBe(places.length);
    for (const { anchor } of all) expect(anchor).toMatch(/^(preamble|(reg-)?(art|s|sch|p)(-[\p{Ll}\p{Lo}\p{N}.]+)+)$/u);
  });

  it("say who read the provision, as a role, and on a day there has been", () => {
    for (const coding of all) {
      expect(coding.coder, address(coding)).toMatch(/^[a-z]+(-[a-z]+)*$/u);
      expect(new Date(coding.codedOn).toISOString().slice(0, 10), address(coding)).toBe(coding.codedOn);
    }
  });

  it("say in one plain sentence of 8 to 30 words what the provision does", () => {
    for (const coding of all) {
      expect(coding.summary.split(/\s+/).length, address(coding)).toBeGreaterThanOrEqual(8);
      expect(coding.summary.split(/\s+/).length, address(coding)).toBeLessThanOrEqual(30);
      expect(coding.summary, address(coding)).toMatch(/^\p{Lu}.*\.$/u);
    }
  });

  it("bear on every area of the resolution that national law can meet", () => {
    const met = new Set(all.flatMap(({ obligations: codes }) => codes));
    const isMet = (code: string) => [...met].some((one) => one === code || one.startsWith(`${code}.`));
    expect(["OP1", "OP2", "OP6", "OP8", "OP9", "OP10"].filter((area) => !isMet(area))).toEqual([]);
    for (const area of ["OP2", "OP3A", "OP3B", "OP3C", "OP3D"]) {
      const rows = [...obligations.values()].filter(({ parent }) => parent === area).map(({ code }) => code);
      const without = rows.filter((code) => !isMet(code));
      expect(without.length, `${area} has no provision for ${without.join(", ")}`).toBeLessThanOrEqual(1);
    }
  });
});

describe.skipIf(isAbsent)("the codings beside the texts they were made on", () => {
  // PDF and Word files take longer to read than all others together; `npm run index -- codings check` looks at them too.
  const laws = parse<Record<string, string>>(readFileSync(resolve(data, "legislation.csv")), { columns: true })
    .filter(({ id, corpus_path: path }) => codings.has(id!) && !/\.(pdf|docx?)$/u.test(path!))
    .map((law) => [law.id!, law] as const);

  it.each(laws)("find each provision of %s, its label and its words", async (id, law) => {
    const path = law.corpus_path!;
    const facts = { state: law.state!, language: law.language as "en", title: law.title! };
    const reading = await readLaw({ path, bytes: readFileSync(resolve(corpus, path)), facts });
    const { provisions } = await toInstrument({ name: "corpus", path }, facts, reading);
    const found = codings.get(id)!.map(({ anchor, label, textHash }) => {
      const provision = provisions.find((one) => one.anchor === anchor);
      return {
        anchor,
        label: provision?.label === "" ? label : provision?.label,
        ...(textHash !== undefined && provision !== undefined && { textHash: hashOf(provision.text) }),
      };
    });
    expect(found).toEqual(
      codings.get(id)!.map(({ anchor, label, textHash }) => ({ anchor, label, ...(textHash && { textHash }) })),
    );
  });
});
