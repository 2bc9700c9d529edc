import type { Language } from "#domain/languages.ts";
import type { Documents, RecordChange, RecordChanges } from "#domain/profiles.ts";
import { register } from "#data/legislation.ts";
import { treaties } from "#data/treaties.ts";
import { servedGeneration } from "./generation.ts";
import type { Engine } from "./searching.ts";
import { treatyActs } from "./treaties.ts";

/** How many are listed. */
const listed = 20;

/** What was last done, published or read about these States, newest first: from the dates of the records themselves. */
export async function recordChanges(
  engine: Engine,
  members: readonly string[],
  {
    documents,
    matrices,
  }: { documents: Documents; matrices: { snapshot: string; date: string; demonstration: boolean }[] },
  language: Language,
): Promise<RecordChanges> {
  const { asOf, present } = await servedGeneration(engine);
  const changes = [
    ...(await acts(engine, members, language)),
    ...documents.items.flatMap(({ date, title, language: written, state, id }): RecordChange[] =>
      date === undefined
        ? []
        : [
            {
              kind: "document",
              date,
              text: title,
              language: written,
              ...(state !== undefined && { state }),
              address: `/reports/${encodeURIComponent(id)}`,
            },
          ],
    ),
    // What is drawn at random is no event.
    ...matrices.flatMap(({ snapshot, date, demonstration }): RecordChange[] =>
      demonstration ? [] : [{ kind: "matrix", date, text: snapshot, language }],
    ),
    ...readings(members),
  ].toSorted((a, b) => b.date.localeCompare(a.date));
  return { ...(present && { asOf }), total: changes.length, items: changes.slice(0, listed) };
}

async function acts(engine: Engine, members: readonly string[], language: Language): Promise<RecordChange[]> {
  if (!(await servedGeneration(engine)).builtAt.has("treaties")) return [];
  return [...(await treatyActs(engine))].flatMap(([code, byState]) =>
    members.flatMap((state) =>
      (byState.get(state) ?? []).map(({ act, date }): RecordChange => ({
        kind: "treaty",
        date,
        act,
        text: treaties.get(code)?.names[language] ?? code,
        language,
        state,
      })),
    ),
  );
}

/** The days on which editors read provisions of a law, each with how many. */
function readings(members: readonly string[]): RecordChange[] {
  return register
    .filter(({ state }) => members.includes(state))
    .flatMap(({ id, state, title, language, codings }) =>
      [...new Set(codings.map(({ codedOn }) => codedOn))].map((date): RecordChange => ({
        kind: "reading",
        date,
        text: title,
        language,
        state,
        provisions: new Set(codings.filter(({ codedOn }) => codedOn === date).map(({ anchor }) => anchor)).size,
        address: `/legislation/${encodeURIComponent(id)}`,
      })),
    );
}
