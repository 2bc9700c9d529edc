import { describe, expect, it } from "vitest";
import { proposedObligations } from "#indexer/concepts.ts";

describe("obligations proposed by concepts", () => {
  it("are those of the concepts, with all they stand under, where a weapon or its material is named", () => {
    expect(proposedObligations(["physical-protection", "nuclear-material"], [])).toEqual(
      expect.arrayContaining(["OP3", "OP3B"]),
    );
  });

  it("are none where no weapon is named: a licence alone may be for fishing", () => {
    expect(proposedObligations(["end-use-certificate"], [])).toEqual([]);
    expect(proposedObligations([], [])).toEqual([]);
  });

  it("leave out what a person has confirmed", () => {
    const proposed = proposedObligations(["physical-protection", "nuclear-material"], ["OP3", "OP3B"]);
    expect(proposed).not.toContain("OP3B");
    expect(proposed.length).toBeGreaterThan(0);
  });

  it("know nothing of a concept the thesaurus no longer has", () => {
    expect(proposedObligations(["gone"], [])).toEqual([]);
  });
});
