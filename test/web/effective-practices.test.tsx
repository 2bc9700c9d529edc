import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { EffectivePracticesPage, PracticeHit, PracticePage } from "#domain/effective-practices.ts";
import { taxonomy } from "./canned.ts";
import { show, type Server } from "./show.tsx";

const hit: PracticeHit = {
  id: "saudi-registers",
  kind: "practice",
  category: "inventory-accounting",
  titles: { en: "Registers of strains", ar: "سجلات السلالات" },
  summaries: { en: "Each laboratory keeps a register.", ar: "يمسك كل مختبر سجلا." },
  obligations: ["OP3D.07"],
  weapons: ["BW"],
  states: ["SAU"],
  organisations: ["WHO", "Institute of Strains"],
  date: "2014-03-12",
  languages: ["ar"],
  consent: "shared",
  checked: "page-read",
};

const meta = {
  generation: "g-1",
  asOf: "2026-11-20T10:00:00.000Z",
  disclaimer: "A reference tool.",
  organisations: [
    {
      code: "WHO",
      names: {
        ar: "المنظمة",
        zh: "世卫组织",
        en: "Health Organization",
        fr: "Organisation",
        ru: "ВОЗ",
        es: "Organización",
      },
    },
  ],
};

const list = (changes: Partial<EffectivePracticesPage> = {}): EffectivePracticesPage => ({
  total: 1,
  items: [hit],
  facets: { weapon: [{ value: "BW", count: 1 }], contributor: [{ value: "WHO", count: 1 }] },
  meta: { ...meta, relaxed: false, expansions: [], learned: [], slips: [] },
  ...changes,
});

const one: PracticePage = {
  ...hit,
  descriptions: { en: "The register names strain and keeper." },
  conditions: {},
  lessons: {},
  source: { title: "Letter", publisher: "Ministry", symbol: "S/1", address: "javascript:alert(1)" },
  evidence: ["https://example.org/letter"],
  provisions: [{ law: "sau-m-82", anchor: "art-10" }],
  concepts: [],
  laws: [
    {
      id: "sau-m-82",
      title: "نظام المواد المشعة",
      state: "SAU",
      language: "ar",
      status: "in-force",
      provisions: [{ anchor: "art-10", label: "المادة العاشرة", summary: "Transit needs a licence." }],
    },
  ],
  related: [],
  statesWithLaws: [
    { iso3: "CAN", laws: 2 },
    { iso3: "SAU", laws: 1 },
  ],
  organisationsBeside: [{ code: "IAEA", practices: 3 }],
  meta,
};

const server =
  (answers: Record<string, unknown>): Server =>
  ({ pathname, searchParams }) =>
    pathname === "/api/v1/obligations"
      ? taxonomy
      : (answers[`${pathname}?q=${searchParams.get("q") ?? ""}`] ?? answers[pathname]);

describe("the page of effective practices", () => {
  it("shows each with contributor, date, category, consent and how far it was checked", async () => {
    show("/effective-practices?obligation=OP3D&weapon=BW", server({ "/api/v1/effective-practices": list() }));
    const link = await screen.findByRole("link", { name: "Registers of strains" });
    expect(link.getAttribute("href")).toBe("/effective-practices/saudi-registers");
    const card = link.closest("article")!;
    expect(within(card).getAllByRole("list")[0]!.textContent.replaceAll(/\s+/g, " ")).toBe(
      "Saudi Arabia · Health Organization · Institute of Strains12 March 2014PracticeInventory and accountingSharedBiological",
    );
    expect(card.textContent).toContain("Each laboratory keeps a register.");
    expect(card.textContent).toContain("document not read here");
    expect(screen.getByRole("button", { name: /Remove the filter Weapon: Biological/ })).toBeDefined();
    expect(screen.getByRole("checkbox", { name: "Health Organization" })).toBeDefined();
  });

  it("speaks Arabic where there is an Arabic text", async () => {
    show("/effective-practices?ui=ar", server({ "/api/v1/effective-practices": list() }));
    expect(await screen.findByRole("link", { name: "سجلات السلالات" })).toBeDefined();
    expect(screen.getByText("يمسك كل مختبر سجلا.")).toBeDefined();
  });

  it("names what stands in the way when nothing is found, and how many there are without it", async () => {
    const none = list({ total: 0, items: [], facets: {} });
    show(
      "/effective-practices?q=zzyzx&weapon=BW",
      server({ "/api/v1/effective-practices?q=zzyzx": none, "/api/v1/effective-practices": list({ total: 12 }) }),
    );
    const way = await screen.findByRole("link", { name: "Without the words zzyzx: 12 practices" });
    expect(way.getAttribute("href")).toBe("/effective-practices?weapon=BW");
    expect(screen.getByText("No practice fits these words and all the chosen filters.")).toBeDefined();
    expect(screen.queryByRole("link", { name: /Without Weapon/ })).toBeNull();
  });
});

describe("the page of one effective practice", () => {
  it("says what was done, where it is from and how far that was checked, with laws and States beside it", async () => {
    show("/effective-practices/saudi-registers", server({ "/api/v1/effective-practices/saudi-registers": one }));
    expect(await screen.findByRole("heading", { level: 1, name: "Registers of strains" })).toBeDefined();
    expect(screen.getByText("The register names strain and keeper.")).toBeDefined();
    expect(screen.getByText("Known from a public page, document not read here")).toBeDefined();
    expect(screen.getByText("S/1")).toBeDefined();
    expect(screen.getByRole("link", { name: "https://example.org/letter" })).toBeDefined();
    expect(screen.getByRole("link", { name: "المادة العاشرة" }).getAttribute("href")).toBe(
      "/legislation/sau-m-82?language=ar#art-10",
    );
    await screen.findByRole("link", { name: "Saudi Arabia" });
    const states = screen.getByRole("heading", { name: "States with laws recorded for the same areas" }).parentElement!;
    expect(
      within(states)
        .getAllByRole("link")
        .map(({ textContent }) => textContent),
    ).toEqual(["Canada", "Saudi Arabia"]);
    expect(within(states).getByRole("link", { name: "Canada" }).getAttribute("href")).toBe(
      "/legislation?state=CAN&obligation=OP3D&weapon=BW",
    );
  });

  it("makes no link of what is no web address", async () => {
    show("/effective-practices/saudi-registers", server({ "/api/v1/effective-practices/saudi-registers": one }));
    expect((await screen.findByText("javascript:alert(1)")).closest("a")).toBeNull();
  });

  it("says that none that is shared stands at an unknown address", async () => {
    show("/effective-practices/nothing", () => ({ type: "about:blank", title: "Not found", status: 404 }));
    expect(await screen.findByText("No shared practice stands at this address.")).toBeDefined();
  });
});
