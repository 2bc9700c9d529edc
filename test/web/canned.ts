import type { Law, LawHit, LegislationPage } from "#domain/legislation.ts";
import type { ObligationsAnswer } from "#domain/obligations.ts";
import type { SearchMeta } from "#domain/search.ts";
import type { StatesAnswer } from "#domain/states.ts";

const meta: SearchMeta = {
  generation: "g-1",
  asOf: "2026-11-20T10:00:00.000Z",
  disclaimer: "A reference tool.",
  relaxed: false,
  expansions: [],
  learned: [],
  slips: [],
};

/** An Arabic law found by a word in its tenth article, which the register sums up. */
const arabicLaw: LawHit = {
  id: "sau-m-82",
  state: "SAU",
  title: "نظام المواد المشعة",
  englishTitle: "Radioactive Materials Law",
  language: "ar",
  languages: ["ar"],
  type: "act",
  status: "unknown",
  year: 2018,
  textStatus: "original",
  sourcePath: "laws/m-82.md",
  provisions: [
    {
      id: "sau-m-82/art-10",
      anchor: "art-10",
      label: "المادة العاشرة",
      path: ["الفصل الثالث"],
      snippet: "لا يجوز <mark>العبور</mark> إلا بترخيص &lt;b&gt; <script>alert(1)</script>",
      summary: "Transit needs a licence.",
      obligations: ["OP3D.07"],
      matchedBy: ["words"],
      matchedConcepts: [],
    },
  ],
};

/** A list of one law out of 21, with counts for every filter that has some. */
export function lawsFound(
  changes: Partial<LegislationPage> = {},
  metaChanges: Partial<SearchMeta> = {},
): LegislationPage {
  return {
    total: 21,
    items: [arabicLaw],
    facets: {
      state: [
        { value: "SAU", count: 12 },
        { value: "CAN", count: 9 },
      ],
      region: [{ value: "WEOG", count: 9 }],
      language: [{ value: "ar", count: 12 }],
      type: [{ value: "act", count: 21 }],
      status: [{ value: "unknown", count: 21 }],
      year: [
        { value: "2018", count: 20 },
        { value: "1985", count: 1 },
      ],
      obligation: [],
      weapon: [],
    },
    meta: { ...meta, ...metaChanges },
    ...changes,
  };
}

export const noLaws = (facets: LegislationPage["facets"] = {}): LegislationPage =>
  lawsFound({ total: 0, items: [], facets });

/** A Canadian regulation with two headings, one of them with a heading below it; its second version replaces it. */
export const regulation: Law = {
  id: "can-sor-2000-209",
  state: "CAN",
  title: "Nuclear Security Rules",
  language: "en",
  languages: ["en", "fr"],
  type: "regulation",
  status: "repealed",
  statusNote: "repealed on 30 October 2025",
  year: 2000,
  number: "SOR/2000-209",
  url: "https://laws.example/sor-2000-209",
  textStatus: "original",
  licence: "Open licence",
  source: { name: "laws", path: "eng/SOR-2000-209.xml" },
  provisions: [
    provision("s-1", "s. 1", ["Interpretation"], "A guard is a person who guards."),
    provision("s-14.2", "s. 14.2", ["Guards", "On site"], "A guard shall be on site.\nA second paragraph."),
    provision("s-15", "s. 15", ["Guards", "On the road"], "A guard shall travel along."),
  ],
  statusLaws: [{ id: "can-sor-2025-219", title: "Guard Rules, 2025", year: 2025, status: "in-force" }],
  cites: {
    laws: [{ id: "can-n-28.3", title: "Nuclear Safety Act", number: "N-28.3", year: 1997, status: "in-force" }],
    resolutions: ["S/RES/1373"],
  },
  citedBy: {
    total: 1,
    laws: [
      {
        id: "can-sor-2000-202",
        title: "General Nuclear Rules",
        year: 2000,
        status: "in-force",
        provisions: [{ anchor: "s-3", label: "s. 3", cites: ["s-1"] }],
      },
    ],
  },
  orphanCodings: [],
  versions: [{ id: "can-sor-2025-219", title: "Nuclear Security Rules (2025)", year: 2025, status: "in-force" }],
  meta: { generation: "g-1", disclaimer: "A reference tool." },
};

export const states: StatesAnswer = {
  items: [state("CAN", "CA", "124", "Canada", "WEOG"), state("SAU", "SA", "682", "Saudi Arabia", "APG")],
  regions: [
    {
      code: "WEOG",
      kind: "group",
      name: "Western European and Other States",
      names: inAll("Western European and Other States"),
    },
  ],
  meta: { asOf: "2014-05-01", source: "a table", generation: "g-1", disclaimer: "A reference tool." },
};

function provision(anchor: string, label: string, path: string[], text: string): Law["provisions"][number] {
  const said = { summary: "Guards must be on site.", obligations: ["OP3B.01"], weapons: [] };
  const coding = {
    ...said,
    facet: "framework" as const,
    coder: "compendium-editors",
    codedOn: "2026-11-22",
    state: "confirmed" as const,
  };
  const isCoded = anchor === "s-14.2";
  return {
    id: `can-sor-2000-209/${anchor}`,
    anchor,
    kind: "article",
    label,
    path,
    text,
    obligations: [],
    weapons: [],
    ...(isCoded && said),
    codings: isCoded ? [coding] : [],
    cites:
      anchor === "s-15"
        ? {
            laws: ["can-n-28.3"],
            provisions: [
              { law: "can-n-28.3", anchor: "s-2", label: "2" },
              { law: "can-sor-2000-209", anchor: "s-1", label: "s. 1" },
            ],
            resolutions: ["S/RES/1373"],
          }
        : { laws: [], provisions: [], resolutions: [] },
  };
}

function state(iso3: string, iso2: string, m49: string, name: string, group: "WEOG" | "APG") {
  return { iso3, iso2, m49, name, names: inAll(name), group, region: "001", subregion: "001", laws: 1 };
}

function inAll(name: string) {
  return { ar: name, zh: name, en: name, fr: name, ru: name, es: name };
}

/** A paragraph with one area and its row, and a voluntary one with nothing recorded. */
export const taxonomy: ObligationsAnswer = {
  items: [
    obligation({ code: "OP3", level: 1, paragraph: "3", label: "Domestic controls" }),
    obligation({ code: "OP3D", parent: "OP3", level: 2, paragraph: "3(d)", label: "Export controls" }),
    obligation({ code: "OP3D.07", parent: "OP3D", level: 3, paragraph: "3(d)", label: "Transit control" }),
    obligation({ code: "OP7", level: 1, paragraph: "7", label: "Assistance", kind: "voluntary" }),
    obligation({ code: "OP7.01", parent: "OP7", level: 3, paragraph: "7", label: "Aid requested", kind: "voluntary" }),
  ],
  meta: {
    library: { states: 12, laws: 40 },
    generation: "g-1",
    asOf: "2026-11-20T10:00:00.000Z",
    source: "a table",
    disclaimer: "A reference tool.",
  },
};

function obligation(given: {
  code: string;
  parent?: string;
  level: number;
  paragraph: string;
  label: string;
  kind?: string;
}) {
  const none = { states: 0, laws: 0, provisions: 0 };
  const { kind = "obligation" } = given;
  const confirmed = kind === "obligation" ? { states: 2, laws: 3, provisions: 9 } : none;
  return { ...given, kind, labels: inAll(given.label), weapons: [], confirmed, proposed: none };
}
