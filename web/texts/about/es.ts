import type { AboutTexts } from "./en.ts";

export const aboutEs: AboutTexts = {
  title: "Acerca del Compendio",
  lead: "El Compendio 1540 ayuda a encontrar lo que las leyes nacionales dicen sobre los temas de la resolución 1540 (2004) del Consejo de Seguridad: impedir que agentes no estatales obtengan armas nucleares, químicas o biológicas, sus sistemas vectores y los materiales conexos.",
  method: {
    title: "Cómo se hace",
    gathered:
      "Los textos de las leyes proceden de fuentes públicas, en forma de archivos. Unos programas los leen, los dividen según sus propias marcas (artículos, secciones, anexos) y conservan las palabras tal como están. Ningún programa los reescribe, resume ni traduce.",
    search:
      "La búsqueda abarca todas las palabras en la ley entera y muestra las disposiciones que mejor responden. Se añaden términos afines en los seis idiomas oficiales a partir de una lista; la página los muestra todos, y basta un clic para dejarlos de lado.",
    editors:
      "Junto a algunas disposiciones figura un resumen con nuestras propias palabras y los códigos de las obligaciones de que se trata. Lo escribieron los editores del Compendio tras leer la disposición. Es una ayuda para la lectura, señalada como tal, y no la opinión del Estado ni del Comité.",
    status:
      "De una ley se dice que está «en vigor» solo si su fuente lo indica. Cuando la fuente calla, la situación es «no indicada».",
  },
  limits: {
    title: "Qué no es",
    official:
      "No es un producto oficial de las Naciones Unidas ni habla en nombre del Consejo de Seguridad, de su Comité establecido en virtud de la resolución 1540 (2004), de la Secretaría ni de Estado alguno.",
    judgement:
      "No juzga en qué medida un Estado cumple sus obligaciones ni compara a los Estados entre sí. Las listas de Estados siguen el orden alfabético. El número de leyes que se muestra para un Estado indica lo que se ha cargado aquí, y nada más.",
    complete:
      "No es completo. Una ley que no figure aquí puede existir; un Estado sin leyes aquí puede tener muchas. De una ausencia no cabe sacar conclusiones.",
    authentic:
      "Contiene copias. Solo es auténtico el texto publicado por el Estado. Las traducciones no son oficiales, salvo que se indique que lo son.",
    advice: "No ofrece asesoramiento jurídico, y mostrar un texto no significa que sea un modelo para otros.",
  },
  sources: {
    title: "Fuentes y licencias",
    laws: "Textos de las leyes: la página de cada ley indica su fuente, el archivo y la licencia tal como la enuncia la fuente. La protección de las leyes por derechos de autor varía de un Estado a otro; compruébelo antes de publicarlas en otro lugar.",
    states: "Estados Miembros, sus nombres en seis idiomas, regiones y grupos regionales: {source}, al {date}.",
    register: "Resúmenes, códigos de obligaciones y términos afines: redactados para el Compendio.",
    software:
      "El programa es libre, con licencia Apache 2.0. El tipo de letra es Noto Sans, con licencia SIL Open Font 1.1.",
    privacy:
      "Las páginas no cargan nada de otros servidores ni siguen a nadie. Su navegador guarda el idioma elegido, y nada más.",
  },
  questions: {
    title: "Preguntas",
    resolution: {
      question: "¿Qué pide la resolución 1540 (2004) a los Estados?",
      answer:
        "En resumen: no prestar apoyo a los agentes no estatales que busquen esas armas; tener y aplicar leyes que lo prohíban; y controlar los materiales de que se trata, contabilizándolos, protegiéndolos, vigilando las fronteras y regulando la exportación, el tránsito y la financiación. El Consejo de Seguridad la aprobó el 28 de abril de 2004.",
    },
    codes: {
      question: "¿Qué significan códigos como OP3D.05?",
      answer:
        "OP3D designa el apartado d) del párrafo 3 de la parte dispositiva de la resolución; el número que sigue al punto designa un tema. Un código sirve para encontrar textos; no dice que una obligación esté cumplida.",
    },
    missing: {
      question: "¿Por qué no encuentro una ley que sé que existe?",
      answer:
        "Puede que no se haya cargado, o solo en otro idioma o versión, o que su texto use otras palabras. Pruebe con su número, con menos palabras o con palabras de su propio idioma.",
    },
    boolean: {
      question: "¿Puedo buscar palabras exactas?",
      answer:
        "Sí. Las palabras entre comillas se toman al pie de la letra. Un signo menos excluye una palabra, una barra vertical significa «o», los paréntesis agrupan y un asterisco representa cualquier terminación.",
    },
    link: {
      question: "¿Cómo enlazo con una disposición?",
      answer:
        "Pulse su número y copie la dirección. La dirección de una ley y de sus disposiciones no cambia; tampoco la de una búsqueda con todos sus filtros.",
    },
    reuse: {
      question: "¿Puedo usar los datos en otro lugar?",
      answer:
        "Cada lista se puede descargar en formato CSV, y todo lo que muestran las páginas se puede pedir desde otros programas. Le rogamos que transmita las advertencias junto con los datos.",
      api: "La interfaz para programas",
    },
  },
};
