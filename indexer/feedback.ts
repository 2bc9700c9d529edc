import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";
import { Feedback, feedbackFile } from "#domain/feedback.ts";
import { printable } from "./report.ts";

const KeptFeedback = z.extend(Feedback, { at: z.string() });
type KeptFeedback = z.infer<typeof KeptFeedback>;

/** What visitors said, as the server kept it; none where nothing was said. */
export async function keptFeedback(home: string): Promise<KeptFeedback[]> {
  const text = await readFile(join(home, feedbackFile), "utf8").catch(() => "");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => z.parse(KeptFeedback, JSON.parse(line)));
}

/** For a terminal: what a stranger wrote cannot steer it. */
export function feedbackLine({ at, record, kind, words, contact }: KeptFeedback): string {
  const from = contact === undefined || contact === "" ? "" : ` (${printable(contact)})`;
  return `${at} ${kind} ${printable(record)}${from}\n    ${words.split("\n").map(printable).join("\n    ")}`;
}
