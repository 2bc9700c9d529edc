import { lawAsJsonLd } from "#domain/json-ld.ts";
import { legislationEndpoints, type Law } from "#domain/legislation.ts";
import { addressOf } from "../api.ts";

/** The law for programs that read pages: data in the page, and a link to the same from the server. */
export function LawData({ law }: { law: Law }) {
  const address = addressOf(legislationEndpoints.law, { language: law.language }, { id: law.id }, ".jsonld");
  return (
    <>
      <link rel="alternate" type="application/ld+json" href={address} />
      <script type="application/ld+json">{JSON.stringify(lawAsJsonLd(law, window.location.origin))}</script>
    </>
  );
}
