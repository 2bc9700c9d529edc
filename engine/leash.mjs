/**
 * Stops an engine that nobody uses any more: `node leash.mjs <engine folder> <start>`. A process of its own, for those who use
 * the engine may be killed without a chance to stop it; plain JavaScript without a dependency, for it lives as long as the
 * engine. It reads the files that running.ts writes and takes the lock of lock.ts.
 */
import fs from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const [folder, start] = process.argv.slice(2);
const lock = path.join(folder, "lock");
const mine = path.join(lock, String(process.pid));

// Seen alive in the round before, so its id cannot have gone to another process by now.
let server;

for (; ; await wait(1000)) {
  const state = read(path.join(folder, "state.json"), JSON.parse);
  // Stopped; or its folder was removed while it ran.
  if (state === undefined) {
    await endEngine(undefined);
    break;
  }
  // Started anew, with a leash of its own.
  if (state.start !== start) break;
  if (server !== undefined && !isRunning(server)) break;
  const written = read(state.pidFile, (text) => Number.parseInt(text, 10));
  if (written > 0 && isRunning(written)) server = written;

  if (hasUsers() || !takeLock()) continue;
  try {
    // One may have come before the lock was taken.
    if (!hasUsers()) await endEngine(state.launcher);
  } finally {
    fs.rmdirSync(mine);
    fs.rmdirSync(lock);
  }
}

async function endEngine(launcher) {
  for (const pid of [launcher, server]) {
    if (pid === undefined || !isRunning(pid)) continue;
    process.kill(pid, "SIGTERM");
    for (const end = Date.now() + 30_000; isRunning(pid) && Date.now() < end; await wait(100));
    if (isRunning(pid)) process.kill(pid, "SIGKILL");
  }
  fs.rmSync(path.join(folder, "state.json"), { force: true });
}

function hasUsers() {
  const users = path.join(folder, "users");
  if (!fs.existsSync(users)) return false;
  return fs.readdirSync(users).some((user) => isRunning(Number.parseInt(user, 10)));
}

function takeLock() {
  try {
    fs.mkdirSync(lock);
    fs.mkdirSync(mine);
    return true;
  } catch {
    // A living owner is about to use the engine. That of a dead one is removed, and the lock taken in the next round.
    try {
      for (const owner of fs.readdirSync(lock)) {
        if (isRunning(Number(owner))) return false;
        fs.rmdirSync(path.join(lock, owner));
      }
      fs.rmdirSync(lock);
    } catch {
      // Another process was quicker.
    }
    return false;
  }
}

function read(file, parse) {
  try {
    return parse(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
