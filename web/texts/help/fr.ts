import type { HelpCatalogue } from "./en.ts";

export const helpFr: HelpCatalogue<"one" | "many" | "other"> = {
  lead: "Comment chercher, comment d’autres programmes peuvent interroger, et comment charger ce que vous avez vous-même.",
  search: {
    title: "Comment chercher",
    says: "Tous les mots doivent figurer dans la loi, sous n’importe quelle forme. Chaque exemple s’exécute d’un clic.",
    example: "Exemple",
    finds: "Ce qu’il trouve",
    groups: "des groupes de mots",
    article: "l’article cité",
    number: "la loi qui porte ce numéro",
    crossing: "un mot dans une autre langue ; les termes apparentés des six langues sont aussi cherchés",
  },
  api: {
    title: "Pour d’autres programmes",
    says: "Tout ce que montrent ces pages vient d’une interface ouverte, et ce que vous construisez peut en venir aussi. Chaque appel ci-dessous s’exécute tel quel ; chaque réponse porte les mises en garde et la version des données.",
    described: "Toutes les adresses, avec ce que l’on peut demander et ce qui est répondu",
    calls: {
      laws: "Combien de lois du Canada contiennent un mot",
      state: "Tout ce qui est consigné sur un État",
      export: "Toutes les lois d’un filtre, dans un fichier",
    },
    copy: "Copier",
    copied: "Copié",
  },
  loading: {
    title: "Charger vos propres données",
    says: "Lois, actes relatifs aux traités, matrices, pratiques et rapports vont dans une copie que vous exploitez vous-même. Chaque sorte a un petit exemple, inventé à cette fin.",
    steps: {
      shape:
        "Donnez à ce que vous avez la forme de l’exemple : un tableau, ou un dossier de fichiers avec un tableau à côté.",
      dry: "Lisez-le sans rien charger ({command}). Il est rendu compte de chaque fichier et de chaque ligne, et ce qui ne convient pas est nommé avec ce qui était attendu.",
      load: "Chargez-le. Les lecteurs voient les anciennes données jusqu’à ce que les nouvelles soient complètes et vérifiées.",
      again: "Rechargez-le lorsqu’il change. Ce qui n’a pas changé n’est pas relu.",
      back: "Revenez au besoin aux données précédentes ({command}).",
    },
    kind: "Sorte",
    command: "Commande",
    sample: "Fichiers d’exemple",
    kinds: {
      legislation: "Lois",
      treaties: "Actes relatifs aux traités",
      matrices: "Matrices des États",
      practices: "Pratiques efficaces",
      reports: "Rapports et documents",
    },
  },
  glossary: {
    lead: "Les notions de la résolution et les mots qui les désignent. Au lieu de définitions, chacune mène aux parties de la résolution qu’elle concerne et aux lois qui en emploient les mots.",
    filter: "Filtrer par mots, dans toute langue",
    fitting: {
      one: "{count} notion correspond",
      many: "{count} notions correspondent",
      other: "{count} notions correspondent",
    },
    noneFits: "Aucune notion n’a ces mots.",
    letters: "Lettres",
    also: "Aussi :",
    laws: "Lois qui en emploient les mots",
    others: "Dans les autres langues",
  },
};
