import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { configure } from "@testing-library/react";
import { createRoot, type Root } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { afterEach, expect, vi } from "vitest";
import * as z from "zod/mini";
import { api } from "#domain/api.ts";
import { Problem } from "#domain/problem.ts";
import { Pages } from "#web/routes.tsx";
import { states } from "./canned.ts";

/** What the server says to an address: an answer, or a problem with its status. */
export type Server = (address: URL) => unknown;

/** Shows the app at an address over canned answers; `asked` collects the addresses it asks. */
export function show(address: string, server: Server = () => undefined): { asked: string[] } {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (path: string) => {
    asked.push(decodeURIComponent(path));
    return Promise.resolve(answerTo(new URL(path, "http://localhost"), server));
  });
  // What jsdom does not have: a window that is as wide as a desk's, and a way to scroll.
  vi.stubGlobal("matchMedia", () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
  vi.stubGlobal("scrollTo", () => {});
  Element.prototype.scrollIntoView = () => {};
  window.history.replaceState(null, "", address);
  root = createRoot(document.body.appendChild(document.createElement("div")));
  root.render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retryDelay: 0 } } })}>
      <BrowserRouter useTransitions={false}>
        <Pages />
      </BrowserRouter>
    </QueryClientProvider>,
  );
  return { asked };
}

let root: Root | undefined;

configure({
  // The first test of a file waits for the pages to be compiled.
  asyncUtilTimeout: 15_000,
  // The app runs as in a browser, without React's `act`: what an event brings about arrives later, and `findBy…` waits for it.
  eventWrapper: (fire) => void fire(),
});

afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  localStorage.clear();
});

/** Canned answers keep to the contract, or the test that uses them says so. */
function answerTo(address: URL, server: Server): Response {
  const body = server(address) ?? (address.pathname === "/api/v1/states" ? states : { items: [] });
  const problem = z.safeParse(Problem, body);
  if (problem.success) return Response.json(body, { status: problem.data.status });
  const schemas = Object.values(api).map(({ answer }) => answer as z.core.$ZodType);
  expect(
    schemas.some((schema) => z.safeParse(schema, body).success),
    `an answer for ${address.pathname}`,
  ).toBe(true);
  return Response.json(body);
}
