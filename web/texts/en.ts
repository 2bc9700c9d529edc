import type { Language } from "#domain/languages.ts";
import type { Facet, InstrumentType, LawStatus, ProvisionKind, TextStatus, Weapon } from "#domain/legislation.ts";
import type { FacetName, sortOrders } from "#domain/legislation.ts";
import type { QuerySlip } from "#domain/search.ts";
import type { suggestionKinds } from "#domain/suggest.ts";

/** One form for each way a language counts; `other` serves where a form is not told apart. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** The texts of the pages as a component sees them, whatever the language. */
export type Texts = Translated<typeof en, Plural>;

/** The texts in a language that counts in these forms: a missing key or form does not compile. */
export type Catalogue<Form extends Intl.LDMLPluralRule> = Translated<typeof en, Record<Form, string>>;

export type Translated<Part, Forms> = Part extends string
  ? string
  : Part extends { one: string; other: string }
    ? Forms
    : { [Key in keyof Part]: Translated<Part[Key], Forms> };

export const en = {
  site: {
    name: "Compendium 1540",
    skip: "Skip to the content",
    menu: "Main menu",
    legislation: "Legislation",
    about: "About",
    languages: "Language of these pages",
    notUn: "Compendium 1540 is not an official product of the United Nations.",
    disclaimer:
      "It is a reference tool for dialogue and assistance. It does not judge how far a State meets its obligations, does not set States against each other and endorses no text. A law that is not here may still exist.",
    loading: "Loading…",
  },
  home: {
    title: "Search the national laws behind resolution 1540",
    lead: "Find the provision that meets an obligation of Security Council resolution 1540 (2004): in the words of the law, in its own language, with a link to its source.",
    inside: "What is inside",
    laws: { one: "{count} law", other: "{count} laws" },
    states: { one: "{count} State", other: "{count} States" },
    languages: { one: "{count} language", other: "{count} languages" },
    years: "From {from} to {to}",
    asOf: "As of {date}",
    byState: "By State",
    byLanguage: "By language of the text",
    byRegion: "By regional group",
    byType: "By type",
    doors: "Where to go",
    legislationDoor: "Browse every law and narrow the list by State, region, language, type, status and year.",
    aboutDoor: "How this was made, what it is not, where the texts come from, and answers to questions.",
    allLegislation: "All legislation",
  },
  search: {
    label: "Search the laws of States",
    button: "Search",
    suggestions: "Suggestions",
    suggestionCount: {
      one: "{count} suggestion; use the arrow keys",
      other: "{count} suggestions; use the arrow keys",
    },
    kinds: { law: "Law", state: "State", obligation: "Obligation" } satisfies Record<
      (typeof suggestionKinds)[number],
      string
    >,
    help: "How to search",
    allWords: "laws with all of these words, anywhere in the law",
    exactly: "exactly these words, one after the other",
    without: "laws without the second word",
    either: "laws with either word",
    beginning: "words that begin like this",
    anyLanguage: "Write in any of the six languages. Related terms in the other languages are searched too, and shown.",
  },
  results: {
    title: "Legislation",
    titleFor: "{query} – Legislation",
    count: { one: "{count} law", other: "{count} laws" },
    searching: "Searching…",
    order: "Order",
    orders: {
      relevance: "Best match first",
      newest: "Newest first",
      oldest: "Oldest first",
      title: "By title",
    } satisfies Record<(typeof sortOrders)[number], string>,
    filters: "Filters",
    filtersChosen: { one: "Filters ({count} chosen)", other: "Filters ({count} chosen)" },
    show: { one: "Show {count} law", other: "Show {count} laws" },
    close: "Close",
    chosen: "Chosen filters",
    filter: "{name}: {value}",
    remove: "Remove the filter {filter}",
    clear: "Clear all filters",
    download: "Download this list:",
    pages: "Pages of results",
    page: "Page {page}",
    previous: "Previous",
    next: "Next",
    window: {
      one: "Only the first law can be paged through. Narrow the search, or download the whole list.",
      other: "Only the first {count} laws can be paged through. Narrow the search, or download the whole list.",
    },
    relaxed: "Laws with all the words come first, if there are any; laws with most of the words follow.",
    slips: {
      "unclosed-quote": "A quotation mark is opened and not closed; it is read as closed at the end.",
      "unbalanced-bracket": "A bracket has no partner; the search reads it as best it can.",
      "short-prefix": "The beginning of a word needs at least two letters; a shorter one is read as a whole word.",
      "too-many-words": "The question is very long; only its first words are looked for.",
      "operator-word": "OR and NOT are read as words. Write | for either, and - before a word to leave it out.",
      "unknown-state": "There is no State with this code.",
      "nothing-to-find": "There is no word in this to look for.",
    } satisfies Record<QuerySlip["code"], string>,
    searchInstead: "Search for {query}",
    expanded: { one: "{count} related term was searched too", other: "{count} related terms were searched too" },
    expandOff: "Search only my words",
    expansionOff: "Only your own words are searched.",
    expandOn: "Search related terms too",
    foundBySummary: "Found by our summary",
    foundByTitle: "Found by the title of the law",
    alsoIn: "Also in: {languages}",
    none: "No law found",
    noneForWords: "No law in the library has these words. Check the spelling, or try fewer or more general words.",
    noneWithFilters: "No law in the library fits these words and all the chosen filters.",
    noneForFilters: "No law in the library fits all the chosen filters.",
    withoutFilter: { one: "Without {filter}: {count} law", other: "Without {filter}: {count} laws" },
    withoutWords: { one: "Without the words {filter}: {count} law", other: "Without the words {filter}: {count} laws" },
  },
  facets: {
    names: {
      state: "State",
      region: "Region",
      language: "Language of the text",
      type: "Type",
      status: "Status",
      year: "Year",
      obligation: "Obligation",
      weapon: "Weapon",
      facet: "Kind of measure",
      concept: "Concept",
    } satisfies Record<FacetName, string>,
    inForceOn: "In force on",
    groups: "Regional groups",
    regions: "Geographical regions",
    findState: "Find a State",
    openStates: "Show the States",
    noState: "No State has this name",
    showAll: { one: "Show all {count}", other: "Show all {count}" },
    showFewer: "Show fewer",
    from: "From",
    to: "To",
    apply: "Apply",
    years: "{from}–{to}",
    since: "since {from}",
    until: "until {to}",
    lawCount: { one: "{count} law", other: "{count} laws" },
  },
  provision: {
    passage: "Passage {number}",
    ourWords: "In our own words",
    obligations: "Obligations of resolution 1540 (2004)",
  },
  failure: {
    title: "This did not work",
    unreachable: "The server cannot be reached. Check the connection and try again.",
    unavailable: "The search is not available just now. Try again shortly.",
    malformed: "The answer of the server could not be read.",
    crashed: "Something on this page broke. Loading it again may help.",
    retry: "Try again",
    reload: "Load the page again",
  },
  notFound: {
    title: "There is no such page",
    text: "The address may be mistyped, or the page may have moved.",
    law: "The library has no law at this address.",
    home: "Go to the start page",
  },
  codes: {
    languages: {
      ar: "Arabic",
      zh: "Chinese",
      en: "English",
      fr: "French",
      ru: "Russian",
      es: "Spanish",
    } satisfies Record<Language, string>,
    types: {
      constitution: "Constitution",
      act: "Act",
      code: "Code",
      decree: "Decree",
      regulation: "Regulation",
      decision: "Decision or order",
      "control-list": "Control list",
      guideline: "Guideline",
      "treaty-approval": "Approval of a treaty",
      "customs-notice": "Customs notice",
      "court-decision": "Court decision",
      other: "Other",
    } satisfies Record<InstrumentType, string>,
    statuses: {
      draft: "Draft",
      "adopted-not-in-force": "Adopted, not in force",
      "in-force": "In force",
      "partly-in-force": "Partly in force",
      amended: "Amended",
      superseded: "Superseded",
      repealed: "Repealed",
      "repealed-before-in-force": "Repealed before entry into force",
      "never-in-force": "Never in force",
      unknown: "Status not stated",
    } satisfies Record<LawStatus, string>,
    textStatuses: {
      original: "Original text",
      "official-translation": "Official translation",
      "unofficial-translation": "Unofficial translation",
      "machine-translation": "Machine translation",
      "title-only": "Title only",
    } satisfies Record<TextStatus, string>,
    kinds: {
      article: "Article",
      schedule: "Schedule",
      preamble: "Preamble",
      passage: "Passage",
    } satisfies Record<ProvisionKind, string>,
    weapons: { NW: "Nuclear", CW: "Chemical", BW: "Biological" } satisfies Record<Weapon, string>,
    facets: { framework: "Legal framework", enforcement: "Enforcement" } satisfies Record<Facet, string>,
  },
};
