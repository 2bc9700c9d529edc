import { median, quantilesOf, timeOf, type Quantiles } from "./timing.ts";

/** One of those that answer the same questions in turn. */
export interface Contestant<Question> {
  name: string;
  ask: (question: Question) => Promise<unknown>;
}

/** How long one question took; not a number where it was not answered. */
interface Timed<Question> {
  question: Question;
  milliseconds: number;
}

interface Conditions {
  /** Questions under way at once; the next is asked when one is answered. */
  clients: number;
  /** Rounds in which each contestant is asked the same questions, one contestant after the other. */
  blocks: number;
  /** How long a contestant is asked in a block, about. */
  seconds: number;
}

/**
 * Asks every contestant the same questions, in blocks that alternate, so that what else the machine does meets all of
 * them. The contestants of a block come in another order each time. What they answer before the first block warms them
 * and sets how many questions a block has.
 */
export async function contest<Question>(
  contestants: Contestant<Question>[],
  questions: Question[],
  { clients, blocks, seconds }: Conditions,
): Promise<Contest<Question>> {
  const trial = questions.slice(0, 24);
  let spent = 0;
  for (const { ask } of contestants) spent += await timeOf(() => askAll(trial, clients, ask));
  const size = Math.max(clients, Math.round((seconds * 1000 * contestants.length * trial.length) / spent));
  const times = new Map(contestants.map(({ name }): [string, Timed<Question>[][]] => [name, []]));
  for (let block = 0; block < blocks; block += 1) {
    const asked = Array.from({ length: size }, (_, place) => questions[(block * size + place) % questions.length]!);
    const turn = block % contestants.length;
    for (const { name, ask } of [...contestants.slice(turn), ...contestants.slice(0, turn)])
      times.get(name)!.push(await askAll(asked, clients, ask));
  }
  return new Contest(times, size);
}

/** A closed loop: each client asks its next question when the one before is answered. */
async function askAll<Question>(
  questions: Question[],
  clients: number,
  ask: Contestant<Question>["ask"],
): Promise<Timed<Question>[]> {
  const times: Timed<Question>[] = [];
  const waiting = questions.values();
  const client = async () => {
    for (const question of waiting) {
      const milliseconds = await timeOf(() => ask(question)).catch(() => Number.NaN);
      times.push({ question, milliseconds });
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return times;
}

/** What was measured, block by block. */
export class Contest<Question> {
  readonly #times: Map<string, Timed<Question>[][]>;
  /** Questions in a block. */
  readonly size: number;

  constructor(times: Map<string, Timed<Question>[][]>, size: number) {
    this.#times = times;
    this.size = size;
  }

  /** Milliseconds of a contestant: the medians of its blocks. */
  milliseconds(name: string, isCounted: (question: Question) => boolean = () => true): Quantiles {
    return mediansOf(this.#blocks(name, isCounted));
  }

  /** How many times as long as the other a contestant took: the medians of the ratios of each block. */
  ratio(name: string, other: string, isCounted: (question: Question) => boolean = () => true): Quantiles {
    const others = this.#blocks(other, isCounted);
    return mediansOf(
      this.#blocks(name, isCounted).map(({ p50, p95, p99 }, block) => ({
        p50: p50 / others[block]!.p50,
        p95: p95 / others[block]!.p95,
        p99: p99 / others[block]!.p99,
      })),
    );
  }

  /** How many questions a contestant did not answer; they count in no time. */
  unanswered(name: string): number {
    return this.#times
      .get(name)!
      .flat()
      .filter(({ milliseconds }) => Number.isNaN(milliseconds)).length;
  }

  #blocks(name: string, isCounted: (question: Question) => boolean): Quantiles[] {
    return this.#times
      .get(name)!
      .map((block) =>
        quantilesOf(
          block
            .filter(({ question, milliseconds }) => isCounted(question) && !Number.isNaN(milliseconds))
            .map(({ milliseconds }) => milliseconds),
        ),
      );
  }
}

/** Says who did not answer everything: figures from such a run are none. */
export function printUnanswered<Question>(measured: Contest<Question>, names: string[]): void {
  for (const name of names)
    if (measured.unanswered(name) > 0)
      process.stdout.write(`\n${name} left ${measured.unanswered(name)} unanswered.\n`);
}

/** A block in which nothing was answered has no part in them. */
function mediansOf(blocks: Quantiles[]): Quantiles {
  const medianOf = (part: keyof Quantiles) =>
    median(blocks.map((block) => block[part]).filter((value) => !Number.isNaN(value)));
  return { p50: medianOf("p50"), p95: medianOf("p95"), p99: medianOf("p99") };
}
