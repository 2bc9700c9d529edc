/** A point of a chart: the row and column of its figure. */
export interface Place {
  row: number;
  column: number;
}

/** What every drawing is given. */
export interface Drawn {
  width: number;
  height: number;
  /** True in a language that runs from right to left: time runs so, too. */
  isMirrored: boolean;
  /** A number as the language writes it. */
  number: (value: number) => string;
  /** The point that is read, by pointer or keyboard. */
  place: Place | undefined;
  onPlace: (place: Place) => void;
}
