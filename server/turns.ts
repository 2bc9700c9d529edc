/** How many may do something at once, and how many of those who come then wait: in the order they came, and no longer than they have patience for. */
export interface Limits {
  running: number;
  waiting: number;
  /** Milliseconds. */
  patience: number;
}

/** Turns at something that only so many can do at once. Whoever takes one gives it back. */
export class Turns {
  running = 0;
  readonly #limits: Limits;
  readonly #waiting = new Set<() => void>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /**
   * Takes a turn, at once or when it comes.
   * @param gone asked for by who waits: aborted when the turn is wanted no more
   * @returns false at once when too many wait already, or later when the turn does not come
   */
  async take(gone: () => AbortSignal): Promise<boolean> {
    if (this.running < this.#limits.running) {
      this.running += 1;
      return true;
    }
    return this.#waiting.size < this.#limits.waiting && this.#turn(gone());
  }

  /** Gives a turn back, to whoever has waited longest. */
  give(): void {
    const [next] = this.#waiting;
    if (next === undefined) this.running -= 1;
    else next();
  }

  #turn(gone: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const end = () => {
        this.#waiting.delete(comes);
        clearTimeout(timer);
        gone.removeEventListener("abort", leaves);
      };
      const comes = () => {
        end();
        resolve(true);
      };
      const leaves = () => {
        end();
        resolve(false);
      };
      const timer = setTimeout(leaves, this.#limits.patience);
      gone.addEventListener("abort", leaves);
      this.#waiting.add(comes);
    });
  }
}
