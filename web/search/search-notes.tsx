import { lazy, Suspense } from "react";
import type { LegislationParams } from "#domain/legislation.ts";
import type { SearchMeta } from "#domain/search.ts";
import { useInterface } from "../interface.tsx";
import { Foreign } from "../ui/foreign.tsx";
import { PageLink } from "../ui/page-link.tsx";

interface Props {
  meta: SearchMeta;
  params: LegislationParams;
  searchWith: (changes: Partial<LegislationParams>) => string;
}

/** What the search did beyond the words typed: slips it noticed, words it let go, terms it added. */
export function SearchNotes({ meta, params, searchWith }: Props) {
  const { texts, fill } = useInterface();
  return (
    <div className="notes">
      {meta.slips.map(({ code, message, suggestion }) => (
        <p key={message}>
          {texts.results.slips[code]}{" "}
          {suggestion !== undefined && (
            <PageLink to={searchWith(code === "unknown-state" ? { state: [suggestion] } : { q: suggestion })}>
              {fill(texts.results.searchInstead, { query: suggestion })}
            </PageLink>
          )}
        </p>
      ))}
      {meta.relaxed && <p>{texts.results.relaxed}</p>}
      <Expansions meta={meta} params={params} searchWith={searchWith} />
      {meta.undated !== undefined && (
        <Suspense>
          <UndatedNote undated={meta.undated} params={params} searchWith={searchWith} />
        </Suspense>
      )}
    </div>
  );
}

const UndatedNote = lazy(async () => ({ default: (await import("./undated-note.tsx")).UndatedNote }));

interface ExpansionProps {
  meta: Pick<SearchMeta, "expansions" | "learned">;
  params: Pick<LegislationParams, "q" | "expand">;
  searchWith: (changes: Pick<LegislationParams, "expand">) => string;
}

/** The terms a search added, and the way to do without them. */
export function Expansions({ meta, params, searchWith }: ExpansionProps) {
  const { texts, count } = useInterface();
  if (params.expand === "off" && params.q !== "") {
    return (
      <p>
        {texts.results.expansionOff} <PageLink to={searchWith({ expand: "on" })}>{texts.results.expandOn}</PageLink>
      </p>
    );
  }
  // A word learned and a term of a concept are the same to who reads: another word that was looked for.
  const added = [
    ...meta.expansions.map(({ concept, language, terms }) => ({ key: `${concept} ${language}`, language, terms })),
    ...meta.learned.map(({ word, language, terms }) => ({ key: `"${word}" ${language}`, language, terms })),
  ];
  if (added.length === 0) return null;
  const others = added.flatMap(({ key, language, terms }) =>
    terms.slice(1).map((term) => ({ key: `${key} ${term}`, language, term })),
  );
  return (
    <div className="expansions">
      <p>
        {count(texts.results.expanded, added.length + others.length)}{" "}
        <PageLink to={searchWith({ expand: "off" })}>{texts.results.expandOff}</PageLink>
      </p>
      <ul className="chips">
        {added.map(({ key, language, terms: [first] }) => (
          <li key={key} className="term">
            <Foreign language={language}>{first}</Foreign>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <details>
          <summary>{texts.results.otherTerms}</summary>
          <ul className="terms">
            {others.map(({ key, language, term }) => (
              <li key={key}>
                <Foreign language={language}>{term}</Foreign>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
