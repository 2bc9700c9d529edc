import type { ArticleBlock, Block } from "./peruvian-blocks.ts";

/**
 * The blocks of the wording that applies. SPIJ keeps an article's old wording, often in italics, and after a note of the editors
 * gives the new one in quotation marks. Old wordings and repealed articles are left out; what an amending law quotes of another
 * law becomes text of the article that quotes it.
 */
export function currentWordings(blocks: Block[]): Block[] {
  const sections = sectionsOf(blocks);
  return sections.flatMap((section, index) => {
    if (isReplaced(section, sections, index)) {
      return section.blocks.slice(1).filter((block) => block.kind !== "text" && block.kind !== "note");
    }
    const kept = section.blocks.filter((block, place) => {
      const isOld = block.kind === "text" && block.isItalic && saysOfAny(section.blocks.slice(place), changed);
      return !isOld && block.kind !== "note";
    });
    return section.article?.isQuoted === true ? withoutLastQuotationMark(kept) : kept;
  });
}

function withoutLastQuotationMark(blocks: Block[]): Block[] {
  const last = blocks.findLastIndex((block) => block.kind === "text" || block.kind === "article");
  const strip = (words: string): string => words.replace(/\s*["”»]\s*\.?$/u, "");
  return blocks.map((block, index) => {
    if (index !== last) return block;
    return block.kind === "article" ? { ...block, words: strip(block.words) } : { ...block, text: strip(block.text) };
  });
}

/** An article with all that follows it up to the next; the first section has what comes before the first article. */
interface Section {
  article: ArticleBlock | undefined;
  blocks: Block[];
}

const changed = /modificad|sustitu[ií]d|derogad|sin efecto|suprimid|reemplazad/iu;
const newWording = /siguiente|modificad|sustitu[ií]d/iu;
const repealed = /^\W*(?:art[íi]culo )?(?:derogad|dejad[oa] sin efecto|suprimid|declarad[oa] inconstitucional)/iu;
const putIn = /incorporad|adicionad|agregad|restituid/iu;

function sectionsOf(blocks: Block[]): Section[] {
  const sections: Section[] = [{ article: undefined, blocks: [] }];
  let isQuoting = false;
  for (const [index, block] of blocks.entries()) {
    const section = sections.at(-1);
    if (section === undefined) break;
    if (block.kind === "article" && isArticleOfThisLaw(block, section, blocks.slice(index + 1), isQuoting)) {
      isQuoting = false;
      sections.push({ article: block, blocks: [block] });
      continue;
    }
    if (block.kind === "article") {
      isQuoting = isQuoting || block.isQuoted;
      section.blocks.push({ kind: "text", text: block.text, isItalic: false });
    } else {
      section.blocks.push(block);
    }
    if (/[”"][.()\s\d]*$/u.test(block.text) || block.kind === "document") isQuoting = false;
  }
  return sections;
}

/**
 * An article in quotation marks belongs to this law when the note before it announces a new wording, or the note after it says that
 * it was put in; otherwise an amending law quotes it. Inside such a quotation, which may run over several articles, only the
 * number that comes next ends it.
 */
function isArticleOfThisLaw(block: ArticleBlock, section: Section, following: Block[], isQuoting: boolean): boolean {
  if (!block.isQuoted) return !isQuoting || Number(block.number) === Number(section.article?.number) + 1;
  const next = following.findIndex((other) => other.kind === "article");
  return (
    section.blocks.some((other) => other.kind === "note" && /siguiente/iu.test(other.text)) ||
    saysOfAny(following.slice(0, next === -1 ? undefined : next), putIn)
  );
}

function isReplaced({ article, blocks }: Section, sections: Section[], index: number): boolean {
  if (article === undefined) return false;
  const next = sections[index + 1]?.article;
  if (next?.number === article.number && saysOfAny(blocks, newWording)) return true;
  return article.isItalic && saysOfAny(blocks, repealed);
}

function saysOfAny(blocks: Block[], words: RegExp): boolean {
  return blocks.some((block) => block.kind === "note" && words.test(block.text));
}
