import { createHash } from "node:crypto";
import { constants } from "node:fs";
import {
  access,
  chmod,
  lchown,
  mkdir,
  readdir,
  readFile,
  realpath,
  rm,
  stat,
  statfs,
  writeFile,
} from "node:fs/promises";
import path from "node:path";
import { EngineError } from "./engine-error.ts";

/** Elasticsearch refuses to run as root: started by root, it runs as `nobody`. */
const nobody = { uid: 65534, gid: 65534 };

const systemFolder = "/var/lib";

/** Where the engine's files are; `user` is set when it must run as another user than we do. */
export interface Place {
  folder: string;
  user?: { uid: number; gid: number };
}

/**
 * The engine's folder inside COMPENDIUM_HOME, made if missing. Run as root below a folder that is closed to others (such
 * as root's own home), it is a folder of the system instead, the same one for the same `home`.
 */
export async function enginePlace(home: string, log: (line: string) => void): Promise<Place> {
  await mkdir(home, { recursive: true });
  const realHome = await realpath(home);
  const inside = path.join(realHome, "engine");
  if (process.getuid?.() !== 0) {
    await mkdir(inside, { recursive: true });
    await requireWritable(inside);
    return { folder: inside };
  }
  const closed = await closedFolder(realHome, nobody);
  if (closed === undefined) return { folder: await openFolder(inside), user: nobody };

  const outside = path.join(systemFolder, systemName(realHome));
  log(`${closed} is closed to the user as whom root starts Elasticsearch, so the engine is in ${outside}`);
  await removeAbandoned(outside);
  await openFolder(outside);
  await writeFile(path.join(outside, "home"), realHome);
  const alsoClosed = await closedFolder(outside, nobody);
  if (alsoClosed !== undefined) throw closedError(alsoClosed);
  return { folder: outside, user: nobody };
}

/** Root's umask may be 077. */
async function openFolder(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
  return folder;
}

function systemName(home: string): string {
  return `compendium-1540-${createHash("sha256").update(home).digest("hex").slice(0, 12)}`;
}

/** Continuous integration clones anew each time: engines whose home is gone would pile up, 120 MB each. */
async function removeAbandoned(ours: string): Promise<void> {
  for (const name of await readdir(systemFolder).catch(() => [])) {
    const folder = path.join(systemFolder, name);
    if (!name.startsWith("compendium-1540-") || folder === ours) continue;
    const home = await readFile(path.join(folder, "home"), "utf8").catch(() => undefined);
    const isAbandoned = home !== undefined && systemName(home) === name && !(await isThere(home));
    if (isAbandoned && !(await isThere(path.join(folder, "state.json")))) await rm(folder, { recursive: true });
  }
}

/** Throws unless the user the engine runs as can enter every folder on the way to `target`, such as a distribution. */
export async function requireOpenFolder(target: string, user: Place["user"]): Promise<void> {
  const closed = user && (await closedFolder(target, user));
  if (closed !== undefined) throw closedError(closed);
}

/** The first folder on the way to `target` that this user cannot enter, counted from the target up. */
export async function closedFolder(target: string, user: { uid: number; gid: number }): Promise<string | undefined> {
  for (let folder = await realpath(target); ; folder = path.dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const passes = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & passes) === 0) return folder;
    if (folder === path.dirname(folder)) return undefined;
  }
}

function closedError(folder: string): EngineError {
  return new EngineError(
    "folder-closed",
    `${folder} is closed to other users. Elasticsearch does not run as root, so root starts it as "nobody", who must be ` +
      `able to enter this folder: choose another place, or run as an ordinary user.`,
  );
}

/** Throws when a folder is another user's: of one who ran this before, for example root. */
export async function requireWritable(folder: string): Promise<void> {
  if (await isThere(folder, constants.W_OK)) return;
  throw new EngineError(
    "folder-closed",
    `${folder} belongs to another user and cannot be written: remove it (all in it can be rebuilt), or set COMPENDIUM_HOME to another folder.`,
  );
}

/** Gives a folder and all in it to the user the engine runs as. */
export async function handOver(folder: string, user: Place["user"]): Promise<void> {
  if (user === undefined) return;
  await lchown(folder, user.uid, user.gid);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const inside = path.join(folder, entry.name);
    await (entry.isDirectory() ? handOver(inside, user) : lchown(inside, user.uid, user.gid));
  }
}

/** Throws when the disk of `folder` has less than this left: 2 GB hold the engine and all bundled data several times. */
export async function requireDiskSpace(folder: string, leastBytes = 2e9): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= leastBytes) return;
  throw new EngineError(
    "disk-full",
    `The disk of ${folder} has ${Math.round((bavail * bsize) / 1e6)} MB left; Elasticsearch needs ${leastBytes / 1e6} MB. ` +
      `Make room, or set COMPENDIUM_HOME to a folder on another disk.`,
  );
}

/** Whether there is a file or folder with this name, open to us in this way. */
export function isThere(file: string, mode = constants.F_OK): Promise<boolean> {
  return access(file, mode).then(
    () => true,
    () => false,
  );
}
