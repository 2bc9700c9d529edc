import type { ObligationCatalogue } from "./en.ts";

export const obligationsFr: ObligationCatalogue<"one" | "many" | "other"> = {
  obligation: "Obligation",
  paragraph: "paragraphe {number}",
  kinds: {
    information: "Pour information",
    voluntary: "À titre volontaire",
    recommended: "Recommandé",
    notice: "Remarque",
  },
  nothing: "aucune information enregistrée",
  list: {
    title: "Obligations découlant de la résolution",
    lead: "La résolution 1540 (2004) du Conseil de sécurité, paragraphe par paragraphe, avec les lois nationales de ce fonds qui se rapportent à chaque partie.",
    meaning: "Ce que disent les nombres",
    says: "Ils comptent ce qui est enregistré ici : les dispositions qu’un éditeur a lues et rattachées à une obligation, les textes où elles figurent et les États dont ils émanent. Un domaine compte une seule fois tout ce qu’il contient ; une disposition compte dans chaque langue où son texte est présent ici.",
    saysNot:
      "Ils ne disent pas dans quelle mesure un État s’acquitte d’une obligation. Là où peu de choses sont enregistrées, peut-être peu de textes ont-ils été chargés ou lus ; là où rien ne l’est, des lois peuvent néanmoins exister.",
    library: "Dans le fonds : {laws}, {states}.",
    machine:
      "« Proposé par un programme » compte les dispositions dont les mots renvoient à une obligation et qu’aucun éditeur n’a lues à ce titre. Elles ne figurent pas parmi celles qui sont enregistrées.",
    marks:
      "Les entrées portant une mention (pour information, à titre volontaire, recommandé, remarque) figurent à côté des obligations et n’en sont pas.",
    filter: "Filtrer par mots ou par code",
    fitting: {
      one: "{count} entrée correspond",
      many: "{count} d’entrées correspondent",
      other: "{count} entrées correspondent",
    },
    noneFits: "Aucune entrée ne contient ces mots.",
    openAll: "Déplier toutes les lignes",
    foldAll: "Replier toutes les lignes",
    rowsUnder: "Lignes sous {label}",
    recorded: "Enregistré ici",
    proposed: "Proposé par un programme",
    provisions: { one: "{count} disposition", many: "{count} de dispositions", other: "{count} dispositions" },
  },
  compare: {
    title: "États côte à côte",
    lead: "Voyez comment des États rédigent leurs dispositions relatives à une même obligation. Choisissez de deux à cinq États et une partie de la résolution.",
    states: "États",
    addState: "Ajouter un État",
    enough: "Cinq États sont choisis. Retirez-en un pour en choisir un autre.",
    takeAway: "Retirer {state}",
    part: "Partie de la résolution",
    choosePart: "Choisir une partie",
    every: "Toutes",
    needed: "Choisissez au moins deux États et une partie de la résolution.",
    caution:
      "Chaque case contient les dispositions qu’un éditeur a rattachées à l’obligation. « Aucune information enregistrée » signifie qu’aucune n’y est rattachée ici ; il peut néanmoins en exister une. Les États figurent dans l’ordre alphabétique. Les résumés sont en anglais et rédigés par nos soins.",
    asWhole: "{label} (dans son ensemble)",
    download: "Télécharger ce tableau (CSV)",
  },
};
