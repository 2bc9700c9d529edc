import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type ParagraphChild,
} from "docx";
import { isRightToLeft, type Language } from "#domain/languages.ts";
import type { ReviewAnswer } from "#domain/reviews.ts";
import type { TrendPoint, TrendSeries } from "#domain/trends.ts";
import { figureDay, figureNote } from "#data/figure-notes.ts";

type Question = ReviewAnswer["questions"][number];

/** What a bar is filled with, and the width of a whole one in twentieths of a point. */
const barColour = "2F5D8A";
const barWidth = 6000;

/**
 * A review as a Word document: each question with a table, bars of its last figures, sources, notes and checksum.
 * @param origin of the links to the figures: `https://compendium.example`
 */
export async function reviewDocument(review: ReviewAnswer, language: Language, origin: string): Promise<Buffer> {
  const writer = new Writer(language, origin);
  const document = new Document({
    title: review.title,
    creator: "Compendium 1540",
    styles: { default: { document: { run: { font: "Noto Sans", size: 20 } } } },
    sections: [
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
        children: [
          writer.heading(review.title, HeadingLevel.TITLE),
          writer.paragraph(figureNote("review-cut-off", language, { date: review.cutOff })),
          writer.paragraph(figureNote("disclaimer", language)),
          ...review.questions.flatMap((question) => writer.question(question, review)),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** Writes in one language and its direction. */
class Writer {
  readonly #language: Language;
  readonly #rightToLeft: boolean;

  readonly #origin: string;

  constructor(language: Language, origin: string) {
    this.#language = language;
    this.#origin = origin;
    this.#rightToLeft = isRightToLeft(language);
  }

  heading(text: string, heading: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph {
    return new Paragraph({ heading, bidirectional: this.#rightToLeft, children: [this.#run(text)], keepNext: true });
  }

  paragraph(text: string, size = 20): Paragraph {
    return this.#paragraphOf([this.#run(text, size)]);
  }

  question(question: Question, { frozenOn }: ReviewAnswer): (Paragraph | Table)[] {
    const { answer, title } = question;
    const address = `${this.#origin}${question.address}`;
    const { meta, series } = answer;
    const language = this.#language;
    const notes = meta.status === "demonstration" ? [figureNote("demonstration", language), ...meta.notes] : meta.notes;
    return [
      this.heading(title, HeadingLevel.HEADING_1),
      this.#figures(series),
      this.paragraph(""),
      this.#bars(series),
      this.paragraph(
        figureNote("review-source", language, { value: meta.source, date: meta.asOf, names: [meta.unit] }),
        16,
      ),
      ...notes.map((note) => this.paragraph(note, 16)),
      this.paragraph(figureNote("review-checksum", language, { value: meta.checksum }), 16),
      ...(question.frozen !== undefined && frozenOn !== undefined
        ? [this.paragraph(frozenWords(question.frozen, frozenOn, language), 16)]
        : []),
      this.#paragraphOf([new ExternalHyperlink({ link: address, children: [this.#run(address, 16)] })]),
    ];
  }

  /** A row for each date, a column for each series. */
  #figures(series: readonly TrendSeries[]): Table {
    const dates = [...new Set(series.flatMap(({ points }) => points.map(({ date }) => date)))].toSorted();
    const header = [figureNote("review-date", this.#language), ...series.map(({ label }) => label)];
    return this.#table([
      new TableRow({ tableHeader: true, children: header.map((text) => this.#cell(text, true)) }),
      ...dates.map(
        (date) =>
          new TableRow({
            cantSplit: true,
            children: [
              this.#cell(figureDay(date, this.#language)),
              ...series.map(({ points }) =>
                this.#cell(
                  points
                    .filter((point) => point.date === date)
                    .map((point) => [figureWords(point, this.#language), point.note].filter(Boolean).join(" – "))
                    .join("; "),
                ),
              ),
            ],
          }),
      ),
    ]);
  }

  /** The last figure of each series as the part of a bar that it is of its whole. */
  #bars(series: readonly TrendSeries[]): Table {
    return this.#table(
      series.flatMap(({ label, points }) => {
        const last = points.findLast(({ n, of }) => n !== undefined && of !== undefined);
        if (last === undefined) return [];
        const filled = Math.round((barWidth * last.n!) / last.of!);
        return [
          new TableRow({
            cantSplit: true,
            children: [
              this.#cell(label),
              this.#cell(`${figureDay(last.date, this.#language)}: ${figureWords(last, this.#language)}`),
              new TableCell({ children: [this.#bar(filled), new Paragraph("")] }),
            ],
          }),
        ];
      }),
    );
  }

  #bar(filled: number): Table {
    const part = (width: number, fill: string) =>
      new TableCell({
        width: { size: width, type: WidthType.DXA },
        shading: { type: ShadingType.CLEAR, fill },
        children: [new Paragraph("")],
      });
    const parts = [part(filled, barColour), part(barWidth - filled, "FFFFFF")];
    const widths = [filled, barWidth - filled];
    const shown = widths.map((width) => width > 0);
    return new Table({
      visuallyRightToLeft: this.#rightToLeft,
      columnWidths: widths.filter((_, place) => shown[place]),
      rows: [new TableRow({ children: parts.filter((_, place) => shown[place]) })],
    });
  }

  #table(rows: TableRow[]): Table {
    return new Table({
      visuallyRightToLeft: this.#rightToLeft,
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: rows.length > 0 ? rows : [new TableRow({ children: [this.#cell("–")] })],
    });
  }

  #cell(text: string, isHead = false): TableCell {
    return new TableCell({ children: [this.#paragraphOf([this.#run(text, 16, isHead)])] });
  }

  #paragraphOf(children: ParagraphChild[]): Paragraph {
    return new Paragraph({ bidirectional: this.#rightToLeft, alignment: AlignmentType.START, children });
  }

  #run(text: string, size?: number, bold = false): TextRun {
    return new TextRun({ text, bold, rightToLeft: this.#rightToLeft, ...(size !== undefined && { size }) });
  }
}

/** "50 of 54"; the number alone where it is a part of nothing. */
function figureWords({ n, of }: TrendPoint, language: Language): string {
  if (n === undefined) return "";
  return of === undefined ? String(n) : figureNote("review-figure", language, { count: n, value: String(of) });
}

/** Whether the figures are those of the day the review was frozen. */
function frozenWords(
  { differences, cause }: NonNullable<Question["frozen"]>,
  date: string,
  language: Language,
): string {
  if (cause === undefined) return figureNote("review-same", language, { date });
  const value = figureNote(`review-cause-${cause}`, language);
  return figureNote("review-differs", language, { count: differences.length, date, value });
}
