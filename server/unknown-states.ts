import type { QuerySlip } from "#domain/search.ts";
import { states } from "#data/states.ts";

/** Values of the filter by State that are no Member State's code, each with the State they may mean. */
export function unknownStates(given: string[]): QuerySlip[] {
  return given
    .filter((value) => !states.has(value))
    .map((value) => {
      const meant = stateMeant(value);
      return {
        code: "unknown-state",
        message: `No Member State has the code "${value}".`,
        ...(meant !== undefined && { suggestion: meant }),
      };
    });
}

/** The State whose code or name, in any language, is this but for case and marks, or begins so. */
function stateMeant(value: string): string | undefined {
  const wanted = folded(value);
  const all = [...states.values()];
  const found =
    all.find(({ iso3, names }) => [iso3, ...Object.values(names)].some((name) => folded(name) === wanted)) ??
    all.find(({ names }) => Object.values(names).some((name) => folded(name).startsWith(wanted)));
  return found?.iso3;
}

function folded(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/[^\p{L}]+/gu, "")
    .toLowerCase();
}
