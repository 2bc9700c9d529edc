import type { consents, practiceCategories, practiceKinds, sourceChecks } from "#domain/effective-practices.ts";
import type { Plural, Translated } from "../en.ts";

/** The texts of the pages of effective practices, apart from the others because a search for laws does not need them. */
export type PracticeTexts = Translated<typeof practicesEn, Plural>;

/** These texts in a language that counts in these forms. */
export type PracticeCatalogue<Form extends Intl.LDMLPluralRule> = Translated<typeof practicesEn, Record<Form, string>>;

export const practicesEn = {
  title: "Effective practices",
  titleFor: "{query} – Effective practices",
  lead: "What States and organisations do to carry out resolution 1540 (2004), and the guides, templates and references that help others to do it.",
  onlyShared:
    "Each entry was published by its contributor or is shared with their consent. What is not shared is neither shown nor counted. An entry is no judgement of its contributor and no advice.",
  searchLabel: "Search effective practices",
  count: { one: "{count} practice", other: "{count} practices" },
  show: { one: "Show {count} practice", other: "Show {count} practices" },
  relaxed: "No practice has all these words. These have most of them.",
  category: "Category",
  kind: "Kind",
  contributor: "Contributor",
  readIn: "Can be read in",
  howChecked: "How far checked",
  date: "Date",
  consent: "Consent",
  none: "No practice found",
  noneForWords:
    "No practice has these words. Check the spelling, or try fewer or more general words, in any of the six languages.",
  noneWithFilters: "No practice fits these words and all the chosen filters.",
  noneForFilters: "There is no practice yet that fits all the chosen filters.",
  withoutFilter: { one: "Without {filter}: {count} practice", other: "Without {filter}: {count} practices" },
  withoutWords: {
    one: "Without the words {filter}: {count} practice",
    other: "Without the words {filter}: {count} practices",
  },
  absent: "No shared practice stands at this address.",
  toList: "All effective practices",
  done: "What was done",
  conditions: "What it presupposes",
  lessons: "What was learned",
  source: "Source",
  publisher: "Publisher",
  symbol: "Symbol",
  toSource: "Go to the source",
  evidence: "Further addresses",
  checkedOn: "Entry checked on",
  validUntil: "May be relied on until",
  contact: "Whom to ask",
  concepts: "Concepts",
  document: "Words of the document",
  editors: "Written in English by the editors of the Compendium, in our own words.",
  laws: "Provisions of laws that show it",
  related: "On the same obligations",
  states: "States with laws recorded for the same areas",
  statesNote:
    "In the order of the alphabet. The number counts laws of this library that an editor has tied to these areas; it says nothing else about a State.",
  organisations: "Organizations at work in the same areas",
  organisationsNote:
    "In the order of the alphabet, with what each has published or shared here. An organization may do more than is recorded.",
  kinds: {
    practice: "Practice",
    guide: "Guide",
    template: "Template",
    reference: "Reference document",
  } satisfies Record<(typeof practiceKinds)[number], string>,
  categories: {
    "legislation-model": "Legislation and models",
    "licensing-process": "Licensing and inter-agency process",
    "inventory-accounting": "Inventory and accounting",
    "facility-security": "Security of facilities",
    "personnel-reliability": "Reliability of personnel",
    "border-targeting": "Borders and targeting",
    "end-use-checks": "End-use checks",
    "industry-outreach": "Outreach to industry",
    "financial-controls": "Financial controls",
    "enforcement-prosecution": "Enforcement and prosecution",
    "regional-cooperation": "Regional cooperation",
    "peer-review": "Peer review",
    "reporting-action-plan": "Reports and action plans",
    training: "Training",
    transparency: "Transparency",
  } satisfies Record<(typeof practiceCategories)[number], string>,
  consents: {
    shared: "Shared",
    asked: "Consent asked",
    "not-shared": "Not shared",
  } satisfies Record<(typeof consents)[number], string>,
  checks: {
    "text-read": "Text read",
    "page-read": "Known from a public page, document not read here",
    memory: "From memory, not checked",
  } satisfies Record<(typeof sourceChecks)[number], string>,
};
