import { ExitError, exitCodes } from "./exit.ts";

const controller = new AbortController();

/** Aborts when the user or the system asks the command to end; its reason is an ExitError 130 that says what readers see. */
export const interruption = controller.signal;

for (const [signal, word] of [
  ["SIGINT", "Interrupted"],
  ["SIGTERM", "Stopped"],
] as const)
  process.once(signal, () =>
    controller.abort(
      new ExitError(
        exitCodes.interrupted,
        `${word}: what was read is kept, and readers still see the old data. Run the command again to finish.`,
      ),
    ),
  );
