import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";

/** Programs that are asked by lines on their input and answer on their output. */
export interface Conversation {
  /** The lines of output that answer what was said. */
  ask: (said: string) => Promise<string>;
  stop: () => Promise<void>;
}

/**
 * Starts a program such as psql or sqlite3 several times over and talks with whichever is free.
 * @param end what makes the program print a line of its own, by which the end of an answer is known
 */
export function converse(count: number, command: string, given: string[], end: (line: string) => string): Conversation {
  const talkers = Array.from({ length: count }, () => new Talker(command, given, end));
  const free = [...talkers];
  const waiting: ((talker: Talker) => void)[] = [];
  return {
    ask: async (said) => {
      const talker = free.pop() ?? (await new Promise<Talker>((resolve) => waiting.push(resolve)));
      try {
        return await talker.ask(said);
      } finally {
        const next = waiting.shift();
        if (next === undefined) free.push(talker);
        else next(talker);
      }
    },
    stop: async () => void (await Promise.all(talkers.map((talker) => talker.stop()))),
  };
}

/** One program, asked one thing at a time. */
class Talker {
  readonly #program: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly #end: (line: string) => string;
  #asked = 0;

  constructor(command: string, given: string[], end: (line: string) => string) {
    // Programs keep their output back where no terminal reads it; stdbuf gives it out by lines.
    this.#program = spawn("stdbuf", ["-oL", command, ...given], { stdio: ["pipe", "pipe", "inherit"] });
    this.#lines = createInterface({ input: this.#program.stdout! })[Symbol.asyncIterator]();
    this.#end = end;
  }

  async ask(said: string): Promise<string> {
    this.#asked += 1;
    const last = `answered ${this.#asked}`;
    this.#program.stdin!.write(`${said}\n${this.#end(last)}\n`);
    const answer: string[] = [];
    for (;;) {
      const line = await this.#lines.next();
      if (line.done === true) throw new Error(`It ended before it had answered: ${said.slice(0, 300)}`);
      if (line.value === last) return answer.join("\n");
      answer.push(line.value);
    }
  }

  stop(): Promise<void> {
    return stopped(this.#program);
  }
}

/** Ends a program of ours, and waits until it is gone. */
export async function stopped(program: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const gone = new Promise((resolve) => program.once("exit", resolve));
  program.kill(signal);
  await gone;
}
