import type { CellValue } from "#domain/matrices.ts";
import type { TreatyAct } from "#domain/treaties.ts";
import type { Plural, Translated } from "../en.ts";

/** The texts of the pages of States and regions, apart from the others because a search does not need them. */
export type StateTexts = Translated<typeof statesEn, Plural>;

/** These texts in a language that counts in these forms. */
export type StateCatalogue<Form extends Intl.LDMLPluralRule> = Translated<typeof statesEn, Record<Form, string>>;

export const statesEn = {
  list: {
    lead: "The Member States of the United Nations, by name, with what is recorded here about each. Where nothing is recorded, laws may still exist.",
    filter: "Filter by name or code",
    fitting: { one: "{count} State fits", other: "{count} States fit" },
    noneFits: "No State has this name or code.",
    laws: "Laws here",
    noLaws: "none recorded",
    places: "Groups and regions",
    groups: "Regional groups",
    regions: "Regions and sub-regions",
  },
  groupNotes: {
    TUR: "Takes part in two groups, Western European and Asia-Pacific. It is counted once, in the group it stands for election in.",
    USA: "Is a member of no group. It attends the Western European and Other States group as an observer and is counted with it for elections.",
    KIR: "Is in no group in the list of May 2014. Another list counts it in the Asia-Pacific group.",
  },
  profile: {
    names: "In the six languages",
    codes: "Codes",
    places: "Groups and regions",
    contents: "On this page",
    download: "Download this profile:",
    print: "Print",
    nothing: "Nothing is recorded here. It may still exist.",
    unknown: "There is no Member State with this code.",
    unknownRegion: "There is no group or region with this code.",
  },
  evidence: {
    title: "Provisions by area",
    says: "Each number counts provisions that an editor has read and tied to an area of the resolution, by the kind of weapon they concern. It opens these provisions. A number does not say how far an obligation is met.",
    area: "Area of the resolution",
    any: "Any kind or none",
    none: "no information",
    confirmed: { one: "{count} provision recorded", other: "{count} provisions recorded" },
    proposed: { one: "{count} proposed by machine", other: "{count} proposed by machine" },
    proposals:
      "“Proposed by machine” counts provisions whose words point to the area and which no editor has read for it. They open for all kinds of weapon together.",
    states: { one: "{count} State of {of}", other: "{count} States of {of}" },
  },
  laws: {
    title: "Laws over time",
    picture:
      "Laws here by year, from {from} to {to}; the most in one year: {most}. The table below has the same numbers.",
    most: "highest bar: {most}",
    table: "The numbers as a table",
    year: "Year",
    laws: "Laws",
    undated: { one: "{count} law has no year.", other: "{count} laws have no year." },
    newest: "The newest",
    all: { one: "Open the {count} law", other: "Open all {count} laws" },
    caution:
      "A year is that of the law as its source gives it. The number of laws says what was loaded here, nothing more.",
    ofMembers: { one: "Laws of {count} member of {of} are here.", other: "Laws of {count} members of {of} are here." },
  },
  treaties: {
    title: "Treaties",
    says: "Acts towards treaties as their sources record them. Membership is no measure of what a State does at home.",
    treaty: "Treaty",
    acts: "Acts and dates",
    knownUntil: "Known until",
    noAct: "no act recorded",
    noDates: "no dates at hand",
    party: "Party",
    signatory: "Signatory",
    act: {
      signature: "signature",
      ratification: "ratification",
      accession: "accession",
      acceptance: "acceptance",
      approval: "approval",
      succession: "succession",
      "definitive-signature": "definitive signature",
      withdrawal: "withdrawal",
    } satisfies Record<TreatyAct, string>,
    parties: "Members that are party",
    signatories: "Signed, not party",
    nOf: "{n} of {of}",
    source: "Source: {source}.",
  },
  matrix: {
    title: "Matrix",
    says: "What the newest published matrix notes, cell by cell, by its five answers. They are never added up, and none of them says how far an obligation is met.",
    drawn: "Matrix of {snapshot}, of {date}. {source}.",
    demonstration: "Demonstration data: drawn at random, no fact about any State.",
    published: {
      one: "{count} member of {of} has a published matrix.",
      other: "{count} members of {of} have a published matrix.",
    },
    aside: "Listed for information or voluntary; no obligations",
    cells: "Each cell with its sources",
    question: "Question",
    answer: "Answer",
    sources: "Sources",
    noSources: "no source noted",
    values: { X: "X", Q: "?", NA: "NA", BLANK: "Blank", NOT_CODED: "Not coded" } satisfies Record<CellValue, string>,
    meanings: {
      X: "Steps are recorded, with references. It does not say that the obligation is met in full.",
      Q: "References are noted that may not fit or are incomplete.",
      NA: "Not applicable.",
      BLANK: "No information is recorded. A law may exist all the same.",
      NOT_CODED: "Nobody has looked at this question yet.",
    } satisfies Record<CellValue, string>,
  },
  documents: {
    title: "Documents",
    lastReport: "Last report to the Committee",
    noReport: "not recorded",
    undated: "date not recorded",
    reporting: {
      one: "A report to the Committee is recorded here for {count} member of {of}.",
      other: "A report to the Committee is recorded here for {count} members of {of}.",
    },
    all: { one: "Open the {count} document", other: "Open all {count} documents" },
  },
  practices: {
    title: "Effective practices",
    contributors: {
      one: "Practices of {count} member of {of} are recorded.",
      other: "Practices of {count} members of {of} are recorded.",
    },
    all: { one: "Open the {count} practice", other: "Open all {count} practices" },
  },
  changes: {
    title: "Changes",
    says: "The newest dated entries of these records: acts, documents, matrices and the reading of laws by editors.",
    act: "{act}: {text}",
    document: "Document: {text}",
    matrix: "Matrix of {text}",
    reading: { one: "{count} provision read: {text}", other: "{count} provisions read: {text}" },
    more: { one: "{count} entry in all.", other: "{count} entries in all." },
  },
  region: {
    members: "Members",
    memberCount: { one: "{count} Member State", other: "{count} Member States" },
    summed: "Numbers are sums over the members, and say of how many. They set no State against another.",
    guests: "Also takes part, and is counted in another group: {states}.",
    parts: "Sub-regions",
    partOf: "Part of {region}.",
    newestLaw: "Newest law here",
    noYear: "not recorded",
    dated: "Groups as of May 2014; regions by the M49 standard of the Statistics Division.",
  },
};
