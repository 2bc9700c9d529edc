import { createHash } from "node:crypto";
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { EngineError } from "./engine-error.ts";
import { findJava } from "./java.ts";
import { runMaven } from "./maven.ts";
import { isThere, requireDiskSpace, type Place } from "./place.ts";

/** An Elasticsearch that can be started; `id` names its version and, if it has our plugin, the plugin's sources. */
export interface Distribution {
  folder: string;
  id: string;
  version: string;
  /** "official" has all of its modules, "embedded" our analysis plugin in their place. */
  kind: "official" | "embedded";
}

const sources = path.join(import.meta.dirname, "src");
const pom = path.join(import.meta.dirname, "pom.xml");

/** The unpacked official distribution in `folder`. Throws an EngineError when there is none. */
export async function officialDistribution(folder: string): Promise<Distribution> {
  const files = await readdir(path.join(folder, "lib")).catch(() => []);
  const version = files.map((name) => /^elasticsearch-(\d+\.\d+\.\d+.*)\.jar$/.exec(name)?.[1]).find(Boolean);
  if (version !== undefined) return { folder, id: `official-${version}`, version, kind: "official" };
  throw new EngineError(
    "no-distribution",
    `ELASTICSEARCH_HOME is ${folder}, which holds no Elasticsearch: it should be the folder that has bin, lib and modules in it.`,
  );
}

/** What `provision` would give, without doing it. */
export async function embeddedDistribution(place: Place): Promise<Distribution> {
  const version = await elasticsearchVersion();
  const id = `embedded-${version}-${await sourcesHash()}`;
  return { folder: path.join(place.folder, id), id, version, kind: "embedded" };
}

/**
 * Gives the embedded distribution, made by Maven when it is missing: Elasticsearch from Maven Central with our analysis
 * plugin in it. Maven runs on a copy of the sources in the engine's folder, for our own may be read-only.
 */
export async function provision(
  place: Place,
  environment: Record<string, string | undefined>,
  log: (line: string) => void,
): Promise<Distribution> {
  const distribution = await embeddedDistribution(place);
  // The folder gets its name when all is in it, so its name is the stamp.
  if (await isThere(distribution.folder)) return distribution;

  await requireDiskSpace(place.folder);
  const java = await findJava({ environment, least: 17, withCompiler: true });
  const build = path.join(place.folder, "build");
  await rm(build, { recursive: true, force: true });
  await mkdir(build);
  await cp(pom, path.join(build, "pom.xml"));
  await cp(sources, path.join(build, "src"), { recursive: true });
  log(
    "Building the embedded Elasticsearch with Maven (the first time it fetches some 350 files, 165 MB: about a minute)",
  );
  await runMaven(["package"], { folder: build, javaHome: java.home, environment, log });

  const unpacked = path.join(build, "target", `elasticsearch-${distribution.version}`);
  await installPlugin(path.join(build, "target", "compendium-analysis.jar"), unpacked, distribution.version);
  if (place.user) await openForReading(unpacked);
  for (const name of await readdir(place.folder)) {
    // Earlier versions; a node's own files are in `node-…`.
    if (name.startsWith("embedded-")) await rm(path.join(place.folder, name), { recursive: true });
  }
  await rename(unpacked, distribution.folder);
  await rm(build, { recursive: true });
  return distribution;
}

async function elasticsearchVersion(): Promise<string> {
  const version = /<elasticsearch\.version>(.+?)</.exec(await readFile(pom, "utf8"))?.[1];
  if (version === undefined) throw new Error(`${pom} names no elasticsearch.version`);
  return version;
}

async function sourcesHash(): Promise<string> {
  const files = (await readdir(sources, { recursive: true })).filter((name) => name.endsWith(".java")).toSorted();
  const hash = createHash("sha256");
  for (const file of [pom, ...files.map((name) => path.join(sources, name))]) hash.update(await readFile(file));
  return hash.digest("hex").slice(0, 12);
}

async function installPlugin(jar: string, elasticsearch: string, version: string): Promise<void> {
  const folder = path.join(elasticsearch, "plugins", "compendium-analysis");
  await mkdir(folder, { recursive: true });
  await cp(jar, path.join(folder, "compendium-analysis.jar"));
  const descriptor = {
    description: "The stock names of Lucene's analysis, for the embedded Elasticsearch",
    version: "1.0.0",
    name: "compendium-analysis",
    classname: "org.compendium1540.analysis.CompendiumAnalysisPlugin",
    "java.version": "17",
    // Must equal the version of the server it is installed in.
    "elasticsearch.version": version,
  };
  const lines = Object.entries(descriptor).map(([key, value]) => `${key}=${value}\n`);
  await writeFile(path.join(folder, "plugin-descriptor.properties"), lines.join(""));
}

/** Root's umask may be 077, and the engine runs as another user. */
async function openForReading(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const inside = path.join(folder, entry.name);
    if (entry.isDirectory()) await openForReading(inside);
    else if (entry.isFile()) await chmod(inside, (await stat(inside)).mode | 0o444);
  }
}
