/** A paragraph of a text without a reader of its own. */
export interface Paragraph {
  text: string;
  /** Of a heading, 1 the highest, where the format marks headings. */
  level?: number;
  /** True where the format shows that this is running text, whatever words it begins with. */
  isRunning?: boolean;
}

/**
 * The paragraphs without what editors of legal databases put between them: who amended what and when, cross-references,
 * addresses of publication. Amendments named in brackets inside a paragraph are taken out, and a paragraph that was
 * nothing else is gone.
 */
export function withoutRemarks(paragraphs: Iterable<Paragraph>): Paragraph[] {
  const kept: Paragraph[] = [];
  let isRemark = false;
  for (const paragraph of paragraphs) {
    const announced = isRemark;
    isRemark = /^Примечание ИЗПИ!$/u.test(paragraph.text); // The remark itself is the next paragraph.
    if (announced || isRemark || remarks.some((remark) => remark.test(paragraph.text))) continue;
    const text = paragraph.text.replaceAll(bracketedAmendment, "").trim();
    if (text !== "" && !(text !== paragraph.text && /^исключен[аоы]?[.;]?$/iu.test(text)))
      kept.push({ ...paragraph, text });
  }
  return kept;
}

const amendedUnit =
  "(?:стать|глав|раздел|параграф|част|пункт|подпункт|абзац|заголов|назван|наименован|преамбул|приложен|таблиц|примечан|правил|кодекс|закон|текст)";

const remarks: RegExp[] = [
  /^См\.?[\s:]/u,
  /^Сноска\./u,
  /^©/u,
  /^Приложение\s[\d-]+\.\s+Исключено\s/u,
  /^\(Статья\s[\d.-]+\s+исключена\s/iu,
  /^Информационная система «/u,
  new RegExp(
    `^(?:В\\s+)?${amendedUnit}\\p{L}*[^.;]{0,120}?\\s(?:изложен|дополнен|внесен|исключен)\\p{L}*\\s.{0,60}?(?:закон|приказ|указ|постановлен|редакци)`,
    "iu",
  ),
  /^\((?:с изменениями|в ред(?:акции|\.)|Ахбори)/iu,
  /^Поправк[аи] (?:от|внесен)/u,
];

/** `(см. стар. ред.)`, `(в редакции Закона РТ от 22.06.2003 г.)`, `(ЗРТ от 28.12.12 №906)` */
const bracketedAmendment =
  /\s*\(\s*(?:см\.\s*стар\.\s*ред\.|в\s+ред(?:акции|\.)[\s,][^()]*\d[^()]*|(?:ЗРТ|Закон\s+РТ)\s[^()]*\d[^()]*|введен[аоы]?\s+в\s+действие\s+с\s[^()]*)\)(?:\s*\(см\.\s*стар\.\s*ред\.\))?/giu;
