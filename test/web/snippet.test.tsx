import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { partsOf, Snippet } from "#web/search/snippet.tsx";

afterEach(cleanup);

describe("Snippet", () => {
  it("marks the words that matched", () => {
    const { container } = render(<Snippet snippet="the <mark>transit</mark> of goods &amp; <mark>funds</mark>" />);
    expect([...container.querySelectorAll("mark")].map((mark) => mark.textContent)).toEqual(["transit", "funds"]);
    expect(container.textContent).toBe("the transit of goods & funds");
  });

  it("shows any other markup as text", () => {
    const { container } = render(
      <Snippet
        snippet={'<script>alert(1)</script> <mark><img src=x onerror="alert(2)"></mark> <mark onclick="x">y</mark>'}
      />,
    );
    expect([...container.querySelectorAll("*")].map(({ tagName }) => tagName)).toEqual(["MARK"]);
    expect(screen.getByText('<img src=x onerror="alert(2)">')).toBeDefined();
    expect(container.textContent).toContain("<script>alert(1)</script>");
  });
});

describe("partsOf(snippet)", () => {
  it("undoes one layer of escaping", () => {
    expect(partsOf("&amp;lt; &lt;b&gt; &#39;x&#39;")).toEqual([{ text: "&lt; <b> 'x'", isMarked: false }]);
  });

  it("leaves a mark without an end as text", () => {
    expect(partsOf("a <mark>b")).toEqual([{ text: "a <mark>b", isMarked: false }]);
  });
});
