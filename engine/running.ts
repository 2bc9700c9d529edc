import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { EngineError } from "./engine-error.ts";
import { isProcess, isRunning, processStart, stopProcess } from "./processes.ts";

/**
 * What is known of the engine of a folder, in its `state.json`. Written before it is launched, so that an engine whose
 * starter dies meanwhile is found all the same.
 */
export interface EngineState {
  /** Names this start; the command lines of its processes carry it. */
  start: string;
  /** The `id` of its distribution. */
  distribution: string;
  url: string;
  /** Where Elasticsearch writes its process id. */
  pidFile: string;
  /** The process of leash.mjs. */
  leash?: number | undefined;
  /** The process that launches the server and leaves when that is up. */
  launcher?: number | undefined;
}

export async function writeState(folder: string, state: EngineState): Promise<EngineState> {
  const draft = `${stateFile(folder)}.new`;
  await writeFile(draft, JSON.stringify(state));
  await rename(draft, stateFile(folder));
  return state;
}

/** Starts the process that stops the engine when its last user was killed, unless there is one; gives the state with it. */
export async function leash(
  folder: string,
  state: EngineState,
  environment: Record<string, string | undefined>,
): Promise<EngineState> {
  if (state.leash !== undefined && (await isProcess(state.leash, state.start))) return state;
  const child = spawn(process.execPath, [path.join(import.meta.dirname, "leash.mjs"), folder, state.start], {
    cwd: folder,
    // Ours may name modules to load that are not found from there.
    env: { ...environment, NODE_OPTIONS: "" },
    detached: true,
    stdio: "ignore",
    windowsHide: true,
  });
  await once(child, "spawn");
  child.unref();
  return writeState(folder, { ...state, leash: child.pid });
}

/**
 * The state of the engine of this folder if it answers, and is that engine and no other. One that is there and has users but does not
 * answer within a minute is an EngineError: to start another would pull theirs away.
 */
export async function runningEngine(folder: string): Promise<EngineState | undefined> {
  const state = await readState(folder);
  const pid = state && (await serverPid(state));
  if (state === undefined || pid === undefined) return undefined;
  const end = Date.now() + 60_000;
  while (await isProcess(pid, state.start)) {
    if (await answersAs(state.url, pid)) return state;
    if ((await users(folder)).length === 0) return undefined;
    if (Date.now() > end) {
      throw new EngineError(
        "start-failed",
        `The Elasticsearch at ${state.url} (process ${pid}) does not answer, and another command uses it: stop that command first.`,
      );
    }
    await wait(500);
  }
  return undefined;
}

async function answersAs(url: string, pid: number): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/_nodes/_local/process`, { signal: AbortSignal.timeout(10_000) });
    const { nodes } = (await answer.json()) as { nodes: Record<string, { process: { id: number } }> };
    return Object.values(nodes)[0]?.process.id === pid;
  } catch {
    return false;
  }
}

/** Ends the engine of this folder, whatever its condition; there may be none. */
export async function endEngine(folder: string): Promise<void> {
  const state = await readState(folder);
  if (state === undefined) return;
  for (const pid of [state.launcher, await serverPid(state)]) {
    if (pid !== undefined) await stopProcess(pid, state.start);
  }
  await rm(stateFile(folder), { force: true });
}

let usersOfThisProcess = 0;

/** Notes that this process uses the engine; the name given is what `removeUser` takes. */
export async function addUser(folder: string): Promise<string> {
  // The leash knows a user by its process id only: those that are gone, perhaps since before the machine was started, go first.
  await users(folder);
  usersOfThisProcess += 1;
  const user = `${process.pid}-${usersOfThisProcess}`;
  await mkdir(usersFolder(folder), { recursive: true });
  await writeFile(path.join(usersFolder(folder), user), await processStart(process.pid));
  return user;
}

export async function removeUser(folder: string, user: string): Promise<void> {
  await rm(path.join(usersFolder(folder), user), { force: true });
}

/** The living processes that use the engine of this folder. Those that died without saying so are forgotten. */
export async function users(folder: string): Promise<string[]> {
  const living: string[] = [];
  for (const user of await readdir(usersFolder(folder)).catch(() => [])) {
    const pid = Number.parseInt(user, 10);
    const began = await readFile(path.join(usersFolder(folder), user), "utf8").catch(() => "");
    if (isRunning(pid) && began === (await processStart(pid))) living.push(user);
    else await removeUser(folder, user);
  }
  return living;
}

async function serverPid(state: EngineState): Promise<number | undefined> {
  const written = await readFile(state.pidFile, "utf8").catch(() => "");
  return /^\d+/.test(written) ? Number.parseInt(written, 10) : undefined;
}

async function readState(folder: string): Promise<EngineState | undefined> {
  try {
    return JSON.parse(await readFile(stateFile(folder), "utf8")) as EngineState;
  } catch {
    return undefined;
  }
}

function stateFile(folder: string): string {
  return path.join(folder, "state.json");
}

function usersFolder(folder: string): string {
  return path.join(folder, "users");
}
