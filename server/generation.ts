import { createHash } from "node:crypto";
import { languages } from "#domain/languages.ts";
import type { Engine } from "./searching.ts";

/** What readers are being served from. */
export interface ServedGeneration {
  /** Changes with every swap; equal generations give equal answers. */
  id: string;
  /** When its newest part was built, ISO 8601. */
  asOf: string;
  /** When the index behind an alias was built, by the alias without its prefix; absent where nothing is served. */
  builtAt: ReadonlyMap<string, string>;
  /** False until the first load. */
  present: boolean;
}

/** A swap is seen this many milliseconds later at most; within them, one look serves all requests. */
const lookedUpFor = 500;

const looks = new WeakMap<Engine, { at: number; generation: Promise<ServedGeneration> }>();

/** The generation served now, from the names of the indices behind the aliases. */
export async function servedGeneration(engine: Engine): Promise<ServedGeneration> {
  const last = looks.get(engine);
  if (last !== undefined && Date.now() - last.at < lookedUpFor) return last.generation;
  const generation = lookUp(engine);
  looks.set(engine, { at: Date.now(), generation });
  generation.catch(() => looks.delete(engine));
  return generation;
}

/** When the newest of the indices of a kind, one a language, was built; undefined before the first load. */
export function newestOf(
  { builtAt }: ServedGeneration,
  name: "instruments" | "provisions" | "reports",
): string | undefined {
  return languages
    .flatMap((language) => builtAt.get(`${name}-${language}`) ?? [])
    .toSorted()
    .at(-1);
}

async function lookUp({ elasticsearch, prefix }: Engine): Promise<ServedGeneration> {
  const aliases = await elasticsearch.indices.getAlias({ name: `${prefix}-*`, allow_no_indices: true });
  const indices = Object.keys(aliases).toSorted();
  const builtAt = new Map(
    indices.flatMap((index) => {
      const parts = /^(.+)-(\d{14})-[0-9a-f]{6}$/u.exec(index);
      return parts === null ? [] : [[parts[1]!.slice(prefix.length + 1), isoTime(parts[2]!)] as const];
    }),
  );
  return {
    id: createHash("sha256").update(indices.join(" ")).digest("hex").slice(0, 16),
    asOf: [...builtAt.values()].toSorted().at(-1) ?? isoTime("19700101000000"),
    builtAt,
    present: languages.some((language) => builtAt.has(`instruments-${language}`)),
  };
}

/** `20261130020807` → `2026-11-30T02:08:07Z`. */
function isoTime(stamp: string): string {
  return stamp.replace(/(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/u, "$1-$2-$3T$4:$5:$6Z");
}
