import type { Coding } from "#domain/codings.ts";
import type { Language } from "#domain/languages.ts";
import { codings as bundledCodings } from "#data/codings.ts";
import { register as bundledRegister } from "#data/legislation.ts";
import { codingsOf, hashOf, type StatedCoding } from "./codings.ts";
import { lawsByLanguage } from "./laws.ts";
import type { Library } from "./library.ts";

interface Counts {
  confirmed: number;
  stale: number;
  notAMeasure: number;
}

/** What became of the codings beside the texts of the library. */
export interface CodingsCheck {
  codings: number;
  laws: number;
  /** Laws a text of which is loaded; codings of the others are taken as they are. */
  withText: number;
  /** Codings by ISO code; those of unknown laws are not among them. */
  byState: Record<string, Counts>;
  /** Codings by area, as `OP3D`; one that bears on two areas is counted in both. */
  byArea: Record<string, Counts>;
  faults: {
    law: string;
    /** The text that was looked at. */
    language?: Language;
    anchor: string;
    fault: "unknown-law" | "unknown-anchor" | "changed-text";
    /** The hash of the words as they are now, for whoever reads them again. */
    textHash?: string;
  }[];
}

/**
 * Holds every coding beside every text of its law. It is counted once, by the text in the language it was read in, or
 * by the first there is; a fault is told of each text.
 */
export async function checkCodings(
  library: Library,
  codings: ReadonlyMap<string, readonly Coding[]> = bundledCodings,
  register = bundledRegister,
): Promise<CodingsCheck> {
  const versions = [...(await lawsByLanguage(library, register)).values()].flat();
  const check: CodingsCheck = { codings: 0, laws: codings.size, withText: 0, byState: {}, byArea: {}, faults: [] };
  for (const [law, all] of [...codings].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    check.codings += all.length;
    const entry = register.find(({ id }) => id === law);
    if (entry === undefined) {
      check.faults.push(...all.map(({ anchor }) => ({ law, anchor, fault: "unknown-law" as const })));
      continue;
    }
    // The language it was read in comes first.
    const texts = versions
      .filter((version) => version.law === law)
      .toSorted((a, b) => Number(b.language === entry.language) - Number(a.language === entry.language));
    if (texts.some(({ text }) => text !== undefined)) check.withText += 1;
    for (const [place, version] of texts.entries()) {
      const instrument = version.text && library.read(version.text.source, version.text.record);
      const words = new Map(instrument?.provisions.map(({ anchor, text }) => [anchor, text]));
      const stated = codingsOf(version, instrument);
      if (place === 0) count(check, entry.state, stated);
      for (const { coding, state } of stated) {
        if (state !== "stale") continue;
        const text = words.get(coding.anchor);
        const found = { law, language: version.language, anchor: coding.anchor };
        check.faults.push(
          text === undefined
            ? { ...found, fault: "unknown-anchor" }
            : { ...found, fault: "changed-text", textHash: hashOf(text) },
        );
      }
    }
  }
  // OP10 comes last.
  check.byArea = Object.fromEntries(
    Object.entries(check.byArea).toSorted(([a], [b]) => a.localeCompare(b, "en", { numeric: true })),
  );
  return check;
}

function count(check: CodingsCheck, state: string, codings: StatedCoding[]): void {
  for (const { coding, state: codingState } of codings) {
    const field = codingState === "not-a-measure" ? "notAMeasure" : codingState;
    const areas = new Set(coding.obligations.map((code) => code.split(".")[0]!));
    (check.byState[state] ??= { confirmed: 0, stale: 0, notAMeasure: 0 })[field] += 1;
    for (const area of areas) (check.byArea[area] ??= { confirmed: 0, stale: 0, notAMeasure: 0 })[field] += 1;
  }
}
