/** What the command's exit code says; scripts rely on it. */
export const exitCodes = {
  clean: 0,
  unexpected: 1,
  usage: 2,
  rejects: 3,
  verificationFailed: 4,
  tryAgain: 75,
  configuration: 78,
  interrupted: 130,
} as const;

/** Ends the command with an exit code and a sentence for whoever started it. */
export class ExitError extends Error {
  override name = "ExitError";
  readonly exitCode: number;

  constructor(exitCode: (typeof exitCodes)[keyof typeof exitCodes], message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.exitCode = exitCode;
  }
}
