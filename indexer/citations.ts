import { resolutionsIn } from "#domain/resolutions.ts";
import type { Instrument } from "#domain/legislation.ts";
import { LawNames, type NamedLaw } from "./law-names.ts";
import { statusOf, type LawVersion } from "./laws.ts";
import { provisionsBeside, provisionsOfThisCode } from "./cited-provisions.ts";

/** What one provision cites. */
export interface Citations {
  /** Ids of other laws of its State. */
  citedLaws: string[];
  /** Ids of provisions, of those laws or, where its code numbers them as nobody else does, of its own: `fra-legitext000006071307/art-l2342-3`. */
  citedProvisions: string[];
  /** Resolutions of the Security Council: `S/RES/1373`. */
  citedResolutions: string[];
}

/**
 * What the provisions of a language's laws cite, by provision id, and what the notes on the laws' status name, by
 * their own: `can-sor-2000-209@en` names what repealed it. What cites nothing is left out. Laws are read
 * twice: all names must be known before the first is looked for.
 * @param textOf the parsed text of a law, if one is loaded
 */
export async function citationsByProvision(
  laws: LawVersion[],
  textOf: (law: LawVersion) => Promise<Instrument | undefined>,
): Promise<Map<string, Citations>> {
  const states = new Map<string, { named: NamedLaw[]; names?: LawNames }>();
  const byVersion = new Map<LawVersion, NamedLaw>();
  for (const version of laws) {
    const named = namedLaw(version, await textOf(version));
    byVersion.set(version, named);
    const state = states.get(named.facts.state) ?? { named: [] };
    states.set(named.facts.state, state);
    state.named.push(named);
  }
  for (const state of states.values()) state.names = new LawNames(laws[0]!.language, state.named);

  const found = new Map<string, Citations>();
  for (const version of laws) {
    const citing = byVersion.get(version)!;
    const names = states.get(citing.facts.state)!.names!;
    const instrument = await textOf(version);
    const texts = [
      { place: "", text: statusOf(version, instrument).statusNote ?? "" },
      ...(instrument?.provisions ?? []).map(({ anchor, text }) => ({ place: `/${anchor}`, text })),
    ];
    for (const { place, text } of texts) {
      const citations = citationsIn(text, citing, names);
      if (Object.values(citations).some((cited: string[]) => cited.length > 0))
        found.set(`${version.law}${place}@${version.language}`, citations);
    }
  }
  return found;
}

function namedLaw({ law, versionOf, superseded, entry }: LawVersion, instrument?: Instrument): NamedLaw {
  const facts = instrument ?? entry!;
  const sameLanguage = instrument === undefined || entry?.language === instrument.language;
  const number = facts.number ?? entry?.number;
  const citation = facts.citation ?? (sameLanguage ? entry?.citation : undefined);
  const year = facts.year ?? entry?.year;
  return {
    law,
    versionOf,
    superseded,
    facts: { state: facts.state, title: facts.title, type: facts.type, number, citation, year },
    anchors: new Set(instrument?.provisions.map(({ anchor }) => anchor)),
  };
}

function citationsIn(text: string, citing: NamedLaw, names: LawNames): Citations {
  const places = names.in(text).filter(({ law }) => !isSame(law, citing) && !isLater(law, citing));
  return {
    citedLaws: [...new Set(places.map(({ law }) => law.law))],
    citedProvisions: [
      ...new Set([
        ...places.flatMap((place) => (isRenumbered(place.law, citing) ? [] : provisionsBeside(text, place))),
        ...provisionsOfThisCode(text, citing),
      ]),
    ],
    citedResolutions: resolutionsIn(text),
  };
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
