import { spawnSync } from "node:child_process";
import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { alone } from "#engine/lock.ts";
import { temporaryFolder } from "./folders.ts";

describe("alone(lock, log, work)", () => {
  it("lets one work at a time", async () => {
    const folder = await temporaryFolder();
    let working = 0;
    let most = 0;
    const work = async () => {
      working += 1;
      most = Math.max(most, working);
      await wait(50);
      working -= 1;
    };
    await Promise.all([1, 2, 3].map(() => alone(path.join(folder, "lock"), () => {}, work)));
    expect(most).toBe(1);
  });

  it("takes over the lock of a process that died, once", async () => {
    const folder = await temporaryFolder();
    const dead = spawnSync(process.execPath, ["--version"]).pid;
    await mkdir(path.join(folder, "lock", String(dead)), { recursive: true });
    expect(
      await alone(
        path.join(folder, "lock"),
        () => {},
        async () => "done",
      ),
    ).toBe("done");
    expect(await readdir(folder)).toEqual([]);
  });

  it("gives the lock back when the work fails", async () => {
    const folder = await temporaryFolder();
    const failing = alone(
      path.join(folder, "lock"),
      () => {},
      () => Promise.reject(new Error("no")),
    );
    await expect(failing).rejects.toThrow("no");
    expect(await readdir(folder)).toEqual([]);
  });
});
