import { disclaimer } from "#domain/disclaimer.ts";
import {
  mandateStates,
  nextDue,
  standingOn,
  type ProgrammeOfWork,
  type ProgrammeOfWorkParams,
} from "#domain/mandate.ts";
import { plainSymbol, symbolId } from "#domain/symbols.ts";
import { deadlineRules, mandateParagraphs, mandateRegisters, programmePeriods } from "#data/mandate.ts";

/** Shown where no document is chosen: the programme whose text is in the library. */
const firstShown = "S/2011/380";

/**
 * What the chosen documents ask for and where each paragraph stands on a day, those whose date is over first; the
 * deadlines as every instrument set them; the registers they call for.
 */
export function programmeOfWork({ on, source, area, language }: ProgrammeOfWorkParams, today: string): ProgrammeOfWork {
  const day = on ?? today;
  const chosen = new Set((source.length > 0 ? source : [firstShown]).map(plainSymbol));
  const isChosen = (symbol: string) => chosen.has(plainSymbol(symbol));
  const isInArea = (own: (typeof area)[number]) => area.length === 0 || area.includes(own);
  const items = mandateParagraphs
    .filter((paragraph) => isChosen(paragraph.source) && isInArea(paragraph.area))
    .map(({ texts, ...paragraph }) => {
      const versions = deadlineRules.filter(({ rule }) => rule === paragraph.deadline);
      const own = versions.filter((version) => plainSymbol(version.source) === plainSymbol(paragraph.source));
      const rules = own.length > 0 ? own : versions;
      return {
        ...paragraph,
        text: texts[language],
        report: symbolId(paragraph.source),
        ...standingOn(day, paragraph, rules, programmePeriods.get(paragraph.source)?.to),
        ...(rules[0] !== undefined && { when: rules[0].when }),
      };
    });
  return {
    on: day,
    sources: [...new Set(mandateParagraphs.map((paragraph) => paragraph.source))].map((symbol) => ({
      symbol,
      id: symbolId(symbol),
      paragraphs: mandateParagraphs.filter((paragraph) => paragraph.source === symbol).length,
      ...programmePeriods.get(symbol),
      isChosen: isChosen(symbol),
    })),
    items: items.toSorted(
      (a, b) =>
        mandateStates.indexOf(a.state) - mandateStates.indexOf(b.state) || (a.due ?? "").localeCompare(b.due ?? ""),
    ),
    rules: deadlineRules
      .filter((rule) => isInArea(rule.area))
      .map(({ titles, ...rule }) => {
        const holds = rule.validFrom <= day && (rule.validTo ?? "9999") >= day;
        const due = holds ? nextDue(day, rule) : undefined;
        return {
          ...rule,
          title: titles[language],
          report: symbolId(rule.source),
          holds,
          ...(due !== undefined && { due }),
        };
      }),
    registers: mandateRegisters
      .filter((register) => isInArea(register.area))
      .map(({ titles, ...register }) => ({ ...register, title: titles[language] })),
    meta: { disclaimer },
  };
}
