import { useLocation } from "react-router";
import { isRightToLeft, type Language } from "#domain/languages.ts";
import type { LawHit, ProvisionHit } from "#domain/legislation.ts";
import { lawAddress } from "../addresses.ts";
import { useInterface } from "../interface.tsx";
import { useProvisionName } from "../law/provision-name.ts";
import { useStates } from "../states.ts";
import { Foreign } from "../ui/foreign.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { ObligationCodes } from "./obligation-codes.tsx";
import { Snippet } from "./snippet.tsx";

/** A law in a list: what it is, then the provisions that answer the search. */
export function LawCard({ law, query }: { law: LawHit; query: string }) {
  const { texts, fill, language } = useInterface();
  const states = useStates();
  const { search } = useLocation();
  const others = law.languages.filter((other) => other !== law.language);
  // Only English writes the names of languages with capitals inside a sentence.
  const inSentence = (other: Language) =>
    language === "en" ? texts.codes.languages[other] : texts.codes.languages[other].toLocaleLowerCase(language);
  return (
    <article className="law-card">
      <h2>
        <PageLink to={lawAddress(law.id, { language: law.language, q: query })} state={search}>
          <Foreign language={law.language}>{law.title}</Foreign>
        </PageLink>
      </h2>
      {law.englishTitle !== undefined && law.language !== "en" && (
        <p className="english-title">
          <Foreign language="en">{law.englishTitle}</Foreign>
        </p>
      )}
      <ul className="facts-line">
        <li>{states.nameOf(law.state)}</li>
        <li>{texts.codes.types[law.type]}</li>
        {law.year !== undefined && <li>{law.year}</li>}
        <li className={`status-${law.status}`}>{texts.codes.statuses[law.status]}</li>
        {law.language !== language && <li>{texts.codes.languages[law.language]}</li>}
        {law.textStatus !== "original" && <li>{texts.codes.textStatuses[law.textStatus]}</li>}
      </ul>
      {others.length > 0 && (
        <p className="quiet">
          {fill(texts.results.alsoIn, { languages: others.map((other) => inSentence(other)).join(" · ") })}
        </p>
      )}
      {law.provisions.length > 0 && (
        <ul className="provision-lines">
          {law.provisions.map((provision) => (
            <ProvisionLine key={provision.id} law={law} provision={provision} query={query} />
          ))}
        </ul>
      )}
    </article>
  );
}

function ProvisionLine({ law, provision, query }: { law: LawHit; provision: ProvisionHit; query: string }) {
  const { texts, language } = useInterface();
  const nameOf = useProvisionName();
  const { search } = useLocation();
  const { anchor, label, heading, path, snippet, summary, obligations, matchedBy } = provision;
  return (
    <li>
      <div lang={law.language} dir={isRightToLeft(law.language) ? "rtl" : "ltr"}>
        {path.length > 0 && <p className="path">{path.join(" › ")}</p>}
        <p>
          <PageLink to={lawAddress(law.id, { language: law.language, q: query, anchor })} state={search}>
            {label === "" ? <bdi lang={language}>{nameOf(provision)}</bdi> : label}
            {heading !== undefined && ` · ${heading}`}
          </PageLink>
        </p>
        <p>
          <Snippet snippet={snippet} />
        </p>
      </div>
      {summary !== undefined && (
        <p className="own-words">
          <span className="own-words-mark">{texts.provision.ourWords}</span> <Foreign language="en">{summary}</Foreign>
        </p>
      )}
      <ObligationCodes codes={obligations} />
      {query !== "" && !matchedBy.includes("words") && <WhyFound provision={provision} />}
    </li>
  );
}

/** Why a provision is shown that has none of the words: our summary, another word for the same or the word of its language, its coding, or only its law's title. */
function WhyFound({ provision: { matchedBy } }: { provision: ProvisionHit }) {
  const { texts } = useInterface();
  const reasons = {
    summary: texts.results.foundBySummary,
    concept: texts.results.foundByConcept,
    learned: texts.results.foundByLearned,
    citation: texts.results.foundByCitation,
    coding: texts.results.foundByCoding,
    title: texts.results.foundByTitle,
  };
  const found = matchedBy.flatMap((reason) => (reason === "words" ? [] : [reasons[reason]]));
  return <p className="quiet">{found.join(" · ")}</p>;
}
