import type { Law, LawStatus } from "./legislation.ts";

/** The statuses that say whether a law is in force, in the words of schema.org; the others do not tell. */
const legalForces: Partial<Record<LawStatus, string>> = {
  "in-force": "InForce",
  "partly-in-force": "PartiallyInForce",
  draft: "NotInForce",
  "adopted-not-in-force": "NotInForce",
  superseded: "NotInForce",
  repealed: "NotInForce",
  "repealed-before-in-force": "NotInForce",
  "never-in-force": "NotInForce",
};

/**
 * A law as schema.org describes legislation, for programs that read pages; without its words.
 * @param origin what the addresses of this server begin with: `https://example.org`
 */
export function lawAsJsonLd(law: Law, origin: string): object {
  const force = legalForces[law.status];
  const date = law.adopted ?? law.year?.toString();
  const isOnWeb = law.url !== undefined && /^https?:\/\//.test(law.url);
  return {
    // `meta` is ours: readers of JSON-LD pass over it.
    "@context": ["https://schema.org", { meta: null }],
    "@type": "Legislation",
    "@id": `${origin}/legislation/${encodeURIComponent(law.id)}`,
    name: law.title,
    ...(law.englishTitle !== undefined && { alternateName: law.englishTitle }),
    legislationIdentifier: law.number ?? law.id,
    ...(date !== undefined && { legislationDate: date }),
    inLanguage: law.language,
    legislationJurisdiction: { "@type": "Country", identifier: law.state },
    ...(force !== undefined && { legislationLegalForce: `https://schema.org/${force}` }),
    url: `${origin}/legislation/${encodeURIComponent(law.id)}?language=${law.language}`,
    ...(isOnWeb && { isBasedOn: law.url }),
    meta: law.meta,
  };
}
