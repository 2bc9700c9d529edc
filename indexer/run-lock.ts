import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ExitError, exitCodes } from "./exit.ts";

/**
 * Holds the home folder for one indexer at a time. The lock of a process that is gone counts for nothing.
 * @returns what gives it back
 * @throws ExitError 75 that names the process which holds it
 */
export async function lockHome(home: string): Promise<() => Promise<void>> {
  await mkdir(home, { recursive: true }).catch((cause: Error) => {
    throw new ExitError(
      exitCodes.configuration,
      `The folder ${home} cannot be made (COMPENDIUM_HOME): ${cause.message}`,
      cause,
    );
  });
  const file = join(home, "indexer.pid");
  for (;;) {
    try {
      await writeFile(file, String(process.pid), { flag: "wx" });
      return () => rm(file, { force: true });
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== "EEXIST")
        throw new ExitError(
          exitCodes.tryAgain,
          `The folder ${home} cannot be written: ${(cause as Error).message}`,
          cause,
        );
      const holder = Number(await readFile(file, "utf8").catch(() => ""));
      // In a container the process before may have had the number that this one has.
      if (holder !== process.pid && isRunning(holder))
        throw new ExitError(
          exitCodes.tryAgain,
          `Another indexer is at work here (process ${holder}): wait for it, then run the command again`,
        );
      await rm(file, { force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
