import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import { Review } from "#domain/reviews.ts";

const folder = join(import.meta.dirname, "reviews");

/** The reviews that ship with the project, newest cut-off first. */
export const reviews: readonly Review[] = readdirSync(folder)
  .map((name) => {
    const checked = z.safeParse(Review, JSON.parse(readFileSync(join(folder, name), "utf8")));
    if (checked.success) return checked.data;
    throw new Error(`data/reviews/${name} does not fit: ${z.prettifyError(checked.error)}`);
  })
  .toSorted((a, b) => (a.cutOff > b.cutOff ? -1 : 1));
