import { describe } from "vitest";
import { useSite } from "./browser.ts";
import { everyPage } from "./every-page.ts";
import { innerLinks } from "./links.ts";
import { hostileTexts } from "./hostile-texts.ts";
import { practices } from "./practices.ts";
import { trends } from "./trends.ts";
import { visitors } from "./visitors.ts";

// One file for all: to load the laws and to start the browser takes longer than most of what follows.
const site = useSite("test-browser");

describe("a visitor", () => {
  visitors(site);
});

describe("a visitor who looks for practices", () => {
  practices(site);
});

describe("every page", () => {
  everyPage(site);
});

describe("every link", () => {
  innerLinks(site);
});

describe("a chart", () => {
  trends(site);
});

describe("a text made to break the page", () => {
  hostileTexts(site);
});
