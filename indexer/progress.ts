import { Presets, SingleBar } from "cli-progress";

/** Shows a long step on stderr: how far, how fast, how long yet. Where stderr is no terminal, a line every ten seconds. */
export class Progress {
  readonly #bar: SingleBar;
  readonly #started = Date.now();
  #done = 0;

  constructor(step: string, total: number, unit: string) {
    this.#bar = new SingleBar(
      {
        format: `${step} [{bar}] {value}/{total} ${unit} · {rate}/s · {eta_formatted} left`,
        stream: process.stderr,
        hideCursor: true,
        noTTYOutput: true,
        notTTYSchedule: 10_000,
        etaBuffer: 200,
      },
      Presets.rect,
    );
    this.#bar.start(total, 0, { rate: "–" });
  }

  advance(by = 1): void {
    this.#done += by;
    this.#bar.update(this.#done, { rate: this.rate });
  }

  get rate(): number {
    return Math.round((this.#done * 1000) / Math.max(1, Date.now() - this.#started));
  }

  stop(): void {
    this.#bar.stop();
  }
}
