import type { HelpCatalogue } from "./en.ts";

export const helpEs: HelpCatalogue<"one" | "many" | "other"> = {
  lead: "Cómo buscar, cómo pueden preguntar otros programas y cómo cargar lo que usted mismo tiene.",
  search: {
    title: "Cómo buscar",
    says: "Todas las palabras deben figurar en la ley, en cualquiera de sus formas. Cada ejemplo se ejecuta al pulsarlo.",
    example: "Ejemplo",
    finds: "Qué encuentra",
    groups: "grupos de palabras",
    article: "el artículo citado",
    number: "la ley con este número",
    crossing: "una palabra en otro idioma; también se buscan términos afines en los seis",
  },
  api: {
    title: "Para otros programas",
    says: "Todo lo que muestran estas páginas viene de una interfaz abierta, y también puede venir lo que usted construya. Cada llamada funciona tal como se copia; cada respuesta lleva las advertencias y la versión de los datos.",
    described: "Todas las direcciones, con lo que se puede preguntar y lo que se responde",
    calls: {
      laws: "Cuántas leyes del Canadá tienen una palabra",
      state: "Todo lo que consta sobre un Estado",
      export: "Todas las leyes de un filtro, en un archivo",
    },
    copy: "Copiar",
    copied: "Copiado",
  },
  loading: {
    title: "Cargar datos propios",
    says: "Leyes, actos relativos a tratados, matrices, prácticas e informes van a una copia que usted mismo mantiene. Cada clase tiene una pequeña muestra, inventada para ello.",
    steps: {
      shape: "Dé a lo que tiene la forma de la muestra: una tabla, o una carpeta de archivos con una tabla al lado.",
      dry: "Léalo sin cargar nada ({command}). Se da cuenta de cada archivo y fila, y lo que no encaja se nombra junto con lo que se esperaba.",
      load: "Cárguelo. Los lectores ven los datos antiguos hasta que los nuevos están completos y verificados.",
      again: "Vuelva a cargarlo cuando cambie. Lo que no ha cambiado no se lee dos veces.",
      back: "Vuelva a los datos anteriores, si hace falta ({command}).",
    },
    kind: "Clase",
    command: "Orden",
    sample: "Muestra",
    kinds: {
      legislation: "Leyes",
      treaties: "Actos relativos a tratados",
      matrices: "Matrices de los Estados",
      practices: "Prácticas eficaces",
      reports: "Informes y documentos",
    },
  },
  glossary: {
    lead: "Los conceptos de la resolución y las palabras que los nombran. En lugar de definiciones, cada uno lleva a las partes de la resolución a las que atañe y a las leyes que tienen sus palabras.",
    filter: "Filtrar por palabras, en cualquier idioma",
    fitting: {
      one: "{count} concepto coincide",
      many: "{count} conceptos coinciden",
      other: "{count} conceptos coinciden",
    },
    noneFits: "Ningún concepto tiene estas palabras.",
    letters: "Letras",
    also: "También:",
    laws: "Leyes con sus palabras",
    others: "En los demás idiomas",
  },
};
