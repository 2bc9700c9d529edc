import type { DayCatalogue } from "./en.ts";

export const dayFr: DayCatalogue<"one" | "many" | "other"> = {
  day: "Jour",
  apply: "Afficher les textes de ce jour",
  rule: "Selon les dates indiquées par la source : à partir de l’entrée en vigueur, sinon de l’adoption, jusqu’à l’abrogation ou à la version suivante. Une année ou un mois compte à partir de son premier jour.",
  left: {
    one: "Les dates de {count} autre texte de loi ne disent pas s’il était en vigueur ce jour-là.",
    many: "Les dates de {count} d’autres textes de loi ne disent pas s’ils étaient en vigueur ce jour-là.",
    other: "Les dates de {count} autres textes de loi ne disent pas s’ils étaient en vigueur ce jour-là.",
  },
  show: "Les afficher aussi",
  included: {
    one: "Cette liste comprend {count} texte de loi dont les dates ne disent pas s’il était en vigueur ce jour-là.",
    many: "Cette liste comprend {count} de textes de loi dont les dates ne disent pas s’ils étaient en vigueur ce jour-là.",
    other:
      "Cette liste comprend {count} textes de loi dont les dates ne disent pas s’ils étaient en vigueur ce jour-là.",
  },
  hide: "Les laisser de côté",
};
