/** A number or citation as it is kept and looked up, without case, blanks and marks: `SOR/2000-210`, `sor 2000-210` → `sor2000210`. */
export function plainSymbol(symbol: string): string {
  return symbol
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

/**
 * The address name of a document of the United Nations by its symbol: `S/RES/1977 (2011)` → `s-res-1977-2011`,
 * `S/AC.44/2004/(02)/68/Add.1` → `s-ac.44-2004-02-68-add.1`.
 */
export function symbolId(symbol: string): string {
  return symbol
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}.]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "");
}

/** The document a symbol's addendum, revision or corrigendum belongs to; any other symbol as it is: `S/2011/380/Corr.1` → `S/2011/380`. */
export function documentSymbol(symbol: string): string {
  return symbol.replace(/(?:\s*\/\s*(?:Add|Rev|Corr|Amend)\.?\s*\d+)+$/iu, "");
}

/** Where the United Nations publishes a document, in one of its languages: brackets and blanks of the symbol are encoded. */
export function documentAddress(symbol: string, language: string): string {
  const path = symbol
    .replaceAll(/\s+/gu, "")
    .split("/")
    .map((part) => encodeURIComponent(part).replaceAll("(", "%28").replaceAll(")", "%29"))
    .join("/");
  return `https://docs.un.org/${language}/${path}`;
}

/** `S/RES/1977 (2011)`: number and year of a resolution of the Security Council. */
export function resolutionNumber(symbol: string): { number: string; year: string } | undefined {
  const parts = /^S\/RES\/(\d+)\s*\((\d{4})\)$/iu.exec(symbol.normalize("NFKC"));
  return parts === null ? undefined : { number: parts[1]!, year: parts[2]! };
}
