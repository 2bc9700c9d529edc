import { useInterface } from "../interface.tsx";

/** The pages that stand for themselves, by their names in the menu. */
export function usePages(): { text: string; address: string }[] {
  const { texts } = useInterface();
  return [
    { text: texts.site.legislation, address: "/legislation" },
    { text: texts.site.obligations, address: "/obligations" },
    { text: texts.site.compare, address: "/compare" },
    { text: texts.site.trends, address: "/trends" },
    { text: texts.site.states, address: "/states" },
    { text: texts.site.practices, address: "/effective-practices" },
    { text: texts.site.reports, address: "/reports" },
    { text: texts.site.search, address: "/search" },
    { text: texts.site.help, address: "/help" },
    { text: texts.site.glossary, address: "/glossary" },
    { text: texts.site.about, address: "/about" },
  ];
}
