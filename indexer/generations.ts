import { setTimeout } from "node:timers/promises";
import type { Client } from "@elastic/elasticsearch";
import * as z from "zod/mini";
import type { StoredIndex } from "#mappings/index-definition.ts";
import { mappingOf } from "#mappings/indices.ts";

/** What an index says of itself in its mapping. */
const Meta = z.object({
  /** When it was built and from what: sorts by time. */
  generation: z.string(),
  digest: z.string(),
  /** False until readers have been sent to it: a build that was interrupted. */
  complete: z.boolean(),
});

/** One index of ours. */
export interface Generation extends z.infer<typeof Meta> {
  index: string;
  /** `compendium-instruments-en`: what readers ask for. */
  alias: string;
  /** True when readers are being served from it. */
  serving: boolean;
}

/** The stamp of a generation that is built now: sorts by time. */
export function newStamp(): string {
  return new Date().toISOString().replaceAll(/\D/gu, "").slice(0, 14);
}

/** Makes an empty index that nobody reads yet, without refresh and copies until `finish`. */
export async function createIndex(
  elasticsearch: Client,
  prefix: string,
  definition: StoredIndex,
  meta: { generation: string; digest: string },
): Promise<Generation> {
  const alias = `${prefix}-${definition.name}`;
  const index = `${alias}-${meta.generation}-${meta.digest.slice(0, 6)}`;
  await elasticsearch.indices.delete({ index, ignore_unavailable: true });
  await elasticsearch.indices.create({
    index,
    mappings: mappingOf(definition, { ...meta, complete: false }),
    settings: { ...definition.settings, refresh_interval: "-1", auto_expand_replicas: "false", number_of_replicas: 0 },
  });
  return { index, alias, serving: false, complete: false, ...meta };
}

/** Makes full indices fit for readers: one segment, refreshed, copied where there are nodes for it. */
export async function finish(elasticsearch: Client, targets: Generation[]): Promise<void> {
  const index = targets.map((target) => target.index);
  await merge(elasticsearch, index);
  await elasticsearch.indices.putSettings({ index, settings: { refresh_interval: "1s", auto_expand_replicas: "0-1" } });
}

/** As a task of the engine: on a busy machine it takes longer than any request may, whatever time that one is given. */
async function merge(elasticsearch: Client, index: string[]): Promise<void> {
  const { task } = await elasticsearch.indices.forcemerge({ index, max_num_segments: 1, wait_for_completion: false });
  for (let wait = 50; ; wait = Math.min(2 * wait, 5000)) {
    // A task that is not known any more has run.
    const { statusCode, body } = await elasticsearch.tasks.get({ task_id: task! }, { ignore: [404], meta: true });
    if (body.error !== undefined && statusCode !== 404)
      throw new Error(`Elasticsearch could not merge ${index.join(", ")}: ${body.error.reason}`);
    if (statusCode === 404 || body.completed) return;
    await setTimeout(wait);
  }
}

/** All indices under a prefix, whoever serves or not, oldest first. */
export async function generations(elasticsearch: Client, prefix: string): Promise<Generation[]> {
  const found = await elasticsearch.indices.get({
    index: `${prefix}-*`,
    features: ["mappings", "aliases"],
    allow_no_indices: true,
    expand_wildcards: "open",
  });
  return Object.entries(found)
    .flatMap(([index, { mappings, aliases }]) => {
      const meta = z.safeParse(Meta, mappings?._meta);
      const alias = /^(.+)-\d{14}-[0-9a-f]{6}$/u.exec(index)?.[1];
      return meta.success && alias !== undefined
        ? [{ index, alias, serving: aliases?.[alias] !== undefined, ...meta.data }]
        : [];
    })
    .toSorted((a, b) => (a.generation < b.generation ? -1 : 1));
}

/** Sends readers from the old indices to the new ones in one call: they see all of the change or none of it. */
export async function serve(elasticsearch: Client, prefix: string, targets: Generation[]): Promise<void> {
  const current = await generations(elasticsearch, prefix);
  const aliases = new Set(targets.map(({ alias }) => alias));
  const actions = [
    ...current
      .filter(({ alias, serving }) => serving && aliases.has(alias))
      .map(({ index, alias }) => ({ remove: { index, alias, must_exist: true } })),
    ...targets.map(({ index, alias }) => ({ add: { index, alias } })),
  ];
  await elasticsearch.indices.updateAliases({ actions });
  await markComplete(elasticsearch, targets);
}

async function markComplete(elasticsearch: Client, targets: Generation[]): Promise<void> {
  for (const { index, generation, digest } of targets)
    await elasticsearch.indices.putMapping({ index, _meta: { generation, digest, complete: true } });
}

/** Removes what an interrupted build left, and of each alias all complete generations but the one that serves and the one before. */
export async function removeOld(elasticsearch: Client, prefix: string): Promise<void> {
  const all = await generations(elasticsearch, prefix);
  await markComplete(
    elasticsearch,
    all.filter(({ serving, complete }) => serving && !complete),
  ); // interrupted between the swap and its mark
  const old = all.filter(({ index, alias, serving, complete }) => {
    if (serving) return false;
    const before = all.filter((other) => other.alias === alias && !other.serving && other.complete).at(-1);
    return !complete || index !== before?.index;
  });
  for (const { index } of old) await elasticsearch.indices.delete({ index, ignore_unavailable: true });
}

/**
 * Sends readers of some aliases back from the newest generation to the one before, for each alias it replaced.
 * @param names of the definitions: `instruments-en`
 * @returns the indices that serve now; empty when there is nothing to go back to
 */
export async function rollBack(elasticsearch: Client, prefix: string, names: string[]): Promise<Generation[]> {
  const aliases = new Set(names.map((name) => `${prefix}-${name}`));
  const all = (await generations(elasticsearch, prefix)).filter(({ alias }) => aliases.has(alias));
  const newest = all.filter(({ serving }) => serving).at(-1)?.generation;
  const targets = all
    .filter(({ serving, generation }) => serving && generation === newest)
    .flatMap(({ alias }) => all.filter((other) => other.alias === alias && !other.serving && other.complete).slice(-1));
  if (targets.length > 0) await serve(elasticsearch, prefix, targets);
  return targets;
}
