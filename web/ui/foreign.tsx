import type { ReactNode } from "react";
import { isRightToLeft, type Language } from "#domain/languages.ts";

/** Words in the language of a law, set apart from the words of the page around them. */
export function Foreign({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <bdi lang={language} dir={isRightToLeft(language) ? "rtl" : "ltr"}>
      {children}
    </bdi>
  );
}
