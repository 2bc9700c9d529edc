import { describe, expect, it } from "vitest";
import { ReadError } from "#indexer/readers/reading.ts";
import { child, descendants, elements, parseXml, textOf } from "#indexer/readers/xml-tree.ts";

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function failure(input: Uint8Array): ReadError {
  try {
    parseXml(input);
  } catch (error) {
    if (error instanceof ReadError) return error;
    throw error;
  }
  throw new Error("It was read.");
}

describe("parseXml(bytes)", () => {
  it("gives elements, attributes and text in order, with a byte-order mark before the declaration", () => {
    const root = parseXml(
      bytes(
        '\uFEFF<?xml version="1.0"?><law xml:lang="fr" xmlns:l="urn:l" l:id="7" id="8">Un <b>deux</b><![CDATA[ <3>]]></law>',
      ),
    );
    expect(root.name).toBe("law");
    expect(root.attributes.get("lang")).toBe("fr");
    expect(root.attributes.get("{urn:l}id")).toBe("7");
    expect(root.attributes.get("id")).toBe("8");
    expect(textOf(root)).toBe("Un deux <3>");
  });

  it("names elements by local name and namespace, whatever the prefix", () => {
    const root = parseXml(bytes('<a:law xmlns:a="urn:laws"><a:section/></a:law>'));
    expect([root.name, root.namespace, elements(root)[0]?.name]).toEqual(["law", "urn:laws", "section"]);
  });

  it("decodes UTF-16 by its mark and other encodings by their declaration", () => {
    const utf16 = new Uint8Array(Buffer.from("\uFEFF<a>é</a>", "utf16le"));
    expect(textOf(parseXml(utf16))).toBe("é");
    const latin = new Uint8Array([...bytes('<?xml version="1.0" encoding="ISO-8859-1"?><a>'), 0xe9, ...bytes("</a>")]);
    expect(textOf(parseXml(latin))).toBe("é");
  });

  it("says where bytes are not what the file says they are", () => {
    const error = failure(new Uint8Array([...bytes("<a>\n<b>ab"), 0xff, ...bytes("</b></a>")]));
    expect(error.message).toBe("The file says that it is utf-8, but has bytes that are not.");
    expect(error.place).toBe("line 2, column 5");
  });

  it("says where a tag is not closed", () => {
    const error = failure(bytes("<law>\n  <section>\n</law>"));
    expect(error.message).toContain("not well-formed");
    expect(error.place).toBe("line 3, column 6");
  });

  it("refuses an empty file, an unknown encoding and an unknown entity", () => {
    expect(failure(bytes("")).message).toContain("not well-formed");
    expect(failure(bytes('<?xml version="1.0" encoding="klingon"?><a/>')).message).toContain("“klingon” is not known");
    expect(failure(bytes("<a>&passwd;</a>")).message).toContain("not well-formed");
  });

  it.each([
    ["an external entity", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ["a parameter entity", '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]><a/>'],
    ["an external subset", '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><a/>'],
    ["ten entities of ten entities", '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'],
  ])("refuses %s with the document type", (_, text) => {
    expect(failure(bytes(text)).message).toBe("The file declares a document type, which is refused for safety.");
  });

  it("does not follow an XInclude", () => {
    const root = parseXml(
      bytes('<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="/etc/passwd" parse="text"/></a>'),
    );
    expect(textOf(root)).toBe("");
  });

  it("refuses elements nested 100,000 deep, and more attributes than a person writes", () => {
    expect(failure(bytes("<a>".repeat(100_000))).message).toBe("The elements are nested more than 200 deep.");
    const attributes = Array.from({ length: 100_000 }, (_, index) => `a${index}="1"`).join(" ");
    expect(failure(bytes(`<a ${attributes}/>`)).message).toBe("An element has more than 1000 attributes.");
  });

  it("refuses more elements than a law has", () => {
    expect(failure(bytes(`<a>${"<b/>".repeat(400_001)}</a>`)).message).toBe(
      "The file has more than 400,000 XML elements.",
    );
  });

  it("reads a million numeric references as a million characters", () => {
    expect(textOf(parseXml(bytes(`<a>${"&#65;".repeat(1_000_000)}</a>`)))).toHaveLength(1_000_000);
  });

  it("keeps an attribute called __proto__ as an attribute", () => {
    expect(parseXml(bytes('<a __proto__="x"/>')).attributes.get("__proto__")).toBe("x");
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });
});

describe("child, elements, descendants", () => {
  const root = parseXml(
    bytes("<law><meta><title>T</title></meta><body><part><section>1</section></part><section>2</section></body></law>"),
  );

  it("go down a way of names", () => {
    expect(textOf(child(root, "meta", "title"))).toBe("T");
    expect(child(root, "meta", "number")).toBeUndefined();
  });

  it("list elements of a name at any depth in the order of the text", () => {
    expect(descendants(root, "section").map(textOf)).toEqual(["1", "2"]);
  });
});
