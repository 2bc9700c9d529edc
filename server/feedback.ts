import { appendFile, mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import express, { type Express } from "express";
import { rateLimit } from "express-rate-limit";
import * as z from "zod/mini";
import { Feedback, feedbackFile, feedbackPath } from "#domain/feedback.ts";
import { HttpError } from "./http-error.ts";

/** What one address may say in ten minutes. */
const most = 5;
/** Where a flood ends: some thousand of the longest texts. */
const largestFile = 10 * 1024 * 1024;

/**
 * Takes what visitors say of a record: one line of JSON each, in a file that the operator reads. It is answered only to
 * JSON, which no form of another site can send without asking.
 * @param home COMPENDIUM_HOME; without it, nothing is taken
 */
export function takeFeedback(app: Express, home: string | undefined): void {
  const limit = rateLimit({
    windowMs: 10 * 60 * 1000,
    limit: most,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    handler: () => {
      throw new HttpError(429, "Too much feedback has come from this address. Try again in a few minutes.");
    },
  });
  app.post(feedbackPath, limit, express.json({ limit: "16kb" }), async (request, response) => {
    const given = z.safeParse(Feedback, request.body, { error: z.locales.en().localeError });
    if (!given.success) {
      const errors = given.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
      throw new HttpError(
        400,
        `The feedback does not fit: ${errors.map(({ path, message }) => `${path || "body"}: ${message}`).join("; ")}`,
        errors,
      );
    }
    if (home === undefined) throw new HttpError(503, "Feedback is not taken here.");
    const file = join(home, feedbackFile);
    const size = (await stat(file).catch(() => undefined))?.size ?? 0;
    if (size > largestFile) throw new HttpError(503, "No more feedback can be kept just now.");
    await mkdir(home, { recursive: true });
    await appendFile(file, `${JSON.stringify({ at: new Date().toISOString(), ...given.data })}\n`);
    response.status(202).json({ status: "kept" });
  });
}
