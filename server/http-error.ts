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
