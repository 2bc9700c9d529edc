import { use, useMemo, useState } from "react";
import { languages, type Language } from "#domain/languages.ts";
import { thesaurusEndpoints, type ThesaurusAnswer } from "#domain/thesaurus.ts";
import { useApi } from "../api.ts";
import { initialOf, inOrder } from "../help/initials.ts";
import { useInterface } from "../interface.tsx";
import { useObligationNames } from "../obligations.ts";
import { folded } from "../search/folded.ts";
import { helpTextsIn } from "../texts/help/load.ts";
import { Failure } from "../ui/failure.tsx";
import { Foreign } from "../ui/foreign.tsx";
import { Loading } from "../ui/loading.tsx";
import { PageLink } from "../ui/page-link.tsx";

type Concept = ThesaurusAnswer["items"][number];

/** The concepts of the thesaurus by the alphabet of the language: their words, and the obligations and laws they lead to. */
export function GlossaryPage() {
  const { language, texts } = useInterface();
  const { glossary } = use(helpTextsIn(language));
  const { data, error, refetch } = useApi(thesaurusEndpoints.thesaurus, { language });
  return (
    <article className="glossary">
      <title>{`${texts.site.glossary} – ${texts.site.name}`}</title>
      <h1>{texts.site.glossary}</h1>
      <p className="lead">{glossary.lead}</p>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {error === null && data === undefined && <Loading />}
      {data !== undefined && <Concepts concepts={data.items} />}
    </article>
  );
}

function Concepts({ concepts }: { concepts: Concept[] }) {
  const { language, count } = useInterface();
  const { glossary } = use(helpTextsIn(language));
  const [typed, setTyped] = useState("");
  const wanted = folded(typed.trim());
  const fitting = concepts.filter(({ terms }) =>
    Object.values(terms).some((some) => some.some((term) => folded(term).includes(wanted))),
  );
  const byInitial = useMemo(() => groupsOf(fitting, language), [fitting, language]);
  return (
    <>
      <div className="tree-tools">
        <label>
          {glossary.filter}
          <input type="search" dir="auto" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </label>
        <p role="status" className="quiet">
          {wanted !== "" && (fitting.length === 0 ? glossary.noneFits : count(glossary.fitting, fitting.length))}
        </p>
      </div>
      <nav aria-label={glossary.letters}>
        <ul className="row">
          {byInitial.map(([initial]) => (
            <li key={initial}>
              <a href={`#${encodeURIComponent(initial)}`}>{initial}</a>
            </li>
          ))}
        </ul>
      </nav>
      {byInitial.map(([initial, some]) => (
        <section key={initial} aria-labelledby={initial}>
          <h2 id={initial}>{initial}</h2>
          {some.map((concept) => (
            <Entry key={concept.id} concept={concept} />
          ))}
        </section>
      ))}
    </>
  );
}

function Entry({ concept: { id, label, labels, terms, obligations } }: { concept: Concept }) {
  const { language } = useInterface();
  const { glossary } = use(helpTextsIn(language));
  const obligationName = useObligationNames(true);
  return (
    <section className="concept" id={id}>
      <h3>{label}</h3>
      {terms[language].length > 1 && (
        <p>
          <span className="quiet">{glossary.also}</span>{" "}
          <bdi lang={language}>{terms[language].slice(1).join(" · ")}</bdi>
        </p>
      )}
      <ul className="row">
        {obligations.map((code) => (
          <li key={code}>
            <PageLink to={`/legislation?obligation=${code}`}>{obligationName(code)}</PageLink>
          </li>
        ))}
        <li>
          <PageLink to={`/legislation?concept=${id}`}>{glossary.laws}</PageLink>
        </li>
      </ul>
      <details>
        <summary>{glossary.others}</summary>
        <ul className="row">
          {languages
            .filter((other) => other !== language)
            .map((other) => (
              <li key={other}>
                <Foreign language={other}>{labels[other]}</Foreign>
              </li>
            ))}
        </ul>
      </details>
    </section>
  );
}

function groupsOf(concepts: Concept[], language: Language): [string, Concept[]][] {
  const groups = new Map<string, Concept[]>();
  for (const concept of concepts.toSorted((a, b) => inOrder(language)(a.label, b.label))) {
    const initial = initialOf(concept.label, language);
    groups.set(initial, [...(groups.get(initial) ?? []), concept]);
  }
  return [...groups];
}
