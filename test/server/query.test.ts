import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuery, wantedParts } from "#server/query.ts";

const word = (text: string) => ({ kind: "word", text });

describe("parseQuery(typed)", () => {
  it("asks for all words", () => {
    expect(parseQuery("export permit").query).toEqual({ kind: "all", parts: [word("export"), word("permit")] });
  });

  it("reads |, - and brackets, the bar last", () => {
    expect(parseQuery("a (b | -c) d").query).toEqual({
      kind: "all",
      parts: [word("a"), { kind: "any", parts: [word("b"), { kind: "not", part: word("c") }] }, word("d")],
    });
  });

  it("keeps what stands in quotes together, whichever quotes they are", () => {
    for (const typed of ['"physical protection"', "“physical protection”", "«physical protection»"])
      expect(parseQuery(typed).query).toEqual({ kind: "phrase", text: "physical protection" });
    expect(parseQuery("「实物保护」").query).toEqual({ kind: "phrase", text: "实物保护" });
  });

  it("reads a star as the beginning of a word", () => {
    expect(parseQuery("nucle*").query).toEqual({ kind: "prefix", text: "nucle" });
  });

  it("leaves hyphens, slashes and brackets inside words alone", () => {
    for (const typed of ["trans-shipment", "SOR/2000-210", "S/AC.44/2004/(02)/68", "第1540(2004)号"])
      expect(parseQuery(typed)).toEqual({ query: word(typed), slips: [] });
  });

  it("parts Chinese words at Chinese punctuation", () => {
    expect(parseQuery("货运、报关").query).toEqual({ kind: "all", parts: [word("货运"), word("报关")] });
  });

  it("names a quotation mark that is not closed, and suggests the closed one", () => {
    expect(parseQuery('permit "export of goods')).toEqual({
      query: { kind: "all", parts: [word("permit"), { kind: "phrase", text: "export of goods" }] },
      slips: [
        {
          code: "unclosed-quote",
          message: expect.stringContaining("quotation mark"),
          suggestion: 'permit "export of goods"',
        },
      ],
    });
  });

  it("names brackets that do not meet", () => {
    expect(parseQuery("(a | b").slips).toMatchObject([{ code: "unbalanced-bracket", suggestion: "(a | b)" }]);
    expect(parseQuery("a ) b").slips).toMatchObject([{ code: "unbalanced-bracket" }]);
  });

  it("takes OR as a word and suggests the bar", () => {
    expect(parseQuery("export OR import").slips).toMatchObject([
      { code: "operator-word", suggestion: "export | import" },
    ]);
  });

  it("says when there is nothing to look for", () => {
    expect(parseQuery("?!")).toMatchObject({ slips: [{ code: "nothing-to-find" }] });
    expect(parseQuery("  ")).toEqual({ slips: [] });
  });

  it("looks for the first 32 words and says so", () => {
    const { query, slips } = parseQuery(Array.from({ length: 40 }, (_, number) => `word${number}`).join(" "));
    expect(wantedParts(query)).toHaveLength(32);
    expect(slips).toMatchObject([{ code: "too-many-words" }]);
  });

  it("reads anything a person may type", () => {
    const typed = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 80 }),
      fc
        .array(fc.constantFrom("(", ")", '"', "-", "|", "*", " ", "a", "核", "«", "OR", "第1540(2004)号"))
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const { query, slips } = parseQuery(text);
        // Whatever letters were typed are looked for or excluded, or it is said why not.
        const silent = /[\p{L}\p{N}]/u.test(text) && query === undefined && slips.length === 0;
        expect(silent && !/[-(]/u.test(text)).toBe(false);
        expect(wantedParts(query).length).toBeLessThanOrEqual(32);
      }),
      { numRuns: 3000 },
    );
  });
});
