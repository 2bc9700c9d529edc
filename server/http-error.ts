/** An answer other than the one asked for, in the visitor's words. */
export class HttpError extends Error {
  override name = "HttpError";
  readonly status: number;
  readonly errors: { path: string; message: string }[] | undefined;

  constructor(status: number, message: string, errors?: { path: string; message: string }[]) {
    super(message);
    this.status = status;
    this.errors = errors;
  }
}

/** Seconds for the header `Retry-After`: those who are turned away together are not to come back together. */
export function retryAfter(): string {
  return String(5 + Math.floor(Math.random() * 10));
}
