import { languages, type Language } from "#domain/languages.ts";
import type { ShownReport } from "#domain/reports.ts";
import { DocumentSymbol } from "./document-symbol.tsx";
import { useInterface } from "../interface.tsx";
import { Foreign } from "../ui/foreign.tsx";

/** A document's title in the language of the pages, else in English, else in the first it is known in. */
export function ReportTitle({ report }: { report: Pick<ShownReport, "titles" | "symbol"> }) {
  const { language } = useInterface();
  const known = titleLanguage(report.titles, language);
  if (known === undefined) return <DocumentSymbol symbol={report.symbol} />;
  return <Foreign language={known}>{report.titles[known]}</Foreign>;
}

function titleLanguage(titles: ShownReport["titles"], language: Language): Language | undefined {
  return [language, "en" as const, ...languages].find((code) => titles[code] !== undefined);
}
