import type { Law } from "#domain/legislation.ts";

export type LawProvision = Law["provisions"][number];

/** A heading of a law with what stands under it, in the order of the text. */
export interface Heading {
  title: string;
  provisions: LawProvision[];
  headings: Heading[];
}

/** The headings of a law as a tree. The root has no title of its own and holds what stands under no heading. */
export function contentsOf(provisions: LawProvision[]): Heading {
  const root: Heading = { title: "", provisions: [], headings: [] };
  let open = [root];
  for (const provision of provisions) {
    const kept = sharedDepth(
      open.slice(1).map(({ title }) => title),
      provision.path,
    );
    open = open.slice(0, kept + 1);
    for (const title of provision.path.slice(kept)) {
      const heading: Heading = { title, provisions: [], headings: [] };
      open.at(-1)?.headings.push(heading);
      open.push(heading);
    }
    open.at(-1)?.provisions.push(provision);
  }
  return root;
}

/** True when a provision stands under a heading, however deep. */
export function holds(heading: Heading, provision: LawProvision): boolean {
  return heading.provisions.includes(provision) || heading.headings.some((below) => holds(below, provision));
}

/** The headings that begin with this provision: those of its path that the provision before it does not stand under. */
export function newHeadings(
  provision: LawProvision,
  before: LawProvision | undefined,
): { title: string; depth: number }[] {
  const kept = sharedDepth(before?.path ?? [], provision.path);
  return provision.path.slice(kept).map((title, index) => ({ title, depth: kept + index }));
}

function sharedDepth(before: string[], path: string[]): number {
  const firstOther = path.findIndex((title, depth) => before[depth] !== title);
  return firstOther === -1 ? path.length : firstOther;
}
