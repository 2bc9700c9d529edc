import { fork, type ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";
import { LawFacts, Provision } from "#domain/legislation.ts";
import type { ParserReply, ParserRequest } from "./parser-process.ts";
import type { Reading, SourceFile } from "./readers/reading.ts";

/** What one file may cost. A PDF of 720,000 characters takes 5 s and 400 MB. */
const limits = { seconds: 120, residentMegabytes: 1536, heapMegabytes: 1024, textMegabytes: 50 };

/** Laws, as their readers give them. */
export const lawParsing: Parsing<Reading> = {
  as: "law",
  schema: z.object({
    facts: z.partial(LawFacts),
    key: z.optional(z.string()),
    provisions: z.array(Provision),
  }) as z.ZodMiniType<Reading>,
  length: ({ provisions }) => provisions.reduce((sum, { text }) => sum + text.length, 0),
};

/** What files are read as, and what then comes back. */
export interface Parsing<Read> {
  as: ParserRequest["as"];
  schema: z.ZodMiniType<Read>;
  /** Characters of all its text. */
  length: (read: Read) => number;
}

/** What became of a file: read, or rejected with the reason and the place in it. */
export type ParseOutcome<Read> = { read: Read } | { rejected: { reason: string; place?: string } };

/** Reads files in child processes, so that a hostile one costs only itself. Each process reads one file at a time. */
export class ParserPool<Read> {
  readonly #idle: ChildProcess[] = [];
  readonly #all = new Set<ChildProcess>();
  readonly #parsing: Parsing<Read>;

  constructor(parsing: Parsing<Read>) {
    this.#parsing = parsing;
  }

  async parse(file: SourceFile): Promise<ParseOutcome<Read>> {
    const child = this.#idle.pop() ?? this.#start();
    const outcome = await this.#ask(child, { as: this.#parsing.as, file });
    if (child.connected && child.exitCode === null && child.signalCode === null) this.#idle.push(child);
    return outcome;
  }

  close(): void {
    for (const child of this.#all) child.kill("SIGKILL");
  }

  #start(): ChildProcess {
    const child = fork(join(import.meta.dirname, "parser-process.ts"), {
      execArgv: ["--import", import.meta.resolve("tsx"), `--max-old-space-size=${limits.heapMegabytes}`],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      env: { ...process.env, NODE_OPTIONS: "" },
    });
    this.#all.add(child);
    child.once("exit", () => this.#all.delete(child));
    return child;
  }

  #ask(child: ChildProcess, request: ParserRequest): Promise<ParseOutcome<Read>> {
    return new Promise((resolve) => {
      let reason: string | undefined;
      const started = Date.now();
      const watch = setInterval(() => {
        void overLimit(child.pid!, started).then((limit) => {
          if (limit === undefined) return;
          reason = limit;
          child.kill("SIGKILL");
        });
      }, 250);
      const finish = (outcome: ParseOutcome<Read>) => {
        clearInterval(watch);
        child.off("exit", onExit);
        child.off("message", onReply);
        resolve(outcome);
      };
      const onExit = () =>
        finish({ rejected: { reason: reason ?? "the reader ran out of memory or crashed on this file" } });
      const onReply = (reply: ParserReply) => finish(checked(reply, this.#parsing));
      child.once("exit", onExit);
      child.once("message", onReply);
      child.send(request, (error) => {
        if (error !== null) child.kill("SIGKILL");
      });
    });
  }
}

async function overLimit(pid: number, started: number): Promise<string | undefined> {
  if (Date.now() - started > limits.seconds * 1000) return `reading it took longer than ${limits.seconds} seconds`;
  // Only Linux tells; elsewhere the limit on the JavaScript heap has to do.
  const pages = Number((await readFile(`/proc/${pid}/statm`, "utf8").catch(() => "")).split(" ")[1] ?? 0);
  if ((pages * 4096) / 1024 / 1024 > limits.residentMegabytes)
    return `reading it took more than ${limits.residentMegabytes} MB of memory`;
  return undefined;
}

/** What comes back from the process is not trusted either. */
function checked<Read>(reply: ParserReply, { schema, length }: Parsing<Read>): ParseOutcome<Read> {
  if ("rejected" in reply) return reply;
  const reading = z.safeParse(schema, reply.read);
  if (!reading.success) {
    const issue = reading.error.issues[0];
    return { rejected: { reason: `the reader's result does not fit: ${issue?.path.join(".")}: ${issue?.message}` } };
  }
  if (length(reading.data) > limits.textMegabytes * 1024 * 1024)
    return { rejected: { reason: `its text has more than ${limits.textMegabytes} million characters` } };
  return { read: reading.data };
}
