import { spawn } from "node:child_process";
import { constants } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { EngineError } from "./engine-error.ts";
import { isThere } from "./place.ts";

export interface MavenRun {
  /** Where it runs. */
  folder: string;
  javaHome: string;
  environment: Record<string, string | undefined>;
  log: (line: string) => void;
}

/** Runs Maven with these goals and tells how far it is every few seconds. Throws an EngineError with Maven's reason when it fails. */
export async function runMaven(goals: string[], { folder, javaHome, environment, log }: MavenRun): Promise<void> {
  const maven = await findMaven(environment);
  const start = performance.now();
  const seconds = () => `${Math.round((performance.now() - start) / 1000)} s`;
  let files = 0;
  const ticker = setInterval(() => log(`  ${files > 0 ? `${files} files downloaded, ` : ""}${seconds()}`), 5000);
  const errors: string[] = [];
  try {
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      // Windows starts mvn.cmd through its shell only.
      const isWindows = process.platform === "win32";
      const child = spawn(isWindows ? `"${maven}"` : maven, ["-B", "-Dstyle.color=never", ...goals], {
        cwd: folder,
        env: { ...environment, JAVA_HOME: javaHome },
        stdio: ["ignore", "pipe", "ignore"],
        shell: isWindows,
      });
      createInterface({ input: child.stdout }).on("line", (line) => {
        if (line.includes("Downloaded from")) files += 1;
        if (line.includes("[ERROR]")) errors.push(line.slice(line.indexOf("[ERROR]") + 8));
      });
      child.on("error", reject);
      child.on("close", resolve);
    });
    if (exitCode === 0) {
      log(`Maven is done after ${seconds()}`);
      return;
    }
    throw new EngineError(
      "maven-failed",
      `Maven failed (exit code ${exitCode}): ${errors[0] ?? "no reason given"}\n` +
        `It fetches what it needs from Maven Central once and works without a network afterwards. Check the connection (behind a ` +
        `proxy or mirror: Maven's settings.xml) and start again, or set ELASTICSEARCH_URL or ELASTICSEARCH_HOME.`,
    );
  } finally {
    clearInterval(ticker);
  }
}

async function findMaven(environment: Record<string, string | undefined>): Promise<string> {
  const name = process.platform === "win32" ? "mvn.cmd" : "mvn";
  const homes = [environment["MAVEN_HOME"], environment["M2_HOME"]].filter((home) => home !== undefined && home !== "");
  const folders = [
    ...homes.map((home) => path.join(String(home), "bin")),
    ...(environment["PATH"] ?? "").split(path.delimiter).filter(Boolean),
  ];
  for (const folder of folders) {
    const maven = path.join(folder, name);
    if (await isThere(maven, constants.X_OK)) return maven;
  }
  throw new EngineError(
    "no-maven",
    "Maven fetches and builds the embedded Elasticsearch, and there is none in PATH or MAVEN_HOME. Install it (Debian: apt-get " +
      "install maven; macOS: brew install maven; else https://maven.apache.org/), or set ELASTICSEARCH_URL to an Elasticsearch " +
      "that runs already, or ELASTICSEARCH_HOME to one that is unpacked.",
  );
}
