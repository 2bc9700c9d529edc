import { TestRunner } from "vitest";

declare module "vitest" {
  interface TaskMeta {
    /** What a test of faults has tried and how it went; closing-line.ts prints them all at the end of a run. */
    cases?: string[];
  }
}

/** Where the random choices of the tests of faults begin: SEED repeats those of another run. */
export const seed = Number(process.env["SEED"] ?? Date.now() % 2 ** 31);

/** Notes a case for the record of the run: how many were tried, how many survived, and the seed where chance chose. */
export function record(line: string): void {
  const { meta } = TestRunner.getCurrentTest()!;
  meta.cases = [...(meta.cases ?? []), line];
}
