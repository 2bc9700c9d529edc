import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import { Suspense } from "react";
import { createRoot } from "react-dom/client";
import { MemoryRouter } from "react-router";
import { afterEach, expect, it, vi } from "vitest";
import { InterfaceProvider } from "#web/interface.tsx";
import type { ProvisionCoding } from "#domain/codings.ts";
import { Codings } from "#web/law/codings.tsx";

afterEach(() => vi.unstubAllGlobals());

const coding: ProvisionCoding = {
  obligations: ["OP3B.01"],
  weapons: ["NW"],
  facet: "framework",
  summary: "Guards must be on site.",
  coder: "compendium-editors",
  codedOn: "2026-10-05",
  state: "confirmed",
};

it("shows the codings of a provision, who made them and when, and says of each why it does not count", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ items: [] })));
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  root.render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter>
        <Suspense fallback={null}>
          <InterfaceProvider>
            <Codings codings={[coding, { ...coding, summary: "Guards may be on site.", state: "stale" }]} />
          </InterfaceProvider>
        </Suspense>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  const [confirmed, stale] = (await screen.findAllByText(/^Guards m/, {}, { timeout: 15_000 })).map((summary) =>
    summary.closest(".coding"),
  );
  expect(confirmed?.textContent).toContain("Legal framework · Nuclear");
  expect(confirmed?.textContent).toContain("Coded on 5 October 2026 by compendium-editors");
  expect(confirmed?.textContent).not.toContain("not counted");
  expect(stale?.textContent).toContain("Made on other words than these; not counted.");
  root.unmount();
});
