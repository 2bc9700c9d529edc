import { describe, expect, it } from "vitest";
import { anchorMaker, anchorNumber } from "#indexer/readers/anchors.ts";

describe("anchorMaker()", () => {
  it("numbers the second and third of a name", () => {
    const anchor = anchorMaker();
    expect(["art-1", "art-1", "art-2", "art-1"].map(anchor)).toEqual(["art-1", "art-1-2", "art-2", "art-1-3"]);
  });

  it("steps over a number that a law uses itself", () => {
    const anchor = anchorMaker();
    expect(["s-2", "s", "s"].map(anchor)).toEqual(["s-2", "s", "s-3"]);
  });
});

describe("anchorNumber(number)", () => {
  it("writes any number in Western digits and small letters", () => {
    expect(["14.2", "L2341-1", "١٢", "R*1333-67-4", "226.1"].map(anchorNumber)).toEqual([
      "14.2",
      "l2341-1",
      "12",
      "r-1333-67-4",
      "226.1",
    ]);
  });
});
