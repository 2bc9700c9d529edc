import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Measures, ObligationsAnswer } from "#domain/obligations.ts";
import { taxonomy } from "./canned.ts";
import { show } from "./show.tsx";

const answer = (items = taxonomy.items): ObligationsAnswer => ({ ...taxonomy, items });

const rowOf = (label: RegExp) => within(screen.getByRole("table")).getByRole("row", { name: label });

describe("the page of the obligations", () => {
  it("shows areas with what is recorded, in words where nothing is, and leads to their laws", async () => {
    show("/obligations", ({ pathname }) => (pathname === "/api/v1/obligations" ? answer() : undefined));
    const area = await screen.findByRole("row", { name: /Export controls/ });
    expect(
      within(area)
        .getAllByRole("listitem")
        .map((item) => item.textContent),
    ).toEqual(["2 States", "3 laws", "9 provisions"]);
    expect(within(area).getByRole("link", { name: "Export controls" }).getAttribute("href")).toBe(
      "/legislation?obligation=OP3D",
    );
    expect(within(area).getByRole("link", { name: "States side by side: Export controls" }).getAttribute("href")).toBe(
      "/compare?obligation=OP3D",
    );
    expect(area.textContent).toContain("OP3D · paragraph 3(d)");
    expect(within(rowOf(/Assistance/)).getByText("no information recorded")).toBeDefined();
    expect(within(rowOf(/Assistance/)).queryByRole("link")).toBeNull();
    expect(screen.getByText(/In the library: 40 laws, 12 States/)).toBeDefined();
    expect(screen.getByText(/do not say how far a State meets an obligation/)).toBeDefined();
  });

  it("tells what is voluntary or for information from the obligations", async () => {
    show("/obligations", ({ pathname }) => (pathname === "/api/v1/obligations" ? answer() : undefined));
    await screen.findByRole("table");
    expect(within(rowOf(/Assistance/)).getByText("Voluntary")).toBeDefined();
    expect(within(rowOf(/Export controls/)).queryByText("Voluntary")).toBeNull();
  });

  it("folds rows under their area, and opens one area or all", async () => {
    show("/obligations", ({ pathname }) => (pathname === "/api/v1/obligations" ? answer() : undefined));
    const fold = await screen.findByRole("button", { name: "Rows under Export controls" });
    expect(fold.getAttribute("aria-expanded")).toBe("false");
    expect(screen.queryByRole("row", { name: /Transit control/ })).toBeNull();
    fireEvent.click(fold);
    expect(await screen.findByRole("row", { name: /Transit control/ })).toBeDefined();
    fireEvent.click(screen.getByRole("button", { name: "Open all rows" }));
    expect(await screen.findByRole("row", { name: /Aid requested/ })).toBeDefined();
    fireEvent.click(screen.getByRole("button", { name: "Fold all rows" }));
    await waitFor(() => expect(screen.queryByRole("row", { name: /Transit control/ })).toBeNull());
  });

  it("filters by words without accents and case, or by code, and keeps what a row stands under", async () => {
    show("/obligations", ({ pathname }) => (pathname === "/api/v1/obligations" ? answer() : undefined));
    const box = await screen.findByRole("searchbox", { name: "Filter by words or code" });
    fireEvent.change(box, { target: { value: " TRÁNSIT" } });
    expect(await screen.findByText("1 entry fits")).toBeDefined();
    const names = () => screen.getAllByRole("rowheader").map((header) => header.querySelector("a")?.textContent);
    expect(names()).toEqual(["Domestic controls", "Export controls", "Transit control"]);
    fireEvent.change(box, { target: { value: "op3d.07" } });
    expect(await screen.findByText("1 entry fits")).toBeDefined();
    fireEvent.change(box, { target: { value: "zzyzx" } });
    expect(await screen.findByText("No entry has these words.")).toBeDefined();
  });

  it("shows what programs propose apart, and only where they propose something", async () => {
    const proposed: Measures = { states: 1, laws: 4, provisions: 6 };
    const items = taxonomy.items.map((item) => (item.code === "OP3D" ? { ...item, proposed } : item));
    show("/obligations", ({ pathname }) => (pathname === "/api/v1/obligations" ? answer(items) : undefined));
    expect(await screen.findByRole("columnheader", { name: "Proposed by machine" })).toBeDefined();
    const cells = within(rowOf(/Export controls/)).getAllByRole("cell");
    expect(cells.map(({ textContent }) => textContent)).toEqual([
      "Recorded here2 States3 laws9 provisions",
      "Proposed by machine1 State4 laws6 provisions",
    ]);
  });
});
