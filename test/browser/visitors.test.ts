import { describe } from "vitest";
import { useSite } from "./browser.ts";
import { hostileTexts } from "./hostile-texts.ts";
import { practices } from "./practices.ts";
import { trends } from "./trends.ts";
import { visitors } from "./visitors.ts";

const site = useSite("test-visitors");

describe("a visitor", () => {
  visitors(site);
});

describe("a visitor who looks for practices", () => {
  practices(site);
});

describe("a chart", () => {
  trends(site);
});

describe("a text made to break the page", () => {
  hostileTexts(site);
});
