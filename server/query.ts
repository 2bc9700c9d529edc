import type { QuerySlip } from "#domain/search.ts";
import type { LearnedTerm } from "#domain/term-table.ts";
import type { Concept } from "#domain/thesaurus.ts";

/**
 * What a person asks for, read from what they typed. Words are all required; `|` means either; `-` excludes;
 * brackets group; quotes are literal; `word*` is the beginning of a word.
 */
export type Query =
  | { kind: "all"; parts: Query[] }
  | { kind: "any"; parts: Query[] }
  | { kind: "not"; part: Query }
  | { kind: "word" | "phrase" | "prefix"; text: string }
  | ConceptPart
  | LearnedPart
  /** What need not be there, and counts if it is. */
  | { kind: "perhaps"; part: Query };

/** Words that name a concept, and other terms for it in the language asked. */
export interface ConceptPart {
  kind: "concept";
  typed: Query;
  concept: Concept;
  terms: string[];
  /** True where the language asked is not that of the words. */
  isForeign: boolean;
  /** True where the words name it inside the name of another. */
  isInside: boolean;
}

/** A word of another language, and what it is in the one asked, by the laws that are loaded in both. */
export interface LearnedPart {
  kind: "learned";
  typed: { kind: "word"; text: string };
  terms: LearnedTerm[];
}

/** A query, and what was wrong with what was typed. `query` is absent when nothing was asked. */
export interface ParsedQuery {
  query?: Query;
  slips: QuerySlip[];
}

/** A question longer than this is cut: more clauses cost the engine more than they tell it. */
const mostWords = 32;

/** A shorter beginning would match half the dictionary; one Han character is a word. */
const shortestPrefix = 2;

/** Reads what a person typed. Nothing is an error: a slip is read as its likeliest meaning, and named. */
export function parseQuery(typed: string): ParsedQuery {
  const slips: QuerySlip[] = [];
  const tokens = new TokenStream(typed, slips);
  const parts: (Query | undefined)[] = [];
  while (tokens.peek() !== undefined) {
    parts.push(readAny(tokens, 0));
    if (tokens.peek()?.kind === ")") tokens.take();
  }
  const query = joined("all", parts);
  if (query === undefined && typed.trim() !== "" && slips.length === 0)
    slips.push({ code: "nothing-to-find", message: "There is no word in this to look for." });
  return { ...(query !== undefined && { query }), slips };
}

/** Words, phrases and beginnings that a result should hold: what passages are ranked and marked by. */
export function wantedParts(query: Query | undefined): Extract<Query, { text: string }>[] {
  if (query === undefined || query.kind === "not") return [];
  if (query.kind === "all" || query.kind === "any") return query.parts.flatMap(wantedParts);
  if (query.kind === "concept" || query.kind === "learned") return wantedParts(query.typed);
  if (query.kind === "perhaps") return wantedParts(query.part);
  return [query];
}

type Token = { kind: "(" | ")" | "|" | "-" } | { kind: "word" | "phrase" | "prefix"; text: string };

const openingQuotes = '"“«„「『';
const quotes = /["“”«»„「」『』]/u;

class TokenStream {
  readonly #tokens: Token[];
  #next = 0;

  constructor(typed: string, slips: QuerySlip[]) {
    this.#tokens = tokensOf(typed.normalize("NFC").replaceAll(/[\p{Cc}\p{Cf}]/gu, " "), slips);
  }

  peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  take(): Token | undefined {
    const token = this.#tokens[this.#next];
    this.#next += 1;
    return token;
  }
}

function tokensOf(typed: string, slips: QuerySlip[]): Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  let words = 0;
  let rest = typed;
  const add = (token: Token) => {
    if ("text" in token) words += 1;
    if (!("text" in token) || words <= mostWords) tokens.push(token);
    if (words === mostWords + 1)
      slips.push({ code: "too-many-words", message: `Only the first ${mostWords} words are looked for.` });
  };
  while (rest !== "") {
    const first = String.fromCodePoint(rest.codePointAt(0)!);
    if (/\s/u.test(first)) rest = rest.slice(first.length);
    else if (openingQuotes.includes(first)) {
      const end = rest.slice(1).search(quotes);
      const text = end === -1 ? rest.slice(1) : rest.slice(1, end + 1);
      if (end === -1)
        slips.push({
          code: "unclosed-quote",
          message: "A quotation mark is opened and not closed; it is read as closed at the end.",
          suggestion: `${typed.trimEnd()}"`,
        });
      if (/[\p{L}\p{N}]/u.test(text)) add({ kind: "phrase", text: text.trim() });
      rest = end === -1 ? "" : rest.slice(end + 2);
    } else if (first === "(" && !endsInsideWord(typed, rest)) {
      depth += 1;
      add({ kind: "(" });
      rest = rest.slice(1);
    } else if (first === ")" && depth > 0) {
      depth -= 1;
      add({ kind: ")" });
      rest = rest.slice(1);
    } else if (first === "|") {
      add({ kind: "|" });
      rest = rest.slice(1);
    } else if (/^[-−–][\p{L}\p{N}("“«„「]/u.test(rest)) {
      add({ kind: "-" });
      rest = rest.slice(1);
    } else {
      const word = readWord(rest, depth);
      rest = rest.slice(Math.max(1, word.length));
      addWord(word, typed, slips, add);
    }
  }
  if (depth > 0)
    slips.push({
      code: "unbalanced-bracket",
      message: "A bracket is opened and not closed; it is read as closed at the end.",
      suggestion: `${typed.trimEnd()}${")".repeat(depth)}`,
    });
  return tokens;
}

/** A bracket inside a symbol belongs to it: `1540(2004)`, `S/AC.44/2004/(02)/68`, `14(2)`. */
function endsInsideWord(typed: string, rest: string): boolean {
  const before = typed[typed.length - rest.length - 1];
  return before !== undefined && /[\p{L}\p{N}/.]/u.test(before);
}

function readWord(rest: string, depth: number): string {
  let word = "";
  let brackets = 0;
  for (const character of rest) {
    if (/[\s、，。；：！？]/u.test(character) || character === "|" || quotes.test(character)) break;
    if (character === "(") {
      if (!/[\p{L}\p{N}/.]$/u.test(word)) break;
      brackets += 1;
    }
    if (character === ")") {
      if (brackets === 0 && depth > 0) break;
      brackets -= 1;
    }
    word += character;
  }
  return word;
}

function addWord(word: string, typed: string, slips: QuerySlip[], add: (token: Token) => void): void {
  if (!/[\p{L}\p{N}]/u.test(word)) {
    if (/[()]/u.test(word))
      slips.push({
        code: "unbalanced-bracket",
        message: "A bracket is closed that was not opened; it is left out.",
        suggestion: typed.replaceAll(/[()]/gu, " ").replaceAll(/\s+/gu, " ").trim(),
      });
    return;
  }
  if (word === "OR")
    slips.push({
      code: "operator-word",
      message: "OR is read as a word; write | to look for either.",
      suggestion: typed.replaceAll(/\sOR\s/gu, " | "),
    });
  if (word === "NOT")
    slips.push({
      code: "operator-word",
      message: "NOT is read as a word; write - before a word to exclude it.",
      suggestion: typed.replaceAll(/(^|\s)NOT\s+/gu, "$1-"),
    });
  if (!word.endsWith("*")) {
    add({ kind: "word", text: word });
    return;
  }
  const beginning = word.replaceAll("*", "");
  if ([...beginning].length >= shortestPrefix || /\p{Script=Han}/u.test(beginning))
    add({ kind: "prefix", text: beginning });
  else {
    slips.push({
      code: "short-prefix",
      message: `The beginning of a word needs at least ${shortestPrefix} letters; "${beginning}" is read as a whole word.`,
    });
    add({ kind: "word", text: beginning });
  }
}

/** Deeper nesting than a person writes; what is inside is then read at this level. */
const deepest = 20;

function readAny(tokens: TokenStream, depth: number): Query | undefined {
  const parts = [readAll(tokens, depth)];
  while (tokens.peek()?.kind === "|") {
    tokens.take();
    parts.push(readAll(tokens, depth));
  }
  return joined("any", parts);
}

function readAll(tokens: TokenStream, depth: number): Query | undefined {
  const parts: (Query | undefined)[] = [];
  for (
    let token = tokens.peek();
    token !== undefined && token.kind !== "|" && token.kind !== ")";
    token = tokens.peek()
  )
    parts.push(readOne(tokens, depth));
  return joined("all", parts);
}

function readOne(tokens: TokenStream, depth: number): Query | undefined {
  const token = tokens.take()!;
  if (token.kind === "-") {
    const next = tokens.peek();
    const part = next === undefined || next.kind === "|" || next.kind === ")" ? undefined : readOne(tokens, depth);
    return part && { kind: "not", part };
  }
  if (token.kind === "(") {
    if (depth >= deepest) return undefined;
    const inside = readAny(tokens, depth + 1);
    if (tokens.peek()?.kind === ")") tokens.take();
    return inside;
  }
  return "text" in token ? token : undefined;
}

function joined(kind: "all" | "any", parts: (Query | undefined)[]): Query | undefined {
  const present = parts.filter((part) => part !== undefined);
  return present.length > 1 ? { kind, parts: present } : present[0];
}
