import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { ComparedProvision, Comparison } from "#domain/compare.ts";
import { taxonomy } from "./canned.ts";
import { show, type Server } from "./show.tsx";

const provision: ComparedProvision = {
  law: "sau-m-82",
  title: "نظام المواد المشعة",
  language: "ar",
  year: 2018,
  status: "repealed",
  anchor: "art-10",
  label: "المادة العاشرة",
  summary: "Transit needs a licence.",
  weapons: ["NW"],
  facets: ["framework"],
};

const comparison: Comparison = {
  states: [
    { iso3: "CAN", name: "Canada" },
    { iso3: "SAU", name: "Saudi Arabia" },
  ],
  rows: [
    { code: "OP3D", parent: "OP3", label: "Export controls", kind: "obligation", cells: [[], []] },
    { code: "OP3D.07", parent: "OP3D", label: "Transit control", kind: "obligation", cells: [[], [provision]] },
  ],
  meta: { generation: "g-1", asOf: "2026-11-20T10:00:00.000Z", disclaimer: "A reference tool." },
};

const server: Server = ({ pathname }) =>
  pathname === "/api/v1/obligations" ? taxonomy : pathname === "/api/v1/compare" ? comparison : undefined;

describe("the page of States side by side", () => {
  it("gives each State a column and each row an obligation, and says in words where nothing is recorded", async () => {
    show("/compare?state=CAN&state=SAU&obligation=OP3D", server);
    const table = await screen.findByRole("table");
    expect(
      within(table)
        .getAllByRole("columnheader")
        .map(({ textContent }) => textContent),
    ).toEqual(["Obligation", "Canada", "Saudi Arabia"]);
    // The area has rows of its own and nothing tied to it as a whole.
    expect(within(table).getAllByRole("rowheader")).toHaveLength(1);
    const [canada, saudiArabia] = within(table).getAllByRole("cell");
    expect(within(canada!).getByText("no information recorded")).toBeDefined();
    const link = within(saudiArabia!).getByRole("link", { name: "المادة العاشرة" });
    expect(link.getAttribute("href")).toBe("/legislation/sau-m-82?language=ar#art-10");
    expect(link.querySelector("bdi")).toMatchObject({ lang: "ar", dir: "rtl" });
    expect(within(saudiArabia!).getByText("Transit needs a licence.").lang).toBe("en");
    expect(within(saudiArabia!).getByText("Repealed")).toBeDefined();
    expect(within(saudiArabia!).getByText("Legal framework · Nuclear")).toBeDefined();
    expect(screen.getByText(/one may still exist/)).toBeDefined();
    expect(screen.getByRole("link", { name: /CSV/ }).getAttribute("href")).toBe(
      "/api/v1/compare.csv?state=CAN&state=SAU&obligation=OP3D",
    );
  });

  it("asks for what the address names, and for nothing before that is enough", async () => {
    const { asked } = show("/compare?state=CAN&obligation=OP3D&ui=en", server);
    expect(await screen.findByText("Choose at least two States and a part of the resolution.")).toBeDefined();
    expect(asked.some((address) => address.startsWith("/api/v1/compare"))).toBe(false);
    fireEvent.click(screen.getByRole("button", { name: "Add a State" }));
    const box = await screen.findByRole("combobox", { name: "Find a State" });
    await waitFor(() => expect(document.activeElement).toBe(box));
    fireEvent.change(box, { target: { value: "saud" } });
    fireEvent.click(await screen.findByRole("option", { name: /Saudi Arabia/ }));
    expect(await screen.findByRole("table")).toBeDefined();
    expect(window.location.search).toBe("?state=CAN&state=SAU&obligation=OP3D&ui=en");

    fireEvent.change(screen.getByRole("combobox", { name: "Weapon" }), { target: { value: "NW" } });
    await waitFor(() => expect(asked).toContain("/api/v1/compare?state=CAN&state=SAU&obligation=OP3D&weapon=NW"));
    fireEvent.click(screen.getByRole("button", { name: "Take away Canada" }));
    expect(await screen.findByText(/Choose at least two States/)).toBeDefined();
    expect(window.location.search).toBe("?state=SAU&obligation=OP3D&weapon=NW&ui=en");
  });

  it("leaves out what no State and no obligation is called", async () => {
    const { asked } = show("/compare?state=CAN&state=ATL&obligation=OP99", server);
    expect(await screen.findByRole("button", { name: "Take away Canada" })).toBeDefined();
    expect(screen.queryByRole("button", { name: /ATL/ })).toBeNull();
    expect(screen.getByText(/Choose at least two States/)).toBeDefined();
    expect(asked.some((address) => address.startsWith("/api/v1/compare"))).toBe(false);
  });
});
