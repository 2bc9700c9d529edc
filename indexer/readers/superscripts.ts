/**
 * Raised figures as Unicode has them, so that `10` and a raised `6` do not read 106: `6` → `⁶`, `-1` → `⁻¹`. Raised letters
 * (`n` and `o`, `1` and `er`) stay as they are; other figures get a circumflex: `2.65` → `^2.65`.
 */
export function superscript(text: string): string {
  const raised = [...text.replaceAll(/[–−]/gu, "-")].map((character) => figures[character]);
  if (!raised.includes(undefined)) return raised.join("");
  return /^[\d+-]/u.test(text) ? `^${text}` : text;
}

const figures: Readonly<Record<string, string>> = {
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
  "+": "⁺",
  "-": "⁻",
};
