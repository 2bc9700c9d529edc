import type { SearchAllCatalogue } from "./en.ts";

export const searchAllFr: SearchAllCatalogue<"one" | "many" | "other"> = {
  titleFor: "{query} – Chercher partout",
  lead: "Lois, pratiques, documents, États, parties de la résolution et notions pour une même question, le meilleur de chaque sorte.",
  ask: "Saisissez des mots ci-dessus.",
  groups: {
    legislation: "Lois",
    practices: "Pratiques efficaces",
    reports: "Documents",
    states: "États",
    obligations: "Parties de la résolution",
    concepts: "Notions",
  },
  none: "rien de trouvé",
  all: { one: "Ouvrir le seul résultat", many: "Tout ouvrir ({count})", other: "Tout ouvrir ({count})" },
  endpoint: "Depuis l’API :",
  concept: "{label} : lois qui en emploient les mots",
  terms: "aussi : {terms}",
  palette: {
    title: "Aller à une page, un État, une loi ou une notion",
    label: "Où aller ?",
    hint: "Les flèches choisissent, Entrée ouvre, Échap ferme.",
    close: "Fermer",
    page: "Page du site",
    everything: "Chercher partout {query}",
    none: "Rien ne commence ainsi.",
    found: { one: "{count} entrée", many: "{count} entrées", other: "{count} entrées" },
  },
};
