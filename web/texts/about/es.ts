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
    figures:
      "Las cifras cuentan actos, disposiciones y casillas que constan, cada una con su fecha, su fuente y el número del que forma parte. Donde nada consta, la cifra lo dice en lugar de poner cero.",
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
    table: "De dónde proceden las tablas",
    what: "Contenido",
    from: "Procedencia",
    licence: "Licencia",
    asOf: "A fecha de",
    rows: {
      names: "Estados, grupos y regiones",
      treaties: "Actos relativos a tratados",
      editors: "Registro, resúmenes, códigos y términos",
      membership: "Días de admisión en las Naciones Unidas (de memoria)",
      figures: "Totales publicados por el Comité y otros",
      matrices: "Preguntas de la matriz (en parte de memoria) y matrices de demostración (generadas al azar)",
      practices: "Prácticas eficaces",
      documents: "Documentos del Comité",
      characters: "Caracteres chinos tradicionales y simplificados",
    },
  },
  cite: {
    title: "Cómo citar",
    law: "Cite una ley desde su página: da la referencia de la ley, o de la disposición enlazada, como texto, BibTeX, RIS y CSL. Cite el texto que publica el Estado; el nuestro es una copia.",
    list: "Cite una lista o una cifra por su dirección, que contiene todos los filtros. Indique el día de consulta y la versión de los datos, que llevan cada descarga y cada respuesta de la interfaz para programas.",
    words:
      "Transmita las advertencias: lo que toma de aquí es información de referencia y no un juicio sobre un Estado.",
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
    committee: {
      question: "¿Es el Comité un comité de sanciones?",
      answer:
        "No. El párrafo 4 de la resolución lo creó para informar sobre la aplicación. No incluye a personas en listas ni impone nada. Trabaja mediante el diálogo y ayuda a poner en contacto solicitudes y ofertas de asistencia.",
    },
    nonState: {
      question: "¿Quién es un agente no estatal?",
      answer:
        "A los efectos de la resolución, una persona o entidad que actúa sin la autoridad legítima de ningún Estado en lo que la resolución abarca. Lo dice una nota de su preámbulo.",
    },
    delivery: {
      question: "¿Qué son los sistemas vectores y los materiales conexos?",
      answer:
        "Según la misma nota: los misiles, cohetes y otros sistemas no tripulados hechos para tales armas y capaces de transportarlas; y los materiales, equipos y tecnología que abarcan los tratados o las listas nacionales de control y que podrían servir para diseñar, desarrollar, producir o emplear esas armas o sus sistemas vectores.",
    },
    treaties: {
      question: "¿Modifica la resolución los tratados?",
      answer:
        "No. El párrafo 5 deja como están los derechos y obligaciones de las partes en los tratados sobre armas nucleares, químicas y biológicas, así como las funciones del Organismo Internacional de Energía Atómica y de la Organización para la Prohibición de las Armas Químicas.",
    },
    lists: {
      question: "¿Prescribe la resolución una lista de control?",
      answer:
        "No. El párrafo 6 reconoce la utilidad de las listas nacionales de control y exhorta a los Estados a elaborarlas pronto cuando sea necesario. Lo que figura en ellas lo decide cada Estado.",
    },
    reporting: {
      question: "¿Con qué frecuencia informa un Estado?",
      answer:
        "El párrafo 4 pidió un primer informe a más tardar el 28 de octubre de 2004. Resoluciones posteriores alientan a los Estados a enviar más información cuando la haya. No hay un intervalo fijo.",
    },
    matrix: {
      question: "¿Qué es la matriz?",
      answer:
        "Una tabla por Estado en la que los expertos del Comité anotan, fila por fila, las medidas que encontraron en los informes del Estado y en otra información oficial. El Comité la aprueba. Es una herramienta de diálogo y asistencia; una anotación es un hecho y no un juicio.",
    },
    values: {
      question: "¿Qué dicen X, ?, NA y una casilla vacía?",
      answer:
        "X: constan medidas, con referencias; no dice que la obligación se cumpla del todo. ?: las referencias pueden no ser pertinentes o están incompletas. NA: no se aplica. Vacía: no se dio ni se halló información, lo que no significa que no haya ley. El Compendio añade una quinta, «aún sin codificar», donde nadie ha mirado, y nunca suma dos de ellas.",
    },
    demonstration: {
      question: "¿Por qué hay datos de demostración?",
      answer:
        "Las matrices del Comité no están disponibles como datos. Para ver funcionar los gráficos, matrices generadas al azar ocupan su lugar hasta que se carguen las reales. No dicen nada de ningún Estado, van marcadas dondequiera que aparecen y nunca se mezclan con cifras reales.",
    },
    proposed: {
      question: "¿Qué significa «propuesto por un programa»?",
      answer:
        "Un programa halló en una disposición palabras propias de una obligación. Ningún editor la ha leído a ese fin. Esas disposiciones ayudan a buscar y se cuentan aparte de lo que consta por los editores.",
    },
    order: {
      question: "¿Por qué no se contraponen los Estados?",
      answer:
        "Los números muestran lo que aquí se ha cargado y leído, y eso difiere de un Estado a otro. El Comité trata a todos los Estados por igual, y estas páginas también: las listas siguen el alfabeto.",
    },
    practice: {
      question: "¿Qué es una práctica eficaz?",
      answer:
        "Algo que un Estado o una organización halló útil para aplicar la resolución y dio a conocer por voluntad propia, para que otros tomen lo que les convenga. El párrafo 12 de la resolución 1977 (2011) pide al Comité que reúna esas prácticas.",
    },
    assistance: {
      question: "¿A quién acude un Estado en busca de asistencia?",
      answer:
        "Al Comité: el párrafo 7 de la resolución invita a los Estados que puedan a ofrecer ayuda a quienes la pidan. El Compendio no recibe solicitudes.",
    },
    current: {
      question: "¿Está al día?",
      answer:
        "Cada lista y cada parte de la página de un Estado lleva su propia fecha. Una ley está como la tenía su fuente el día en que se cargó; los actos relativos a tratados se conocen hasta el día que figura a su lado.",
    },
    mistakes: {
      question: "He encontrado un error. ¿Qué hago?",
      answer:
        "Diga qué está mal y dónde puede leerse el hecho correcto a quien mantiene esta copia del Compendio. Las tablas son abiertas, y un cambio en la redacción de una disposición se advierte por sí solo: lo que un editor dijo de las palabras antiguas deja de contar.",
    },
    own: {
      question: "¿Puedo cargar mis propias leyes, matrices, prácticas e informes?",
      answer: "Sí, en una copia que usted mismo mantenga. La ayuda muestra cada paso, con archivos de ejemplo.",
    },
    reuse: {
      question: "¿Puedo usar los datos en otro lugar?",
      answer:
        "Cada lista se puede descargar en formato CSV, y todo lo que muestran las páginas se puede pedir desde otros programas. Le rogamos que transmita las advertencias junto con los datos.",
      api: "La interfaz para programas",
    },
  },
};
