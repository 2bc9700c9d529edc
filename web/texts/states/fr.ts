import type { StateCatalogue } from "./en.ts";

export const statesFr: StateCatalogue<"one" | "many" | "other"> = {
  list: {
    lead: "Les États Membres de l’Organisation des Nations Unies, par nom, avec ce qui est consigné ici au sujet de chacun. Là où rien n’est consigné, des lois peuvent exister.",
    filter: "Filtrer par nom ou par code",
    fitting: {
      one: "{count} État correspond",
      many: "{count} États correspondent",
      other: "{count} États correspondent",
    },
    noneFits: "Aucun État n’a ce nom ou ce code.",
    laws: "Lois ici",
    noLaws: "aucune consignée",
    places: "Groupes et régions",
    groups: "Groupes régionaux",
    regions: "Régions et sous-régions",
  },
  groupNotes: {
    TUR: "Participe à deux groupes, celui d’Europe occidentale et celui d’Asie et du Pacifique. Elle est comptée une fois, dans le groupe au titre duquel elle se présente aux élections.",
    USA: "Ne sont membres d’aucun groupe. Ils assistent en observateurs aux réunions du Groupe des États d’Europe occidentale et autres États et sont comptés avec lui pour les élections.",
    KIR: "N’appartient à aucun groupe dans la liste de mai 2014. Une autre liste le compte dans le groupe d’Asie et du Pacifique.",
  },
  profile: {
    names: "Dans les six langues",
    codes: "Codes officiels",
    places: "Groupes et régions",
    contents: "Sur cette page",
    download: "Télécharger ce profil :",
    print: "Imprimer",
    nothing: "Rien n’est consigné ici. Cela peut néanmoins exister.",
    unknown: "Aucun État Membre n’a ce code.",
    unknownRegion: "Aucun groupe ni aucune région n’a ce code.",
  },
  evidence: {
    title: "Dispositions par domaine",
    says: "Chaque nombre compte les dispositions qu’un rédacteur a lues et rattachées à un domaine de la résolution, selon le type d’arme visé. Il ouvre ces dispositions. Un nombre ne dit pas dans quelle mesure une obligation est remplie.",
    area: "Domaine de la résolution",
    any: "Tout type ou aucun",
    none: "aucune information",
    confirmed: {
      one: "{count} disposition consignée",
      many: "{count} dispositions consignées",
      other: "{count} dispositions consignées",
    },
    proposed: {
      one: "{count} proposée par un programme",
      many: "{count} proposées par un programme",
      other: "{count} proposées par un programme",
    },
    proposals:
      "« Proposées par un programme » compte les dispositions dont les mots renvoient au domaine et qu’aucun rédacteur n’a lues à ce titre. Elles s’ouvrent pour tous les types d’armes ensemble.",
    states: { one: "{count} État sur {of}", many: "{count} États sur {of}", other: "{count} États sur {of}" },
  },
  laws: {
    title: "Les lois dans le temps",
    picture:
      "Lois présentes ici par année, de {from} à {to} ; le plus en une année : {most}. Le tableau ci-dessous donne les mêmes nombres.",
    most: "barre la plus haute : {most}",
    table: "Les nombres en tableau",
    year: "Année",
    laws: "Lois",
    undated: {
      one: "{count} loi est sans année.",
      many: "{count} lois sont sans année.",
      other: "{count} lois sont sans année.",
    },
    newest: "Les plus récentes",
    all: { one: "Ouvrir la loi ({count})", many: "Ouvrir les {count} lois", other: "Ouvrir les {count} lois" },
    caution:
      "L’année est celle de la loi telle que sa source l’indique. Le nombre de lois dit ce qui a été chargé ici, rien de plus.",
    ofMembers: {
      one: "Des lois de {count} membre sur {of} sont ici.",
      many: "Des lois de {count} membres sur {of} sont ici.",
      other: "Des lois de {count} membres sur {of} sont ici.",
    },
  },
  region: {
    members: "Membres",
    memberCount: { one: "{count} État Membre", many: "{count} États Membres", other: "{count} États Membres" },
    summed: "Les nombres sont des sommes sur les membres et disent sur combien. Ils n’opposent aucun État à un autre.",
    guests: "Participe aussi, et est compté dans un autre groupe : {states}.",
    parts: "Sous-régions",
    partOf: "Partie de : {region}.",
    newestLaw: "Loi la plus récente ici",
    noYear: "non consignée",
    dated: "Groupes en mai 2014 ; régions selon la norme M49 de la Division de statistique.",
  },
};
