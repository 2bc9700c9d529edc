import type { ReactNode } from "react";
import { useParams } from "react-router";
import { effectivePracticeEndpoints } from "#domain/effective-practices.ts";
import type { PracticePage as Answer, Texts } from "#domain/effective-practices.ts";
import { isRightToLeft, type Language } from "#domain/languages.ts";
import { lawAddress } from "../addresses.ts";
import { ProblemError, useApi } from "../api.ts";
import { useConceptNames } from "../concepts.ts";
import { useInterface } from "../interface.tsx";
import { useContributorName } from "../practices/filters.ts";
import { chosenLanguage, InOne } from "../practices/in-one.tsx";
import { contributorsOf, PracticeCard } from "../practices/practice-card.tsx";
import { usePracticeTexts } from "../practices/use-practice-texts.ts";
import { ObligationCodes } from "../search/obligation-codes.tsx";
import { useStates } from "../states.ts";
import { Failure } from "../ui/failure.tsx";
import { Foreign } from "../ui/foreign.tsx";
import { Loading } from "../ui/loading.tsx";
import { PageLink } from "../ui/page-link.tsx";

/** One effective practice: what was done, by whom, under what conditions, where it can be read, and what stands beside it. */
export function PracticePage() {
  const { id = "" } = useParams();
  const { language, texts } = useInterface();
  const words = usePracticeTexts();
  const { data, error, refetch } = useApi(
    effectivePracticeEndpoints.effectivePractice,
    { language },
    { parts: { id }, keepLast: true },
  );
  if (error instanceof ProblemError && error.problem.status === 404) return <Absent />;
  return (
    <div className="practice">
      <p className="back">
        <PageLink to="/effective-practices">{words.toList}</PageLink>
      </p>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {error === null && data === undefined && (
        <>
          <h1 className="only-heard">{words.title}</h1>
          <Loading />
        </>
      )}
      {error === null && data !== undefined && (
        <>
          <title>{`${data.titles[chosenLanguage(data.titles, language) ?? "en"] ?? id} – ${texts.site.name}`}</title>
          <h1>
            <InOne texts={data.titles} />
          </h1>
          <p className="lead">
            <InOne texts={data.summaries} />
          </p>
          <div className="practice-body">
            <div>
              <Told practice={data} />
              <Laws practice={data} />
              <States practice={data} />
              <Organisations practice={data} />
            </div>
            <Facts practice={data} />
          </div>
          <Related practice={data} />
          <p className="quiet">{words.onlyShared}</p>
        </>
      )}
    </div>
  );
}

function Absent() {
  const { texts } = useInterface();
  const words = usePracticeTexts();
  return (
    <section>
      <title>{`${texts.notFound.title} – ${texts.site.name}`}</title>
      <h1>{texts.notFound.title}</h1>
      <p>{words.absent}</p>
      <p>
        <PageLink to="/effective-practices">{words.toList}</PageLink>
      </p>
    </section>
  );
}

/** What its texts say, each in the language it is there in. */
function Told({ practice }: { practice: Answer }) {
  const words = usePracticeTexts();
  const { descriptions, conditions, lessons, document } = practice;
  const told = [
    { name: words.done, texts: descriptions },
    { name: words.conditions, texts: conditions },
    { name: words.lessons, texts: lessons },
  ].filter(({ texts }) => Object.keys(texts).length > 0);
  return (
    <>
      {told.map(({ name, texts }) => (
        <section key={name}>
          <h2>{name}</h2>
          <Paragraph texts={texts} />
        </section>
      ))}
      {document !== undefined && (
        <details>
          <summary>{words.document}</summary>
          <p className="document" lang={document.language} dir={isRightToLeft(document.language) ? "rtl" : "ltr"}>
            {document.text}
          </p>
        </details>
      )}
    </>
  );
}

/** A paragraph that is set in the direction of its language. */
function Paragraph({ texts }: { texts: Texts }) {
  const { language } = useInterface();
  const chosen = chosenLanguage(texts, language);
  if (chosen === undefined) return null;
  return (
    <p lang={chosen} dir={isRightToLeft(chosen) ? "rtl" : "ltr"}>
      {texts[chosen]}
    </p>
  );
}

function Facts({ practice }: { practice: Answer }) {
  const { texts, date } = useInterface();
  const words = usePracticeTexts();
  const contributorName = useContributorName(practice.meta.organisations);
  const conceptName = useConceptNames(practice.concepts.length > 0);
  const { source } = practice;
  const written = sourceLanguage(practice);
  return (
    <section className="facts">
      <dl>
        <Fact name={words.contributor}>
          <bdi>{contributorsOf(practice).map(contributorName).join(" · ")}</bdi>
        </Fact>
        <Fact name={words.date}>{date(practice.date)}</Fact>
        <Fact name={words.kind}>{words.kinds[practice.kind]}</Fact>
        <Fact name={words.category}>{words.categories[practice.category]}</Fact>
        <Fact name={words.consent}>{words.consents[practice.consent]}</Fact>
        <Fact name={texts.facets.names.weapon}>
          {practice.weapons.map((weapon) => texts.codes.weapons[weapon]).join(" · ")}
        </Fact>
        <Fact name={words.howChecked}>{words.checks[practice.checked]}</Fact>
        <Fact name={words.checkedOn}>{practice.checkedOn && date(practice.checkedOn)}</Fact>
        <Fact name={words.validUntil}>{practice.validUntil && date(practice.validUntil)}</Fact>
        <Fact name={words.source}>
          <Foreign language={written}>{source.title}</Foreign>
        </Fact>
        <Fact name={words.publisher}>
          <Foreign language={written}>{source.publisher}</Foreign>
        </Fact>
        <Fact name={words.symbol}>{source.symbol && <Foreign language="en">{source.symbol}</Foreign>}</Fact>
        <Fact name={words.toSource}>{source.address && <Outside address={source.address} />}</Fact>
        <Fact name={words.evidence}>
          {practice.evidence.length > 0 &&
            practice.evidence.map((address) => <Outside key={address} address={address} />)}
        </Fact>
        <Fact name={words.readIn}>{practice.languages.map((one) => texts.codes.languages[one]).join(" · ")}</Fact>
        <Fact name={words.contact}>
          {practice.contactRole && <Foreign language={written}>{practice.contactRole}</Foreign>}
        </Fact>
        <Fact name={words.concepts}>
          {practice.concepts.length > 0 && <bdi>{practice.concepts.map(conceptName).join(" · ")}</bdi>}
        </Fact>
      </dl>
      <ObligationCodes codes={practice.obligations} />
      <p className="quiet">{words.editors}</p>
    </section>
  );
}

/** English where it can be read in English: title and publisher are then given so. */
function sourceLanguage({ languages }: Answer): Language {
  return languages.includes("en") ? "en" : (languages[0] ?? "en");
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === undefined || children === "" || children === false) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** An address outside, as it is written; one that is no web address is no link. */
function Outside({ address }: { address: string }) {
  const shown = (
    <bdi lang="en" dir="ltr" className="file">
      {address}
    </bdi>
  );
  if (!/^https?:\/\//.test(address)) return shown;
  return (
    <a href={address} rel="external noreferrer" className="outside">
      {shown}
    </a>
  );
}

function Laws({ practice: { laws } }: { practice: Answer }) {
  const words = usePracticeTexts();
  const states = useStates();
  if (laws.length === 0) return null;
  return (
    <section>
      <h2>{words.laws}</h2>
      <ul className="practice-laws">
        {laws.map((law) => (
          <li key={law.id}>
            <PageLink to={lawAddress(law.id, { language: law.language })}>
              <Foreign language={law.language}>{law.title}</Foreign>
            </PageLink>{" "}
            <span className="quiet">{states.nameOf(law.state)}</span>
            <ul>
              {law.provisions.map(({ anchor, label, summary }) => (
                <li key={anchor}>
                  <PageLink to={lawAddress(law.id, { language: law.language, anchor })}>
                    <Foreign language={law.language}>{label === "" ? anchor : label}</Foreign>
                  </PageLink>
                  {summary !== undefined && (
                    <>
                      {" · "}
                      <Foreign language="en">{summary}</Foreign>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

function States({ practice }: { practice: Answer }) {
  const { texts, count } = useInterface();
  const words = usePracticeTexts();
  const states = useStates();
  return (
    <Beside
      title={words.states}
      note={words.statesNote}
      entries={practice.statesWithLaws.map(({ iso3, laws }) => ({
        key: iso3,
        to: `/legislation?${sameSubject(practice, ["state", iso3])}`,
        name: states.nameOf(iso3),
        recorded: count(texts.home.laws, laws),
      }))}
    />
  );
}

function Organisations({ practice }: { practice: Answer }) {
  const { count } = useInterface();
  const words = usePracticeTexts();
  const contributorName = useContributorName(practice.meta.organisations);
  return (
    <Beside
      title={words.organisations}
      note={words.organisationsNote}
      entries={practice.organisationsBeside.map(({ code, practices }) => ({
        key: code,
        to: `/effective-practices?${sameSubject(practice, ["contributor", code])}`,
        name: contributorName(code),
        recorded: count(words.count, practices),
      }))}
    />
  );
}

interface BesideProps {
  title: string;
  note: string;
  /** In the order they came in: `recorded` says how much is there of each. */
  entries: { key: string; to: string; name: string; recorded: string }[];
}

/** Who else is at work on the same, each with a link to what is recorded; nothing where nobody is. */
function Beside({ title, note, entries }: BesideProps) {
  if (entries.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <p className="quiet">{note}</p>
      <ul className="practice-states">
        {entries.map(({ key, to, name, recorded }) => (
          <li key={key}>
            <PageLink to={to}>{name}</PageLink> <span className="quiet">{recorded}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The filters that find what is on the same areas and, where it is for one or two kinds of weapon, on these. */
function sameSubject({ obligations, weapons }: Answer, first: [string, string]): URLSearchParams {
  const areas = new Set(obligations.map((code) => code.split(".")[0] ?? code));
  return new URLSearchParams([
    first,
    ...[...areas].map((code): [string, string] => ["obligation", code]),
    ...(weapons.length < 3 ? weapons.map((weapon): [string, string] => ["weapon", weapon]) : []),
  ]);
}

function Related({ practice }: { practice: Answer }) {
  const words = usePracticeTexts();
  const contributorName = useContributorName(practice.meta.organisations);
  if (practice.related.length === 0) return null;
  return (
    <section>
      <h2>{words.related}</h2>
      <ul className="laws">
        {practice.related.map((other) => (
          <li key={other.id}>
            <PracticeCard practice={other} contributorName={contributorName} heading="h3" />
          </li>
        ))}
      </ul>
    </section>
  );
}
