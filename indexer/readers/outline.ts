import type { Provision } from "#domain/legislation.ts";
import { anchorMaker } from "./anchors.ts";
import { passages } from "./passages.ts";

/** What begins a provision: `anchor` need not be unique yet. */
interface ProvisionStart {
  kind: Provision["kind"];
  label: string;
  anchor: string;
  heading?: string | undefined;
}

/** Words outside the articles that are shorter say no more than a name or a heading; no recital of the laws we read does. */
const shortestPreamble = 30;

/**
 * A law as it is read from top to bottom: headings, articles, paragraphs. A heading closes the article before it and
 * belongs to the articles after it. Paragraphs outside any article become the preamble when they come first, passages
 * when they come later or when there is no article at all, so that nothing is lost.
 */
export class Outline {
  #headings: { rank: number; title: string }[] = [];
  #parts: Part[] = [];
  #isOpen = false;

  /** @param rank 0 stands above all; a heading ends those of its own rank and below */
  heading(rank: number, title: string): void {
    this.#isOpen = false;
    this.#headings = this.#headings.filter((heading) => heading.rank < rank);
    this.#headings.push({ rank, title });
  }

  /** Adds to the last heading the words of its next line: `TÍTULO I`, then `DISPOSICIONES GENERALES`. */
  continueHeading(words: string): void {
    const last = this.#headings.at(-1);
    if (last !== undefined) last.title = `${last.title} ${words}`;
  }

  /** A heading that the text gives only after the mark of the article that it stands above. */
  headingOverFresh(rank: number, title: string): void {
    const last = this.#parts.at(-1);
    this.heading(rank, title);
    if (last !== undefined) last.path = this.path();
    this.#isOpen = true;
  }

  /** What follows stands under no heading: the schedules after the last chapter. */
  leaveHeadings(): void {
    this.#isOpen = false;
    this.#headings = [];
  }

  begin(start: ProvisionStart): void {
    this.#isOpen = true;
    this.#parts.push({ start, path: this.path(), paragraphs: [] });
  }

  /** Gives the provision just begun its heading, when that stands on a line of its own. */
  name(heading: string): void {
    const start = this.#parts.at(-1)?.start;
    if (start !== undefined) start.heading = heading;
  }

  paragraph(text: string): void {
    if (text === "") return;
    if (!this.#isOpen) {
      this.#isOpen = true;
      this.#parts.push({ start: undefined, path: this.path(), paragraphs: [] });
    }
    this.#parts.at(-1)?.paragraphs.push(text);
  }

  path(): string[] {
    return this.#headings.map((heading) => heading.title);
  }

  /** True while paragraphs go to a provision, false after a heading. */
  isOpen(): boolean {
    return this.#isOpen;
  }

  /** True right after a provision has begun, before its first words. */
  isFresh(): boolean {
    const last = this.#parts.at(-1);
    return this.#isOpen && last?.start !== undefined && last.paragraphs.length === 0;
  }

  /** True once a provision has begun. */
  hasBegun(): boolean {
    return this.#parts.some((part) => part.start !== undefined);
  }

  /** The provisions in order, with unique anchors; articles without words, and those not to keep, are left out. */
  provisions(keep: (provision: Provision) => boolean = () => true): Provision[] {
    const parts = this.#parts.filter((part) => part.paragraphs.length > 0);
    const first = parts.findIndex((part) => part.start !== undefined);
    const preamble = parts
      .slice(0, Math.max(first, 0))
      .flatMap((part) => part.paragraphs)
      .join("\n");
    const provisions: Provision[] = parts.slice(Math.max(first, 0)).flatMap((part): Provision[] => {
      const text = part.paragraphs.join("\n");
      if (part.start === undefined) {
        return first >= 0 && text.length < shortestPreamble ? [] : passages(part.paragraphs, part.path);
      }
      const { heading = "", ...start } = part.start;
      return [{ ...start, ...(heading === "" ? {} : { heading }), path: part.path, text }];
    });
    if (preamble.length >= shortestPreamble) {
      provisions.unshift({ kind: "preamble", label: "", anchor: "preamble", path: [], text: preamble });
    }
    const unique = anchorMaker();
    let passage = 0;
    return provisions.filter(keep).map((provision) => ({
      ...provision,
      anchor: unique(provision.kind === "passage" ? `p-${(passage += 1)}` : provision.anchor),
    }));
  }
}

interface Part {
  /** Undefined for paragraphs outside any article. */
  start: ProvisionStart | undefined;
  path: string[];
  paragraphs: string[];
}
