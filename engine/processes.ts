import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";

/** Whether there is a process of this id, ours or another user's. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Whether the process of this id has `mark` in its command line. Ids are given out again: one read from a file proves nothing. */
export async function isProcess(pid: number, mark: string): Promise<boolean> {
  try {
    return (await commandLine(pid)).includes(mark);
  } catch {
    return false;
  }
}

/** When the process of this id began, to tell it from a later one of the same id; nothing where that cannot be told in a moment. */
export async function processStart(pid: number): Promise<string> {
  if (process.platform !== "linux") return "";
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // The 22nd value; the second is the name of the program, in brackets, and may contain any character.
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

/** Stops the process of this id if its command line has `mark`, politely at first. Returns once it is gone. */
export async function stopProcess(pid: number, mark: string): Promise<void> {
  if (!(await isProcess(pid, mark))) return;
  try {
    process.kill(pid, "SIGTERM");
    // Up to 9 s were measured on a busy machine.
    if (await isGone(pid, 30_000)) return;
    process.kill(pid, "SIGKILL");
    await isGone(pid, 10_000);
  } catch (error) {
    // It may end between two looks.
    if (isRunning(pid)) throw error;
  }
}

async function commandLine(pid: number): Promise<string> {
  if (process.platform === "linux") return readFile(`/proc/${pid}/cmdline`, "utf8");
  const { stdout } = await (process.platform === "win32"
    ? promisify(execFile)("powershell", [
        "-NoProfile",
        "-Command",
        `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`,
      ])
    : promisify(execFile)("ps", ["-ww", "-o", "command=", "-p", String(pid)]));
  return stdout;
}

async function isGone(pid: number, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; isRunning(pid); await wait(50)) {
    if (Date.now() > end) return false;
  }
  return true;
}
