import { createHash } from "node:crypto";
import type { Coding, CodingState } from "#domain/codings.ts";
import { isMeasure, type Instrument } from "#domain/legislation.ts";
import { statusOf, type LawVersion } from "./laws.ts";

export interface StatedCoding {
  coding: Coding;
  state: CodingState;
}

/**
 * The codings of a law, each with whether it counts beside the text that is loaded. Without a loaded text they are
 * taken as they are. The hash speaks of the language the coding was read in; of the law in another language only the
 * anchor is asked, which is the same in all.
 * @param instrument its parsed text; absent when the register alone knows it
 */
export function codingsOf(law: LawVersion, instrument: Instrument | undefined): StatedCoding[] {
  const words = new Map(instrument?.provisions.map(({ anchor, text }) => [anchor, text]));
  const valid = isMeasure(statusOf(law, instrument).status) ? "confirmed" : "not-a-measure";
  const isReadLanguage = law.language === law.entry?.language;
  return (law.entry?.codings ?? []).map((coding) => {
    const text = words.get(coding.anchor);
    const isGone = words.size > 0 && text === undefined;
    const isChanged =
      text !== undefined && isReadLanguage && coding.textHash !== undefined && coding.textHash !== hashOf(text);
    return { coding, state: isGone || isChanged ? "stale" : valid };
  });
}

/**
 * The first 16 hex digits of the SHA-256 of a provision's words. How characters are composed and where lines break is
 * the file's affair: a source that is laid out anew has not changed its law.
 */
export function hashOf(text: string): string {
  const words = text.normalize("NFKC").replaceAll(/\s+/gu, " ").trim();
  return createHash("sha256").update(words).digest("hex").slice(0, 16);
}
