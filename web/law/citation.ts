/** What is cited: a law, or one of its provisions. */
export interface Cited {
  /** The law's id. */
  id: string;
  /** The name of its State in the language of the page. */
  state: string;
  title: string;
  number?: string | undefined;
  /** Adopted on, ISO 8601 of any precision; else the year. */
  date?: string | undefined;
  language: string;
  /** The provision as its text writes it; absent for the law whole. */
  provision?: string | undefined;
  /** The lasting address of the law or the provision in the Compendium. */
  address: string;
  /** Where the State or its publisher has the text. */
  source?: string | undefined;
  /** The day it was looked up, ISO 8601. */
  accessed: string;
}

export const citationFormats = ["text", "bibtex", "ris", "csl"] as const;
export type CitationFormat = (typeof citationFormats)[number];

/** A citation in each format, as programs that keep references read them. */
export const citationIn: Record<CitationFormat, (cited: Cited) => string> = { text, bibtex, ris, csl };

function text({ state, title, number, date, provision, address, source }: Cited): string {
  const named = [title, number, date?.slice(0, 4), provision].filter(Boolean).join(", ");
  return [`${state}: ${named}.`, source && `${source}.`, `Compendium 1540, ${address}`].filter(Boolean).join(" ");
}

function bibtex(cited: Cited): string {
  const { state, title, number, date, provision, address, source, accessed, language } = cited;
  const fields: [string, string | undefined][] = [
    ["author", `{${latex(state)}}`],
    ["title", `{${latex(title)}}`],
    ["year", date?.slice(0, 4)],
    ["number", number && latex(number)],
    ["chapter", provision && latex(provision)],
    ["language", language],
    ["note", source && `Source: ${latex(source)}`],
    // Programs take an address as it stands.
    ["url", address],
    ["urldate", accessed],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}}`]));
  return `@misc{${key(cited)},\n${lines.join(",\n")}\n}`;
}

/** Keys of BibTeX are ASCII: of a name in other letters its State and its date are left. */
function key({ id }: Cited): string {
  return id
    .replaceAll(/[^a-z0-9.-]+/g, "-")
    .replaceAll(/-+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

function latex(value: string): string {
  const signs: Record<string, string> = {
    "\\": String.raw`\textbackslash{}`,
    "~": String.raw`\textasciitilde{}`,
    "^": String.raw`\textasciicircum{}`,
  };
  return oneLine(value).replaceAll(/[\\{}$&#%_~^]/g, (sign) => signs[sign] ?? `\\${sign}`);
}

function ris({ state, title, number, date, provision, address, source, accessed, language }: Cited): string {
  const fields: [string, string | undefined][] = [
    ["TY", "STAT"],
    ["TI", title],
    ["PY", date?.slice(0, 4)],
    ["DA", date === undefined ? undefined : [...date.split("-"), "", ""].slice(0, 3).join("/")],
    ["M1", number],
    ["SE", provision],
    ["CY", state],
    ["LA", language],
    ["UR", address],
    ["L2", source],
    ["Y2", accessed.replaceAll("-", "/")],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`${name}  - ${oneLine(value)}`]));
  return [...lines, "ER  - "].join("\r\n");
}

function csl({ id, state, title, number, date, provision, address, source, accessed, language }: Cited): string {
  const item = {
    id,
    type: "legislation",
    title,
    ...(number !== undefined && { number }),
    ...(provision !== undefined && { section: provision }),
    jurisdiction: state,
    ...(date !== undefined && { issued: dateParts(date) }),
    language,
    URL: address,
    accessed: dateParts(accessed),
    ...(source !== undefined && { source }),
  };
  return JSON.stringify([item], undefined, 2);
}

function dateParts(date: string): { "date-parts": number[][] } {
  return { "date-parts": [date.split("-").map(Number)] };
}

/** A line break in a value would begin another field. */
function oneLine(value: string): string {
  return value.replaceAll(/\s+/g, " ").trim();
}
