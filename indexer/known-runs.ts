/** How a text falls into runs, by its UTF-16 units. */
export interface RunPattern {
  /** What a run begins and ends with. */
  letter: RegExp;
  /** What may stand inside a run. */
  inner?: RegExp;
  /** What makes runs of its own, seldom met twice and so not remembered. */
  apart?: RegExp;
  /** A longer run is cut; as many units as there are, where not given. */
  longest?: number;
}

const separator = 0;
const letter = 1;
const inner = 2;
const apart = 3;

/**
 * What is known of the runs of letters in texts. Texts have millions of runs, and nearly all of them are one of so many: each is
 * thought about once. They are told apart by their units where they stand, for to cut a text into strings and look these up
 * would take three times as long as all that is then done with them.
 */
export class KnownRuns<Known> {
  readonly #kinds: Uint8Array;
  readonly #longest: number;
  readonly #know: (run: string) => Known;
  /** Places in the lists below by the hash of a run, in as many slots as a power of two has; 0 where there is none. */
  #slots = new Uint32Array(1 << 12);
  #written: string[] = [""];
  #hashes: number[] = [0];
  #known: (Known | undefined)[] = [undefined];

  constructor(pattern: RunPattern, know: (run: string) => Known) {
    this.#kinds = kindsOf(pattern);
    this.#longest = pattern.longest ?? Infinity;
    this.#know = know;
  }

  /**
   * What is known of the runs of a text, in their order.
   * @param starts takes the places in the text where they begin
   */
  in(text: string, starts?: number[]): Known[] {
    if (this.#written.length > mostRuns) this.#forget();
    const kinds = this.#kinds;
    const found: Known[] = [];
    for (let start = 0; start < text.length; start += 1) {
      const kind = kinds[text.charCodeAt(start)]!;
      if (kind === apart) {
        const end = this.#endApart(text, start);
        starts?.push(start);
        found.push(this.#know(text.slice(start, end)));
        start = end - 1;
      } else if (kind === letter) {
        let hash = 0;
        let end = start;
        let hashAtEnd = 0;
        const last = Math.min(text.length, start + this.#longest);
        for (let place = start; place < last; place += 1) {
          const unit = text.charCodeAt(place);
          const own = kinds[unit]!;
          if (own === separator || own === apart) break;
          hash = (Math.imul(hash, 31) + unit) | 0;
          if (own !== letter) continue;
          end = place + 1;
          hashAtEnd = hash;
        }
        starts?.push(start);
        found.push(this.#of(text, start, end, hashAtEnd));
        start = end - 1;
      }
    }
    return found;
  }

  #endApart(text: string, start: number): number {
    let end = start + 1;
    while (end < text.length && this.#kinds[text.charCodeAt(end)] === apart) end += 1;
    return end;
  }

  #of(text: string, start: number, end: number, hash: number): Known {
    let slot = this.#firstSlot(hash);
    for (let place = this.#slots[slot]!; place !== 0; place = this.#slots[slot]!) {
      if (isAt(text, start, end, this.#written[place]!)) return this.#known[place]!;
      slot = this.#slotAfter(slot);
    }
    const run = copied(text.slice(start, end));
    const known = this.#know(run);
    this.#slots[slot] = this.#written.length;
    this.#written.push(run);
    this.#hashes.push(hash);
    this.#known.push(known);
    if (this.#written.length * 2 > this.#slots.length) this.#grow();
    return known;
  }

  #firstSlot(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.#slots.length - 1);
  }

  #slotAfter(slot: number): number {
    return (slot + 1) & (this.#slots.length - 1);
  }

  #grow(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let place = 1; place < this.#hashes.length; place += 1) {
      let slot = this.#firstSlot(this.#hashes[place]!);
      while (this.#slots[slot] !== 0) slot = this.#slotAfter(slot);
      this.#slots[slot] = place;
    }
  }

  #forget(): void {
    this.#slots.fill(0);
    this.#written = [""];
    this.#hashes = [0];
    this.#known = [undefined];
  }
}

/** Some ten megabytes. Large collections have more, of which the frequent ones are soon known again. */
const mostRuns = 50_000;

/** A part of a text may keep the whole of it in memory; V8 copies only parts shorter than this. */
function copied(part: string): string {
  return part.length < 13 ? part : Buffer.from(part, "utf16le").toString("utf16le");
}

function isAt(text: string, start: number, end: number, run: string): boolean {
  if (run.length !== end - start) return false;
  for (let place = 0; place < run.length; place += 1)
    if (run.charCodeAt(place) !== text.charCodeAt(start + place)) return false;
  return true;
}

const kindsKnown = new Map<RunPattern, Uint8Array>();

function kindsOf(pattern: RunPattern): Uint8Array {
  const known = kindsKnown.get(pattern);
  if (known !== undefined) return known;
  const kinds = new Uint8Array(1 << 16);
  for (let unit = 0; unit < kinds.length; unit += 1) {
    const character = String.fromCharCode(unit);
    if (pattern.apart?.test(character)) kinds[unit] = apart;
    else if (pattern.letter.test(character)) kinds[unit] = letter;
    else if (pattern.inner?.test(character)) kinds[unit] = inner;
  }
  kindsKnown.set(pattern, kinds);
  return kinds;
}
