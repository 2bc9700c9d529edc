import type { StateCatalogue } from "./en.ts";

export const statesEs: StateCatalogue<"one" | "many" | "other"> = {
  list: {
    lead: "Los Estados Miembros de las Naciones Unidas, por nombre, con lo que consta aquí sobre cada uno. Donde nada consta, puede haber leyes.",
    filter: "Filtrar por nombre o código",
    fitting: { one: "{count} Estado coincide", many: "{count} Estados coinciden", other: "{count} Estados coinciden" },
    noneFits: "Ningún Estado tiene este nombre o código.",
    laws: "Leyes aquí",
    noLaws: "ninguna consta",
    places: "Grupos y regiones",
    groups: "Grupos regionales",
    regions: "Regiones y subregiones",
  },
  groupNotes: {
    TUR: "Participa en dos grupos, el de Europa Occidental y el de Asia y el Pacífico. Se cuenta una vez, en el grupo por el que se presenta a elecciones.",
    USA: "No son miembros de ningún grupo. Asisten como observadores al Grupo de los Estados de Europa Occidental y otros Estados y se cuentan con él a efectos electorales.",
    KIR: "No figura en ningún grupo en la lista de mayo de 2014. Otra lista lo cuenta en el grupo de Asia y el Pacífico.",
  },
  profile: {
    names: "En los seis idiomas",
    codes: "Códigos",
    places: "Grupos y regiones",
    contents: "En esta página",
    download: "Descargar este perfil:",
    print: "Imprimir",
    nothing: "Aquí no consta nada. Aun así, puede existir.",
    unknown: "Ningún Estado Miembro tiene este código.",
    unknownRegion: "Ningún grupo ni región tiene este código.",
  },
  evidence: {
    title: "Disposiciones por ámbito",
    says: "Cada número cuenta las disposiciones que un editor ha leído y vinculado a un ámbito de la resolución, según el tipo de arma al que se refieren. Al pulsarlo se abren esas disposiciones. Un número no dice hasta qué punto se cumple una obligación.",
    area: "Ámbito de la resolución",
    any: "Cualquier tipo o ninguno",
    none: "sin información",
    confirmed: {
      one: "Consta {count} disposición",
      many: "Constan {count} disposiciones",
      other: "Constan {count} disposiciones",
    },
    proposed: {
      one: "{count} propuesta por un programa",
      many: "{count} propuestas por un programa",
      other: "{count} propuestas por un programa",
    },
    proposals:
      "«Propuestas por un programa» cuenta las disposiciones cuyas palabras apuntan al ámbito y que ningún editor ha leído a ese fin. Se abren para todos los tipos de armas a la vez.",
    states: { one: "{count} Estado de {of}", many: "{count} Estados de {of}", other: "{count} Estados de {of}" },
  },
  laws: {
    title: "Las leyes en el tiempo",
    picture:
      "Leyes presentes aquí por año, de {from} a {to}; el máximo en un año: {most}. La tabla siguiente da los mismos números.",
    most: "barra más alta: {most}",
    table: "Los números en una tabla",
    year: "Año",
    laws: "Leyes",
    undated: {
      one: "{count} ley no tiene año.",
      many: "{count} leyes no tienen año.",
      other: "{count} leyes no tienen año.",
    },
    newest: "Las más recientes",
    all: { one: "Abrir la ley ({count})", many: "Abrir las {count} leyes", other: "Abrir las {count} leyes" },
    caution: "El año es el de la ley según su fuente. El número de leyes dice lo que se ha cargado aquí, nada más.",
    ofMembers: {
      one: "Hay aquí leyes de {count} miembro de {of}.",
      many: "Hay aquí leyes de {count} miembros de {of}.",
      other: "Hay aquí leyes de {count} miembros de {of}.",
    },
  },
  region: {
    members: "Miembros",
    memberCount: { one: "{count} Estado Miembro", many: "{count} Estados Miembros", other: "{count} Estados Miembros" },
    summed: "Los números son sumas de los miembros y dicen de cuántos. No contraponen a ningún Estado con otro.",
    guests: "Participa también, y se cuenta en otro grupo: {states}.",
    parts: "Subregiones",
    partOf: "Parte de: {region}.",
    newestLaw: "Ley más reciente aquí",
    noYear: "no consta",
    dated: "Grupos a mayo de 2014; regiones según la norma M49 de la División de Estadística.",
  },
};
