import type { Language } from "#domain/languages.ts";
import type { TreatiesOfRegion, TreatiesOfState } from "#domain/profiles.ts";
import type { TreatyAnswer } from "#domain/treaties.ts";
import { treaties } from "#data/treaties.ts";
import { servedGeneration } from "./generation.ts";
import type { Engine } from "./searching.ts";
import { knownTreaties, readTreaty, treatyActs } from "./treaties.ts";

/** What a State is to each treaty, and by what acts. */
export async function treatiesOfState(engine: Engine, iso3: string, language: Language): Promise<TreatiesOfState> {
  return treatiesBlock(engine, language, ({ items, meta }) => {
    const { standing, acts } = items.find(({ state }) => state === iso3)!;
    return { standing, acts, source: meta.source };
  });
}

/** How many of these States are party to each treaty. */
export async function treatiesOfRegion(
  engine: Engine,
  members: readonly string[],
  language: Language,
): Promise<TreatiesOfRegion> {
  return treatiesBlock(engine, language, ({ items, meta }) => {
    const counted = items.filter(({ state }) => members.includes(state));
    return {
      parties: counted.filter(({ standing }) => standing === "party").length,
      signatories: counted.filter(({ standing }) => standing === "signatory").length,
      of: counted.length,
      source: meta.source,
    };
  });
}

interface Listed {
  code: string;
  name: string;
  knownUntil: string;
}

/** The treaties of which something is known, each on the last day of which it is. */
async function treatiesBlock<Item>(
  engine: Engine,
  language: Language,
  itemOf: (treaty: TreatyAnswer) => Item,
): Promise<{ asOf?: string; items: (Listed & Item)[] }> {
  const asOf = (await servedGeneration(engine)).builtAt.get("treaties");
  if (asOf === undefined) return { items: [] };
  const codes = new Set([...treaties.keys(), ...knownTreaties(await treatyActs(engine)).keys()]);
  const answers = await Promise.all([...codes].map((code) => readTreaty(engine, code, { language })));
  return {
    asOf,
    items: answers
      .filter(({ date }) => date !== "")
      .map((answer) => ({
        code: answer.treaty.code,
        name: answer.treaty.name,
        knownUntil: answer.date,
        ...itemOf(answer),
      })),
  };
}
