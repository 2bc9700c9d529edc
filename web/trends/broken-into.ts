/** Words in lines of at most `letters`, the last one cut short where `most` lines do not hold them; Chinese breaks anywhere. */
export function brokenInto(text: string, letters: number, most: number): string[] {
  const width = (part: string) =>
    [...part].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 1.9 : 1), 0);
  const words = text.match(/\p{Script=Han}|[^\s\p{Script=Han}]+\s*|\s+/gu) ?? [];
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && width(`${last}${word}`.trimEnd()) <= letters) lines[lines.length - 1] = `${last}${word}`;
    else lines.push(word);
  }
  const trimmed = lines.map((line) => line.trim());
  return trimmed.length <= most ? trimmed : [...trimmed.slice(0, most - 1), `${trimmed[most - 1]}…`];
}
