import type { InstrumentType, LawFacts, LawStatus } from "#domain/legislation.ts";
import { dateField, type Fronted, textField } from "./front-matter.ts";

/**
 * What the front matter of the legalize repositories (France, Peru, Uruguay) states: title, rank, dates, status, address of the
 * source. The day of publication gives no more than the year, since it is not the day of adoption.
 */
export function legalizeFacts(fields: Fronted["fields"]): Partial<LawFacts> {
  const title = textField(fields, "title")?.replace(/\s*\(\*\)$/u, "");
  const published = dateField(fields, "publication_date");
  const adopted = dateField(fields, "enactment_date") ?? dateField(fields, "promulgation_date");
  const type = typeOf(textField(fields, "rank") ?? "", title ?? "");
  const year = /^\d{4}$/u.exec(textField(fields, "year") ?? "")?.[0] ?? published?.slice(0, 4);
  const url = textField(fields, "source");
  return {
    ...(title === undefined ? {} : { title }),
    ...(type === undefined ? {} : { type }),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(adopted === undefined ? {} : { adopted }),
    ...(url === undefined ? {} : { url }),
    ...statusOf(textField(fields, "status"), published, dateField(fields, "last_updated")),
  };
}

function typeOf(rank: string, title: string): InstrumentType | undefined {
  if (approval.test(title.replace(/^.*?Nº \d+ - /u, "")) && treaty.test(title)) return "treaty-approval";
  if (/aduana|sunat|sunad/iu.test(title) && rank === "circular") return "customs-notice";
  return types.find(([pattern]) => pattern.test(rank))?.[1];
}

const approval = /^(?:resoluci[oó]n legislativa que )?(?:apru[eé]ba|aprob|ratific)/iu;
const treaty = /\b(?:acuerdo|convenio|convenci[oó]n|tratado|protocolo|enmiendas?|notas reversales)\b/iu;

const types: [RegExp, InstrumentType][] = [
  [/^constitu/u, "constitution"],
  [/^code$/u, "code"],
  [/^(?:ley|loi)/u, "act"],
  [/^(?:decreto|ordonnance|decret)/u, "decree"],
  [/^ordenanza$/u, "regulation"],
  [/^resolucion_legislativa$/u, "act"],
  [/^(?:resolucion|arrete)/u, "decision"],
  [/^circular$/u, "guideline"],
];

function statusOf(
  status: string | undefined,
  published: string | undefined,
  updated: string | undefined,
): { status?: LawStatus; statusNote?: string } {
  const known = statuses[status ?? ""];
  if (known === undefined) return {};
  const asOf = updated === undefined || updated === published ? "" : `, state of ${updated}`;
  return { status: known.status, statusNote: `marked as ${known.words} by its source${asOf}` };
}

/** Not "in_force": these collections write it on nearly every file, also on constitutions of the nineteenth century. */
const statuses: Record<string, { status: LawStatus; words: string }> = {
  partially_repealed: { status: "partly-in-force", words: "repealed in part" },
  repealed: { status: "repealed", words: "repealed" },
};
