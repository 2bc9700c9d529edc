import type { Change, Changes } from "#domain/changes.ts";
import type { Language } from "#domain/languages.ts";
import type { Law } from "#domain/legislation.ts";
import { HttpError } from "./http-error.ts";
import { readLaw, versionDate } from "./law.ts";
import { pairProvisions } from "./pair-provisions.ts";
import type { Engine } from "./searching.ts";
import { wordChanges } from "./word-changes.ts";

/**
 * What differs between two dated versions of a law, article by article.
 * @throws HttpError 404 when there is no such law, 400 when `from` is no other version of it
 */
export async function readChanges(
  engine: Engine,
  id: string,
  { from, language }: { from: string; language?: Language | undefined },
): Promise<Changes> {
  const law = await readLaw(engine, id, language);
  if (!law.versions.some((version) => version.id === from))
    throw new HttpError(
      400,
      `"${from}" is no other version of "${id}". Only dated versions of one law can be compared; "from" names one of them.`,
    );
  const earlier = await readLaw(engine, from, law.language);
  const pairs = pairProvisions(earlier.provisions, law.provisions).map(({ before, after }) => changeOf(before, after));
  const items = pairs.filter((change) => change !== undefined);
  const count = (kind: Change["kind"]) => items.filter((change) => change.kind === kind).length;
  return {
    law: versionOf(law),
    from: versionOf(earlier),
    counts: {
      added: count("added"),
      removed: count("removed"),
      changed: count("changed"),
      renumbered: count("renumbered"),
      unchanged: pairs.length - items.length,
    },
    items,
    meta: law.meta,
  };
}

type LawProvision = Law["provisions"][number];

/** Nothing where both versions have the same words under the same label. */
function changeOf(before: LawProvision | undefined, after: LawProvision | undefined): Change | undefined {
  const words = { before: before && wholeText(before), after: after && wholeText(after) };
  const isSame = words.before === words.after;
  if (isSame && before?.label === after?.label) return undefined;
  return {
    kind: before === undefined ? "added" : after === undefined ? "removed" : isSame ? "renumbered" : "changed",
    ...(before !== undefined && { before: placeOf(before) }),
    ...(after !== undefined && { after: placeOf(after) }),
    parts: isSame ? [] : wordChanges(words.before ?? "", words.after ?? ""),
  };
}

function wholeText({ heading, text }: LawProvision): string {
  return heading === undefined ? text : `${heading}\n${text}`;
}

function placeOf({ anchor, kind, label }: LawProvision): Change["before"] {
  return { anchor, kind, label };
}

function versionOf({ id, title, state, language, status }: Law): Changes["law"] {
  const date = versionDate(id);
  return { id, title, state, language, status, ...(date !== undefined && { date }) };
}
