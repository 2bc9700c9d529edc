import { errors, type Client } from "@elastic/elasticsearch";
import * as z from "zod/mini";
import type { StoredIndex } from "#mappings/index-definition.ts";
import { mappingOf } from "#mappings/indices.ts";
import { ExitError, exitCodes } from "./exit.ts";

/** What an index says of itself in its mapping. */
const Meta = z.object({
  /** When it was built and from what: sorts by time. */
  generation: z.string(),
  digest: z.string(),
  /** The sources of the library it was built from. */
  sources: z._default(z.array(z.string()), []),
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

/** How an index is spread over the nodes of a cluster. */
export interface IndexLayout {
  /** Undefined: one. */
  shards?: number | undefined;
  /** Undefined: one as soon as there is a second node. */
  replicas?: number | undefined;
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
  meta: Pick<Generation, "generation" | "digest" | "sources">,
  { shards = 1 }: IndexLayout = {},
): Promise<Generation> {
  const alias = `${prefix}-${definition.name}`;
  const index = `${alias}-${meta.generation}-${meta.digest.slice(0, 6)}`;
  await elasticsearch.indices.delete({ index, ignore_unavailable: true });
  const settings = {
    ...definition.settings,
    number_of_shards: shards,
    refresh_interval: "-1",
    auto_expand_replicas: "false",
    number_of_replicas: 0,
  };
  await elasticsearch.indices
    .create({ index, mappings: mappingOf(definition, { ...meta, complete: false }), settings })
    .catch((error: unknown) => {
      // It was not there a moment ago: the answer was lost with its node, and the client asked another a second time.
      if (!isOfType(error, "resource_already_exists_exception")) throw error;
    });
  return { index, alias, serving: false, complete: false, ...meta };
}

/** Whether the engine refused something with an error of this type. */
export function isOfType(error: unknown, type: string): boolean {
  return (
    error instanceof errors.ResponseError &&
    (error.body as { error?: { type?: string } } | undefined)?.error?.type === type
  );
}

/** Makes full indices fit for readers: refreshed from now on, and copied where there are nodes for it. */
export async function finish(
  elasticsearch: Client,
  targets: Generation[],
  { replicas }: IndexLayout,
  signal: AbortSignal,
): Promise<void> {
  const index = targets.map((target) => target.index);
  const copies = replicas === undefined ? { auto_expand_replicas: "0-1" } : { number_of_replicas: replicas };
  await elasticsearch.indices.putSettings({ index, settings: { refresh_interval: "1s", ...copies } });
  await copied(elasticsearch, index, 1 + (replicas ?? 1), signal);
}

/**
 * Waits for the copies that have a node to go to: readers sent to an index without would lose it with its node. A copy begins on its
 * way some time after it is asked for, so that none on their way does not say that all are there.
 * @param copies of each shard, the first among them
 */
async function copied(elasticsearch: Client, index: string[], copies: number, signal: AbortSignal): Promise<void> {
  // What no node takes in half a minute, its disk being full or its rules against it, is not waited for.
  for (let idle = 0; idle < 3;) {
    const { active_primary_shards: shards, number_of_data_nodes: nodes } = await elasticsearch.cluster.health(
      { index },
      { signal },
    );
    const health = await elasticsearch.cluster.health(
      {
        index,
        wait_for_status: "yellow",
        wait_for_active_shards: shards * Math.min(copies, nodes),
        timeout: "10s",
      },
      // 408: they are still on their way.
      { ignore: [408], signal },
    );
    if (!health.timed_out) return;
    if (health.status === "red")
      throw new ExitError(
        exitCodes.tryAgain,
        `A node of Elasticsearch that held a part of ${index.join(", ")} is gone, and readers stay on the old data: run the command again`,
      );
    idle = health.initializing_shards > 0 ? 0 : idle + 1;
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

/**
 * Whether readers are served under these aliases from sources that are not among one's own: of a library in another
 * COMPENDIUM_HOME, which to build without would take from readers. Then it says so.
 */
export function leftAlone(
  type: string,
  serving: readonly Generation[],
  aliases: readonly string[],
  own: readonly string[],
  log: (line: string) => void,
): boolean {
  const served = new Set(serving.filter(({ alias }) => aliases.includes(alias)).flatMap(({ sources }) => sources));
  const elsewhere = [...served].filter((source) => !own.includes(source)).toSorted();
  if (elsewhere.length > 0)
    log(
      `Left as it is: ${type} is served from ${elsewhere.join(", ")}, loaded from another COMPENDIUM_HOME. "rebuild ${type}" would take that from readers.`,
    );
  return elsewhere.length > 0;
}

/**
 * Sends readers to indices just built, unless another indexer has come between: one of another home folder, which the lock of
 * this one does not keep out, while this one stood still.
 * @throws ExitError 75 when an index was removed meanwhile, or a newer generation serves
 */
export async function serveBuilt(elasticsearch: Client, prefix: string, targets: Generation[]): Promise<void> {
  const current = await generations(elasticsearch, prefix);
  const isOvertaken = targets.some(
    ({ index, alias, generation }) =>
      !current.some((other) => other.index === index) ||
      current.some((other) => other.alias === alias && other.serving && other.generation > generation),
  );
  if (isOvertaken)
    throw new ExitError(
      exitCodes.tryAgain,
      `Another indexer has built indices of ${prefix} meanwhile, and readers stay on what it served: run the command again`,
    );
  await serve(elasticsearch, prefix, targets);
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
  await elasticsearch.indices.updateAliases({ actions }).catch(async (error: unknown) => {
    // Its answer may have been lost, and then the client's second call finds nothing left to remove.
    const now = await generations(elasticsearch, prefix);
    if (!targets.every(({ index }) => now.some((other) => other.index === index && other.serving))) throw error;
  });
  await markComplete(elasticsearch, targets);
}

/** Side by side, for the engine takes as one change what it is asked meanwhile. */
async function markComplete(elasticsearch: Client, targets: Generation[]): Promise<void> {
  await Promise.all(
    targets.map(({ index, generation, digest, sources }) =>
      elasticsearch.indices.putMapping({ index, _meta: { generation, digest, sources, complete: true } }),
    ),
  );
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
  await Promise.all(old.map(({ index }) => elasticsearch.indices.delete({ index, ignore_unavailable: true })));
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
