import { fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { interfaceIn } from "#web/interface.tsx";
import { catalogueIn } from "#web/texts/catalogue.ts";
import { lawsFound } from "./canned.ts";
import { show, type Server } from "./show.tsx";

const server: Server = ({ pathname }) => (pathname === "/api/v1/legislation" ? lawsFound() : undefined);

describe("the language of the pages", () => {
  it("turns the page round, stays at the page, and is in the address once chosen", async () => {
    show("/?q=kept", server);
    expect(await screen.findByText("21 laws")).toBeDefined();
    expect(document.documentElement).toMatchObject({ lang: "en", dir: "ltr" });
    fireEvent.click(screen.getByRole("link", { name: "العربية" }));
    await waitFor(() => expect(document.documentElement).toMatchObject({ lang: "ar", dir: "rtl" }));
    expect(window.location.search).toBe("?q=kept&ui=ar");
    expect(localStorage.getItem("interface-language")).toBe("ar");
    expect(screen.getByText("21 قانونا")).toBeDefined();
    expect(screen.getByRole("link", { name: "التشريعات" }).getAttribute("href")).toBe("/legislation?ui=ar");
  });

  it("is the stored choice where the address names none, and the address before the choice", async () => {
    localStorage.setItem("interface-language", "fr");
    show("/", server);
    expect(await screen.findByRole("link", { name: "Législation" })).toBeDefined();
    window.history.pushState(null, "", "/?ui=ru");
    fireEvent(window, new PopStateEvent("popstate"));
    expect(await screen.findByRole("link", { name: "Законодательство" })).toBeDefined();
  });

  it("says when a page does not exist, and loads no page's words before they are asked for", async () => {
    show("/nowhere?ui=es", server);
    expect(await screen.findByRole("heading", { name: "Esta página no existe" })).toBeDefined();
    expect(document.title).toBe("Esta página no existe – Compendio 1540");
  });
});

describe("interfaceIn(language, texts)", () => {
  it("counts as the language does", async () => {
    const russian = interfaceIn("ru", await catalogueIn("ru"));
    expect([1, 2, 5, 21].map((laws) => russian.count(russian.texts.results.count, laws))).toEqual([
      "1 закон",
      "2 закона",
      "5 законов",
      "21 закон",
    ]);
  });

  it("writes dates as exactly as they are known", async () => {
    const english = interfaceIn("en", await catalogueIn("en"));
    expect(["2004", "2004-04", "2004-04-28"].map(english.date)).toEqual(["2004", "April 2004", "28 April 2004"]);
  });

  it("sets a value of the other direction apart", async () => {
    const arabic = interfaceIn("ar", await catalogueIn("ar"));
    expect(arabic.fill("{query} –", { query: "S/RES/1540 (2004)" })).toBe("\u2068S/RES/1540 (2004)\u2069 –");
  });

  it("reads a text inside another in the direction of the page", async () => {
    const arabic = interfaceIn("ar", await catalogueIn("ar"));
    const filter = arabic.fill("{name}: {value}", { name: "الدولة", value: "أوروغواي" });
    expect(arabic.fill("{filter}.", { filter })).toBe("\u2067\u2068الدولة\u2069: \u2068أوروغواي\u2069\u2069.");
    const english = interfaceIn("en", await catalogueIn("en"));
    expect(english.fill("{filter}.", { filter })).toBe("\u2066\u2068الدولة\u2069: \u2068أوروغواي\u2069\u2069.");
  });
});
