import { stringify } from "csv-stringify/sync";
import JSZip from "jszip";
import * as z from "zod/mini";
import { disclaimer } from "#domain/disclaimer.ts";
import type { Language } from "#domain/languages.ts";
import type { Difference, FrozenAnswer, Review, ReviewAnswer, ReviewParams, ReviewsAnswer } from "#domain/reviews.ts";
import { TrendsParams } from "#domain/trends.ts";
import { reviews } from "#data/reviews.ts";
import { linesOf } from "./figures.ts";
import { servedGeneration } from "./generation.ts";
import { HttpError } from "./http-error.ts";
import type { Engine } from "./searching.ts";
import { countTrends, tableOf } from "./trends.ts";

/** The reviews there are. */
export async function listReviews(engine: Engine, language: Language): Promise<ReviewsAnswer> {
  const { id: generation } = await servedGeneration(engine);
  return {
    items: reviews.map(({ id, title, cutOff, questions }) => ({
      id,
      title: title[language],
      cutOff,
      questions: questions.length,
    })),
    meta: { generation, disclaimer },
  };
}

/**
 * Counts a review anew, and holds each figure to what it was when the review was frozen.
 * @throws HttpError 404 when there is no such review
 */
export async function readReview(engine: Engine, id: string, params: ReviewParams): Promise<ReviewAnswer> {
  const { language } = params;
  const review = reviewOf(id);
  const cutOff = params.cutOff ?? review.cutOff;
  const { id: generation } = await servedGeneration(engine);
  const questions: ReviewAnswer["questions"] = [];
  for (const question of review.questions) {
    const asked = new URLSearchParams(question.ask);
    asked.set("cutOff", cutOff);
    asked.set("language", language);
    const { answer, inputs } = await countTrends(engine, z.parse(TrendsParams, Object.fromEntries(asked)));
    const frozen = cutOff === review.cutOff ? review.frozen?.answers[question.id] : undefined;
    questions.push({
      id: question.id,
      title: question.title[language],
      address: `/api/v1/trends?${asked}`,
      answer,
      inputs,
      ...(frozen !== undefined && { frozen: heldTo(frozen, linesOf(answer.series), inputs) }),
    });
  }
  return {
    id,
    title: review.title[language],
    cutOff,
    ...(review.frozen !== undefined && { frozenOn: review.frozen.on }),
    questions,
    meta: { generation, disclaimer },
  };
}

function reviewOf(id: string): Review {
  const review = reviews.find((one) => one.id === id);
  if (review === undefined) throw new HttpError(404, `There is no review with the id ${id}.`);
  return review;
}

/**
 * What is another figure now, and why: other records were counted, or the same ones in another way.
 * @param figures `key|date|n|of|unknown` each
 */
export function heldTo(
  frozen: FrozenAnswer,
  figures: readonly string[],
  inputs: string,
): NonNullable<ReviewAnswer["questions"][number]["frozen"]> {
  const then = byPlace(frozen.figures);
  const now = byPlace(figures);
  const differences = [...new Set([...then.keys(), ...now.keys()])].flatMap((place): Difference[] => {
    const [before, after] = [then.get(place), now.get(place)];
    if (before === after) return [];
    const [key = "", date = ""] = place.split("|");
    return [{ key, date, ...(before !== undefined && { was: before }), ...(after !== undefined && { is: after }) }];
  });
  const cause = inputs === frozen.inputs ? "counting" : "records";
  return { checksum: frozen.checksum, differences, ...(differences.length > 0 && { cause }) };
}

/** `AFR|2011-12-31` → `50|54|`; where a source is at odds with itself, both figures of a day. */
function byPlace(figures: readonly string[]): Map<string, string> {
  const places = new Map<string, string>();
  for (const figure of figures) {
    const [key, date, ...numbers] = figure.split("|");
    const place = `${key}|${date}`;
    places.set(place, [...(places.has(place) ? [places.get(place)!] : []), numbers.join("|")].join(" and "));
  }
  return places;
}

/** A review as files: each question as CSV, and the manifest, which frozen figures can be held to later. */
export async function reviewBundle(engine: Engine, id: string, params: ReviewParams, on: string): Promise<Buffer> {
  const { questions, cutOff, meta } = await readReview(engine, id, params);
  const manifest: Review = {
    ...reviewOf(id),
    cutOff,
    frozen: {
      on,
      generation: meta.generation,
      answers: Object.fromEntries(
        questions.map(({ id: question, answer, inputs }) => [
          question,
          { checksum: answer.meta.checksum, inputs, figures: linesOf(answer.series) },
        ]),
      ),
    },
  };
  const zip = new JSZip();
  zip.file("manifest.json", `${JSON.stringify(manifest, undefined, 2)}\n`);
  for (const { id: question, answer, address } of questions) {
    const { columns, rows, facts = {} } = tableOf(answer);
    const told = { ...facts, as_of: answer.meta.asOf, disclaimer, query: address, data_version: meta.generation };
    zip.file(
      `${question}.csv`,
      stringify(
        [...rows].map((row) => ({ ...row, ...told })),
        { header: true, columns: [...columns, ...Object.keys(told)], bom: true, escape_formulas: true },
      ),
    );
  }
  return zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
}
