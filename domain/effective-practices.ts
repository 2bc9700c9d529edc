import * as z from "zod/mini";
import { Weapon } from "./codings.ts";
import { endpoint } from "./endpoint.ts";
import { Language, Multilingual } from "./languages.ts";
import { LawStatus, PartialDate } from "./legislation.ts";
import { listOf, pageOf, PageParams, SearchMeta } from "./search.ts";

/** What is shared: something a State or organisation does, or a text that helps others to do it. */
export const practiceKinds = ["practice", "guide", "template", "reference"] as const;
const PracticeKind = z.enum(practiceKinds);

export const practiceCategories = [
  "legislation-model",
  "licensing-process",
  "inventory-accounting",
  "facility-security",
  "personnel-reliability",
  "border-targeting",
  "end-use-checks",
  "industry-outreach",
  "financial-controls",
  "enforcement-prosecution",
  "regional-cooperation",
  "peer-review",
  "reporting-action-plan",
  "training",
  "transparency",
] as const;
const PracticeCategory = z.enum(practiceCategories);

/** Whether others may see it. `shared`: its contributor has published it or agreed. Nothing else is ever shown, counted or searched. */
export const consents = ["shared", "asked", "not-shared"] as const;

/** How far our description was checked against its source: the text was read, or a public page about it, or neither. */
export const sourceChecks = ["text-read", "page-read", "memory"] as const;
const SourceCheck = z.enum(sourceChecks);

/** A text in those of the six languages in which there is one. */
export const Texts = z.partialRecord(Language, z.string());
export type Texts = z.infer<typeof Texts>;

/** What a list shows of a practice. */
const listed = {
  /** `iaea-nss-13`; stable, for it is the practice's address. */
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]*$/)),
  kind: PracticeKind,
  category: PracticeCategory,
  titles: Texts,
  /** In one sentence. */
  summaries: Texts,
  /** The obligations it helps with. */
  obligations: z.array(z.string()),
  /** Empty: not tied to a kind of weapon. */
  weapons: z.array(Weapon),
  /** Its contributors: Member States by their codes, and organisations by those of data/organisations.csv, or by name. */
  states: z.array(z.string().check(z.regex(/^[A-Z]{3}$/))),
  organisations: z.array(z.string()),
  /** When it was published or shared; of a law, when it was adopted or took its number. */
  date: PartialDate,
  /** The day our entry was last checked, and until when the practice may be relied on, where that is known. */
  checkedOn: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  validUntil: z.optional(PartialDate),
  /** The languages it can be read in. */
  languages: z.array(Language),
  consent: z.enum(consents),
  checked: SourceCheck,
};

/** An effective practice in our own words, or those of its contributor, with its source. */
export const EffectivePractice = z.object({
  ...listed,
  /** What was done. */
  descriptions: Texts,
  /** What it presupposes, and what was learned. */
  conditions: Texts,
  lessons: Texts,
  source: z.object({
    title: z.string(),
    publisher: z.string(),
    /** As its publisher numbers it: `S/AC.44/2013/OC.85`, `INFCIRC/225/Rev.5`. */
    symbol: z.optional(z.string()),
    address: z.optional(z.string()),
  }),
  /** Further addresses that bear it out. */
  evidence: z.array(z.string()),
  /** Whom to ask, as a role. */
  contactRole: z.optional(z.string()),
  /** Provisions of laws that show it. */
  provisions: z.array(z.object({ law: z.string(), anchor: z.string() })),
  /** Concepts of the thesaurus it is found by in every language. */
  concepts: z.array(z.string()),
  /** The words of a document that came with it. */
  document: z.optional(z.object({ language: Language, text: z.string() })),
});
export type EffectivePractice = z.infer<typeof EffectivePractice>;

export const PracticeHit = z.object(listed);
export type PracticeHit = z.infer<typeof PracticeHit>;

export const EffectivePracticesParams = z.extend(PageParams, {
  q: z._default(z.string().check(z.maxLength(512)), ""),
  obligation: listOf(z.string()),
  weapon: listOf(Weapon),
  category: listOf(PracticeCategory),
  /** A State's code or an organisation's. */
  contributor: listOf(z.string()),
  /** Of contributing States. */
  region: listOf(z.string()),
  language: listOf(Language),
  kind: listOf(PracticeKind),
  checked: listOf(SourceCheck),
  expand: z._default(z.enum(["on", "off"]), "on"),
});
export type EffectivePracticesParams = z.infer<typeof EffectivePracticesParams>;

/** What a page of practices is filtered and counted by. */
export const practiceFilters = [
  "obligation",
  "weapon",
  "category",
  "kind",
  "contributor",
  "region",
  "language",
  "checked",
] as const;
export type PracticeFilter = (typeof practiceFilters)[number];

const Organisations = z.array(z.object({ code: z.string(), names: Multilingual }));

export const EffectivePracticesPage = pageOf(
  PracticeHit,
  /** The organisations that can be named, by the codes under which they contribute. */
  z.extend(SearchMeta, { organisations: Organisations }),
);
export type EffectivePracticesPage = z.infer<typeof EffectivePracticesPage>;

/** A law whose provisions show a practice. */
const RelatedLaw = z.object({
  id: z.string(),
  title: z.string(),
  englishTitle: z.optional(z.string()),
  state: z.string(),
  language: Language,
  status: LawStatus,
  provisions: z.array(z.object({ anchor: z.string(), label: z.string(), summary: z.optional(z.string()) })),
});

/** A practice whole, with what else is recorded on the same part of the resolution. */
export const PracticePage = z.extend(EffectivePractice, {
  laws: z.array(RelatedLaw),
  /** Other practices and documents on the same obligations, those that share most of them first. */
  related: z.array(PracticeHit),
  /** States with laws recorded for its areas and weapons, by name in the language asked for. */
  statesWithLaws: z.array(z.object({ iso3: z.string(), laws: z.int() })),
  /** Organisations that contribute to the same areas and weapons, by name likewise, with how many entries. */
  organisationsBeside: z.array(z.object({ code: z.string(), practices: z.int() })),
  meta: z.object({ generation: z.string(), asOf: z.string(), disclaimer: z.string(), organisations: Organisations }),
});
export type PracticePage = z.infer<typeof PracticePage>;

export const effectivePracticeEndpoints = {
  effectivePractices: endpoint(
    "/api/v1/effective-practices",
    "Search effective practices, guides and templates",
    EffectivePracticesParams,
    EffectivePracticesPage,
  ),
  effectivePractice: endpoint(
    "/api/v1/effective-practices/{id}",
    "One effective practice, with related laws, documents and States",
    z.object({ language: z._default(Language, "en") }),
    PracticePage,
  ),
};
