// @vitest-environment node
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Rollup } from "vite";
import { describe, expect, it, vi } from "vitest";

const root = join(import.meta.dirname, "../..");

describe("the built first page", () => {
  it("downloads at most 110 kB of JavaScript, and has no script or style in itself", async () => {
    // Vitest's own NODE_ENV would put React's development version into the page.
    vi.stubEnv("NODE_ENV", "production");
    const { output } = (await build({
      configFile: join(root, "vite.config.ts"),
      root: join(root, "web"),
      logLevel: "error",
      build: { write: false },
    })) as Rollup.RollupOutput;
    const chunks = new Map(output.flatMap((file) => (file.type === "chunk" ? [[file.fileName, file]] : [])));
    const entry = [...chunks.values()].find((chunk) => chunk.isEntry)!;
    const english = [...chunks.values()].find((chunk) => /[\\/]texts[\\/]en\.ts$/.test(chunk.facadeModuleId ?? ""))!;
    const first = [entry.fileName, ...entry.imports, english.fileName];
    const sizes = first.map((name) => gzipSync(chunks.get(name)!.code, { level: 9 }).length);
    expect(sizes.reduce((total, size) => total + size)).toBeLessThanOrEqual(110_000);
    const page = output.find(({ fileName }) => fileName === "index.html") as Rollup.OutputAsset;
    expect(String(page.source)).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
  });
});
