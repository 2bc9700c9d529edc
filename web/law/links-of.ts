import type { Law, LinkedLaw } from "#domain/legislation.ts";

/** A law, and the provisions of it that are meant; none where it is the law as a whole. */
export interface Linked {
  law: LinkedLaw;
  provisions: { anchor: string; label: string }[];
}

/** What one provision cites, and what cites it; `this law` among them where its own provisions do. */
export interface ProvisionLinks {
  cites: Linked[];
  resolutions: string[];
  citedBy: Linked[];
}

/** The links of each provision that has some, by its anchor. */
export function linksOf(law: Law): Map<string, ProvisionLinks> {
  const laws = new Map([...law.cites.laws, law].map((each) => [each.id, each]));
  const links = new Map<string, ProvisionLinks>();
  const of = (anchor: string) => {
    const known = links.get(anchor) ?? { cites: [], resolutions: [], citedBy: [] };
    links.set(anchor, known);
    return known;
  };
  for (const { anchor, label, cites } of law.provisions) {
    const cited = new Set([...cites.laws, ...cites.provisions.map((provision) => provision.law)]);
    if (cited.size + cites.resolutions.length === 0) continue;
    of(anchor).resolutions = cites.resolutions;
    of(anchor).cites = [...cited].flatMap((id) => {
      const provisions = cites.provisions.filter((provision) => provision.law === id);
      return laws.has(id) ? [{ law: laws.get(id)!, provisions }] : [];
    });
    for (const own of cites.provisions.filter((provision) => provision.law === law.id))
      add(of(own.anchor).citedBy, law, { anchor, label });
  }
  for (const citing of law.citedBy.laws)
    for (const provision of citing.provisions)
      for (const anchor of provision.cites) add(of(anchor).citedBy, citing, provision);
  return links;
}

function add(linked: Linked[], law: LinkedLaw, provision: Linked["provisions"][number]): void {
  const known = linked.find((each) => each.law.id === law.id);
  if (known === undefined) linked.push({ law, provisions: [provision] });
  else known.provisions.push(provision);
}
