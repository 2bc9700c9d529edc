import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairProvisions } from "#server/pair-provisions.ts";
import { wordChanges } from "#server/word-changes.ts";

/** `kept [-removed-] {+added+}`, as tools for texts write it. */
function written(before: string, after: string): string {
  return wordChanges(before, after)
    .map(({ kind, text }) => (kind === "kept" ? text : kind === "added" ? `{+${text}+}` : `[-${text}-]`))
    .join("");
}

describe("the changes of a text", () => {
  it("are words, not letters", () => {
    expect(written("A licence is valid for three years.", "A licence is valid for five years.")).toBe(
      "A licence is valid for [-three-]{+five+} years.",
    );
  });

  it("are characters in Chinese, numbers whole", () => {
    expect(written("应当在30日内登记", "应当在15日内办理登记")).toBe("应当在[-30-]{+15+}日内{+办理+}登记");
  });

  it("keep Arabic words whole with their vowel signs", () => {
    expect(written("لا يجوز العبور إلا بترخيص", "لا يجوز النقل إلا بترخيص")).toBe("لا يجوز [-العبور-]{+النقل+} إلا بترخيص");
  });

  it("read as one where only a blank or a mark is between them", () => {
    expect(written("the old Agency, here", "a new Authority, here")).toBe(
      "[-the old Agency-]{+a new Authority+}, here",
    );
  });

  it("give back both texts, whatever they are", () => {
    const text = fc.array(fc.constantFrom("a", "b", "cd", " ", "\n", "。", "核", "材", "م"), { maxLength: 40 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [one.join(""), other.join("")];
        const parts = wordChanges(before, after);
        const without = (kind: string) => parts.flatMap((part) => (part.kind === kind ? [] : [part.text])).join("");
        expect([without("added"), without("removed")]).toEqual([before, after]);
      }),
    );
  });

  it("of texts with little in common are found in a moment", () => {
    const text = (letter: string) => Array.from({ length: 20_000 }, (_, place) => `${letter}${place}`).join(" ");
    expect(wordChanges(text("a"), text("b")).map(({ kind }) => kind)).toEqual(["removed", "added"]);
  }, 5000);
});

describe("pairs of provisions", () => {
  const law = (...texts: string[]) => texts.map((text, place) => ({ anchor: `s-${place + 1}`, text }));
  const pairsOf = (before: string[], after: string[]) =>
    pairProvisions(law(...before), law(...after)).map(
      (pair) => `${pair.before?.anchor ?? "–"} ${pair.after?.anchor ?? "–"}`,
    );

  const seal = "A container that leaves the port carries the seal of the Authority.";
  const breach = "A person who breaks a seal commits an offence.";
  const records = "The carrier keeps a record of each consignment for three years.";

  it("follow the words where a new article moved the numbers", () => {
    expect(pairsOf([seal, breach], [seal, "The Authority publishes a list of ports.", breach])).toEqual([
      "s-1 s-1",
      "– s-2",
      "s-2 s-3",
    ]);
  });

  it("follow likeness where words and numbers changed", () => {
    const longer = records.replace("three", "five");
    expect(pairsOf([seal, records], [seal, "Ports open at six.", longer])).toEqual(["s-1 s-1", "– s-2", "s-2 s-3"]);
  });

  it("join nothing that has little in common, same number or not", () => {
    expect(pairsOf([seal, breach], [seal, records])).toEqual(["s-1 s-1", "s-2 –", "– s-2"]);
  });

  it("tell provisions without words apart by their numbers", () => {
    expect(pairsOf(["", ""], ["", "", ""])).toEqual(["s-1 s-1", "s-2 s-2", "– s-3"]);
  });

  it("have each provision of both versions once", () => {
    const texts = fc.array(fc.constantFrom(seal, breach, records, "", "Ports open at six."), { maxLength: 12 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const pairs = pairProvisions(law(...before), law(...after));
        expect(pairs.flatMap((pair) => pair.before ?? [])).toEqual(law(...before));
        expect(pairs.flatMap((pair) => pair.after ?? [])).toEqual(law(...after));
      }),
    );
  });
});
