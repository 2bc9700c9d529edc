import type { CellValue } from "#domain/matrices.ts";
import type { RegionalGroup } from "#domain/states.ts";
import type { Base, DataStatus, Measure, TrendKey, Unit } from "#domain/trends.ts";
import type { View } from "../../trends/view.ts";
import type { Plural, Translated } from "../en.ts";

/** The texts of the charts, apart from the others because a search does not need them. */
export type TrendTexts = Translated<typeof trendsEn, Plural>;

/** These texts in a language that counts in these forms. */
export type TrendCatalogue<Form extends Intl.LDMLPluralRule> = Translated<typeof trendsEn, Record<Form, string>>;

export const trendsEn = {
  title: "Trends",
  lead: "How measures under resolution 1540 (2004) develop, by region and area of obligation. Every figure says what it counts, of how many, on which date and from which source.",
  all: "All trends",
  /** Three kinds of figures that are never mixed. */
  statuses: {
    real: { name: "Real data", says: "Counted here from acts and laws that are recorded with their source." },
    published: {
      name: "Published totals",
      says: "Printed by the Committee or others, shown as they were printed, with the source of each.",
    },
    demonstration: {
      name: "Demonstration data",
      says: "Made up by a program to show what charts of real matrices would look like. No figure says anything about a State.",
    },
  } satisfies Record<DataStatus, { name: string; says: string }>,
  overview: {
    known: "What is known, from when, and from where",
    others: "Published totals of all kinds",
    kinds: { one: "{count} kind of figure", other: "{count} kinds of figures" },
    years: "{from} to {to}.",
    nothing: "Nothing is loaded for this yet.",
    answers: "How answers are told apart",
    answersLead:
      "A matrix asks each State the same questions. A cell holds one of five answers. They are never merged, and “?” is never counted as X.",
    more: "Charts to begin with",
    presets: {
      areas: "Areas of obligation at two dates",
      heatMap: "Areas of obligation by region",
      answers: "The five answers over time",
      treaties: "Parties to each treaty over time",
      convention: "The Chemical Weapons Convention by regional group",
      tiles: "Who is party to the Chemical Weapons Convention",
      laws: "Laws recorded here, by year",
      reports: "First reports, as published",
    },
  },
  measures: {
    matrix: "Matrices",
    treaties: "Treaties",
    firstReports: "First reports",
    legislation: "Legislation",
    published: "Published totals",
  } satisfies Record<Measure, string>,
  /** What is counted: the beginning of a chart's title. */
  counted: {
    matrix: "Number of States for which the matrix records a measure",
    matrixCells: "Number of cells of the matrices in which a measure is recorded",
    matrixAnswers: "Number of cells of the matrices by answer",
    treaties: "Number of States for which participation in a treaty is recorded",
    signatories: "Number of States for which a signature without participation is recorded",
    firstReports: "Number of States for which a first report is published as submitted or missing",
    legislation: "Number of States for which a provision in force is recorded here",
    legislationCells: "Number of provisions in force recorded here",
    published: "Published totals",
  },
  /** The parts of a title. */
  titles: {
    filtered: "{counted}: {filters}",
    by: "{counted}, {by}",
    asOf: "{counted}, as of {date}",
    between: "{counted}, {from} and {to}",
    reporting: "{counted}, of reporting States",
    tiles: "What is recorded for each State: {filters}",
  },
  keys: {
    none: "all States",
    region: "by regional group",
    m49: "by geographical region",
    subregion: "by geographical sub-region",
    obligation: "by area of obligation",
    weapon: "by type of weapon",
    facet: "by legal framework and enforcement",
    value: "by answer",
    treaty: "by treaty",
  } satisfies Record<TrendKey, string>,
  views: {
    lines: "Lines over time",
    bars: "Bars over time",
    compare: "Two dates side by side",
    answers: "The five answers",
    "heat-map": "Areas by region",
    tiles: "A tile for each State",
  } satisfies Record<View, string>,
  /** Regional groups in few words, for the end of a line. */
  groups: {
    AFR: "Africa",
    APG: "Asia and Pacific",
    EEG: "Eastern Europe",
    GRULAC: "Latin America, Caribbean",
    WEOG: "Western Europe, others",
    none: "In no group",
  } satisfies Record<RegionalGroup, string>,
  /** Treaties without a short form of their own in few words, likewise. */
  treaties: {
    "terrorist-financing": "Terrorist financing",
    "terrorist-bombings": "Terrorist bombings",
    "protected-persons": "Protected persons",
    corruption: "Corruption",
  },
  values: {
    X: "X",
    Q: "?",
    NA: "NA",
    BLANK: "Blank",
    NOT_CODED: "Not coded",
  } satisfies Record<CellValue, string>,
  meanings: {
    X: "Steps are recorded, with references to law or practice. It does not say that the obligation is met in full.",
    Q: "References are recorded, but may not bear on the question or may be incomplete.",
    NA: "Not applicable, as the State has said or its situation shows.",
    BLANK: "No information is recorded. A law may exist all the same.",
    NOT_CODED: "Nobody has looked at this question for this State yet.",
  } satisfies Record<CellValue, string>,
  /** What a State has done towards a treaty. */
  standings: {
    party: "Party",
    signatory: "Signatory, not party",
    none: "No act recorded",
    "not-known": "Not known on this date",
  },
  notByWeapon: "Not by weapon",
  controls: {
    title: "Choose what the chart shows",
    measure: "What is counted",
    view: "How it is drawn",
    by: "Split",
    treaty: "Treaty",
    allTreaties: "All treaties",
    obligation: "Area of obligation",
    allObligations: "All areas",
    weapon: "Type of weapon",
    facet: "Framework or enforcement",
    every: "All",
    region: "Region",
    allRegions: "All regions",
    base: "Of which States",
    bases: { all: "Of all Member States", reporting: "Of reporting States" } satisfies Record<Base, string>,
    unit: "Count",
    units: { states: "States", cells: "Cells or provisions" } satisfies Record<Unit, string>,
    standing: "Standing",
    question: "Question",
    from: "From year",
    to: "To year",
    cutOff: "Cut-off: nothing later counts",
    newest: "Newest",
    oldest: "Oldest",
    multiples: "A chart for each",
    band: "Band from “assume none” to “assume unknown”",
    overlay: "Draw over it, as published: {series}",
    series: "Published figure",
  },
  chart: {
    keyboard: "{title}. Chart. Arrow keys go from figure to figure, Home and End to the first and last.",
    read: "Point at the chart, or go into it with the Tab key and use the arrow keys, to read each figure.",
    cells: "Cells",
    endOfYear: "End of the year",
    point: "{row}, {column}: {n} of {of}",
    pointAlone: "{row}, {column}: {n}",
    missing: "{row}, {column}: no figure",
    answers: "{row}: {answers}",
    tile: "{state} ({group}): {answer}",
    unknown: "up to {n} if every “?”, blank and not coded answer were a measure",
    ofTotal: "{n} of {of}",
    every: "Of the dates, one in {count} is drawn; the table has them all.",
    bandName: "From “assume none” to “assume unknown”",
    summary: "In words",
    course: "{row}: {first} ({firstDate}), {last} ({lastDate}).",
    falls: "Lower than at the date before: {dates}.",
    single: "{row}: {last} ({lastDate}).",
    table: "The figures as a table",
    date: "Date",
    state: "State",
    group: "Group",
    answer: "Recorded",
    marks: { V: "read in the source", D: "computed from it", M: "from memory, not verified" },
    origin: "Source: {source}. As of {date}.",
    known: "{n} of {of} States have a published matrix.",
    notes: "Notes",
    membership:
      "Türkiye takes part in two groups and is counted once, in the group it votes with. Kiribati is in no group and stands apart.",
    checksum: "Checksum",
    version: "Data version",
    empty: "There are no figures for this choice. Take away a filter, or choose other years.",
    waiting: "The figures are on their way.",
    hasShades: "Darker: recorded for a larger part.",
    noRank: "The order of States is that of the alphabet. Tiles stand for States, not for territory.",
    noneRecorded: "None recorded",
    upTo: "Up to {share}",
  },
  take: {
    title: "Take it away",
    image: "Picture:",
    figures: "Figures:",
    address: "Address of this chart",
    live: "Show it in another page, with the newest figures",
    frozen: "Show it in another page, held to these figures",
    frozenSays: "The frozen chart carries the checksum of its figures and says so when the data has changed since.",
    print: "Print",
  },
  aids: {
    shows: "What this shows",
    showsNot: "What it does not show",
    matrix: {
      shows:
        "For how many States the matrix has an X on at least one of the questions chosen, on the date of each snapshot.",
      showsNot:
        "How far a State meets an obligation. A rise may come from a new law, or from old law that was found or reported later. Matrices of different templates ask different questions.",
    },
    treaties: {
      shows:
        "How many States had become party to a treaty, and not withdrawn, by the end of each year, as the sources record it.",
      showsNot: "Whether a treaty is carried out. Whoever joins a treaty may need laws of its own as well.",
    },
    firstReports: {
      shows: "How many States had sent the Committee a first report, and how many had not, as published on each date.",
      showsNot:
        "What the reports say, and which States they are from. Between two published dates nothing is known here.",
    },
    legislation: {
      shows:
        "Of how many States the library holds a provision, read by an editor and tied to the obligation, that was in force at the end of each year.",
      showsNot:
        "All law there is. It shows what has been loaded and read here; most laws of most States have not been.",
    },
    published: {
      shows: "Totals as the Committee and others printed them, each with its source and how it is known.",
      showsNot: "Any figure between the printed ones. Where a source gives no exact number, there is no point.",
    },
    views: {
      lines: "Each line is read by itself: groups have different numbers of members.",
      bars: "Compare bars with the number they are of, which stands with each figure.",
      compare:
        "Both dates are counted by the same rules. The list below leads from a change to the States and the evidence.",
      answers: "The whole bar is all cells asked about. The five answers are never merged.",
      "heat-map":
        "A shade is the part of the States of a column, or of the cells asked of them, with a measure recorded. It compares areas, not States.",
      tiles: "One question, one answer for each State, in the order of the alphabet. There is no total for a State.",
    } satisfies Record<View, string>,
  },
  changes: {
    title: "What changed between {from} and {to}",
    lead: "Cells of the matrices that hold another answer at the second date. Open a change to see the States, and a State to see the evidence.",
    none: "No cell changed.",
    cells: { one: "{count} cell", other: "{count} cells" },
    states: { one: "{count} State", other: "{count} States" },
    evidence: "Evidence for {state}",
    page: "All that is recorded for {state}",
    cell: "Question",
    sources: "Sources",
    noSources: "No source is given.",
  },
  firstReports: {
    title: "States A to Z",
    on: "Reports dated by",
    held: "Of the {of} Member States of {date}, the library holds a first report of {n}, dated by then.",
    notSent:
      "That none is held does not mean that none was sent: the published totals above count what was sent to the Committee, this list what has been loaded here.",
    holding: "A first report is held",
    isNew: "New since {date}",
    none: {
      one: "No first report dated by then is held: {count} State",
      other: "No first report dated by then is held: {count} States",
    },
    undated: {
      one: "{count} report states no date and is counted on no day:",
      other: "{count} reports state no date and are counted on no day:",
    },
  },
  embed: {
    title: "Chart",
    open: "Open in Compendium 1540",
    unchanged: "Frozen: these are the figures of data version {version}.",
    changed:
      "The data has changed since this chart was frozen at data version {version}. The figures shown are the newest.",
  },
};
