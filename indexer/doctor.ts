import { readFile, statfs } from "node:fs/promises";
import { join } from "node:path";
import type { Client, estypes } from "@elastic/elasticsearch";
import { languages, type Language } from "#domain/languages.ts";
import type { StoredIndex } from "#mappings/index-definition.ts";
import { indexDefinitions, mappingOf } from "#mappings/indices.ts";
import { digestOf } from "./build.ts";
import { recordsDigest } from "./build-records.ts";
import { ExitError } from "./exit.ts";
import { generations, type Generation } from "./generations.ts";
import { lawsByLanguage, type LawVersion } from "./laws.ts";
import type { Library } from "./library.ts";
import { RecordLibrary } from "./record-library.ts";
import type { RecordType } from "./record-type.ts";

/** What the doctor looks at; docs/operating.md says what to do where one is not well. */
export type Examined = "engine" | "version" | "memory" | "disk" | "clock" | "mappings" | "library" | "generations";

/** One thing looked at: how it is, in a sentence, and what to do where it is not well. */
export interface Finding {
  examined: Examined;
  isWell: boolean;
  finding: string;
  remedy?: string;
}

/** A full disk stops writes at 95 %; two generations need room before. */
const leastFree = 0.1;
const greatestClockDifference = 5_000;
const greatestHeapUse = 0.9;

/** Looks at the engine, and at the indices beside the library they were made from. Changes nothing. */
export async function examine(
  elasticsearch: Client,
  prefix: string,
  home: string,
  library: Library,
  types: readonly RecordType[],
): Promise<Finding[]> {
  const all = await generations(elasticsearch, prefix);
  return [
    await engineHealth(elasticsearch, prefix),
    ...(await nodes(elasticsearch)),
    await homeDisk(home),
    ...(await mappingsOf(elasticsearch, prefix, all)),
    await libraryOf(prefix, home, library, types, all),
    await leftOvers(home, all),
  ];
}

async function engineHealth(elasticsearch: Client, prefix: string): Promise<Finding> {
  const { status, number_of_nodes, unassigned_shards } = await elasticsearch.cluster.health({ index: `${prefix}-*` });
  return {
    examined: "engine",
    isWell: status.toLowerCase() !== "red",
    finding: `${status}, ${number_of_nodes} ${number_of_nodes === 1 ? "node" : "nodes"}, ${unassigned_shards} parts without a place`,
    remedy:
      "A part of the data has no node. Start the missing nodes; if they are lost, `rebuild` makes the indices anew from the library.",
  };
}

async function nodes(elasticsearch: Client): Promise<Finding[]> {
  const asked = Date.now();
  const [info, stats] = await Promise.all([
    elasticsearch.nodes.info({ metric: "process" }),
    elasticsearch.nodes.stats({ metric: ["jvm", "fs"] }),
  ]);
  const versions = Object.values(info.nodes).map(({ version }) => version);
  const findings: Finding[] = [
    {
      examined: "version",
      isWell: versions.every((version) => /^(8\.(19|[2-9]\d)|9)\./u.test(version)),
      finding: `Elasticsearch ${[...new Set(versions)].join(", ")}, Node.js ${process.versions.node}`,
      remedy: "The indices are made for Elasticsearch 8.19 or 9.x: use one of these.",
    },
  ];
  for (const { name, jvm, fs, timestamp } of Object.values(stats.nodes)) {
    const used = (jvm?.mem?.heap_used_percent ?? 0) / 100;
    findings.push({
      examined: "memory",
      isWell: used < greatestHeapUse,
      finding: `${name}: ${Math.round(used * 100)} % of ${megabytes(jvm?.mem?.heap_max_in_bytes ?? 0)} of heap`,
      remedy: "Give the engine more memory: ENGINE_HEAP for the embedded one.",
    });
    findings.push(diskFinding(`${name}`, fs?.total?.available_in_bytes ?? 0, fs?.total?.total_in_bytes ?? 1));
    const difference = Math.abs((timestamp ?? asked) - Date.now());
    findings.push({
      examined: "clock",
      isWell: difference <= greatestClockDifference,
      finding: `${name}: ${(difference / 1000).toFixed(1)} s from the clock here`,
      remedy: "Generations are named by the time they are built: let both machines follow a time server.",
    });
  }
  return findings;
}

async function homeDisk(home: string): Promise<Finding> {
  const { bavail, blocks, bsize } = await statfs(home);
  return diskFinding(home, bavail * bsize, blocks * bsize);
}

function diskFinding(place: string, free: number, total: number): Finding {
  return {
    examined: "disk",
    isWell: free / total >= leastFree,
    finding: `${place}: ${megabytes(free)} of ${megabytes(total)} free`,
    remedy: "Free space: at 95 % Elasticsearch takes no more writes, and a load needs room for two generations.",
  };
}

/** Each served index has the fields this version asks for, as it defines them. */
async function mappingsOf(elasticsearch: Client, prefix: string, all: Generation[]): Promise<Finding[]> {
  const differing: string[] = [];
  const missing: string[] = [];
  for (const definition of indexDefinitions()) {
    const served = all.find(({ alias, serving }) => serving && alias === `${prefix}-${definition.name}`);
    if (served === undefined) missing.push(definition.name);
    else {
      const answer = await elasticsearch.indices.getMapping({ index: served.index });
      differing.push(...differences(definition, answer[served.index]!.mappings.properties ?? {}));
    }
  }
  return [
    {
      examined: "mappings",
      isWell: missing.length === 0 && differing.length === 0,
      finding: [
        `${indexDefinitions().length - missing.length} of ${indexDefinitions().length} indices served`,
        ...(missing.length > 0 ? [`not there: ${missing.join(", ")}`] : []),
        ...(differing.length > 0 ? [`other than this version defines: ${differing.join(", ")}`] : []),
      ].join("; "),
      remedy: "`bundled` builds what is missing or of another version.",
    },
  ];
}

function differences(definition: StoredIndex, stored: Record<string, estypes.MappingProperty>): string[] {
  const fields = mappingOf(definition).properties ?? {};
  return [...new Set([...Object.keys(fields), ...Object.keys(stored)])]
    .filter((field) => !holds(stored[field], fields[field]))
    .map((field) => `${definition.name}.${field}`);
}

/** True when all that is defined is stored so; the engine adds what is its default. */
function holds(stored: unknown, defined: unknown): boolean {
  if (typeof defined !== "object" || defined === null) return String(stored) === String(defined);
  if (typeof stored !== "object" || stored === null) return false;
  return Object.entries(defined).every(
    ([key, value]) => (key === "type" && value === "object") || holds((stored as Record<string, unknown>)[key], value),
  );
}

/** Whether the library can be read, and the indices hold what it holds now. */
async function libraryOf(
  prefix: string,
  home: string,
  library: Library,
  types: readonly RecordType[],
  all: Generation[],
): Promise<Finding> {
  let laws: Map<Language, LawVersion[]>;
  try {
    laws = await lawsByLanguage(library);
  } catch (error) {
    if (!(error instanceof ExitError)) throw error;
    return {
      examined: "library",
      isWell: false,
      finding: error.message,
      remedy: "Until then readers keep the laws they have, and no others are loaded.",
    };
  }
  const wanted = new Map(
    languages.flatMap((language) => {
      const digest = digestOf(language, laws.get(language)!);
      return [`instruments-${language}`, `provisions-${language}`].map((name) => [name, digest] as const);
    }),
  );
  for (const type of types) {
    const digest = recordsDigest(type, await new RecordLibrary(home, type.slug, type.schema).fingerprint());
    for (const { name } of type.indices) wanted.set(name, digest);
  }
  const behind = all.filter(
    ({ alias, serving, digest }) => serving && digest !== wanted.get(alias.slice(prefix.length + 1)),
  );
  return {
    examined: "library",
    isWell: behind.length === 0,
    finding:
      behind.length === 0
        ? "what is served is what the library holds"
        : `served from an older state than the library has: ${behind.map(({ alias }) => alias).join(", ")}`,
    remedy: "`bundled` brings the indices up to date. After `rollback` this is as wanted.",
  };
}

async function leftOvers(home: string, all: Generation[]): Promise<Finding> {
  const unfinished = all.filter(({ serving, complete }) => !serving && !complete).map(({ index }) => index);
  const atWork = await readFile(join(home, "indexer.pid"), "utf8").catch(() => undefined);
  return {
    examined: "generations",
    isWell: unfinished.length === 0 || atWork !== undefined,
    finding: `${all.filter(({ serving }) => serving).length} serve, ${all.filter(({ serving, complete }) => !serving && complete).length} kept for rollback, ${unfinished.length} unfinished${atWork === undefined ? "" : ` (an indexer is at work: process ${atWork})`}`,
    remedy: "A build was interrupted; the next one removes what it left.",
  };
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}
