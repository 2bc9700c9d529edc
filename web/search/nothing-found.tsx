import { legislationEndpoints, type LegislationParams } from "#domain/legislation.ts";
import { useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import type { Plural } from "../texts/en.ts";
import { PageLink } from "../ui/page-link.tsx";
import { noFilters, type ChosenFilter } from "./filters.ts";

interface Props {
  params: LegislationParams;
  chosen: ChosenFilter[];
  searchWith: (changes: Partial<LegislationParams>) => string;
}

/** Says that nothing was found, and which filter, or whether the words, stand in the way. */
export function NothingFound({ params, chosen, searchWith }: Props) {
  const { texts, fill } = useInterface();
  if (chosen.length === 0) {
    return (
      <section className="nothing">
        <h2>{texts.results.none}</h2>
        <p>{texts.results.noneForWords}</p>
      </section>
    );
  }
  return (
    <section className="nothing">
      <h2>{texts.results.none}</h2>
      <p>{params.q === "" ? texts.results.noneForFilters : texts.results.noneWithFilters}</p>
      <ul>
        {chosen.map(({ filter, name, values, without }) => (
          <WayOut
            key={filter}
            forms={texts.results.withoutFilter}
            label={fill(texts.results.filter, { name, value: values.map((value) => value.name).join(" · ") })}
            params={{ ...params, ...without }}
            address={searchWith(without)}
          />
        ))}
        {params.q !== "" && (
          <WayOut
            forms={texts.results.withoutWords}
            label={params.q}
            params={{ ...params, q: "" }}
            address={searchWith({ q: "" })}
          />
        )}
      </ul>
      <p>
        <PageLink to={searchWith(noFilters)}>{texts.results.clear}</PageLink>
      </p>
    </section>
  );
}

/** Asks how many laws there are without one filter, and leads there if there are some. */
function WayOut({
  forms,
  label,
  params,
  address,
}: {
  forms: Plural;
  label: string;
  params: LegislationParams;
  address: string;
}) {
  const { count } = useInterface();
  const { data } = useApi(legislationEndpoints.legislation, { ...params, page: 1, size: 1 });
  if (data === undefined || data.total === 0) return null;
  return (
    <li>
      <PageLink to={address}>{count(forms, data.total, { filter: label })}</PageLink>
    </li>
  );
}
