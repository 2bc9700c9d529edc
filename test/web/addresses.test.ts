// @vitest-environment node
import { describe, expect, it } from "vitest";
import { api } from "#domain/api.ts";
import { lawAddress } from "#web/addresses.ts";
import { addressOf } from "#web/api.ts";
import { pagesAround } from "#web/search/page-links.tsx";
import { withLanguageOf } from "#web/ui/page-link.tsx";

describe("lawAddress(id, place)", () => {
  it("names the language, the words and the provision", () => {
    expect(lawAddress("chn-核", { language: "zh", q: "过境", anchor: "art-12" })).toBe(
      "/legislation/chn-%E6%A0%B8?language=zh&q=%E8%BF%87%E5%A2%83#art-12",
    );
    expect(lawAddress("can-n-28.3")).toBe("/legislation/can-n-28.3");
  });
});

describe("addressOf(endpoint, params)", () => {
  it("fills in the parts of the path", () => {
    expect(addressOf(api.law, { language: "fr" }, { id: "can-n/28" })).toBe(
      "/api/v1/legislation/can-n%2F28?language=fr",
    );
  });

  it("names an export of the same rows", () => {
    expect(addressOf(api.legislation, { q: "transit", state: ["CAN"] }, {}, ".csv")).toBe(
      "/api/v1/legislation.csv?q=transit&state=CAN",
    );
  });
});

describe("withLanguageOf(search, to)", () => {
  it("carries the language of the pages on, and only that", () => {
    expect(withLanguageOf("?ui=ar&page=2", "/legislation?q=x#top")).toBe("/legislation?q=x&ui=ar#top");
    expect(withLanguageOf("?page=2", "/about")).toBe("/about");
    expect(withLanguageOf("?ui=ar", "/about?ui=fr")).toBe("/about?ui=fr");
  });
});

describe("pagesAround(page, last)", () => {
  it("names the first page, the last, and those near", () => {
    expect(pagesAround(7, 20)).toEqual([1, 6, 7, 8, 20]);
    expect(pagesAround(1, 2)).toEqual([1, 2]);
  });
});
