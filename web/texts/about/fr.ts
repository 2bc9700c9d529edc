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
    reuse: {
      question: "Puis-je utiliser les données ailleurs ?",
      answer:
        "Chaque liste peut être téléchargée au format CSV, et tout ce que les pages affichent peut être demandé par d’autres programmes. Veuillez transmettre les mises en garde avec les données.",
      api: "L’interface pour les programmes",
    },
  },
};
