import { fireEvent, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Evidence, Laws, StateProfile } from "#domain/profiles.ts";
import type { SearchAllAnswer } from "#domain/search-all.ts";
import { lawsFound, states } from "./canned.ts";
import { show } from "./show.tsx";

const nothing = { provisions: 0, laws: 0, states: 0 };
const empty = { confirmed: nothing, proposed: nothing };
const { name: _, laws: __, ...canada } = states.items[0]!;

const evidence: Evidence = {
  asOf: "2026-11-20T10:00:00Z",
  areas: [
    {
      code: "OP3A",
      label: "Accounting and securing",
      kind: "obligation",
      cells: {
        NW: { confirmed: { provisions: 4, laws: 2, states: 1 }, proposed: nothing },
        CW: { confirmed: nothing, proposed: { provisions: 7, laws: 3, states: 1 } },
        BW: empty,
        any: { confirmed: { provisions: 5, laws: 2, states: 1 }, proposed: nothing },
      },
    },
  ],
};

const laws: Laws = {
  asOf: "2026-11-20T10:00:00Z",
  total: 4,
  states: 1,
  years: [
    { year: 1985, laws: 1 },
    { year: 2018, laws: 2 },
  ],
  languages: [{ language: "en", laws: 4 }],
  newest: [
    { id: "can-n-28.3", state: "CAN", title: "Nuclear Safety Act", language: "en", status: "in-force", year: 2018 },
  ],
};

const profile = (changes: Partial<StateProfile> = {}): StateProfile => ({
  ...canada,
  name: "Canada",
  places: [
    { code: "WEOG", kind: "group", name: "Group of Western European and Other States" },
    { code: "021", kind: "subregion", name: "Northern America" },
  ],
  evidence,
  laws,
  treaties: {
    asOf: "2026-11-20T10:00:00Z",
    items: [
      {
        code: "CWC",
        name: "Chemical Weapons Convention",
        knownUntil: "2026-02-03",
        source: "a table",
        standing: "party",
        acts: [{ act: "ratification", date: "1995-09-26" }],
      },
      {
        code: "BWC",
        name: "Biological Weapons Convention",
        knownUntil: "2024",
        source: "a table",
        standing: "none",
        acts: [],
      },
    ],
  },
  matrix: {
    asOf: "2026-11-20T10:00:00Z",
    matrix: {
      snapshot: "2021",
      date: "2021-06-30",
      source: "Drawn at random",
      demonstration: true,
      areas: [
        {
          code: "OP2",
          label: "Prohibition and penalties",
          kind: "obligation",
          values: { X: 60, Q: 4, NA: 0, BLANK: 18, NOT_CODED: 2 },
        },
      ],
    },
  },
  documents: { asOf: "2026-11-20T10:00:00Z", total: 0, items: [], reporting: 0 },
  practices: { total: 0, items: [], contributors: 0 },
  changes: {
    asOf: "2026-11-20T10:00:00Z",
    total: 1,
    items: [
      {
        kind: "reading",
        date: "2026-11-22",
        state: "CAN",
        text: "Nuclear Safety Act",
        language: "en",
        provisions: 3,
        address: "/legislation/can-n-28.3",
      },
    ],
  },
  meta: { source: "a table", asOf: "2014-05", generation: "g-1", disclaimer: "A reference tool." },
  ...changes,
});

const answering =
  (state: StateProfile) =>
  ({ pathname }: URL): unknown =>
    pathname === "/api/v1/states/CAN" ? state : undefined;

describe("the page of a State", () => {
  it("opens from each cell of the evidence the provisions it counts, and says in words where there are none", async () => {
    show("/states/CAN", answering(profile()));
    const row = await screen.findByRole("row", { name: /Accounting and securing/ });
    const [nuclear, chemical, biological] = within(row).getAllByRole("cell");
    expect(within(nuclear!).getByRole("link", { name: "4 provisions recorded" }).getAttribute("href")).toBe(
      "/legislation?state=CAN&obligation=OP3A&weapon=NW",
    );
    expect(within(chemical!).getByRole("link", { name: "7 proposed by machine" }).getAttribute("href")).toBe(
      "/legislation?state=CAN&proposed=OP3A",
    );
    expect(within(biological!).getByText("no information")).toBeDefined();
  });

  it("says what is not recorded, and dates each block that is", async () => {
    show("/states/CAN", answering(profile()));
    await screen.findByRole("heading", { level: 1, name: "Canada" });
    expect(screen.getByText("not recorded")).toBeDefined();
    const documents = screen.getByRole("region", { name: "Documents" });
    expect(within(documents).getByText("Nothing is recorded here. It may still exist.")).toBeDefined();
    expect(within(documents).getByText("As of 20 November 2026")).toBeDefined();
    expect(within(screen.getByRole("region", { name: "Effective practices" })).queryByText(/As of/)).toBeNull();
  });

  it("keeps the five answers of the matrix apart, marks demonstration data, and asks for cells when they are opened", async () => {
    const { asked } = show("/states/CAN", answering(profile()));
    const row = await screen.findByRole("row", { name: /Prohibition and penalties/ });
    expect(
      within(row)
        .getAllByRole("cell")
        .slice(0, 5)
        .map((cell) => cell.textContent),
    ).toEqual(["X 60", "? 4", "NA 0", "Blank 18", "Not coded 2"]);
    expect(screen.getByText(/Demonstration data: drawn at random/)).toBeDefined();
    expect(asked.some((address) => address.startsWith("/api/v1/matrices/"))).toBe(false);
  });

  it("has the numbers of its picture in a table, and says how many laws have no year", async () => {
    show("/states/CAN", answering(profile()));
    const picture = await screen.findByRole("img", { name: /from 1985 to 2018; the most in one year: 2/ });
    expect(picture.querySelectorAll("rect")).toHaveLength(2);
    expect(screen.getByText("1 law has no year.")).toBeDefined();
    expect(screen.getByRole("link", { name: "Open all 4 laws" }).getAttribute("href")).toBe("/legislation?state=CAN");
  });

  it("tells a State that is party from one of which no act is recorded, and names its own address", async () => {
    show("/states/CAN?ui=en", answering(profile()));
    const party = await screen.findByRole("row", { name: /Chemical Weapons Convention/ });
    expect(party.textContent).toContain("ratification: 26 September 1995");
    expect(screen.getByRole("row", { name: /Biological Weapons Convention/ }).textContent).toContain("no act recorded");
    expect(document.querySelector('link[rel="canonical"]')!.getAttribute("href")).toMatch(/\/states\/CAN\?ui=en$/);
    expect(document.querySelector('link[hreflang="ar"]')!.getAttribute("href")).toMatch(/\/states\/CAN\?ui=ar$/);
  });
});

describe("the list of States", () => {
  it("finds a State by its name in any language, without accents", async () => {
    show("/states", ({ pathname }) => (pathname === "/api/v1/states" ? states : undefined));
    fireEvent.change(await screen.findByRole("searchbox", { name: "Filter by name or code" }), {
      target: { value: "SAU" },
    });
    expect(await screen.findByText("1 State fits")).toBeDefined();
    expect(screen.getByRole("link", { name: "Saudi Arabia" }).getAttribute("href")).toBe("/states/SAU");
  });
});

const found: SearchAllAnswer = {
  legislation: { ...group(21, "/api/v1/legislation?q=transit", "/legislation?q=transit"), items: lawsFound().items },
  practices: { ...group(0, "/api/v1/effective-practices?q=transit"), items: [] },
  reports: { ...group(0, "/api/v1/reports?q=transit"), items: [] },
  states: { ...group(1, "/api/v1/states?language=en", "/states"), items: [states.items[0]!] },
  obligations: { ...group(0, "/api/v1/obligations?language=en"), items: [] },
  concepts: { ...group(0, "/api/v1/thesaurus?language=en"), items: [] },
  meta: lawsFound().meta,
};

function group(total: number, endpoint: string, page?: string) {
  return { total, endpoint, ...(page !== undefined && { page }) };
}

describe("the search over everything", () => {
  it("asks once, and gives each kind its count, the way to all of it and its endpoint", async () => {
    const { asked } = show("/search?q=transit", ({ pathname }) => (pathname === "/api/v1/search" ? found : undefined));
    const lawGroup = await screen.findByRole("region", { name: /Laws/ });
    expect(within(lawGroup).getByRole("link", { name: "Open all 21" }).getAttribute("href")).toBe(
      "/legislation?q=transit",
    );
    expect(within(lawGroup).getByRole("link", { name: "/api/v1/legislation?q=transit" })).toBeDefined();
    expect(screen.getByRole("region", { name: /Documents/ }).textContent).toContain("nothing found");
    expect(asked.filter((address) => address.startsWith("/api/v1/search"))).toHaveLength(1);
  });
});

describe("the palette", () => {
  it("opens on Ctrl and K, goes to a page by its first letters, and searches everything for other words", async () => {
    // jsdom has no dialogs that open.
    HTMLDialogElement.prototype.showModal = function showModal() {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function close() {
      this.open = false;
      this.dispatchEvent(new Event("close"));
    };
    show("/about");
    await screen.findByRole("heading", { level: 1 });
    fireEvent.keyDown(document, { key: "k", ctrlKey: true });
    const box = await screen.findByRole("combobox", { name: "Where to?" });
    fireEvent.change(box, { target: { value: "oblig" } });
    await screen.findByRole("option", { name: /Search everything for oblig/ });
    expect(screen.getAllByRole("option")[0]!.textContent).toContain("Obligations");
    fireEvent.keyDown(box, { key: "Enter" });
    await screen.findByRole("heading", { level: 1, name: "Obligations of the resolution" });
    expect(window.location.pathname).toBe("/obligations");
  });
});
