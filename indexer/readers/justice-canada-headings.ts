import { inlineText } from "./justice-canada-text.ts";
import { child, type XmlElement } from "./xml-tree.ts";

/** A heading with its place in the order of headings: 1 is outermost. */
export interface Heading {
  level: number;
  text: string;
  /** `PART A`, `GROUP 3`; empty when the heading has words only. */
  label: string;
}

/** The headings in force after one more: it ends those of its own and deeper levels. A heading that lost its words by repeal only ends. */
export function withHeading(headings: readonly Heading[], element: XmlElement): Heading[] {
  const heading = headingOf(element);
  const outer = headings.filter(({ level }) => level < heading.level);
  return heading.text === "" ? outer : [...outer, heading];
}

/** Whether an element heads what follows it. */
export function isHeading({ name }: XmlElement): boolean {
  return name === "Heading" || name === "GroupHeading" || name === "ScheduleFormHeading";
}

function headingOf(element: XmlElement): Heading {
  const label = inlineText(child(element, "Label"));
  const title = inlineText(child(element, "TitleText"));
  const level = /\d/u.exec(element.attributes.get("level") ?? element.attributes.get("format-ref") ?? "")?.[0];
  return { level: Number(level ?? 1), label, text: [label, title].filter((part) => part !== "").join(" — ") };
}
