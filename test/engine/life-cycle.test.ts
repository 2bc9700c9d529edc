import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import type { Client } from "@elastic/elasticsearch";
import { expect, it, vi } from "vitest";
import { connectElasticsearch } from "#engine/connect.ts";
import { enginePlace } from "#engine/place.ts";
import { isRunning } from "#engine/processes.ts";
import { provision } from "#engine/provision.ts";
import { addUser, users, writeState } from "#engine/running.ts";
import { temporaryFolder } from "./folders.ts";

const log = () => {};

it(
  "is shared by all commands of a home, survives being killed, and goes with its last user",
  { timeout: 240_000 },
  async () => {
    const home = await temporaryFolder();
    const elasticsearchHome = await distribution();

    // Two commands at once: one starts it, the other waits and finds it.
    const [one, other] = await Promise.all([startUser(home, elasticsearchHome), startUser(home, elasticsearchHome)]);
    expect([one.kind, other.kind].toSorted()).toEqual(["found", "started"]);
    expect(one.url).toBe(other.url);

    // What was acknowledged is there after kill -9, at the same address, though never refreshed.
    const first = await connectElasticsearch({ home, elasticsearchHome, log });
    expect(first).toMatchObject({ kind: "found", url: one.url });
    await writeOneByOne(first.client, 300);
    const killed = await serverPid(first.client);
    process.kill(killed, "SIGKILL");
    await vi.waitUntil(() => !isRunning(killed), { timeout: 10_000 });
    const second = await connectElasticsearch({ home, elasticsearchHome, log });
    expect(second).toMatchObject({ kind: "started", url: one.url });
    expect(await second.client.count({ index: "law" })).toMatchObject({ count: 300 });

    // It stays while others use it, and a user that was killed does not count.
    const pid = await serverPid(second.client);
    await second.stop();
    await first.stop();
    expect(isRunning(pid)).toBe(true);
    one.process.kill("SIGKILL");
    await once(one.process, "exit");
    other.process.stdin?.end();
    await once(other.process, "exit");
    expect(isRunning(pid)).toBe(false);
    await vi.waitUntil(async () => (await processesOf(home)).length === 0, { timeout: 5000, interval: 200 });
  },
);

it("is stopped by its leash when its only user is killed", { timeout: 30_000 }, async () => {
  const folder = await temporaryFolder();
  const [server, user] = [sleeper(), sleeper()];
  const leash = await startLeash(folder, { server, user, start: "this start" }, "this start");

  await wait(2500);
  expect(isRunning(Number(server.pid))).toBe(true);
  user.kill("SIGKILL");
  await Promise.all([once(server, "exit"), once(leash, "exit")]);
  expect(await readdir(folder)).not.toContain("state.json");
});

it("is stopped by its leash when its folder is removed", { timeout: 30_000 }, async () => {
  const folder = await temporaryFolder();
  const server = sleeper();
  const leash = await startLeash(folder, { server, user: server, start: "this start" }, "this start");

  await wait(2500);
  await rm(path.join(folder, "state.json"));
  await Promise.all([once(server, "exit"), once(leash, "exit")]);
  expect(isRunning(Number(server.pid))).toBe(false);
});

it("is left alone by the leash of an earlier start", { timeout: 30_000 }, async () => {
  const folder = await temporaryFolder();
  const server = sleeper();
  const leash = await startLeash(folder, { server, user: server, start: "this start" }, "an earlier start");

  await once(leash, "exit");
  expect(isRunning(Number(server.pid))).toBe(true);
  server.kill("SIGKILL");
});

it("does not count a process that has the id of a dead user", async () => {
  const folder = await temporaryFolder();
  const user = await addUser(folder);
  expect(await users(folder)).toEqual([user]);
  await writeFile(path.join(folder, "users", user), "the beginning of another process");
  expect(await users(folder)).toEqual([]);
});

/** The embedded distribution of this project, as its own home has it, so that Maven is not asked once more. */
async function distribution(): Promise<string> {
  const home = process.env["COMPENDIUM_HOME"] ?? path.join(import.meta.dirname, "../../.compendium");
  return (await provision(await enginePlace(home, log), process.env, log)).folder;
}

async function startUser(home: string, elasticsearchHome: string) {
  const user = spawn(
    process.execPath,
    ["--import", "tsx", path.join(import.meta.dirname, "user.ts"), home, elasticsearchHome],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  const [line] = (await once(createInterface({ input: user.stdout }), "line")) as [string];
  const { kind, url } = JSON.parse(line) as { kind: string; url: string };
  return { process: user, kind, url };
}

async function writeOneByOne(client: Client, documents: number): Promise<void> {
  await client.indices.create({ index: "law", settings: { number_of_replicas: 0, refresh_interval: "-1" } });
  for (let id = 1; id <= documents; id += 1) {
    await client.index({ index: "law", id: String(id), document: { title: `Act No. ${id}` } });
  }
}

async function serverPid(client: Client): Promise<number> {
  const { nodes } = await client.nodes.info({ metric: "process" });
  return Number(Object.values(nodes)[0]?.process?.id);
}

async function processesOf(home: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)("ps", ["-eww", "-o", "pid=,args="]);
  return stdout.split("\n").filter((line) => line.includes(home));
}

/** Stands for Elasticsearch, or for a command that uses it. */
function sleeper(): ChildProcess {
  return spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"], { stdio: "ignore" });
}

async function startLeash(
  folder: string,
  { server, user, start }: { server: ChildProcess; user: ChildProcess; start: string },
  leashStart: string,
): Promise<ChildProcess> {
  const pidFile = path.join(folder, "elasticsearch.pid");
  await writeFile(pidFile, String(server.pid));
  await mkdir(path.join(folder, "users"));
  await writeFile(path.join(folder, "users", `${user.pid}-1`), "");
  const state = { start, distribution: "official-8.19.14", url: "http://127.0.0.1:1", pidFile };
  await writeState(folder, state);
  const leash = path.join(import.meta.dirname, "../../engine/leash.mjs");
  return spawn(process.execPath, [leash, folder, leashStart], { stdio: "ignore" });
}
