import type { estypes } from "@elastic/elasticsearch";
import { disclaimer } from "#domain/disclaimer.ts";
import type { Language } from "#domain/languages.ts";
import type { RegionProfile, StateProfile } from "#domain/profiles.ts";
import type { Region, State } from "#domain/states.ts";
import { regions, regionsOf, secondGroups, states, statesSource } from "#data/states.ts";
import { documentsOf } from "./documents-of-states.ts";
import { evidenceOf, evidenceSearch, type EvidenceCounts } from "./evidence.ts";
import { newestOf, servedGeneration, type ServedGeneration } from "./generation.ts";
import { HttpError } from "./http-error.ts";
import { lawsOf, lawsSearch, type LawCounts, type ListedLaw } from "./laws-of-states.ts";
import { matricesOfRegion, matrixOfState } from "./matrices-of-states.ts";
import { practicesOf } from "./practices-of-states.ts";
import { recordChanges } from "./record-changes.ts";
import { askAll, type Engine } from "./searching.ts";
import { treatiesOfRegion, treatiesOfState } from "./treaties-of-states.ts";

type Clause = estypes.QueryDslQueryContainer;

/**
 * A Member State and all that is recorded about it.
 * @throws HttpError 404 where no Member State has this code
 */
export async function readState(engine: Engine, iso3: string, language: Language): Promise<StateProfile> {
  const state = states.get(iso3.toUpperCase());
  if (state === undefined)
    throw new HttpError(404, `No Member State has the code "${iso3}". /api/v1/states lists them.`);
  const [generation, recorded, treaties, matrix, documents, practices] = await Promise.all([
    servedGeneration(engine),
    recordedAbout(engine, { term: { state: state.iso3 } }),
    treatiesOfState(engine, state.iso3, language),
    matrixOfState(engine, state.iso3, language),
    documentsOf(engine, { state: [state.iso3] }, language),
    practicesOf(engine, { contributor: [state.iso3] }, [state.iso3]),
  ]);
  return {
    ...state,
    name: state.names[language],
    places: [...regionsOf(state.iso3), ...(secondGroups.get(state.iso3) ?? [])].map((code) => placeOf(code, language)),
    ...blocksOf(recorded, generation, language),
    treaties,
    matrix,
    documents,
    practices,
    changes: await recordChanges(
      engine,
      [state.iso3],
      { documents, matrices: matrix.matrix === undefined ? [] : [matrix.matrix] },
      language,
    ),
    meta: metaOf(generation),
  };
}

/**
 * A regional group, region or sub-region, with what is recorded about its members summed.
 * @throws HttpError 404 where there is no such group or region
 */
export async function readRegion(engine: Engine, id: string, language: Language): Promise<RegionProfile> {
  const region = regions.find(({ code }) => code.toLowerCase() === id.toLowerCase());
  if (region === undefined)
    throw new HttpError(
      404,
      `There is no regional group, region or sub-region with the code "${id}". /api/v1/states lists them.`,
    );
  const codes = [...states.keys()].filter((iso3) => regionsOf(iso3).includes(region.code));
  const [generation, recorded, treaties, matrices, documents, practices] = await Promise.all([
    servedGeneration(engine),
    recordedAbout(engine, { term: { regions: region.code } }),
    treatiesOfRegion(engine, codes, language),
    matricesOfRegion(engine, codes, language),
    documentsOf(engine, { region: [region.code] }, language),
    practicesOf(engine, { region: [region.code] }, codes),
  ]);
  const lawsByState = new Map(
    recorded.laws.aggregations?.byState.buckets.map(({ key, laws, newest }) => [
      key,
      { laws: laws.value, ...(newest.value !== null && { newestLaw: newest.value }) },
    ]),
  );
  const byName = new Intl.Collator(language);
  const named = (chosen: (state: State) => boolean) =>
    [...states.values()]
      .filter(chosen)
      .map(({ iso3, names }) => ({ iso3, name: names[language] }))
      .toSorted((a, b) => byName.compare(a.name, b.name));
  return {
    ...region,
    name: region.names[language],
    ...(region.parent !== undefined && { parentName: placeOf(region.parent, language).name }),
    members: named(({ iso3 }) => codes.includes(iso3)).map((member) => ({
      ...member,
      laws: 0,
      ...lawsByState.get(member.iso3),
    })),
    guests: named(({ iso3 }) => secondGroups.get(iso3)?.includes(region.code) ?? false),
    parts: regions
      .filter(({ parent }) => parent === region.code)
      .map(({ code, names }) => ({
        code,
        name: names[language],
        states: [...states.values()].filter(({ subregion }) => subregion === code).length,
      }))
      .toSorted((a, b) => byName.compare(a.name, b.name)),
    ...blocksOf(recorded, generation, language),
    treaties,
    matrices,
    documents,
    practices,
    changes: await recordChanges(engine, codes, { documents, matrices: [] }, language),
    meta: metaOf(generation),
  };
}

interface Recorded {
  evidence: EvidenceCounts | undefined;
  laws: estypes.SearchResponse<ListedLaw, LawCounts>;
}

async function recordedAbout(engine: Engine, ofStates: Clause): Promise<Recorded> {
  const [evidence, laws] = await askAll<ListedLaw, EvidenceCounts & LawCounts>(engine, [
    evidenceSearch(ofStates),
    lawsSearch(ofStates),
  ]);
  return { evidence: evidence!.aggregations, laws: laws! };
}

function blocksOf(recorded: Recorded, generation: ServedGeneration, language: Language) {
  const lawsBuilt = newestOf(generation, "instruments");
  return {
    evidence: evidenceOf(recorded.evidence, language, newestOf(generation, "provisions")),
    laws: lawsOf(recorded.laws, lawsBuilt),
  };
}

function placeOf(code: string, language: Language): Pick<Region, "code" | "kind"> & { name: string } {
  const { kind, names } = regions.find((region) => region.code === code)!;
  return { code, kind, name: names[language] };
}

function metaOf(generation: ServedGeneration): StateProfile["meta"] {
  return { ...statesSource, generation: generation.id, disclaimer };
}
