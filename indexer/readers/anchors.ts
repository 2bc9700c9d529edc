/** Gives each provision of one law an anchor of its own: a second `art-1` becomes `art-1-2`, in the order of the text. */
export function anchorMaker(): (anchor: string) => string {
  const seen = new Map<string, number>();
  return (anchor) => {
    let times = (seen.get(anchor) ?? 0) + 1;
    while (times > 1 && seen.has(`${anchor}-${times}`)) times += 1;
    seen.set(anchor, times);
    if (times === 1) return anchor;
    const numbered = `${anchor}-${times}`;
    seen.set(numbered, 1);
    return numbered;
  };
}

/**
 * A number as it stands in a text, made fit for an anchor: `14.2` → `14.2`, `L2341-1` → `l2341-1`, `١٢` → `12`,
 * `226.1` stays. Letters are lowered, blanks and other marks become `-`.
 */
export function anchorNumber(number: string): string {
  return number
    .normalize("NFKC")
    .replaceAll(/[\u0660-\u0669]/gu, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replaceAll(/[\u06F0-\u06F9]/gu, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}.]+/gu, "-")
    .replaceAll(/^[-.]+|[-.]+$/gu, "");
}
