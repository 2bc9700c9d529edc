import { effectivePracticeEndpoints } from "#domain/effective-practices.ts";
import type { EffectivePracticesParams } from "#domain/effective-practices.ts";
import { useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import type { Plural } from "../texts/en.ts";
import { PageLink } from "../ui/page-link.tsx";
import { noPracticeFilters, type ChosenPracticeFilter } from "./filters.ts";
import { usePracticeTexts } from "./use-practice-texts.ts";

interface Props {
  params: EffectivePracticesParams;
  chosen: ChosenPracticeFilter[];
  searchWith: (changes: Partial<EffectivePracticesParams>) => string;
}

/** Says that nothing was found, and which filter, or whether the words, stand in the way. */
export function NoPractice({ params, chosen, searchWith }: Props) {
  const { texts, fill } = useInterface();
  const words = usePracticeTexts();
  const why = chosen.length === 0 ? words.noneForWords : params.q === "" ? words.noneForFilters : words.noneWithFilters;
  return (
    <section className="nothing">
      <h2>{words.none}</h2>
      <p>{why}</p>
      {chosen.length > 0 && (
        <>
          <ul>
            {chosen.map(({ filter, name, values, without }) => (
              <WayOut
                key={filter}
                forms={words.withoutFilter}
                label={fill(texts.results.filter, { name, value: values.map((value) => value.name).join(" · ") })}
                params={{ ...params, ...without }}
                address={searchWith(without)}
              />
            ))}
            {params.q !== "" && (
              <WayOut
                forms={words.withoutWords}
                label={params.q}
                params={{ ...params, q: "" }}
                address={searchWith({ q: "" })}
              />
            )}
          </ul>
          <p>
            <PageLink to={searchWith(noPracticeFilters)}>{texts.results.clear}</PageLink>
          </p>
        </>
      )}
    </section>
  );
}

interface WayOutProps {
  forms: Plural;
  label: string;
  params: EffectivePracticesParams;
  address: string;
}

/** Asks how many practices there are without one filter, and leads there if there are some. */
function WayOut({ forms, label, params, address }: WayOutProps) {
  const { count } = useInterface();
  const { data } = useApi(effectivePracticeEndpoints.effectivePractices, { ...params, page: 1, size: 1 });
  if (data === undefined || data.total === 0) return null;
  return (
    <li>
      <PageLink to={address}>{count(forms, data.total, { filter: label })}</PageLink>
    </li>
  );
}
