import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { News } from "#domain/news.ts";
import type { Report, ReportHit, ReportsPage } from "#domain/reports.ts";
import { programmeOfWork } from "#server/mandate.ts";
import { show } from "./show.tsx";

const facts = {
  symbol: "S/2011/380",
  type: "programme-of-work" as const,
  titles: { en: "Tenth programme of work", zh: "第十个工作方案" },
  dates: [
    { of: "letter" as const, date: "2017-02-10", source: "the English version", mark: "V" as const },
    { of: "letter" as const, date: "2016", source: "the Russian version", mark: "V" as const },
  ],
  relations: [{ kind: "implements" as const, symbol: "S/RES/1977 (2011)" }],
  citedAs: [],
  source: "the Chinese text",
  mark: "V" as const,
  id: "s-2011-380",
  languages: ["zh" as const],
};

const meta = {
  generation: "g-1",
  asOf: "2026-11-20T10:00:00.000Z",
  disclaimer: "A reference tool.",
  relaxed: false,
  expansions: [],
  learned: [],
  slips: [],
};

const hit: ReportHit = {
  ...facts,
  addenda: [{ ...facts, id: "s-2011-380-add.1", symbol: "S/2011/380/Add.1", type: "additional-information" }],
  passages: [
    {
      report: "s-2011-380",
      symbol: "S/2011/380",
      language: "zh",
      anchor: "2-h",
      kind: "item",
      label: "2(h)",
      path: ["2. 援助"],
      snippet: "与潜在的<mark>援助伙伴</mark>分享",
      matchedBy: ["words"],
    },
  ],
};

const page = (items: ReportHit[]): ReportsPage => ({
  total: items.length,
  items,
  facets: {
    type: [{ value: "programme-of-work", count: items.length }],
    state: [],
    region: [],
    language: [],
    year: [],
  },
  meta,
});

const report: Report = {
  ...facts,
  text: {
    language: "zh",
    title: "信",
    source: { name: "seeds", path: "380.txt" },
    passages: [{ anchor: "2-h", kind: "item", label: "2(h)", path: ["2. 援助"], text: "如果有国家\n不愿意" }],
  },
  addenda: [],
  relatedFrom: [],
  known: { "S/RES/1977 (2011)": "s-res-1977-2011" },
  meta: { generation: "g-1", asOf: "2026-11-20T10:00:00.000Z", disclaimer: "A reference tool." },
};

describe("the page of documents", () => {
  it("shows the passage that answers, by its number, and addenda under their document", async () => {
    const { asked } = show("/reports?q=援助伙伴", ({ pathname }) =>
      pathname === "/api/v1/reports" ? page([hit]) : undefined,
    );
    const link = await screen.findByRole("link", { name: "2(h)" });
    expect(link.getAttribute("href")).toBe("/reports/s-2011-380?language=zh#2-h");
    expect(screen.getByText("援助伙伴", { selector: "mark" })).toBeDefined();
    expect(screen.getByText("1 addendum or revision")).toBeDefined();
    expect(screen.getByRole("link", { name: "S/2011/380/Add.1" })).toBeDefined();
    fireEvent.click(screen.getByRole("checkbox", { name: /Programme of work/ }));
    await waitFor(() => expect(asked.some((address) => address.includes("type=programme-of-work"))).toBe(true));
  });

  it("says in words that no action plan is loaded, and what is taken", async () => {
    show("/reports?type=action-plan", ({ pathname }) => (pathname === "/api/v1/reports" ? page([]) : undefined));
    expect(await screen.findByText(/Only plans whose States have agreed to their publication/)).toBeDefined();
  });
});

describe("the page of a document", () => {
  it("shows each stated date with its source, and that they disagree", async () => {
    show("/reports/s-2011-380", ({ pathname }) => (pathname.startsWith("/api/v1/reports/") ? report : undefined));
    expect(await screen.findByText("10 February 2017")).toBeDefined();
    expect(screen.getByText("the Russian version")).toBeDefined();
    expect(screen.getByText(/The sources do not agree on this date/)).toBeDefined();
    expect(screen.getByRole("link", { name: "S/RES/1977 (2011)" }).getAttribute("href")).toBe(
      "/reports/s-res-1977-2011",
    );
    expect(document.querySelector("section#\\32 -h")?.textContent).toContain("不愿意");
  });
});

describe("feedback on a record", () => {
  beforeEach(() => {
    HTMLDialogElement.prototype.showModal = function open() {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function close() {
      this.open = false;
      this.dispatchEvent(new Event("close"));
    };
  });

  it("sends the page's address, the kind and the words, and says that they are kept", async () => {
    show("/reports/s-2011-380", ({ pathname }) => (pathname.startsWith("/api/v1/reports/") ? report : undefined));
    fireEvent.click(await screen.findByRole("button", { name: "Report an error on this page" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Feedback on this record" }));
    const sent = vi.fn<(path: string, request: RequestInit) => Promise<Response>>(() =>
      Promise.resolve(Response.json({}, { status: 202 })),
    );
    vi.stubGlobal("fetch", sent);
    fireEvent.change(dialog.getByLabelText("In your words"), { target: { value: " The date is another. " } });
    fireEvent.click(dialog.getByRole("button", { name: "Send" }));
    expect(await dialog.findByText("Thank you. Your words are kept.")).toBeDefined();
    const [path, request] = sent.mock.calls[0]!;
    expect(path).toBe("/api/v1/feedback");
    expect(JSON.parse(request.body as string)).toEqual({
      record: "/reports/s-2011-380",
      kind: "error",
      words: "The date is another.",
    });
  });
});

describe("the page of the programme of work", () => {
  it("shows items with owner, source paragraph, date and state, past ones first, and the late-documents rule", async () => {
    const asked = show("/programme-of-work?on=2012-01-10", ({ pathname }) =>
      pathname === "/api/v1/programme-of-work"
        ? programmeOfWork({ on: "2012-01-10", source: [], area: [], language: "en" }, "2012-01-10")
        : undefined,
    ).asked;
    const [items] = await screen.findAllByRole("table");
    const [, first] = within(items!).getAllByRole("row");
    expect(
      within(first!)
        .getAllByRole("cell")
        .map(({ textContent }) => textContent),
    ).toEqual([
      "Points of contact of organizations by 31 August 2011, kept up to date",
      "Working group 3: cooperation",
      "31 August 2011",
      "Past its date; nothing recorded here",
    ]);
    expect(within(first!).getByRole("link").getAttribute("href")).toBe("/reports/s-2011-380#3-c");
    expect(screen.getByText(/one circulated after it has begun is late/)).toBeDefined();
    expect(asked[0]).toContain("on=2012-01-10");
    expect(screen.getByRole("link", { name: /Last day of the programme/ }).getAttribute("href")).toContain(
      "2012-05-31",
    );
  });
});

describe("what is new", () => {
  const news: News = {
    total: 1,
    items: [
      {
        at: "2026-11-20T10:00:00.000Z",
        change: "added",
        type: "legislation",
        id: "ken-seals",
        title: "Seals Act",
        language: "en",
        state: "KEN",
        address: "/legislation/ken-seals?language=en",
      },
    ],
  };

  it("lists the latest changes with their dates and leads to the feed", async () => {
    const { createRoot } = await import("react-dom/client");
    const { QueryClient, QueryClientProvider } = await import("@tanstack/react-query");
    const { BrowserRouter } = await import("react-router");
    const { Suspense } = await import("react");
    const { InterfaceProvider } = await import("#web/interface.tsx");
    const { WhatsNew } = await import("#web/news/whats-new.tsx");
    vi.stubGlobal("fetch", (path: string) =>
      Promise.resolve(Response.json(path.startsWith("/api/v1/news") ? news : { items: [] })),
    );
    window.history.replaceState(null, "", "/");
    const root = createRoot(document.body.appendChild(document.createElement("div")));
    root.render(
      <QueryClientProvider client={new QueryClient()}>
        <BrowserRouter>
          <Suspense fallback={null}>
            <InterfaceProvider>
              <WhatsNew />
            </InterfaceProvider>
          </Suspense>
        </BrowserRouter>
      </QueryClientProvider>,
    );
    expect((await screen.findByRole("link", { name: "Seals Act" })).getAttribute("href")).toBe(
      "/legislation/ken-seals?language=en",
    );
    expect(screen.getByText(/20 November 2026 · Added/)).toBeDefined();
    expect(screen.getByRole("link", { name: "Feed of changes (Atom)" }).getAttribute("href")).toBe("/feed.atom");
    root.unmount();
  });
});
