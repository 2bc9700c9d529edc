import { chmod, mkdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { closedFolder, enginePlace, requireOpenFolder } from "#engine/place.ts";
import { temporaryFolder } from "./folders.ts";

const isRoot = process.getuid?.() === 0;
if (!isRoot) console.warn("Skipped: where root's engine goes, for the tests do not run as root.");

const nobody = { uid: 65534, gid: 65534 };

describe("closedFolder(target, user)", () => {
  it("names the folder on the way that the user cannot enter", async () => {
    const folder = await temporaryFolder();
    const inside = path.join(folder, "closed", "inside");
    await mkdir(inside, { recursive: true });
    await chmod(path.join(folder, "closed"), 0o700);
    expect(await closedFolder(inside, nobody)).toBe(path.join(folder, "closed"));
    await expect(requireOpenFolder(inside, nobody)).rejects.toMatchObject({ code: "folder-closed", exitCode: 78 });
  });

  it("finds nothing on an open way, nor for the owner of a closed folder", async () => {
    const folder = await temporaryFolder();
    expect(await closedFolder(folder, nobody)).toBeUndefined();
    await chmod(folder, 0o700);
    const { uid, gid } = await stat(folder);
    expect(await closedFolder(folder, { uid, gid })).toBeUndefined();
  });
});

describe.skipIf(!isRoot)("enginePlace(home, log) as root", () => {
  it("is inside an open home, for the user nobody", async () => {
    const home = await temporaryFolder();
    expect(await enginePlace(home, () => {})).toEqual({ folder: path.join(home, "engine"), user: nobody });
  });

  it("moves out of a closed home, says so, and is the same the next time", async () => {
    const home = await temporaryFolder();
    await chmod(home, 0o700);
    const lines: string[] = [];
    const place = await enginePlace(home, (line) => lines.push(line));
    expect(place.folder).toMatch(/^\/var\/lib\/compendium-1540-/);
    expect(lines.join()).toContain(`${home} is closed`);
    expect(lines.join()).toContain(place.folder);
    expect(await enginePlace(home, () => {})).toEqual(place);
    expect(await closedFolder(place.folder, nobody)).toBeUndefined();
    await rm(place.folder, { recursive: true });
  });

  it("removes the folder of a home that is gone when the next one moves", async () => {
    const [gone, home] = [await temporaryFolder(), await temporaryFolder()];
    await chmod(home, 0o700);
    const homeToGo = path.join(gone, "closed");
    await mkdir(homeToGo, { mode: 0o700 });
    const { folder: abandoned } = await enginePlace(homeToGo, () => {});
    await rm(homeToGo, { recursive: true });
    const { folder } = await enginePlace(home, () => {});
    await expect(stat(abandoned)).rejects.toThrow("ENOENT");
    await rm(folder, { recursive: true });
  });
});
