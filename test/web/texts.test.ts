// @vitest-environment node
import { describe, expect, it } from "vitest";
import { languages } from "#domain/languages.ts";
import { textsIn } from "../support/texts.ts";

const pluralForm = /\.(zero|one|two|few|many|other)$/;

/** `codes.types.other` is a type of law and no form of a text. */
const isForm = (path: string) => pluralForm.test(path) && !path.startsWith("codes.");

const withoutForm = (path: string) => (isForm(path) ? path.replace(pluralForm, "") : path);

const placesIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place);

/** Words that are the same in English and another language, and names. */
const mayBeEqual = new Set([
  "site.name",
  "results.titleFor",
  "results.page",
  "results.filter",
  "facets.years",
  "facets.names.type",
  "facets.names.obligation",
  "law.source",
  "law.licence",
  "law.cite.formats.bibtex",
  "law.cite.formats.ris",
  "law.cite.formats.csl",
  "provision.passage",
  "search.kinds.obligation",
  "search.suggestions",
  "codes.types.constitution",
  "codes.types.code",
  "codes.kinds.article",
  "codes.kinds.passage",
  "codes.weapons.NW",
  "about.questions.title",
  "search.kinds.report",
  "site.obligations",
  "obligations.obligation",
  "trends.measures.matrix",
  "trends.titles.filtered",
  "trends.titles.by",
  "trends.titles.between",
  "trends.titles.asOf",
  "trends.values.X",
  "trends.values.Q",
  "trends.values.NA",
  "trends.controls.question",
  "trends.chart.point",
  "trends.chart.pointAlone",
  "trends.chart.answers",
  "trends.chart.tile",
  "trends.chart.ofTotal",
  "trends.chart.course",
  "trends.chart.single",
  "trends.chart.date",
  "trends.chart.notes",
  "trends.chart.source",
  "trends.changes.cell",
  "trends.changes.sources",
  "reviews.date",
  "states.matrix.question",
  "states.matrix.sources",
  "states.documents.title",
  "states.matrix.values.X",
  "states.matrix.values.Q",
  "states.matrix.values.NA",
  "search-all.groups.reports",
  "states.treaties.act.signature",
  "states.treaties.act.ratification",
  "states.treaties.act.succession",
]);

describe.each(languages.filter((language) => language !== "en"))("the texts in %s", (language) => {
  it("have every key of the English ones and no other", async () => {
    const keys = (texts: Map<string, string>) => [...new Set([...texts.keys()].map(withoutForm))].toSorted();
    expect(keys(await textsIn(language))).toEqual(keys(await textsIn("en")));
  });

  it("are translated", async () => {
    const [texts, english] = await Promise.all([textsIn(language), textsIn("en")]);
    const untranslated = [...texts].filter(
      ([path, text]) => text.trim() === "" || (text === english.get(path) && !mayBeEqual.has(path)),
    );
    expect(untranslated).toEqual([]);
  });

  it("fill in the places that the English ones fill in", async () => {
    const [texts, english] = await Promise.all([textsIn(language), textsIn("en")]);
    const wrong = [...texts].filter(([path, text]) => {
      const same = english.get(path) ?? "";
      const original = isForm(path) ? `${same} ${english.get(path.replace(pluralForm, ".other"))}` : same;
      const mayLack = isForm(path) ? "{count}" : "";
      const unknown = placesIn(text).filter((place) => !placesIn(original).includes(place));
      const missing = placesIn(original).filter((place) => place !== mayLack && !placesIn(text).includes(place));
      return unknown.length + missing.length > 0;
    });
    expect(wrong).toEqual([]);
  });
});

describe.each(languages)("the counted texts in %s", (language) => {
  it("have each form the language counts with", async () => {
    const forms = [...(await textsIn(language)).keys()].filter(isForm);
    const formsOf = Object.fromEntries(
      forms.map((path) => [
        withoutForm(path),
        forms
          .filter((form) => withoutForm(form) === withoutForm(path))
          .map((form) => form.replace(/^.*\./, ""))
          .toSorted(),
      ]),
    );
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    expect(Object.keys(formsOf).length).toBeGreaterThan(10);
    expect(Object.entries(formsOf).filter(([, found]) => found.join() !== categories.join())).toEqual([]);
  });
});

it("speaks of measures and never of a State's merit", async () => {
  const words =
    /complian|conformit[éy]|cumplimiento|соблюден|合规|امتثال|\bscor(?:e|ing)|rank|classement|clasificaci|рейтинг|排名|ترتيب الدول/i;
  const texts = await Promise.all(languages.map(textsIn));
  expect(texts.flatMap((inOne) => [...inOne]).filter(([, text]) => words.test(text))).toEqual([]);
});
