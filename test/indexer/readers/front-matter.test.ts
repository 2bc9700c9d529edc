import { describe, expect, it } from "vitest";
import { dateField, splitFrontMatter, textField } from "#indexer/readers/front-matter.ts";

describe("splitFrontMatter(text)", () => {
  it("gives every value as it is written", () => {
    const { fields, body } = splitFrontMatter(
      '---\ntitle: >-\n  Ley de\n  ejemplo\nyear: "2014"\nday: 2026-07-21\n---\n# Texto\n',
    );
    expect(fields).toEqual({ title: "Ley de ejemplo", year: "2014", day: "2026-07-21" });
    expect(body).toBe("# Texto\n");
  });

  it("takes a text without front matter as it is", () => {
    expect(splitFrontMatter("---\n\nArtículo 1")).toEqual({ fields: {}, body: "---\n\nArtículo 1" });
  });

  it("reads a quoted value that is wrapped without being indented", () => {
    const { fields } = splitFrontMatter('---\ntitle: "UNA LEY\n- DE EJEMPLO"\nnumber: "5"\n---\n');
    expect(fields).toEqual({ title: "UNA LEY - DE EJEMPLO", number: "5" });
  });

  it("says in which line YAML is broken", () => {
    expect(() => splitFrontMatter('---\ntitle: "x"\nstatus: [a, b\nrank: ley\n---\n')).toThrow(
      expect.objectContaining({ name: "ReadError", place: expect.stringMatching(/^line [345]$/u) }),
    );
  });

  it("says that the front matter does not end", () => {
    expect(() => splitFrontMatter("---\ntitle: x\n\nArtículo 1")).toThrow("has no closing ---");
  });
});

describe("textField(fields, name) and dateField(fields, name)", () => {
  it("decode HTML entities and join lines", () => {
    expect(textField({ title: "sustancias qu&iacute;micas\n  de ejemplo" }, "title")).toBe(
      "sustancias químicas de ejemplo",
    );
  });

  it("give nothing for what is missing, empty or a list", () => {
    expect([textField({}, "a"), textField({ a: " " }, "a"), textField({ a: ["b"] }, "a")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([dateField({ a: "2014-05" }, "a"), dateField({ a: "2014-05-08" }, "a")]).toEqual([undefined, "2014-05-08"]);
  });
});
