import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writePdf } from "../support/write-pdf.ts";

export interface Mutant {
  name: string;
  content: Uint8Array;
}

const input = join(import.meta.dirname, "../input/readers");

/** A law of ours in each of the nine formats that are read. */
const whole: [extension: string, file: string | Uint8Array][] = [
  ["akn.xml", "xml/akoma-ntoso-3.xml"],
  ["canada.xml", "xml/canada-act-en.xml"],
  ["json", "json/law.json"],
  ["md", "markdown/english.md"],
  ["html", "html/generic-en.html"],
  [
    "pdf",
    writePdf([
      [
        { x: 40, y: 500, text: "Sample Act" },
        { x: 40, y: 470, text: "Section 1. Nobody moves a sample without a permit." },
        { x: 40, y: 440, text: "Section 2. This Act begins on the day it is published." },
      ],
    ]),
  ],
  ["doc", "doc/law.doc"],
  ["docx", "docx/law-fr.docx"],
  ["txt", "text/wrapped-en.txt"],
];

/** Gives so many files made from laws by damage, each format and each kind of damage in turn; equal seeds, equal files. */
export async function mutants(count: number, seed: number): Promise<Mutant[]> {
  const formats = await Promise.all(
    whole.map(async ([extension, file]) => ({
      extension,
      bytes: typeof file === "string" ? await readFile(join(input, file)) : Buffer.from(file),
    })),
  );
  const random = randomBelow(seed);
  return Array.from({ length: count }, (_, number) => {
    const { extension, bytes } = formats[number % formats.length]!;
    const round = Math.floor(number / formats.length);
    const other = formats[(number + 1 + random(formats.length - 1)) % formats.length]!;
    const kind = kinds[round % kinds.length]!;
    const named = kind === "renamed" ? other.extension : extension;
    return { name: `mutant-${number}-${kind}.${named}`, content: damaged(kind, bytes, other.bytes, round, random) };
  });
}

const kinds = ["cut", "flipped", "zeroed", "renamed", "joined", "empty"] as const;

function damaged(
  kind: (typeof kinds)[number],
  bytes: Buffer,
  other: Buffer,
  round: number,
  random: (below: number) => number,
): Uint8Array {
  const changed = Buffer.from(bytes);
  switch (kind) {
    case "cut": // at each sixteenth in turn
      return changed.subarray(0, Math.floor((changed.length * (1 + (round % 15))) / 16));
    case "flipped":
      for (let flips = 1 + random(64); flips > 0; flips -= 1) {
        const place = random(changed.length);
        changed.writeUInt8(changed.readUInt8(place) ^ (1 << random(8)), place);
      }
      return changed;
    case "zeroed": {
      const from = random(changed.length);
      return changed.fill(0, from, Math.min(changed.length, from + 1 + random(512)));
    }
    case "renamed":
      return changed;
    case "joined":
      return Buffer.concat([changed, other]);
    case "empty":
      return changed.subarray(0, round % 2);
  }
}

/** Random whole numbers from 0, the same ones for the same seed: a linear congruential generator, the constants of Numerical Recipes. */
function randomBelow(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
