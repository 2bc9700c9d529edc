import type { SearchAllCatalogue } from "./en.ts";

export const searchAllEs: SearchAllCatalogue<"one" | "many" | "other"> = {
  titleFor: "{query} – Buscar en todo",
  lead: "Leyes, prácticas, documentos, Estados, partes de la resolución y conceptos para una misma pregunta, lo mejor de cada clase.",
  ask: "Escriba algunas palabras arriba.",
  groups: {
    legislation: "Leyes",
    practices: "Prácticas eficaces",
    reports: "Documentos",
    states: "Estados",
    obligations: "Partes de la resolución",
    concepts: "Conceptos",
  },
  none: "nada encontrado",
  all: { one: "Abrir el único resultado", many: "Abrir todo ({count})", other: "Abrir todo ({count})" },
  endpoint: "Desde la API:",
  concept: "{label}: leyes con sus palabras",
  terms: "también: {terms}",
  palette: {
    title: "Ir a una página, un Estado, una ley o un concepto",
    label: "¿Adónde?",
    hint: "Las flechas eligen, Intro abre, Escape cierra.",
    close: "Cerrar",
    page: "Página",
    everything: "Buscar en todo {query}",
    none: "Nada empieza así.",
    found: { one: "{count} entrada", many: "{count} entradas", other: "{count} entradas" },
  },
};
