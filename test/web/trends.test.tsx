import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { MatrixAnswer } from "#domain/matrices.ts";
import type { ReviewsAnswer } from "#domain/reviews.ts";
import type {
  DataStatus,
  FirstReportsAnswer,
  HeatMapAnswer,
  Measure,
  TrendChangesAnswer,
  TrendPoint,
  TrendsAnswer,
  TrendsMeta,
} from "#domain/trends.ts";
import { taxonomy } from "./canned.ts";
import { show, type Server } from "./show.tsx";

const statusOf: Record<Measure, DataStatus> = {
  treaties: "real",
  legislation: "real",
  firstReports: "published",
  published: "published",
  matrix: "demonstration",
};

function meta(measure: Measure, changes: Partial<TrendsMeta> = {}): TrendsMeta {
  return {
    measure,
    status: statusOf[measure],
    source: `a source of ${measure}`,
    asOf: "2026-02-03",
    unit: "States party",
    notes: ["Kiribati is in no group."],
    checksum: "0123456789abcdef",
    generation: "g-1",
    disclaimer: "A reference tool.",
    ...changes,
  };
}

function answer(measure: Measure, series: Record<string, TrendPoint[]>): TrendsAnswer {
  return {
    series: Object.entries(series).map(([key, points]) => ({ key, label: key, status: statusOf[measure], points })),
    meta: meta(measure),
  };
}

const groups = {
  AFR: [
    { date: "2010-12-31", n: 50, of: 53 },
    { date: "2011-12-31", n: 49, of: 54 },
  ],
  WEOG: [
    { date: "2010-12-31", n: 28, of: 29 },
    { date: "2011-12-31", n: 28, of: 29 },
  ],
};

const snapshots = {
  OP2: [
    { date: "2011", n: 90, of: 193, unknown: 12 },
    { date: "2016", n: 120, of: 193, unknown: 4 },
  ],
};

const changes: TrendChangesAnswer = {
  areas: [
    {
      code: "OP3D",
      label: "Export controls",
      moves: [{ from: "BLANK", to: "X", cells: 3, states: ["SAU", "CAN"] }],
    },
  ],
  meta: meta("matrix"),
};

const matrixOf = (snapshot: string, value: "X" | "BLANK"): MatrixAnswer => ({
  state: "CAN",
  name: "Canada",
  snapshot,
  snapshots: ["2011", "2016"],
  template: "2013",
  date: `${snapshot}-06-30`,
  demonstration: true,
  cells: [
    {
      id: `${snapshot}/CAN/OP3CD.20-NW-framework`,
      row: "OP3CD.20",
      obligation: "OP3D.07",
      area: "OP3D",
      label: "Transit control",
      text: "Transit",
      isObligation: true,
      weapon: "NW",
      facet: "framework",
      value,
      sources: value === "X" ? ["Act on transit, s. 4"] : [],
    },
  ],
  meta: { status: "demonstration", source: "drawn", asOf: "2021-06-30", generation: "g-1", disclaimer: "A tool." },
});

const heatMap: HeatMapAnswer = {
  date: "2016",
  dates: ["2011", "2016"],
  rows: [{ key: "OP2", label: "Prohibition" }],
  columns: [
    { key: "AFR", label: "African States", of: 54 },
    { key: "none", label: "In no group", of: 1 },
  ],
  cells: [
    [
      { n: 40, values: { X: 900, Q: 30, NA: 4, BLANK: 200, NOT_CODED: 66 } },
      { n: 0, values: { X: 0, Q: 1, NA: 0, BLANK: 20, NOT_CODED: 0 } },
    ],
  ],
  meta: meta("matrix"),
};

const reviews: ReviewsAnswer = {
  items: [
    { id: "treaties-2011", title: "Treaties at 31 December 2011", cutOff: "2011-12-31", questions: 3 },
    { id: "treaties-2010", title: "Treaties at 31 December 2010", cutOff: "2010-12-31", questions: 3 },
  ],
  meta: { generation: "g-1", disclaimer: "A tool." },
};

const server: Server = ({ pathname, searchParams }) => {
  if (pathname === "/api/v1/obligations") return taxonomy;
  if (pathname === "/api/v1/reviews") return reviews;
  if (pathname === "/api/v1/trends/changes") return changes;
  if (pathname === "/api/v1/trends/heat-map") return heatMap;
  if (pathname === "/api/v1/matrices/CAN")
    return matrixOf(searchParams.get("snapshot")!, searchParams.get("snapshot") === "2016" ? "X" : "BLANK");
  if (pathname !== "/api/v1/trends") return undefined;
  const measure = (searchParams.get("measure") ?? "treaties") as Measure;
  if (searchParams.get("by") === "value") return answer(measure, { X: snapshots.OP2 });
  return answer(measure, measure === "matrix" ? snapshots : groups);
};

const figure = () => screen.findByRole("application");

describe("the overview of trends", () => {
  it("keeps three kinds of figures apart, each with its latest figure, dates and source", async () => {
    show("/trends", server);
    await waitFor(() =>
      expect(screen.getAllByText(/^Real data|^Published totals$|^Demonstration data/).length).toBe(6),
    );
    const kinds = [...document.querySelectorAll(".kind-of-data")].map((kind) => [
      kind.className,
      kind.querySelectorAll("article").length,
    ]);
    expect(kinds).toEqual([
      ["kind-of-data status-of-real", 2],
      ["kind-of-data status-of-published", 2],
      ["kind-of-data status-of-demonstration", 1],
    ]);
    const demonstration = document.querySelector(".status-of-demonstration")!;
    await waitFor(() => expect(demonstration.textContent).toContain("120 of 193"));
    expect(demonstration.textContent).toContain("2011 to 2016. Source: a source of matrix. As of 3 February 2026.");
    expect(demonstration.querySelector(".status-band.demonstration")).not.toBeNull();
  });

  it("says what each of the five answers means", async () => {
    show("/trends", server);
    await screen.findByText("How answers are told apart");
    const words = [...document.querySelectorAll(".answers-key dt")].map((term) => term.textContent?.trim());
    expect(words).toEqual(["X", "?", "NA", "Blank", "Not coded"]);
    const patterns = [...document.querySelectorAll(".answers-key rect")].map((mark) => mark.getAttribute("fill"));
    expect(new Set(patterns.slice(0, 2)).size).toBe(2);
    expect(screen.getByText(/A law may exist all the same/)).toBeDefined();
  });

  it("leads to the reviews, and to the questions of the newest as of another day", async () => {
    show("/trends?ui=en", server);
    const review = await screen.findByRole("link", { name: "Treaties at 31 December 2010" });
    expect(review.getAttribute("href")).toBe("/reviews/treaties-2010?ui=en");
    expect(screen.getByRole("link", { name: "See all reviews" }).getAttribute("href")).toBe("/reviews?ui=en");
    const day = screen.getByLabelText("Another cut-off");
    expect((day as HTMLInputElement).value).toBe("2011-12-31");
    fireEvent.change(day, { target: { value: "2012-05-31" } });
    fireEvent.click(screen.getByRole("button", { name: "Count by this day" }));
    await waitFor(() => expect(window.location.pathname).toBe("/reviews/treaties-2011"));
    expect(window.location.search).toBe("?cutOff=2012-05-31&ui=en");
  });

  it("says so where nothing is loaded", async () => {
    show("/trends", ({ pathname, searchParams }) =>
      searchParams.get("measure") === "matrix" && pathname === "/api/v1/trends"
        ? { type: "about:blank", title: "Not found", status: 404 }
        : server(new URL(`http://localhost${pathname}?${searchParams}`)),
    );
    expect(await screen.findByText("Nothing is loaded for this yet.")).toBeDefined();
  });
});

describe("a chart over time", () => {
  const address = "/trends?measure=treaties&by=region&treaty=CWC&region=AFR";

  it("is titled with what it counts, of what, how told apart and as of when", async () => {
    show(address, server);
    await figure();
    await waitFor(() =>
      expect(screen.getByRole("heading", { level: 2 }).textContent).toMatch(
        /^Number of States for which participation in a treaty is recorded: .*, by regional group, as of 31 December 2011$/,
      ),
    );
    expect(document.querySelector(".status-band.real")).not.toBeNull();
  });

  it("says each figure with its denominator as the keys go from one to the next", async () => {
    show(address, server);
    const chart = await figure();
    const said = () => document.querySelector(".chart-read")!.textContent;
    fireEvent.keyDown(chart, { key: "ArrowRight" });
    await waitFor(() => expect(said()).toBe("AFR, 31 December 2010: 50 of 53"));
    fireEvent.keyDown(chart, { key: "ArrowRight" });
    await waitFor(() => expect(said()).toBe("AFR, 31 December 2011: 49 of 54"));
    fireEvent.keyDown(chart, { key: "ArrowDown" });
    await waitFor(() => expect(said()).toBe("WEOG, 31 December 2011: 28 of 29"));
    expect(document.querySelector(".chart-read")!.getAttribute("role")).toBe("status");
  });

  it.each(["&view=lines", "&view=answers&measure=matrix", "&view=heat-map&measure=matrix"])(
    "asks for what it draws before all else, and once: %s",
    async (way) => {
      const { asked } = show(`/trends?${way.includes("measure") ? "" : "measure=treaties&by=region"}${way}`, server);
      await figure();
      const drawn = decodeURIComponent((await screen.findByRole("link", { name: "JSON" })).getAttribute("href")!);
      const questions = asked.filter((question) => question.startsWith("/api/v1/trends"));
      expect(questions[0]).toBe(drawn);
      expect(questions.filter((question) => question === drawn)).toHaveLength(1);
    },
  );

  it("says in words what it shows, falls as well, and has the same figures as a table", async () => {
    show(address, server);
    await figure();
    expect(
      await screen.findByText(
        "AFR: 50 of 53 (31 December 2010), 49 of 54 (31 December 2011). Lower than at the date before: 31 December 2011.",
      ),
    ).toBeDefined();
    fireEvent.click(screen.getByText("The figures as a table"));
    await waitFor(() => expect(document.querySelector(".figures-table")).not.toBeNull());
    const rows = [...document.querySelectorAll(".figures-table tbody tr")].map((row) =>
      [...row.querySelectorAll("td")].map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ["50 of 53", "28 of 29"],
      ["49 of 54", "28 of 29"],
    ]);
    expect(screen.getByText("Kiribati is in no group.")).toBeDefined();
  });

  it("gives its figures as files, its address, and frames for other pages, one of them held to its checksum", async () => {
    show(address, server);
    await figure();
    expect((await screen.findByRole("link", { name: "CSV" })).getAttribute("href")).toMatch(
      /^\/api\/v1\/trends\.csv\?by=region&treaty=CWC&region=AFR/,
    );
    const frames = screen
      .getAllByRole("textbox")
      .map((box) => (box as HTMLInputElement).value)
      .filter((value) => value.startsWith("<iframe"));
    expect(frames).toHaveLength(2);
    expect(frames[0]).not.toContain("checksum");
    expect(frames[1]).toContain("checksum=0123456789abcdef");
    expect(frames[1]).toContain("generation=g-1");
  });

  it("has each choice in the address, and asks for it", async () => {
    const { asked } = show(address, server);
    await figure();
    fireEvent.change(screen.getByLabelText("Split"), { target: { value: "m49" } });
    await waitFor(() => expect(window.location.search).toBe("?measure=treaties&by=m49&treaty=CWC&region=AFR"));
    await waitFor(() => expect(asked.some((path) => path.includes("by=m49&treaty=CWC"))).toBe(true));
    fireEvent.change(screen.getByLabelText("What is counted"), { target: { value: "firstReports" } });
    await waitFor(() => expect(window.location.search).toBe("?measure=firstReports"));
  });

  it("counts nothing after a day, once its year is typed, and forgets the day where charts are of one date", async () => {
    const { asked } = show(address, server);
    await figure();
    const day = screen.getByLabelText("Cut-off: nothing later counts");
    fireEvent.change(day, { target: { value: "0201-12-31" } });
    await waitFor(() => expect((day as HTMLInputElement).value).toBe("0201-12-31"));
    expect(window.location.search).not.toContain("cutOff");
    fireEvent.change(day, { target: { value: "2011-12-31" } });
    await waitFor(() => expect(window.location.search).toContain("&cutOff=2011-12-31"));
    await waitFor(() =>
      expect(asked.some((path) => path.includes("treaty=CWC&region=AFR&cutOff=2011-12-31"))).toBe(true),
    );
    fireEvent.change(screen.getByLabelText("How it is drawn"), { target: { value: "tiles" } });
    await waitFor(() => expect(window.location.search).toContain("view=tiles"));
    expect(window.location.search).not.toContain("cutOff");
  });

  it("says what to do where there are no figures", async () => {
    show(address, ({ pathname }) => (pathname === "/api/v1/trends" ? answer("treaties", {}) : undefined));
    expect(await screen.findByText(/Take away a filter, or choose other years/)).toBeDefined();
  });
});

describe("two snapshots side by side", () => {
  it("lead from a change to its States by one click, and to the evidence by another", async () => {
    show("/trends?measure=matrix&view=compare&by=obligation", server);
    const move = await screen.findByText(/3 cells · 2 States/);
    fireEvent.click(move);
    const canada = await screen.findByText("Canada");
    expect([...document.querySelectorAll(".moved-states > li summary")].map((state) => state.textContent)).toEqual([
      "Canada",
      "Saudi Arabia",
    ]);
    fireEvent.click(canada);
    const evidence = await screen.findByRole("table", { name: "Evidence for Canada" });
    expect(within(evidence).getByText("Act on transit, s. 4")).toBeDefined();
    expect(
      within(evidence)
        .getAllByRole("cell")
        .slice(0, 2)
        .map((cell) => cell.textContent?.trim()),
    ).toEqual(["Blank", "X"]);
    expect(screen.getByRole("link", { name: "All that is recorded for Canada" }).getAttribute("href")).toBe(
      "/states/CAN",
    );
  });

  it("wear the stripes and the word of demonstration data", async () => {
    show("/trends?measure=matrix&view=compare&by=obligation", server);
    await figure();
    expect(document.querySelector(".chart .status-band.demonstration")?.textContent).toBe("Demonstration data");
    expect(screen.getByRole("heading", { level: 2 }).textContent).toBe(
      "Number of States for which the matrix records a measure, by area of obligation, 2011 and 2016",
    );
  });
});

describe("areas by region", () => {
  it("say for each cell the States of those of its column, and the five answers apart", async () => {
    show("/trends?measure=matrix&view=heat-map", server);
    const chart = await figure();
    fireEvent.keyDown(chart, { key: "ArrowRight" });
    await waitFor(() =>
      expect(document.querySelector(".chart-read")!.textContent).toBe(
        "Prohibition, African States: 40 of 54; Cells: X: 900 · ?: 30 · NA: 4 · Blank: 200 · Not coded: 66",
      ),
    );
    expect(document.querySelectorAll(".chart-drawing .shade-4, .chart-drawing .shade-0")).toHaveLength(2);
  });
});

describe("a chart in the page of another site", () => {
  const frozen = "/embed/trends?measure=treaties&by=region&generation=g-0&checksum=";

  it("shows the drawing and where it is from, without the frame of this site", async () => {
    show("/embed/trends?measure=treaties&by=region", server);
    await figure();
    expect(screen.queryByRole("navigation")).toBeNull();
    expect(screen.queryByText("Take it away")).toBeNull();
    expect(screen.getByText(/Source: a source of treaties/)).toBeDefined();
    expect(screen.getByRole("link", { name: "Open in Compendium 1540" }).getAttribute("href")).toContain(
      "/trends?measure=treaties&by=region",
    );
  });

  it("says of a frozen one whether its figures are still those it was frozen with", async () => {
    show(`${frozen}0123456789abcdef`, server);
    expect(await screen.findByText("Frozen: these are the figures of data version g-0.")).toBeDefined();
  });

  it("says so when the data has changed since", async () => {
    show(`${frozen}fedcba9876543210`, server);
    expect(
      await screen.findByText(/The data has changed since this chart was frozen at data version g-0/),
    ).toBeDefined();
  });
});

describe("the States of which a first report is held", () => {
  const address = "/trends?measure=firstReports";
  const published = {
    "first-reports-submitted": [
      { date: "2004-12-31", n: 97, of: 191 },
      { date: "2008-07", n: 155, of: 192 },
      { date: "2022", n: 185, of: 193 },
    ],
  };
  const kenya = { state: "KEN", name: "Kenya", first: { id: "s-ac.44-1", symbol: "S/AC.44/1", date: "2005-07-20" } };
  const chad = { state: "TCD", name: "Chad", first: { id: "s-ac.44-2", symbol: "S/AC.44/2", date: "2010" } };
  const zambia = { state: "ZMB", name: "Zambia" };
  const heldOn = (on: string): FirstReportsAnswer => {
    const held = [chad, kenya].filter(({ first }) => first.date <= on);
    return {
      date: on,
      n: held.length,
      of: 3,
      items: [zambia, kenya, chad].map((item) =>
        held.some(({ state }) => state === item.state) ? item : { state: item.state, name: item.name },
      ),
      undated: [{ id: "s-ac.44-3", symbol: "S/AC.44/3", state: "ZMB", name: "Zambia" }],
      meta: {
        status: "real",
        source: "reports held",
        asOf: "2026-11-30T09:00:00Z",
        generation: "g-1",
        disclaimer: "A tool.",
      },
    };
  };
  const withReports: Server = (asked) => {
    if (asked.pathname === "/api/v1/trends/first-reports") return heldOn(asked.searchParams.get("on")!);
    return asked.pathname === "/api/v1/trends" ? answer("firstReports", published) : server(asked);
  };
  const list = async () => within((await screen.findByRole("heading", { name: "States A to Z" })).closest("section")!);
  const lines = (lists: Awaited<ReturnType<typeof list>>) =>
    lists.getAllByRole("listitem", { hidden: true }).map(({ textContent }) => textContent);

  it("are listed by name at the newest published date, with report and date, and those new since the date before", async () => {
    show(address, withReports);
    const lists = await list();
    expect((await lists.findByText(/^Of the 3/)).textContent).toBe(
      "Of the 3 Member States of 31 December 2022, the library holds a first report of 2, dated by then.",
    );
    expect(lists.getByText(/does not mean that none was sent/)).toBeDefined();
    expect(lines(lists)).toEqual([
      "Chad: S/AC.44/2 · 2010 · New since July 2008",
      "Kenya: S/AC.44/1 · 20 July 2005",
      "Zambia",
      "Zambia: S/AC.44/3",
    ]);
    expect(lists.getByText("No first report dated by then is held: 1 State").closest("details")!.open).toBe(false);
    expect(lists.getByText("1 report states no date and is counted on no day:")).toBeDefined();
    expect(lists.getByRole("link", { name: "Kenya" }).getAttribute("href")).toBe("/states/KEN");
    expect(lists.getByRole("link", { name: "S/AC.44/1" }).getAttribute("href")).toBe("/reports/s-ac.44-1");
  });

  it("are those of another published date when it is chosen, which the address keeps", async () => {
    const { asked } = show(address, withReports);
    const lists = await list();
    fireEvent.change(lists.getByLabelText("Reports dated by"), { target: { value: "2008-07" } });
    await waitFor(() => expect(window.location.search).toBe("?measure=firstReports&on=2008-07"));
    await lists.findByText(/Member States of 31 July 2008/);
    expect(asked.some((path) => path.includes("/first-reports?on=2008-07-31"))).toBe(true);
    expect(lines(lists).slice(0, 3)).toEqual([
      "Kenya: S/AC.44/1 · 20 July 2005 · New since 31 December 2004",
      "Chad",
      "Zambia",
    ]);
    expect(lists.getByRole("link", { name: "CSV" }).getAttribute("href")).toContain("first-reports.csv?on=2008-07-31");
  });

  it("say so when none is held", async () => {
    show(`${address}&on=2004-12-31`, withReports);
    const lists = await list();
    await lists.findByText(/a first report of 0, dated by then\.$/);
    expect(lists.queryByRole("heading", { name: "A first report is held" })).toBeNull();
    expect(lists.getByText("No first report dated by then is held: 3 States")).toBeDefined();
  });

  it("are left out of the pages of others", async () => {
    show("/embed/trends?measure=firstReports&on=2008-07", withReports);
    await figure();
    expect(screen.queryByText("States A to Z")).toBeNull();
  });
});
