import type { DayCatalogue } from "./en.ts";

export const dayEs: DayCatalogue<"one" | "many" | "other"> = {
  day: "Día",
  apply: "Mostrar las leyes de ese día",
  rule: "Según las fechas que indica la fuente: desde la entrada en vigor o, si no consta, desde la aprobación, hasta la derogación o la versión siguiente. Un año o un mes cuenta desde su primer día.",
  left: {
    one: "Las fechas de {count} ley más no indican si estaba en vigor ese día.",
    many: "Las fechas de {count} de leyes más no indican si estaban en vigor ese día.",
    other: "Las fechas de {count} leyes más no indican si estaban en vigor ese día.",
  },
  show: "Mostrarlas también",
  included: {
    one: "En esta lista hay {count} ley cuyas fechas no indican si estaba en vigor ese día.",
    many: "En esta lista hay {count} de leyes cuyas fechas no indican si estaban en vigor ese día.",
    other: "En esta lista hay {count} leyes cuyas fechas no indican si estaban en vigor ese día.",
  },
  hide: "No mostrarlas",
};
