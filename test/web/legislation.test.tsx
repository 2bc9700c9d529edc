import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { lawsFound, noLaws } from "./canned.ts";
import { show, type Server } from "./show.tsx";

const laws =
  (answer: (search: URLSearchParams) => unknown): Server =>
  ({ pathname, searchParams }) =>
    pathname === "/api/v1/legislation" ? answer(searchParams) : undefined;

describe("the page of results", () => {
  it("shows laws with their provisions, each word in its own language and direction", async () => {
    show(
      "/legislation?q=عبور",
      laws(() => lawsFound()),
    );
    const title = await screen.findByRole("link", { name: "نظام المواد المشعة" });
    expect(title.querySelector("bdi")).toMatchObject({ lang: "ar", dir: "rtl" });
    expect(screen.getByText("Radioactive Materials Law").lang).toBe("en");
    expect(screen.getByText("العبور").tagName).toBe("MARK");
    expect(screen.getByText(/<script>alert\(1\)<\/script>/)).toBeDefined();
    expect(screen.getByText("In our own words").parentElement?.textContent).toContain("Transit needs a licence.");
    const provision = screen.getByRole("link", { name: "المادة العاشرة" });
    expect(decodeURIComponent(provision.getAttribute("href") ?? "")).toBe(
      "/legislation/sau-m-82?language=ar&q=عبور#art-10",
    );
    expect(screen.getByText("21 laws", { selector: "[role=status]" })).toBeDefined();
    expect(screen.getByRole("link", { name: /CSV/ }).getAttribute("href")).toContain("/api/v1/legislation.csv?q=");
  });

  it.each([
    ["fr", "Existe aussi en : anglais"],
    ["ru", "Есть также на языках: английский"],
    ["en", "Also in: English"],
  ])("writes the names of languages in a sentence as %s does", async (ui, sentence) => {
    const [law] = lawsFound().items;
    show(
      `/legislation?ui=${ui}`,
      laws(() => lawsFound({ items: [{ ...law!, languages: ["ar", "en"] }] })),
    );
    expect(await screen.findByText(sentence)).toBeDefined();
  });

  it("lists States by name, whatever their number of laws", async () => {
    show(
      "/legislation",
      laws(() => lawsFound()),
    );
    const states = await screen.findByRole("group", { name: "State" });
    await within(states).findByRole("checkbox", { name: "Canada" });
    const names = within(states)
      .getAllByRole("checkbox")
      .map((box) => box.closest("li")?.textContent);
    expect(names).toEqual(["Canada99 laws", "Saudi Arabia1212 laws"]);
  });

  it("keeps every filter in the address", async () => {
    const { asked } = show(
      "/legislation?q=transit&page=2&ui=en",
      laws(() => lawsFound()),
    );
    fireEvent.click(await screen.findByRole("checkbox", { name: "Canada" }));
    const chip = await screen.findByRole("button", { name: "Remove the filter State: Canada" });
    expect(window.location.search).toBe("?q=transit&state=CAN&ui=en");
    await waitFor(() => expect(asked).toContain("/api/v1/legislation?q=transit&state=CAN"));

    fireEvent.change(screen.getByLabelText("From"), { target: { value: "1990" } });
    fireEvent.click(screen.getByRole("button", { name: "Apply" }));
    await screen.findByRole("button", { name: "Remove the filter Year: since 1990" });
    expect(window.location.search).toBe("?q=transit&state=CAN&yearFrom=1990&ui=en");

    fireEvent.click(chip);
    await waitFor(() => expect(chip.isConnected).toBe(false));
    expect(window.location.search).toBe("?q=transit&yearFrom=1990&ui=en");
  });

  it("keeps a chosen value in sight when nothing is left of it, and says which filter to drop", async () => {
    show(
      "/legislation?q=transit&state=CAN&type=code",
      laws((search) => (search.has("type") ? noLaws() : lawsFound())),
    );
    const chosen = await screen.findByRole("checkbox", { name: "Canada" });
    expect(chosen).toMatchObject({ checked: true });
    expect(chosen.closest("li")?.textContent).toContain("0");
    const way = await screen.findByRole("link", { name: "Without Type: Code: 21 laws" });
    expect(way.getAttribute("href")).toBe("/legislation?q=transit&state=CAN");
    expect(screen.queryByRole("link", { name: /Without State/ })).toBeNull();
  });

  it("says what the search let go, added and misread", async () => {
    show(
      "/legislation?q=transit",
      laws(() =>
        lawsFound(
          {},
          {
            relaxed: true,
            expansions: [{ concept: "transit", language: "zh", terms: ["过境"] }],
            learned: [{ word: "seal", language: "fr", terms: ["scellé", "cachet"] }],
            slips: [{ code: "unbalanced-bracket", message: "A bracket is open.", suggestion: "(transit)" }],
          },
        ),
      ),
    );
    expect(await screen.findByText(/laws with most of the words follow/)).toBeDefined();
    expect(screen.getByText("3 related terms were searched too")).toBeDefined();
    expect(screen.getByText("过境").lang).toBe("zh");
    expect(["scellé", "cachet"].map((term) => screen.getByText(term).lang)).toEqual(["fr", "fr"]);
    fireEvent.click(screen.getByRole("link", { name: "Search only my words" }));
    expect(window.location.search).toBe("?q=transit&expand=off");
    expect(screen.getByText(/A bracket has no partner/)).toBeDefined();
    expect(screen.getByRole("link", { name: "Search for (transit)" }).getAttribute("href")).toContain(
      "q=%28transit%29",
    );
  });

  it("says in words what went wrong, and asks again when told to", async () => {
    let isUp = false;
    show(
      "/legislation?q=transit",
      laws(() =>
        isUp
          ? lawsFound()
          : { type: "about:blank", title: "Not available", status: 503, detail: "The search engine rests." },
      ),
    );
    expect((await screen.findByRole("alert")).textContent).toContain("The search is not available just now.");
    isUp = true;
    fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("link", { name: "نظام المواد المشعة" })).toBeDefined();
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("shows the law of a day, and says of how many laws the dates do not tell", async () => {
    const { asked } = show(
      "/legislation?state=CAN",
      laws((search) => lawsFound({}, search.has("on") ? { undated: 3 } : {})),
    );
    fireEvent.change(await screen.findByLabelText("Day"), { target: { value: "2010-01-31" } });
    fireEvent.click(screen.getByRole("button", { name: "Show the laws of this day" }));
    const chip = await screen.findByRole("button", { name: "Remove the filter In force on: 31 January 2010" });
    expect(asked).toContain("/api/v1/legislation?state=CAN&on=2010-01-31");
    expect(await screen.findByText(/3 more laws do not tell/)).toBeDefined();
    fireEvent.click(screen.getByRole("link", { name: "Show these too" }));
    expect(await screen.findByText(/Among these are 3 laws/)).toBeDefined();
    expect(window.location.search).toBe("?state=CAN&on=2010-01-31&undated=include");
    fireEvent.click(chip);
    await waitFor(() => expect(window.location.search).toBe("?state=CAN"));
  });

  it("offers completions to the keyboard, and searches for what is typed", async () => {
    const suggestion = {
      kind: "law",
      text: "Loi sur le transit",
      language: "fr",
      detail: "Canada",
      address: "/legislation/can-t-1",
    };
    show("/legislation", ({ pathname }) =>
      pathname === "/api/v1/suggest"
        ? { items: [suggestion] }
        : laws(() => lawsFound())(new URL(`http://localhost${pathname}`)),
    );
    const box = await screen.findByRole("combobox", { name: "Search the laws of States" });
    fireEvent.change(box, { target: { value: "transit" } });
    const option = await screen.findByRole("option", { name: /Loi sur le transit/ });
    fireEvent.keyDown(box, { key: "ArrowDown" });
    await waitFor(() => expect(box.getAttribute("aria-activedescendant")).toBe(option.id));
    expect(within(option).getByText("Loi sur le transit").lang).toBe("fr");
    fireEvent.keyDown(box, { key: "Escape" });
    await waitFor(() => expect(box.getAttribute("aria-expanded")).toBe("false"));
    fireEvent.submit(screen.getByRole("search"));
    expect(window.location.search).toBe("?q=transit");
  });
});
