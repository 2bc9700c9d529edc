import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Begins with the files in the browser, which take longest: begun last, one of them would run on when all others are done. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => moduleId.includes("/test/browser/");
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
