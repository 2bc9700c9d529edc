import { describe } from "vitest";
import { useSite } from "./browser.ts";
import { everyPage } from "./every-page.ts";
import { innerLinks } from "./links.ts";

// Two files for all that is done in the browser, of like length: to load the laws and to start the browser takes long.
const site = useSite("test-pages");

describe("every page", () => {
  everyPage(site);
});

describe("every link", () => {
  innerLinks(site);
});
