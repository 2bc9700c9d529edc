import type { NewsTexts } from "./en.ts";

export const newsFr: NewsTexts = {
  title: "Nouveautés",
  none: "Aucun changement n'a encore été enregistré.",
  feed: "Flux des changements (Atom)",
  changes: {
    added: "Ajouté",
    changed: "Modifié",
    removed: "Retiré",
  },
  feedback: {
    open: "Signaler une erreur sur cette page",
    title: "Remarque sur cette fiche",
    lead: "Votre remarque est conservée ici à l'intention des responsables de ce service. Elle n'est ni publiée ni transmise ailleurs.",
    kind: "De quoi s'agit-il ?",
    words: "Dans vos mots",
    contact: "Pour vous répondre (facultatif)",
    send: "Envoyer",
    cancel: "Annuler",
    sent: "Merci. Votre remarque est enregistrée.",
    failed: "L'enregistrement a échoué. Réessayez plus tard.",
    tooMany: "Trop d'envois depuis cette adresse. Réessayez dans quelques minutes.",
  },
  kinds: {
    error: "Une donnée est inexacte",
    outdated: "Ce n'est plus à jour",
    missing: "Il manque quelque chose",
    link: "Un lien ne fonctionne pas",
    remark: "Autre chose",
  },
};
