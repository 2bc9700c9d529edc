import { parseDocument } from "yaml";
import { cleanText } from "./clean-text.ts";
import { ReadError } from "./reading.ts";

/** A Markdown file in two: its front matter as text values, and the lines after it. */
export interface Fronted {
  fields: Record<string, unknown>;
  body: string;
}

/**
 * Takes the YAML front matter off a Markdown text; a text without one has no fields. Every value stays a text (`2014`, a date),
 * a list a list of texts.
 * @throws ReadError with the line when the front matter does not end or is not YAML
 */
export function splitFrontMatter(text: string): Fronted {
  if (!/^---[ \t]*\n[ \t]*[\w-]+[ \t]*:/u.test(text)) return { fields: {}, body: text };
  const end = /\n---[ \t]*(?:\n|$)/u.exec(text);
  if (end === null) throw new ReadError("The front matter that begins with --- has no closing ---.", "line 1");
  const document = parseDocument(indentWrapped(text.slice(4, end.index)), {
    schema: "failsafe",
    uniqueKeys: false,
    logLevel: "silent",
  });
  const [error] = document.errors;
  if (error !== undefined) {
    const place = error.linePos === undefined ? undefined : `line ${error.linePos[0].line + 1}`;
    throw new ReadError(`The front matter is not YAML: ${error.message.split("\n", 1)[0]}`, place, error);
  }
  const fields: unknown = document.toJS();
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) {
    throw new ReadError("The front matter is not a list of names and values.", "line 2");
  }
  return { fields: { ...fields }, body: text.slice(end.index + end[0].length) };
}

/** A quoted value may run over lines, but YAML wants the next line indented; some files wrap titles without. */
function indentWrapped(yaml: string): string {
  return yaml.replaceAll(/^[\w-]+:[ \t]*"(?:[^"\\]|\\[^])*"/gmu, (value) => value.replaceAll("\n", "\n  "));
}

/** The value of a field as clean text; undefined when it is missing, empty or a list. */
export function textField(fields: Fronted["fields"], name: string): string | undefined {
  const value = fields[name];
  const text = typeof value === "string" ? cleanText(value) : "";
  return text === "" ? undefined : text;
}

/** The value of a field when it is an ISO date. */
export function dateField(fields: Fronted["fields"], name: string): string | undefined {
  const value = textField(fields, name);
  return value !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(value) ? value : undefined;
}
