import { mkdir, readdir, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { isRunning } from "./processes.ts";

/**
 * Runs `work` while no other process runs one under the same `lock`, a folder that holds a folder named for its owner.
 * Either can be made or removed by one process only, so two that find the lock of a dead process cannot both take it.
 */
export async function alone<Result>(
  lock: string,
  log: (line: string) => void,
  work: () => Promise<Result>,
): Promise<Result> {
  const mine = path.join(lock, String(process.pid));
  for (let attempt = 1; !(await take(lock, mine)); attempt += 1) {
    // The first attempt may have done no more than remove the lock of a process that died.
    if (attempt === 2) log("Another command is starting or stopping Elasticsearch: waiting for it");
    await wait(200);
  }
  try {
    return await work();
  } finally {
    await rmdir(mine);
    await rmdir(lock);
  }
}

async function take(lock: string, mine: string): Promise<boolean> {
  try {
    await mkdir(lock);
    await mkdir(mine);
    return true;
  } catch (error) {
    if (!hasCode(error, "EEXIST", "ENOENT")) throw error;
  }
  try {
    const owner = (await readdir(lock))[0];
    if (owner === undefined) {
      // Its process is between the two folders, or died there.
      if (Date.now() - (await stat(lock)).mtimeMs > 5000) await rmdir(lock);
    } else if (!isRunning(Number(owner))) {
      await rmdir(path.join(lock, owner));
      await rmdir(lock);
    }
  } catch (error) {
    // Another process removed it first, or has just taken it.
    if (!hasCode(error, "EEXIST", "ENOENT", "ENOTEMPTY")) throw error;
  }
  return false;
}

function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
