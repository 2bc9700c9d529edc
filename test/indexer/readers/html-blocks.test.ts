import { describe, expect, it } from "vitest";
import { htmlBlocks } from "#indexer/readers/html-blocks.ts";

function texts(html: string): string[] {
  return htmlBlocks(html).map(({ text }) => text);
}

describe("htmlBlocks(html)", () => {
  it("takes line breaks of the source and single <br> for blanks, and two <br> for a new block", () => {
    expect(texts("<p>one\n two<br>three<br>\n<br>four</p>")).toEqual(["one two three", "four"]);
  });

  it("gives words the element and the classes that set them off", () => {
    expect(htmlBlocks('<h2 class="a b">Part <b>I</b></h2>loose words')).toEqual([
      { name: "h2", classes: ["a", "b"], text: "Part I" },
      { name: "body", classes: [], text: "loose words" },
    ]);
  });

  it("leaves out scripts, styles, navigation and form controls", () => {
    const page =
      "<nav>Home</nav><style>p{}</style><p>Law<script>x</script></p><select><option>1</option></select><footer>©</footer>";
    expect(texts(page)).toEqual(["Law"]);
  });

  it("leaves out a form, unless the page is one", () => {
    expect(texts("<p>The words of a law.</p><form>Search</form>")).toEqual(["The words of a law."]);
    expect(texts("<form><p>The words of a law.</p></form>")).toEqual(["The words of a law."]);
  });

  it("makes one line of a table's row, and none of a row that lays out the page", () => {
    expect(texts("<table><tr><td><p>No.</p><p>1</p></td><td></td><td>Name</td><td> </td></tr></table>")).toEqual([
      "No. 1 | | Name",
    ]);
    expect(texts("<table><tr><td>menu</td><td><h1>Law</h1><p>Text</p></td></tr></table>")).toEqual([
      "menu",
      "Law",
      "Text",
    ]);
  });

  it("raises figures, and leaves out the marks of footnotes", () => {
    expect(texts("<p>10<sup>6</sup> Bq, no<sup>o</sup>te<sup><a href='#f'>2</a></sup></p>")).toEqual(["10⁶ Bq, noote"]);
  });

  it("reads a page of a thousand nested elements, and refuses one that would take minutes", () => {
    expect(texts(`${"<div>".repeat(900)}deep`)).toEqual(["deep"]);
    expect(() => htmlBlocks("<div>".repeat(100_000))).toThrow("nested more than 1000 deep");
    const attributes = Array.from({ length: 2000 }, (_, index) => `a${index}=1`).join(" ");
    expect(() => htmlBlocks(`<p ${attributes}>x</p>`)).toThrow("more than 1000 attributes");
    expect(() => htmlBlocks("x".repeat(6_000_001))).toThrow("6000000 are allowed");
  });

  it("does not count elements that close themselves as nested", () => {
    expect(texts("<p>a<br><a name=x>".repeat(2000))).toHaveLength(2000);
  });
});
