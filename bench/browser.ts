import { chromium, type Browser, type Page } from "playwright-core";

/** A processor this many times slower stands for the machine of a small mission. */
export const slower = 4;

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
}

/** A page of a new visitor, on a processor so many times slower; close its context when it is done with. */
export async function newPage(browser: Browser, times: number): Promise<Page> {
  const context = await browser.newContext({ locale: "en", viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  if (times > 1) {
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: times });
  }
  return page;
}
