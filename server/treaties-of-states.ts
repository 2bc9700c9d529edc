import type { Language } from "#domain/languages.ts";
import type { TreatiesOfRegion, TreatiesOfState } from "#domain/profiles.ts";
import { standingOn, type Treaty } from "#domain/treaties.ts";
import { isMemberOn } from "#data/membership.ts";
import { treaties } from "#data/treaties.ts";
import { servedGeneration } from "./generation.ts";
import type { Engine } from "./searching.ts";
import { treatyActs, type TreatyActs } from "./treaties.ts";
import { knownTreaties } from "./trends-treaties.ts";

/** What a State did towards each treaty. */
export async function treatiesOfState(engine: Engine, iso3: string, language: Language): Promise<TreatiesOfState> {
  return treatiesBlock(engine, language, ({ code, knownUntil }, acts) => {
    if (knownUntil === undefined) return { acts: [] };
    const own = acts.get(code)?.get(iso3) ?? [];
    return {
      standing: standingOn(own, knownUntil),
      acts: own.map(({ act, date, source }) => ({ act, date, source })),
    };
  });
}

/** How many of these States are party to each treaty. */
export async function treatiesOfRegion(
  engine: Engine,
  members: readonly string[],
  language: Language,
): Promise<TreatiesOfRegion> {
  return treatiesBlock(engine, language, ({ code, knownUntil }, acts) => {
    if (knownUntil === undefined) return {};
    const counted = members.filter((iso3) => isMemberOn(iso3, knownUntil));
    const standings = counted.map((iso3) => standingOn(acts.get(code)?.get(iso3) ?? [], knownUntil));
    return {
      counted: {
        parties: standings.filter((standing) => standing === "party").length,
        signatories: standings.filter((standing) => standing === "signatory").length,
        of: counted.length,
      },
    };
  });
}

interface Listed {
  code: string;
  name: string;
  knownUntil?: string;
}

async function treatiesBlock<Item>(
  engine: Engine,
  language: Language,
  itemOf: (treaty: Listed, acts: TreatyActs) => Item,
): Promise<{ asOf?: string; items: (Listed & Item)[] }> {
  const asOf = (await servedGeneration(engine)).builtAt.get("treaties");
  if (asOf === undefined) return { items: [] };
  const acts = await treatyActs(engine);
  const known = knownTreaties(acts);
  const listed = [...new Map<string, Pick<Treaty, "code" | "names">>([...treaties, ...known]).values()].map(
    ({ code, names }): Listed => {
      const knownUntil = known.get(code)?.asOf;
      return { code, name: names[language], ...(knownUntil !== undefined && { knownUntil }) };
    },
  );
  return { asOf, items: listed.map((treaty) => ({ ...treaty, ...itemOf(treaty, acts) })) };
}
