import type { IndexedPassage, IndexedReport } from "#domain/indexed-reports.ts";
import { languages } from "#domain/languages.ts";
import { ReportRecord, type ReportFacts, type ShownReport } from "#domain/reports.ts";
import { documentSymbol, plainSymbol, resolutionNumber, symbolId } from "#domain/symbols.ts";
import { ownWords } from "#data/mandate.ts";
import { reportRegister } from "#data/reports.ts";
import { regionsOf } from "#data/states.ts";
import { passagesIndex, reportsIndex } from "#mappings/reports.ts";
import { readReports } from "./read-reports.ts";
import type { RecordDocument, RecordType } from "./record-type.ts";

/** Documents of the Council, the Committee and States: what the register knows of them, and their texts by language. */
export const reports: RecordType<ReportRecord> = {
  slug: "reports",
  schema: ReportRecord,
  read: readReports,
  describe: ({ facts, text }) => ({
    id: symbolId(facts.symbol),
    title: text === undefined ? facts.symbol : `${facts.symbol}: ${text.title}`,
    ...(text !== undefined && { language: text.language }),
    ...(facts.state !== undefined && { state: facts.state }),
    address: `/reports/${symbolId(facts.symbol)}${text === undefined ? "" : `?language=${text.language}`}`,
  }),
  bundled: reportRegister,
  indices: languages.flatMap((language) => [reportsIndex(language), passagesIndex(language)]),
  tagged: new Map(languages.map((language) => [passagesIndex(language).name, language])),
  documents: documentsOf,
  madeBy: [
    "reports.ts",
    "concepts.ts",
    "stems.ts",
    "../domain/symbols.ts",
    "../data/mandate/paragraphs.csv",
    "../data/concepts.csv",
    "../data/thesaurus.csv",
  ],
};

function* documentsOf(
  records: readonly ReportRecord[],
  concepts: ReadonlyMap<string, string[]>,
): Generator<RecordDocument> {
  const byReport = new Map<string, ReportRecord[]>();
  for (const record of records) {
    const report = symbolId(record.facts.symbol);
    byReport.set(report, [...(byReport.get(report) ?? []), record]);
  }
  for (const [report, versions] of byReport) {
    const facts = joined(versions.map((version) => version.facts));
    const texts = new Map(versions.flatMap(({ text }) => (text === undefined ? [] : [[text.language, text] as const])));
    const loaded = languages.filter((language) => texts.has(language));
    const filters = {
      report,
      family: symbolId(documentSymbol(facts.symbol)),
      type: facts.type,
      ...(facts.state !== undefined && { state: facts.state }),
      regions: facts.state === undefined ? [] : regionsOf(facts.state),
      symbols: spellings(facts),
      languages: loaded,
      years: yearsOf(facts),
    };
    const shown: ShownReport = { id: report, ...facts, languages: loaded };
    for (const language of languages) {
      const text = texts.get(language);
      const title = facts.titles[language] ?? text?.title;
      if (title === undefined) continue;
      const passages = (text?.passages ?? []).map((passage, position): [string, IndexedPassage] => {
        const id = `${report}/${passage.anchor}@${language}`;
        const summary = ownWords(report, passage.anchor)?.en;
        return [
          id,
          {
            ...filters,
            concepts: concepts.get(id) ?? [],
            ...passage,
            ...(summary !== undefined && { summary }),
            symbol: facts.symbol,
            position,
          },
        ];
      });
      for (const [id, document] of passages) yield { index: passagesIndex(language).name, id, document };
      const document: IndexedReport = {
        ...filters,
        concepts: [...new Set(passages.flatMap(([, passage]) => passage.concepts))].toSorted(),
        ...sortDateOf(facts),
        title,
        ...(language !== "en" && facts.titles.en !== undefined && { englishTitle: facts.titles.en }),
        relatedTo: facts.relations.map(({ symbol }) => plainSymbol(symbol)),
        facts: shown,
        summaries: passages.flatMap(([, { summary }]) => summary ?? []),
        ...(text !== undefined && { textSource: { title: text.title, ...text.source } }),
        text: passages.map(([, passage]) => [...passage.path, passage.text].join("\n")),
      };
      yield { index: reportsIndex(language).name, id: `${report}@${language}`, document };
    }
  }
}

/** The register first, then what the texts say; dates and relations of all of them, for what contradicts is shown. */
function joined([first, ...others]: ReportFacts[]): ReportFacts {
  return others.reduce(
    (facts, other) => ({
      ...other,
      ...facts,
      titles: { ...other.titles, ...facts.titles },
      dates: [
        ...facts.dates,
        ...other.dates.filter(({ of, date }) => !facts.dates.some((known) => known.of === of && known.date === date)),
      ],
      relations: [
        ...facts.relations,
        ...other.relations.filter(
          ({ kind, symbol }) => !facts.relations.some((known) => known.kind === kind && known.symbol === symbol),
        ),
      ],
    }),
    first!,
  );
}

/** Everything a document is looked up by: `第1977(2011)号`, `resolution 1977`, `s/res/1977`; an addendum also by its document's symbol. */
function spellings({ symbol, citedAs }: ReportFacts): string[] {
  const resolution = resolutionNumber(symbol);
  const names =
    resolution === undefined
      ? []
      : [
          `${resolution.number}${resolution.year}`,
          `第${resolution.number}${resolution.year}号`,
          `第${resolution.number}${resolution.year}号决议`,
          `第${resolution.number}号决议`,
          `SRES${resolution.number}`,
          ...resolutionWords.map((word) => `${word}${resolution.number}`),
        ];
  return [
    ...new Set([symbol, documentSymbol(symbol), ...citedAs.map((cited) => cited.symbol), ...names].map(plainSymbol)),
  ];
}

const resolutionWords = ["resolution", "résolution", "resolución", "резолюция", "القرار", "قرار", "unscr"];

function yearsOf({ symbol, dates }: ReportFacts): number[] {
  const stated = dates.filter(({ of }) => of !== "covers").map(({ date }) => Number(date.slice(0, 4)));
  const inSymbol = /(?:^|[/(])((?:19|20)\d{2})(?:[/)]|$)/u.exec(symbol)?.[1];
  return [...new Set(stated.length > 0 ? stated : inSymbol === undefined ? [] : [Number(inSymbol)])];
}

/** The latest date stated with the most precision counts: where sources contradict each other, the whole date before the bare year. */
function sortDateOf({ dates }: ReportFacts): { sortDate?: string } {
  const best = dates.toSorted((a, b) => b.date.length - a.date.length || (a.date < b.date ? 1 : -1))[0]?.date;
  return best === undefined ? {} : { sortDate: `${best}-01-01`.slice(0, 10) };
}
