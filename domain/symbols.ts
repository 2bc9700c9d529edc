/** A number or citation as it is kept and looked up, without case, blanks and marks: `SOR/2000-210`, `sor 2000-210` → `sor2000210`. */
export function plainSymbol(symbol: string): string {
  return symbol
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}
