import { disclaimer } from "#domain/disclaimer.ts";
import type { IndexedPassage, IndexedReport } from "#domain/indexed-reports.ts";
import { languages, type Language } from "#domain/languages.ts";
import type { Report } from "#domain/reports.ts";
import { plainSymbol, symbolId } from "#domain/symbols.ts";
import { ownWords } from "#data/mandate.ts";
import { servedGeneration } from "./generation.ts";
import { HttpError } from "./http-error.ts";
import { membersOf, shownMembers } from "./reports.ts";
import { ask, askAll, type Engine } from "./searching.ts";

type ReportSource = Omit<IndexedReport, "text">;

/** Passages of one document; the longest reviews have some hundreds. */
const mostPassages = 5000;

const everywhere = languages.map((language) => `reports-${language}`);

/**
 * One document whole, its text in the language asked for or else in the first it is there in.
 * @throws HttpError 404 when there is no such document
 */
export async function readReport(engine: Engine, id: string, language: Language | undefined): Promise<Report> {
  const { hits } = await ask<ReportSource>(engine, {
    index: everywhere,
    size: languages.length,
    query: { bool: { filter: [{ term: { report: id } }] } },
  });
  const first = hits.hits[0]?._source;
  if (first === undefined) throw new HttpError(404, `There is no document with the id "${id}".`);
  const { facts, family } = first;
  const shown = facts.languages.find((code) => code === language) ?? facts.languages[0];
  const textSource = hits.hits.find((hit) => hit._id === `${id}@${shown}`)?._source?.textSource;
  const [generation, [members, related, known, passages]] = await Promise.all([
    servedGeneration(engine),
    askAll<ReportSource | IndexedPassage>(engine, [
      membersOf(family),
      {
        index: everywhere,
        size: 200,
        query: { bool: { filter: [{ term: { relatedTo: plainSymbol(facts.symbol) } }] } },
        sort: [{ report: "asc" }],
      },
      {
        index: everywhere,
        size: 200,
        _source: ["report"],
        query: { bool: { filter: [{ terms: { report: facts.relations.map(({ symbol }) => symbolId(symbol)) } }] } },
      },
      {
        index: `report-passages-${shown ?? "en"}`,
        size: mostPassages,
        query: { bool: { filter: [{ term: { report: id } }] } },
        sort: ["position"],
      },
    ]),
  ]);
  const sources = (answer: typeof members) => answer!.hits.hits.map((hit) => hit._source as ReportSource);
  const here = new Set(sources(known).map(({ report }) => report));
  return {
    ...facts,
    ...(shown !== undefined &&
      textSource !== undefined && {
        text: {
          language: shown,
          title: textSource.title,
          source: { name: textSource.name, path: textSource.path },
          passages: passages!.hits.hits.map((hit) => passageOf(hit._source as IndexedPassage)),
        },
      }),
    addenda: shownMembers(family, members!.hits.hits as Parameters<typeof shownMembers>[1]).filter(
      (member) => member.id !== id,
    ),
    relatedFrom: relationsTo(facts.symbol, sources(related)),
    known: Object.fromEntries(
      facts.relations
        .filter(({ symbol }) => here.has(symbolId(symbol)))
        .map(({ symbol }) => [symbol, symbolId(symbol)]),
    ),
    meta: { generation: generation.id, asOf: generation.asOf, disclaimer },
  };
}

function passageOf({ report, anchor, kind, label, path, text }: IndexedPassage) {
  const own = ownWords(report, anchor);
  return { anchor, kind, label, path, text, ...(own !== undefined && { ownWords: own }) };
}

/** Each document that names this one, once for each thing it is to it. */
function relationsTo(symbol: string, others: ReportSource[]): Report["relatedFrom"] {
  const found = others.flatMap(({ facts }) =>
    facts.relations
      .filter((relation) => plainSymbol(relation.symbol) === plainSymbol(symbol))
      .map(({ kind }) => ({ kind, id: facts.id, symbol: facts.symbol })),
  );
  return [...new Map(found.map((relation) => [`${relation.kind} ${relation.id}`, relation])).values()];
}
