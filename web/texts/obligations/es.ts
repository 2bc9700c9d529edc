import type { ObligationCatalogue } from "./en.ts";

export const obligationsEs: ObligationCatalogue<"one" | "many" | "other"> = {
  obligation: "Obligación",
  paragraph: "párrafo {number}",
  kinds: {
    information: "A título informativo",
    voluntary: "Voluntario",
    recommended: "Recomendado",
    notice: "Nota",
  },
  nothing: "no consta información",
  list: {
    title: "Obligaciones de la resolución",
    lead: "La resolución 1540 (2004) del Consejo de Seguridad, párrafo por párrafo, con las leyes nacionales de esta biblioteca relacionadas con cada parte.",
    meaning: "Qué dicen los números",
    says: "Cuentan lo que consta aquí: las disposiciones que un editor ha leído y vinculado a una obligación, las leyes que las contienen y los Estados de esas leyes. Un ámbito cuenta una sola vez todo lo que abarca; una disposición cuenta en cada idioma en que su ley está aquí.",
    saysNot:
      "No dicen en qué medida un Estado satisface una obligación. Donde consta poco, quizá se haya cargado o leído poco; donde no consta nada, puede haber leyes de todos modos.",
    library: "En la biblioteca: {laws}, {states}.",
    machine:
      "«Propuesto por un programa» cuenta las disposiciones cuyas palabras apuntan a una obligación y que ningún editor ha leído a ese efecto. No figuran entre las que constan.",
    marks:
      "Las entradas con una marca (a título informativo, voluntario, recomendado, nota) figuran junto a las obligaciones y no lo son.",
    filter: "Filtrar por palabras o código",
    fitting: {
      one: "{count} entrada coincide",
      many: "{count} de entradas coinciden",
      other: "{count} entradas coinciden",
    },
    noneFits: "Ninguna entrada contiene estas palabras.",
    openAll: "Desplegar todas las filas",
    foldAll: "Plegar todas las filas",
    rowsUnder: "Filas de {label}",
    recorded: "Consta aquí",
    proposed: "Propuesto por un programa",
    provisions: { one: "{count} disposición", many: "{count} de disposiciones", other: "{count} disposiciones" },
  },
  compare: {
    title: "Estados lado a lado",
    lead: "Vea cómo redactan los Estados lo que disponen sobre una misma obligación. Elija de dos a cinco Estados y una parte de la resolución.",
    states: "Estados",
    addState: "Añadir un Estado",
    enough: "Ya hay cinco Estados elegidos. Quite uno para elegir otro.",
    takeAway: "Quitar {state}",
    part: "Parte de la resolución",
    choosePart: "Elegir una parte",
    every: "Todas",
    needed: "Elija al menos dos Estados y una parte de la resolución.",
    caution:
      "Cada celda contiene las disposiciones que un editor ha vinculado a la obligación. «No consta información» significa que aquí no hay ninguna vinculada a ella; puede existir de todos modos. Los Estados figuran en orden alfabético. Los resúmenes están en inglés y son de redacción propia.",
    asWhole: "{label} (en su conjunto)",
    download: "Descargar esta tabla (CSV)",
  },
};
