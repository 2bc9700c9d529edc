// @vitest-environment node
import { describe, expect, it } from "vitest";
import { contentsOf, holds, newHeadings, type Heading } from "#web/law/contents-of.ts";
import { regulation } from "./canned.ts";

/** A tree as lines: headings with what stands under them. */
function lines({ title, provisions, headings }: Heading): string[] {
  return [
    title,
    ...provisions.map(({ anchor }) => `#${anchor}`),
    ...headings.flatMap((below) => lines(below).map((line) => `  ${line}`)),
  ];
}

const [first, second, third] = regulation.provisions;

describe("contentsOf(provisions)", () => {
  it("makes a tree of the headings, in the order of the text", () => {
    expect(lines(contentsOf(regulation.provisions))).toEqual([
      "",
      "  Interpretation",
      "  #s-1",
      "  Guards",
      "    On site",
      "    #s-14.2",
      "    On the road",
      "    #s-15",
    ]);
  });

  it("keeps apart headings of the same words that stand in different places", () => {
    const chapters = [first, second, first].map((provision, place) => ({
      ...provision!,
      anchor: `s-${place}`,
      path: [place === 1 ? "II" : "I"],
    }));
    expect(contentsOf(chapters).headings.map(({ title }) => title)).toEqual(["I", "II", "I"]);
  });
});

describe("holds(heading, provision)", () => {
  it("looks below the headings of a heading", () => {
    const { headings } = contentsOf(regulation.provisions);
    expect(headings.map((heading) => holds(heading, third!))).toEqual([false, true]);
  });
});

describe("newHeadings(provision, before)", () => {
  it("names only the headings that begin here", () => {
    expect(newHeadings(second!, first)).toEqual([
      { title: "Guards", depth: 0 },
      { title: "On site", depth: 1 },
    ]);
    expect(newHeadings(third!, second)).toEqual([{ title: "On the road", depth: 1 }]);
    expect(newHeadings(third!, third)).toEqual([]);
  });
});
