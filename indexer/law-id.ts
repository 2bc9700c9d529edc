import { createHash } from "node:crypto";

/** A law's id: its State and its number or file stem, readable and fit for an address: `can-n-28.3`, `chn-核安全法-2017-09-01`. */
export function lawId(state: string, numberOrStem: string): string {
  return `${state.toLowerCase()}-${slug(numberOrStem)}`;
}

/** Longer names are cut, and told apart by six digits of their hash: Saudi file names have up to 249 bytes, an Elasticsearch id 512. */
const longestSlug = 80;

function slug(name: string): string {
  const whole = name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\u0640\u064B-\u065F\u0670]/gu, "") // tatweel and Arabic vowel signs: written or not, it is the same name
    .replaceAll(/[^\p{L}\p{N}.]+/gu, "-")
    .replaceAll(/^[-.]+|[-.]+$/gu, "");
  const characters = [...whole];
  if (characters.length <= longestSlug) return whole;
  return `${characters.slice(0, longestSlug).join("")}-${createHash("sha256").update(whole).digest("hex").slice(0, 6)}`;
}
