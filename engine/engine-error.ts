/** What can go wrong before Elasticsearch answers, each with the exit code of a command that meets it (sysexits.h). */
const exitCodes = {
  // The machine or its settings must be changed first: EX_CONFIG.
  "no-java": 78,
  "no-maven": 78,
  "no-distribution": 78,
  "folder-closed": 78,
  "port-taken": 78,
  // Trying again may help: EX_TEMPFAIL.
  "maven-failed": 75,
  "disk-full": 75,
  "start-failed": 75,
  "not-reachable": 75,
} as const;

export type EngineErrorCode = keyof typeof exitCodes;

/** Why there is no Elasticsearch to work with; the message says what happened and what to do. */
export class EngineError extends Error {
  override name = "EngineError";
  readonly code: EngineErrorCode;
  readonly exitCode: 75 | 78;

  constructor(code: EngineErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.exitCode = exitCodes[code];
  }
}
