/** Words that begin a heading of a Spanish law, with a number after them. */
const headingMark =
  /^(parte|libro|t[íi]tulo|sub-?\s?t[íi]tulo|cap[íi]tulo|sub-?\s?cap[íi]tulo|secci[óo]n|sub-?\s?secci[óo]n|disposici[óo]n|disposiciones)\b/iu;

/** The rank of a heading, 1 outermost; undefined when its first word names no part of a law. 0 is left for a document inside the file. */
export function spanishHeadingRank(heading: string): number | undefined {
  const word = headingMark.exec(heading)?.[1];
  if (word === undefined) return undefined;
  const plain = word
    .normalize("NFD")
    .replaceAll(/[\p{M}\s-]/gu, "")
    .toLowerCase();
  // `SECCIÓN PRIMERA` holds titles or chapters, `Sección I` and `Sección 1` stand inside a chapter.
  if (plain === "seccion") return /^\S+\s+\p{L}{3,}/u.test(heading) && !/^\S+\s+[ivx]+\b/iu.test(heading) ? 3 : 8;
  return ranks[plain];
}

const ranks: Record<string, number> = {
  parte: 1,
  libro: 2,
  titulo: 4,
  disposicion: 4,
  disposiciones: 4,
  subtitulo: 5,
  capitulo: 6,
  subcapitulo: 7,
  subseccion: 9,
};

/** Below every heading whose first word is known. */
export const lowestSpanishRank = 10;
