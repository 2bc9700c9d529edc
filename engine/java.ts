import { execFile } from "node:child_process";
import { constants } from "node:fs";
import { readdir, readFile, realpath } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { EngineError } from "./engine-error.ts";
import { closedFolder, isThere, type Place } from "./place.ts";

/** A Java installation: `home` is what JAVA_HOME would be. */
export interface Java {
  home: string;
  major: number;
}

export interface JavaSearch {
  environment: Record<string, string | undefined>;
  /** The lowest version that will do. */
  least: number;
  /** Whether it must have a compiler. */
  withCompiler: boolean;
  /** Who will run it, if not we ourselves. */
  user?: Place["user"];
  /** Folders that hold Java installations, each in a folder of its own. */
  folders?: string[];
}

const suffix = process.platform === "win32" ? ".exe" : "";

/**
 * Finds the Java to run Elasticsearch with: ES_JAVA_HOME if it will do, else the lowest version that will, of JAVA_HOME, PATH
 * and the system's usual folders (a newer Java starts Elasticsearch more slowly: 3 to 5 s from 17 to 25).
 */
export async function findJava(search: JavaSearch): Promise<Java> {
  const { environment, least } = search;
  const chosen = environment["ES_JAVA_HOME"] && (await javaIn(environment["ES_JAVA_HOME"]));
  if (chosen && (await fits(chosen, search))) return chosen;

  const found = (await Promise.all((await candidates(search)).map(javaIn))).filter((java) => java !== undefined);
  const fitting: Java[] = [];
  for (const java of found) if (await fits(java, search)) fitting.push(java);
  const lowest = fitting.toSorted((one, other) => one.major - other.major)[0];
  if (lowest) return lowest;

  const looked = found.length === 0 ? "none was found" : `found ${found.map(describe).join(", ")}`;
  throw new EngineError(
    "no-java",
    `Elasticsearch needs Java ${least} or later (a JDK, with its compiler); ${looked}. ` +
      `Install one (Debian: apt-get install openjdk-17-jdk-headless; macOS: brew install openjdk@17; else https://adoptium.net/), ` +
      `or set JAVA_HOME to it, or set ELASTICSEARCH_URL to an Elasticsearch that runs already.`,
  );
}

async function candidates({ environment, folders = usualFolders() }: JavaSearch): Promise<string[]> {
  const inPath = (environment["PATH"] ?? "").split(path.delimiter).filter(Boolean);
  const fromPath = await Promise.all(inPath.map((folder) => homeOf(path.join(folder, `java${suffix}`))));
  const installed = await Promise.all(
    folders.map((folder) =>
      readdir(folder).then(
        (names) => names.map((name) => path.join(folder, name)),
        () => [],
      ),
    ),
  );
  // Inside a macOS bundle, and of a Homebrew formula, the installation lies deeper.
  const deeper = installed
    .flat()
    .flatMap((folder) => [
      folder,
      path.join(folder, "Contents", "Home"),
      path.join(folder, "libexec", "openjdk.jdk", "Contents", "Home"),
    ]);
  const homes = [environment["JAVA_HOME"], ...fromPath, ...deeper].filter((home) => home !== undefined && home !== "");
  return [...new Set(homes)] as string[];
}

/** The installation that a program `java` in PATH belongs to: most are links into it, some are scripts that must be asked. */
async function homeOf(java: string): Promise<string | undefined> {
  try {
    const home = path.dirname(path.dirname(await realpath(java)));
    if (await isThere(path.join(home, "release"))) return home;
    const { stderr } = await promisify(execFile)(java, ["-XshowSettings:properties", "-version"], { timeout: 10_000 });
    return /^\s*java\.home = (.+)$/m.exec(stderr)?.[1]?.trim();
  } catch {
    return undefined;
  }
}

function usualFolders(): string[] {
  if (process.platform === "darwin") {
    return ["/Library/Java/JavaVirtualMachines", "/opt/homebrew/opt", "/usr/local/opt"];
  }
  if (process.platform === "win32") {
    return ["C:\\Program Files\\Java", "C:\\Program Files\\Eclipse Adoptium", "C:\\Program Files\\Microsoft"];
  }
  return ["/usr/lib/jvm", "/opt/java"];
}

/** Reads the version from the file `release`, which every installation since Java 9 has, instead of starting each. */
async function javaIn(home: string): Promise<Java | undefined> {
  try {
    if (!(await isThere(path.join(home, "bin", `java${suffix}`), constants.X_OK))) return undefined;
    const release = await readFile(path.join(home, "release"), "utf8");
    const version = /^JAVA_VERSION="(?:1\.)?(\d+)/m.exec(release)?.[1];
    return version === undefined ? undefined : { home: await realpath(home), major: Number(version) };
  } catch {
    return undefined;
  }
}

async function fits(java: Java, { least, withCompiler, user }: JavaSearch): Promise<boolean> {
  if (java.major < least) return false;
  if (user && (await closedFolder(java.home, user)) !== undefined) return false;
  return !withCompiler || isThere(path.join(java.home, "bin", `javac${suffix}`));
}

function describe({ home, major }: Java): string {
  return `Java ${major} in ${home}`;
}
