import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { regulation } from "./canned.ts";
import { show } from "./show.tsx";

describe("the page of a law", () => {
  it("leads to the provision that the address names", async () => {
    show("/legislation/can-sor-2000-209#s-14.2", ({ pathname }) =>
      pathname.startsWith("/api/v1/legislation/") ? regulation : undefined,
    );
    expect(await screen.findByRole("heading", { level: 1, name: "Nuclear Security Rules" })).toBeDefined();
    const linked = document.getElementById("s-14.2");
    await waitFor(() => expect(document.activeElement).toBe(linked));
    expect(linked?.getAttribute("aria-current")).toBe("location");
    expect([...(linked?.querySelectorAll(".provision-text p") ?? [])].map((p) => p.textContent)).toEqual([
      "A guard shall be on site.",
      "A second paragraph.",
    ]);
    const note = within(linked as HTMLElement).getByRole("complementary");
    expect(note.textContent).toContain("Guards must be on site.");
    expect(note.textContent).toContain("Written by the editors");
    expect(within(note).getByRole("link", { name: "OP3B.01" }).getAttribute("href")).toBe(
      "/legislation?obligation=OP3B.01",
    );
    const contents = screen.getByRole("navigation", { name: "Contents" });
    expect(within(contents).getByRole("link", { name: "s. 14.2" }).getAttribute("aria-current")).toBe("location");
  });

  it("says that the law is repealed, that this is a copy, and where the source is", async () => {
    show("/legislation/can-sor-2000-209#s-99", ({ pathname }) =>
      pathname.startsWith("/api/v1/legislation/") ? regulation : undefined,
    );
    expect(await screen.findByText(/This law is repealed/)).toBeDefined();
    expect(screen.getAllByText("repealed on 30 October 2025")[0]?.lang).toBe("en");
    expect(screen.getByRole("link", { name: "Guard Rules, 2025" }).getAttribute("href")).toBe(
      "/legislation/can-sor-2025-219?language=en",
    );
    expect(screen.getByText(/This is a copy/)).toBeDefined();
    expect(screen.getByRole("link", { name: "Read it at its source" }).getAttribute("href")).toBe(regulation.url);
    expect(screen.getByRole("link", { name: "French" }).getAttribute("href")).toBe(
      "/legislation/can-sor-2000-209?language=fr",
    );
    expect(screen.getByRole("link", { name: "Nuclear Security Rules (2025)" })).toBeDefined();
    expect(screen.getByText(/no provision s-99/)).toBeDefined();
    expect(screen.getByText("Open licence")).toBeDefined();
  });

  it("leads to the laws and resolutions that the law and a provision cite, and to those that cite them", async () => {
    show("/legislation/can-sor-2000-209", ({ pathname }) =>
      pathname.startsWith("/api/v1/legislation/") ? regulation : undefined,
    );
    const links = (await screen.findByText("Cites 1 law · Cites 1 resolution · Cited by 1 law")).parentElement!;
    const addressesIn = (element: HTMLElement) =>
      [...element.querySelectorAll("a")].map((link) => [link.textContent, link.getAttribute("href")]);
    expect(addressesIn(links)).toEqual([
      ["Nuclear Safety Act", "/legislation/can-n-28.3?language=en"],
      ["S/RES/1373", "/legislation?q=S%2FRES%2F1373"],
      ["General Nuclear Rules", "/legislation/can-sor-2000-202?language=en"],
      ["s. 3", "/legislation/can-sor-2000-202?language=en#s-3"],
    ]);
    const citing = document.querySelector<HTMLElement>("#s-15 .links")!;
    expect(addressesIn(citing)).toEqual([
      ["Nuclear Safety Act", "/legislation/can-n-28.3?language=en"],
      ["2", "/legislation/can-n-28.3?language=en#s-2"],
      ["s. 1", "/legislation/can-sor-2000-209?language=en#s-1"],
      ["S/RES/1373", "/legislation?q=S%2FRES%2F1373"],
    ]);
    const cited = document.querySelector<HTMLElement>("#s-1 .links")!;
    expect(cited.textContent).toMatch(/^Cited by/);
    expect(addressesIn(cited).map(([name]) => name)).toEqual(["s. 15", "General Nuclear Rules", "s. 3"]);
    expect(document.querySelector("#s-14\\.2 .links")).toBeNull();
  });

  it("lists dated versions before and after, each with what changed between the two", async () => {
    const { versions: _, ...law } = regulation;
    const versions = ["2010-02-01", "2026-01-31"].map((date) => ({
      id: `can-rules-${date}`,
      title: "Rules",
      status: "unknown" as const,
      date,
    }));
    show("/legislation/can-rules-2020-05-01", ({ pathname }) =>
      pathname.startsWith("/api/v1/legislation/") ? { ...law, id: "can-rules-2020-05-01", versions } : undefined,
    );
    const earlier = (await screen.findByText("Earlier versions")).parentElement as HTMLElement;
    expect(within(earlier).getByRole("link", { name: "1 February 2010" })).toBeDefined();
    expect(within(earlier).getByRole("link", { name: "What changed" }).getAttribute("href")).toBe(
      "/legislation/can-rules-2020-05-01/changes?from=can-rules-2010-02-01&language=en",
    );
    const later = screen.getByText("Later versions").parentElement as HTMLElement;
    expect(within(later).getByRole("link", { name: "What changed" }).getAttribute("href")).toBe(
      "/legislation/can-rules-2026-01-31/changes?from=can-rules-2020-05-01&language=en",
    );
  });

  it("gives the citation of the linked provision or of the law, to copy", async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
    Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
    show("/legislation/can-sor-2000-209#s-14.2", ({ pathname }) =>
      pathname.startsWith("/api/v1/legislation/") ? regulation : undefined,
    );
    fireEvent.click(await screen.findByText("Cite"));
    const cited = await screen.findByText(/^Canada: Nuclear Security Rules, SOR\/2000-209, 2000, s\. 14\.2\./);
    expect(cited.textContent).toContain("/legislation/can-sor-2000-209?language=en#s-14.2");
    fireEvent.change(screen.getByLabelText("What to cite"), { target: { value: "law" } });
    fireEvent.change(screen.getByLabelText("Format"), { target: { value: "bibtex" } });
    const entry = await screen.findByText(/^@misc\{can-sor-2000-209,/);
    expect(entry.textContent).not.toContain("s-14.2");
    fireEvent.click(screen.getByRole("button", { name: "Copy the citation" }));
    await waitFor(() => expect(writeText).toHaveBeenCalledWith(entry.textContent));
    expect(await screen.findByText("Copied")).toBeDefined();
  });

  it("is data for programs too, and says where the server has the same", async () => {
    show("/legislation/can-sor-2000-209", ({ pathname }) =>
      pathname.startsWith("/api/v1/legislation/") ? { ...regulation, title: "</script><b>Rules</b>" } : undefined,
    );
    await screen.findByText(/This is a copy/);
    const data = document.querySelector('script[type="application/ld+json"]');
    expect(JSON.parse(data?.textContent ?? "")).toMatchObject({
      "@type": "Legislation",
      name: "</script><b>Rules</b>",
      legislationLegalForce: "https://schema.org/NotInForce",
    });
    expect(document.querySelector('link[rel="alternate"][type="application/ld+json"]')?.getAttribute("href")).toBe(
      "/api/v1/legislation/can-sor-2000-209.jsonld?language=en",
    );
  });

  it("links to no address that is not a page of the web", async () => {
    show("/legislation/can-sor-2000-209", ({ pathname }) =>
      pathname.startsWith("/api/v1/legislation/") ? { ...regulation, url: "javascript:alert(1)" } : undefined,
    );
    expect(await screen.findByText(/This is a copy/)).toBeDefined();
    expect(screen.queryByRole("link", { name: "Read it at its source" })).toBeNull();
  });

  it("says when there is no such law", async () => {
    show("/legislation/nowhere-1", ({ pathname }) =>
      pathname.startsWith("/api/v1/legislation/")
        ? { type: "about:blank", title: "Not found", status: 404 }
        : undefined,
    );
    expect(await screen.findByText("The library has no law at this address.")).toBeDefined();
  });
});
