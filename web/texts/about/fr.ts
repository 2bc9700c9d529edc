import type { AboutTexts } from "./en.ts";

export const aboutFr: AboutTexts = {
  title: "À propos du Compendium",
  lead: "Le Compendium 1540 aide à trouver ce que les lois nationales disent des sujets visés par la résolution 1540 (2004) du Conseil de sécurité : empêcher que des acteurs non étatiques n’obtiennent des armes nucléaires, chimiques ou biologiques, leurs vecteurs et les éléments connexes.",
  method: {
    title: "Comment il est fait",
    gathered:
      "Les textes de loi proviennent de sources publiques, sous forme de fichiers. Des programmes les lisent, les découpent selon leurs propres repères (articles, sections, annexes) et en conservent les termes tels quels. Aucun programme ne les réécrit, ne les résume ni ne les traduit.",
    search:
      "Une recherche porte sur tous les mots dans l’ensemble du texte et montre les dispositions qui correspondent le mieux. Des termes apparentés dans les six langues officielles sont ajoutés à partir d’une liste ; la page les affiche tous, et un clic suffit à les écarter.",
    editors:
      "À côté de certaines dispositions figure un résumé rédigé en nos propres termes, avec les codes des obligations concernées. Les éditeurs du Compendium l’ont écrit après avoir lu la disposition. C’est une aide à la lecture, signalée comme telle, et non la position de l’État ou du Comité.",
    status:
      "Un texte n’est dit « en vigueur » que si sa source l’indique. Lorsque la source ne dit rien, le statut est « non indiqué ».",
    figures:
      "Les chiffres comptent des actes, des dispositions et des cases consignés, chacun avec sa date, sa source et le nombre dont il fait partie. Là où rien n’est consigné, le chiffre le dit au lieu d’indiquer zéro.",
  },
  limits: {
    title: "Ce qu’il n’est pas",
    official:
      "Ce n’est pas un produit officiel de l’Organisation des Nations Unies, et il ne s’exprime au nom ni du Conseil de sécurité, ni de son Comité créé par la résolution 1540 (2004), ni du Secrétariat, ni d’aucun État.",
    judgement:
      "Il ne juge pas dans quelle mesure un État s’acquitte de ses obligations et n’oppose pas les États les uns aux autres. Les listes d’États suivent l’ordre alphabétique. Le nombre de textes affiché pour un État indique ce qui a été chargé ici, et rien de plus.",
    complete:
      "Il n’est pas complet. Une loi absente d’ici peut exister ; un État sans texte ici peut en avoir beaucoup. On ne saurait rien conclure d’une absence.",
    authentic:
      "Il contient des copies. Seul le texte publié par l’État fait foi. Les traductions sont non officielles, sauf indication contraire.",
    advice:
      "Il ne donne pas d’avis juridique, et le fait de montrer un texte ne signifie pas que celui-ci constitue un modèle.",
  },
  sources: {
    title: "Sources et licences",
    laws: "Textes de loi : la page de chaque texte indique sa source, le fichier et la licence telle que la source l’énonce. La situation des lois au regard du droit d’auteur varie d’un État à l’autre ; vérifiez-la avant de les publier ailleurs.",
    states: "États Membres, leurs noms en six langues, régions et groupes régionaux : {source}, au {date}.",
    register: "Résumés, codes d’obligation et termes apparentés : rédigés pour le Compendium.",
    software:
      "Le logiciel est libre, sous licence Apache 2.0. La police de caractères est Noto Sans, sous licence SIL Open Font 1.1.",
    privacy:
      "Les pages ne chargent rien d’autres serveurs et ne suivent personne. Votre navigateur garde la langue choisie, et rien d’autre.",
    table: "D’où viennent les tableaux",
    what: "Contenu",
    from: "Origine",
    licence: "Licence d’utilisation",
    asOf: "État au",
    rows: {
      names: "États, groupes et régions",
      treaties: "Actes relatifs aux traités",
      editors: "Registre, résumés, codes et termes",
      membership: "Jours d’admission à l’Organisation des Nations Unies (de mémoire)",
      figures: "Totaux publiés par le Comité et d’autres",
      matrices: "Questions de la matrice (en partie de mémoire) et matrices de démonstration (tirées au sort)",
      practices: "Pratiques efficaces",
      documents: "Documents du Comité",
      characters: "Caractères chinois traditionnels et simplifiés",
    },
  },
  cite: {
    title: "Comment citer",
    law: "Citez une loi depuis sa page : elle donne la référence de la loi, ou de la disposition vers laquelle mène votre lien, en texte, BibTeX, RIS et CSL. Citez le texte publié par l’État ; le nôtre est une copie.",
    list: "Citez une liste ou un chiffre par son adresse : elle contient tous les filtres. Indiquez le jour de consultation et la version des données, que portent chaque téléchargement et chaque réponse de l’interface pour programmes.",
    words:
      "Transmettez les mises en garde : ce que vous prenez ici est une information de référence et non un jugement sur un État.",
  },
  questions: {
    title: "Questions",
    resolution: {
      question: "Que demande la résolution 1540 (2004) aux États ?",
      answer:
        "En bref : n’apporter aucun appui aux acteurs non étatiques qui cherchent à se doter de telles armes ; avoir et appliquer des lois qui l’interdisent ; contrôler les éléments concernés en les comptabilisant, en les protégeant, en surveillant les frontières et en réglementant l’exportation, le transit et le financement. Le Conseil de sécurité l’a adoptée le 28 avril 2004.",
    },
    codes: {
      question: "Que signifient les codes comme OP3D.05 ?",
      answer:
        "OP3D désigne l’alinéa d) du paragraphe 3 du dispositif de la résolution ; le nombre qui suit le point désigne un sujet. Un code sert à retrouver des textes ; il ne dit pas qu’une obligation est remplie.",
    },
    missing: {
      question: "Pourquoi ne puis-je pas trouver une loi dont je sais qu’elle existe ?",
      answer:
        "Elle n’a peut-être pas été chargée, ou seulement dans une autre langue ou version, ou son texte emploie d’autres mots. Essayez son numéro, moins de mots, ou des mots de sa langue.",
    },
    boolean: {
      question: "Puis-je chercher des mots exacts ?",
      answer:
        "Oui. Les mots entre guillemets sont pris à la lettre. Un signe moins exclut un mot, une barre verticale signifie « ou », les parenthèses regroupent et un astérisque remplace n’importe quelle terminaison.",
    },
    link: {
      question: "Comment faire un lien vers une disposition ?",
      answer:
        "Cliquez sur son numéro et copiez l’adresse. L’adresse d’un texte et de ses dispositions ne change pas ; celle d’une recherche avec tous ses filtres non plus.",
    },
    committee: {
      question: "Le Comité est-il un comité de sanctions ?",
      answer:
        "Non. Le paragraphe 4 de la résolution l’a créé pour rendre compte de la mise en œuvre. Il ne désigne personne et n’impose rien. Il travaille par le dialogue et aide à rapprocher demandes et offres d’assistance.",
    },
    nonState: {
      question: "Qu’est-ce qu’un acteur non étatique ?",
      answer:
        "Au sens de la résolution, une personne ou une entité qui agit sans l’autorité légale d’un État dans le domaine que couvre la résolution. Une note de son préambule le précise.",
    },
    delivery: {
      question: "Que sont les vecteurs et les éléments connexes ?",
      answer:
        "Selon la même note : les missiles, fusées et autres systèmes sans pilote conçus pour de telles armes et capables de les emporter ; et les matières, matériels et technologies visés par les traités ou par les listes nationales de contrôle qui pourraient servir à concevoir, mettre au point, produire ou utiliser ces armes ou leurs vecteurs.",
    },
    treaties: {
      question: "La résolution modifie-t-elle les traités ?",
      answer:
        "Non. Le paragraphe 5 laisse intacts les droits et obligations des parties aux traités sur les armes nucléaires, chimiques et biologiques, ainsi que les fonctions de l’Agence internationale de l’énergie atomique et de l’Organisation pour l’interdiction des armes chimiques.",
    },
    lists: {
      question: "La résolution prescrit-elle une liste de contrôle ?",
      answer:
        "Non. Le paragraphe 6 reconnaît l’utilité des listes nationales de contrôle et demande aux États, lorsque c’est nécessaire, d’en établir sans tarder. Ce qui y figure relève de chaque État.",
    },
    reporting: {
      question: "À quelle fréquence un État fait-il rapport ?",
      answer:
        "Le paragraphe 4 demandait un premier rapport au plus tard le 28 octobre 2004. Des résolutions ultérieures encouragent les États à communiquer d’autres informations lorsqu’ils en ont. Il n’y a pas d’intervalle fixe.",
    },
    matrix: {
      question: "Qu’est-ce que la matrice ?",
      answer:
        "Un tableau par État, dans lequel les experts du Comité notent, ligne par ligne, les mesures trouvées dans les rapports de l’État et dans d’autres informations officielles. Le Comité l’approuve. C’est un outil de dialogue et d’assistance ; une mention est un fait noté et non un jugement.",
    },
    values: {
      question: "Que disent X, ?, NA et une case vide ?",
      answer:
        "X : des mesures sont consignées, avec des références ; cela ne dit pas que l’obligation est entièrement remplie. ? : les références peuvent ne pas convenir ou sont incomplètes. NA : sans objet. Case vide : aucune information donnée ou trouvée, ce qui ne veut pas dire qu’il n’y a pas de loi. Le Compendium ajoute un cinquième état, « pas encore codé », là où personne n’a regardé, et n’en additionne jamais deux.",
    },
    demonstration: {
      question: "Pourquoi des données de démonstration ?",
      answer:
        "Les matrices du Comité ne sont pas disponibles sous forme de données. Pour montrer les graphiques à l’œuvre, des matrices tirées au hasard en tiennent lieu jusqu’à ce que de vraies soient chargées. Elles ne disent rien d’aucun État, sont signalées partout et ne sont jamais mêlées à des chiffres réels.",
    },
    proposed: {
      question: "Que veut dire « proposé par un programme » ?",
      answer:
        "Un programme a trouvé dans une disposition des mots propres à une obligation. Aucun rédacteur ne l’a lue à ce titre. Ces dispositions aident à chercher et sont comptées à part de ce que les rédacteurs ont consigné.",
    },
    order: {
      question: "Pourquoi les États ne sont-ils pas opposés les uns aux autres ?",
      answer:
        "Les nombres montrent ce qui a été chargé et lu ici, et cela varie d’un État à l’autre. Le Comité traite tous les États de la même manière, et ces pages aussi : les listes suivent l’alphabet.",
    },
    practice: {
      question: "Qu’est-ce qu’une pratique efficace ?",
      answer:
        "Quelque chose qu’un État ou une organisation a jugé utile pour appliquer la résolution et a fait connaître de son plein gré, afin que d’autres prennent ce qui leur convient. Le paragraphe 12 de la résolution 1977 (2011) demande au Comité de recueillir ces pratiques.",
    },
    assistance: {
      question: "À qui un État s’adresse-t-il pour une assistance ?",
      answer:
        "Au Comité : le paragraphe 7 de la résolution invite les États qui le peuvent à offrir leur aide à ceux qui la demandent. Le Compendium ne reçoit aucune demande.",
    },
    current: {
      question: "Est-ce à jour ?",
      answer:
        "Chaque liste et chaque partie de la page d’un État porte sa propre date. Une loi est telle que sa source la donnait le jour du chargement ; les actes relatifs aux traités sont connus jusqu’au jour indiqué à côté d’eux.",
    },
    mistakes: {
      question: "J’ai trouvé une erreur. Que faire ?",
      answer:
        "Dites ce qui est faux et où l’on peut lire le fait exact à la personne qui exploite cette copie du Compendium. Les tableaux sont ouverts, et un changement de rédaction d’une disposition se remarque tout seul : ce qu’un rédacteur a dit de l’ancien texte ne compte plus.",
    },
    own: {
      question: "Puis-je charger mes propres lois, matrices, pratiques et rapports ?",
      answer:
        "Oui, dans une copie que vous exploitez vous-même. L’aide montre chaque étape, avec des fichiers d’exemple.",
    },
    reuse: {
      question: "Puis-je utiliser les données ailleurs ?",
      answer:
        "Chaque liste peut être téléchargée au format CSV, et tout ce que les pages affichent peut être demandé par d’autres programmes. Veuillez transmettre les mises en garde avec les données.",
      api: "L’interface pour les programmes",
    },
  },
};
