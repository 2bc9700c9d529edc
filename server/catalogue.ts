import { api } from "#domain/api.ts";
import { disclaimer } from "#domain/disclaimer.ts";
import type { Endpoint } from "#domain/endpoint.ts";
import { languages } from "#domain/languages.ts";
import { exportFormats, mediaTypes } from "./export-formats.ts";
import type { ServedGeneration } from "./generation.ts";

interface Described {
  endpoint: Endpoint;
  title: string;
  description: string;
  /** The index by whose building it is dated. */
  alias: string;
  /** Whether every row can be taken away as a file, beside what the endpoint answers. */
  exported: boolean;
}

const described: Described[] = [
  {
    endpoint: api.legislation,
    title: "National legislation",
    description: "Laws of States for the resolution, with type, status, dates, citation and address; not their texts.",
    alias: "instruments-en",
    exported: true,
  },
  {
    endpoint: api.provisions,
    title: "Provisions of national legislation",
    description: "Articles and sections of these laws, with the obligations they were tied to and our own summaries.",
    alias: "provisions-en",
    exported: true,
  },
  {
    endpoint: api.reports,
    title: "Documents of the Council, the Committee and States",
    description: "Symbol, kind, dates as each source states them, relations, source and how far it was checked.",
    alias: "reports-en",
    exported: true,
  },
  {
    endpoint: api.obligations,
    title: "Obligations of resolution 1540 (2004)",
    description: "The taxonomy in six languages, with what is recorded for each part.",
    alias: "instruments-en",
    exported: false,
  },
  {
    endpoint: api.programmeOfWork,
    title: "Mandate ledger",
    description: "What resolutions and the programme of work ask of the Committee, with dated deadline rules.",
    alias: "reports-en",
    exported: false,
  },
  {
    endpoint: api.thesaurus,
    title: "Thesaurus",
    description: "Concepts of the resolution and their terms in six languages.",
    alias: "provisions-en",
    exported: false,
  },
];

/** The day this catalogue was first published. */
const issued = "2026-11-30";

/** What can be taken away from here, in the words of DCAT 3. */
export function dataCatalogue(site: string, { asOf, builtAt }: ServedGeneration): Record<string, unknown> {
  return {
    "@context": {
      dcat: "http://www.w3.org/ns/dcat#",
      dct: "http://purl.org/dc/terms/",
      foaf: "http://xmlns.com/foaf/0.1/",
      xsd: "http://www.w3.org/2001/XMLSchema#",
    },
    "@id": `${site}/catalogue.jsonld`,
    "@type": "dcat:Catalog",
    "dct:title": "Compendium 1540",
    "dct:description": disclaimer,
    "dct:language": languages,
    "dct:license": { "@id": licence },
    "dct:issued": date(issued),
    "dct:modified": date(asOf),
    "foaf:homepage": { "@id": `${site}/` },
    "dcat:dataset": described
      .filter(({ alias }) => builtAt.has(alias))
      .map(({ endpoint, title, description, alias, exported }) => ({
        "@id": `${site}${endpoint.path}`,
        "@type": "dcat:Dataset",
        "dct:title": title,
        "dct:description": description,
        "dct:license": { "@id": licence },
        "dct:rights": "Facts and our own words under the licence named; each text of a law keeps that of its source.",
        "dct:issued": date(issued),
        "dct:modified": date(builtAt.get(alias)!),
        "dcat:distribution": [
          distribution(site, endpoint.path, "application/json", `${title}: API`),
          ...(exported
            ? exportFormats.map((format) =>
                distribution(
                  site,
                  `${endpoint.path}.${format}`,
                  mediaTypes[format],
                  `${title}: ${format.toUpperCase()}`,
                ),
              )
            : []),
        ],
      })),
  };
}

const licence = "https://www.apache.org/licenses/LICENSE-2.0";

function date(value: string): Record<string, string> {
  return { "@type": value.length > 10 ? "xsd:dateTime" : "xsd:date", "@value": value };
}

function distribution(site: string, path: string, mediaType: string, title: string): Record<string, unknown> {
  return {
    "@type": "dcat:Distribution",
    "dct:title": title,
    "dcat:accessURL": { "@id": `${site}${path}` },
    "dcat:downloadURL": { "@id": `${site}${path}` },
    "dcat:mediaType": { "@id": `https://www.iana.org/assignments/media-types/${mediaType}` },
  };
}
