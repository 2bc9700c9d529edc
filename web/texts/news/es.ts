import type { NewsTexts } from "./en.ts";

export const newsEs: NewsTexts = {
  title: "Novedades",
  none: "Aún no se ha registrado ningún cambio.",
  feed: "Canal de cambios (Atom)",
  changes: {
    added: "Añadido",
    changed: "Modificado",
    removed: "Retirado",
  },
  feedback: {
    open: "Comunicar un error de esta página",
    title: "Comentario sobre esta ficha",
    lead: "Su comentario se guarda aquí para quienes mantienen este servicio. No se publica ni se envía a otro lugar.",
    kind: "¿De qué se trata?",
    words: "Con sus palabras",
    contact: "Cómo responderle (opcional)",
    send: "Enviar",
    cancel: "Cancelar",
    sent: "Gracias. Su comentario ha quedado guardado.",
    failed: "No se ha podido guardar. Inténtelo más tarde.",
    tooMany: "Se ha enviado demasiado desde esta dirección. Inténtelo dentro de unos minutos.",
  },
  kinds: {
    error: "Un dato es incorrecto",
    outdated: "Está desactualizado",
    missing: "Falta algo",
    link: "Un enlace no funciona",
    remark: "Otra cosa",
  },
};
