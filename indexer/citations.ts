import { resolutionsIn } from "#domain/resolutions.ts";
import type { Language } from "#domain/languages.ts";
import type { Instrument } from "#domain/legislation.ts";
import { LawNames, type NamedLaw } from "./law-names.ts";
import { statusOf, type LawVersion } from "./laws.ts";
import { NameWords } from "./name-words.ts";
import { numbersBeside, numbersOfThisCode, provisionsNumbered } from "./cited-provisions.ts";

/** What one provision cites. */
export interface Citations {
  /** Ids of other laws of its State. */
  citedLaws: string[];
  /** Ids of provisions, of those laws or, where its code numbers them as nobody else does, of its own: `fra-legitext000006071307/art-l2342-3`. */
  citedProvisions: string[];
  /** Resolutions of the Security Council: `S/RES/1373`. */
  citedResolutions: string[];
}

/** Laws whose anchors are kept: what cites one law mostly cites it again a few articles on. */
const anchorsKept = 50;

/** The laws of one language by the names that others cite them by. */
export class CitedLaws {
  readonly #textOf: (law: LawVersion) => Instrument | undefined;
  readonly #laws = new Map<string, NamedLaw>();
  readonly #names = new Map<string, LawNames>();
  readonly #anchors = new Map<NamedLaw, ReadonlySet<string>>();

  /** @param textOf the parsed text of a law, if one is loaded */
  constructor(language: Language, laws: LawVersion[], textOf: (law: LawVersion) => Instrument | undefined) {
    this.#textOf = textOf;
    const words = new NameWords(language);
    for (const version of laws) {
      const named = namedLaw(version);
      const { state } = named.facts;
      if (!this.#names.has(state)) this.#names.set(state, new LawNames(words));
      this.#names.get(state)!.add(named);
      this.#laws.set(version.law, named);
    }
  }

  /**
   * What the provisions of a law cite, by provision id, and what the note on its status names, by its own:
   * `can-sor-2000-209@en` names what repealed it. What cites nothing is left out.
   */
  by(version: LawVersion, instrument: Instrument | undefined): Map<string, Citations> {
    const citing = this.#laws.get(version.law)!;
    const own = anchorsIn(instrument);
    const found = new Map<string, Citations>();
    const texts = [
      { place: "", text: statusOf(version, instrument).statusNote ?? "" },
      ...(instrument?.provisions ?? []).map(({ anchor, text }) => ({ place: `/${anchor}`, text })),
    ];
    for (const { place, text } of texts) {
      const citations = this.#citationsIn(text, citing, own);
      if (Object.values(citations).some((cited: string[]) => cited.length > 0))
        found.set(`${version.law}${place}@${version.language}`, citations);
    }
    return found;
  }

  #citationsIn(text: string, citing: NamedLaw, own: ReadonlySet<string>): Citations {
    const places = this.#names
      .get(citing.facts.state)!
      .in(text)
      .filter(({ law }) => !isSame(law, citing) && !isLater(law, citing));
    const provisions: string[] = [];
    for (const place of places) {
      const numbers = isRenumbered(place.law, citing) ? [] : numbersBeside(text, place);
      if (numbers.length > 0) provisions.push(...provisionsNumbered(place.law, this.#anchorsOf(place.law), numbers));
    }
    provisions.push(...provisionsNumbered(citing, own, numbersOfThisCode(text, citing)));
    return {
      citedLaws: [...new Set(places.map(({ law }) => law.law))],
      citedProvisions: [...new Set(provisions)],
      citedResolutions: resolutionsIn(text),
    };
  }

  #anchorsOf(law: NamedLaw): ReadonlySet<string> {
    const anchors = this.#anchors.get(law) ?? anchorsIn(this.#textOf(law.version));
    // The one asked last goes to the end; the first has not been asked for longest.
    this.#anchors.delete(law);
    this.#anchors.set(law, anchors);
    if (this.#anchors.size > anchorsKept) this.#anchors.delete(this.#anchors.keys().next().value!);
    return anchors;
  }
}

function namedLaw(version: LawVersion): NamedLaw {
  const { law, language, versionOf, superseded, text, entry } = version;
  const facts = text?.naming ?? entry!;
  const sameLanguage = entry?.language === language;
  const number = facts.number ?? entry?.number;
  const citation = facts.citation ?? (sameLanguage ? entry?.citation : undefined);
  const year = facts.year ?? entry?.year;
  return {
    law,
    version,
    versionOf,
    superseded,
    facts: { state: facts.state, title: facts.title, type: facts.type, number, citation, year },
  };
}

function anchorsIn(instrument: Instrument | undefined): Set<string> {
  return new Set(instrument?.provisions.map(({ anchor }) => anchor));
}

/** A law that names itself, or another version of itself, cites nothing. */
function isSame(law: NamedLaw, citing: NamedLaw): boolean {
  return law.law === citing.law || (law.versionOf !== undefined && law.versionOf === citing.versionOf);
}

/** A constitution that came after the law is not the one it cites. */
function isLater({ facts }: NamedLaw, citing: NamedLaw): boolean {
  return facts.type === "constitution" && facts.year !== undefined && facts.year > (citing.facts.year ?? facts.year);
}

/** A dated text later than the law that cites it may count its articles otherwise. */
function isRenumbered({ law }: NamedLaw, citing: NamedLaw): boolean {
  const date = dateOf(law);
  return date !== undefined && date > (dateOf(citing.law) ?? "");
}

/** The date a law's id ends with: `chn-核安全法-2017-09-01`. */
function dateOf(law: string): string | undefined {
  return /\d{4}-\d{2}-\d{2}$/u.exec(law)?.[0];
}
