/** Figures of the size the goals are set for, the same each time: a line for each State over twenty years, and a cell for each State and question. */
export const states = Array.from({ length: 193 }, (_, place) => `S${place + 1}`);
export const years = Array.from({ length: 20 }, (_, place) => 2007 + place);
export const questions = Array.from({ length: 400 }, (_, place) => `Q${place + 1}`);

/** By State and year, from 0 to 100. */
export const lines = states.map((_, state) =>
  years.map((_year, year) => Math.min(100, (numberAt(state) % 40) + year * (1 + (state % 3)))),
);

/** By State and question, from 0 to 100. */
export const cells = states.map((_, state) =>
  questions.map((_question, question) => numberAt(state * 400 + question) % 101),
);

/** One drawing and all that may be asked of it: where it is drawn, how large, and when it is whole. */
export interface Drawing {
  draw: (place: HTMLElement) => void;
  isDrawn: (place: HTMLElement) => boolean;
}

export const size = { width: 1200, height: 400 };

function numberAt(place: number): number {
  return Math.imul(place + 1, 2_654_435_761) >>> 16;
}
