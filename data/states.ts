import * as z from "zod/mini";
import { RegionalGroup, type Region, type State } from "#domain/states.ts";
import { multilingual, readTable } from "./table.ts";

const names = {
  name_ar: z.string(),
  name_zh: z.string(),
  name_en: z.string(),
  name_fr: z.string(),
  name_ru: z.string(),
  name_es: z.string(),
};

const StateRow = z.object({
  iso3: z.string(),
  iso2: z.string(),
  m49: z.string(),
  group: RegionalGroup,
  group_note: z.optional(z.string()),
  region: z.string(),
  subregion: z.string(),
  ...names,
});

const RegionRow = z.object({
  code: z.string(),
  kind: z.enum(["group", "region", "subregion"]),
  parent: z.optional(z.string()),
  ...names,
});

/** The 193 Member States, by ISO 3166-1 alpha-3 code. */
export const states: ReadonlyMap<string, State> = new Map(
  readTable("states.csv", StateRow).map((row) => [
    row.iso3,
    {
      iso3: row.iso3,
      iso2: row.iso2,
      m49: row.m49,
      names: multilingual(row, "name"),
      group: row.group,
      ...(row.group_note === undefined ? {} : { groupNote: row.group_note }),
      region: row.region,
      subregion: row.subregion,
    },
  ]),
);

/** Where names, regions and groups are from, for whoever shows them; README.md here has the details. */
export const statesSource = {
  source: "UNTERM, UNSD M49, DGACM",
  asOf: "2014-05",
};

/** Regional groups, M49 regions and sub-regions. */
export const regions: readonly Region[] = readTable("regions.csv", RegionRow).map((row) => ({
  code: row.code,
  kind: row.kind,
  ...(row.parent === undefined ? {} : { parent: row.parent }),
  names: multilingual(row, "name"),
}));

/** The codes a State's laws are found under by the filter `region`: its group, M49 region and sub-region. */
export function regionsOf(iso3: string): string[] {
  const state = states.get(iso3);
  return state === undefined ? [] : [state.group, state.region, state.subregion];
}

/** Groups a State takes part in beside the one it is counted in: Türkiye in the Asia-Pacific group (DGACM, May 2014). */
export const secondGroups: ReadonlyMap<string, readonly string[]> = new Map([["TUR", ["APG"]]]);
