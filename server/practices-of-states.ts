import * as z from "zod/mini";
import { EffectivePracticesParams } from "#domain/effective-practices.ts";
import type { Practices } from "#domain/profiles.ts";
import { searchEffectivePractices } from "./effective-practices.ts";
import { servedGeneration } from "./generation.ts";
import type { Engine } from "./searching.ts";

/** The practices that these States contributed and share; a practice of several States counts once. */
export async function practicesOf(
  engine: Engine,
  ofStates: { contributor: string[] } | { region: string[] },
  members: readonly string[],
): Promise<Practices> {
  const [{ builtAt }, { total, items, facets }] = await Promise.all([
    servedGeneration(engine),
    searchEffectivePractices(engine, z.parse(EffectivePracticesParams, { ...ofStates, size: "100" })),
  ]);
  const asOf = builtAt.get("effective-practices");
  const contributors = facets["contributor"]!.filter(({ value, count }) => count > 0 && members.includes(value));
  return { ...(asOf !== undefined && { asOf }), total, items, contributors: contributors.length };
}
