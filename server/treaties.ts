import type { TreatyAction } from "#domain/treaties.ts";
import { everyHit } from "./export.ts";
import { servedGeneration } from "./generation.ts";
import { HttpError } from "./http-error.ts";
import type { Engine } from "./searching.ts";

/** All acts towards treaties that are served, by treaty, then by State, oldest first. */
export type TreatyActs = ReadonlyMap<string, ReadonlyMap<string, readonly TreatyAction[]>>;

const readBefore = new WeakMap<Engine, { generation: string; acts: Promise<TreatyActs> }>();

/**
 * Reads them once a generation: a few thousand, and every figure asks for all of them.
 * @throws HttpError 404 when none are loaded
 */
export async function treatyActs(engine: Engine): Promise<TreatyActs> {
  const { id, builtAt } = await servedGeneration(engine);
  if (!builtAt.has("treaties")) throw new HttpError(404, "No acts of States towards treaties are loaded.");
  const before = readBefore.get(engine);
  if (before?.generation === id) return before.acts;
  const acts = readActs(engine);
  readBefore.set(engine, { generation: id, acts });
  acts.catch(() => readBefore.delete(engine));
  return acts;
}

async function readActs({ elasticsearch, prefix }: Engine): Promise<TreatyActs> {
  const acts = new Map<string, Map<string, TreatyAction[]>>();
  const hits = everyHit<TreatyAction>(elasticsearch, [`${prefix}-treaties`], { match_all: {} }, [
    { date: "asc" },
    { id: "asc" },
  ]);
  for await (const act of hits) {
    const ofTreaty = acts.get(act.treaty) ?? new Map<string, TreatyAction[]>();
    acts.set(act.treaty, ofTreaty);
    ofTreaty.set(act.state, [...(ofTreaty.get(act.state) ?? []), act]);
  }
  return acts;
}
