import { describe, expect, it } from "vitest";
import {
  isPageHead,
  joinedSentences,
  splitHeading,
  withoutFootnoteFigures,
  withoutPageHeads,
} from "#indexer/readers/akoma-ntoso-repair.ts";

describe("page heads", () => {
  it("are the title alone, in any case, and not a sentence that ends in it", () => {
    expect(isPageHead("THE FERRIES ACT, 1971", "The Ferries Act, 1971")).toBe(true);
    expect(isPageHead("The Ferries Act, 1971.", "The Ferries Act, 1971")).toBe(false);
    expect(isPageHead("Whoever breaks the Ferries Act, 1971", "The Ferries Act, 1971")).toBe(false);
    expect(isPageHead("", "")).toBe(false);
  });

  it("are taken out of a sentence that goes on after them, and left where the law is named", () => {
    const title = "The Ferries Act, 1971";
    expect(withoutPageHeads("shall be The Ferries Act, 1971 liable to a fine", title)).toBe(
      "shall be liable to a fine",
    );
    expect(withoutPageHeads("may be called The Ferries Act, 1971 and applies", title)).toBe(
      "may be called The Ferries Act, 1971 and applies",
    );
    expect(withoutPageHeads("under The Ferries Act, 1971 Rules may be made", title)).toBe(
      "under The Ferries Act, 1971 Rules may be made",
    );
  });
});

describe("withoutFootnoteFigures(paragraph)", () => {
  it.each([
    ["on such date1 as the Government", "on such date as the Government"],
    ["on such date 2 as the Government", "on such date as the Government"],
    ["by notification2 in the Gazette", "by notification in the Gazette"],
    ["constitute,1 as and when", "constitute, as and when"],
    ["under the earlier order.1", "under the earlier order."],
    ["1[or of another State]", "[or of another State]"],
    ["(10 of 1889)1, section 2", "(10 of 1889), section 2"],
    ["2 *** Ferries Act", "*** Ferries Act"],
  ])("%s → %s", (written, clean) => {
    expect(withoutFootnoteFigures(written)).toBe(clean);
  });

  it.each([
    "under section6 of the Act",
    "uranium-235 and UF6",
    "Act 22 of 1992",
    "clause (a1) of No.7",
    "25th day of May 1996",
  ])("leaves “%s”", (text) => {
    expect(withoutFootnoteFigures(text)).toBe(text);
  });
});

describe("splitHeading(text)", () => {
  it("divides heading and words at the dash, or at the first full stop", () => {
    expect(splitHeading("Penalty for false papers.—Whoever signs")).toEqual({
      heading: "Penalty for false papers",
      text: "Whoever signs",
    });
    expect(splitHeading("Goods of List 2.-No person shall")).toEqual({
      heading: "Goods of List 2",
      text: "No person shall",
    });
    expect(splitHeading("(1) Extent. This Act")).toEqual({ heading: "Extent", text: "(1) This Act" });
  });

  it("leaves a sentence of the law whole", () => {
    expect(splitHeading("The licence shall lapse. The fee is kept.")).toBeUndefined();
    expect(splitHeading("Harbour of the North, Calcutta")).toBeUndefined();
  });
});

describe("joinedSentences(paragraphs)", () => {
  it("joins what a line end tore, and leaves items and ended sentences", () => {
    expect(
      joinedSentences(["called the", "Ferries Act.", "It applies to the United", "Kingdom:", "Provided that"]),
    ).toEqual(["called the Ferries Act.", "It applies to the United Kingdom:", "Provided that"]);
    expect(joinedSentences(["locks, and", "(b) keys"])).toEqual(["locks, and", "(b) keys"]);
    expect(joinedSentences(["under sub-section", "(1) of section 11"])).toEqual([
      "under sub-section (1) of section 11",
    ]);
  });
});
