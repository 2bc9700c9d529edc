import { Fragment, useMemo, type ReactNode } from "react";
import { useLocation, useParams, useSearchParams } from "react-router";
import { legislationEndpoints, type Law } from "#domain/legislation.ts";
import { changesAddress, lawAddress } from "../addresses.ts";
import { ProblemError, useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { FeedbackButton } from "../feedback/feedback-button.tsx";
import { contentsOf } from "../law/contents-of.ts";
import { Cite } from "../law/cite.tsx";
import { Contents } from "../law/contents.tsx";
import { Facts, StatusNote } from "../law/facts.tsx";
import { LawData } from "../law/law-data.tsx";
import { LawText } from "../law/law-text.tsx";
import { LawLinks } from "../law/links.tsx";
import { useLawTexts } from "../law/use-law-texts.ts";
import { useStates } from "../states.ts";
import { lawTextsIn } from "../texts/law/load.ts";
import { newsTextsIn } from "../texts/news/load.ts";
import { Failure } from "../ui/failure.tsx";
import { Foreign } from "../ui/foreign.tsx";
import { Loading } from "../ui/loading.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { useParamsOf } from "../use-params-of.ts";
import { NotFoundPage } from "./not-found.tsx";

/** A law: what it is, its contents, and its provisions, one of which the address may name. */
export function LawPage() {
  const { id = "" } = useParams();
  const { texts, language } = useInterface();
  // Asked for with the law, and not when it is there.
  void lawTextsIn(language);
  void newsTextsIn(language);
  const { params } = useParamsOf(legislationEndpoints.law);
  const { data: law, error, refetch } = useApi(legislationEndpoints.law, params, { parts: { id } });
  if (error instanceof ProblemError && error.problem.status === 404) return <NotFoundPage text={texts.notFound.law} />;
  if (error !== null) {
    return (
      <>
        <h1 className="only-heard">{texts.site.legislation}</h1>
        <Failure error={error} retry={() => void refetch()} />
      </>
    );
  }
  if (law === undefined) return <Loading />;
  return <LoadedLaw key={`${law.id}@${law.language}`} law={law} />;
}

function LoadedLaw({ law }: { law: Law }) {
  const { texts, fill } = useInterface();
  const lawTexts = useLawTexts();
  const { hash, key } = useLocation();
  const [search] = useSearchParams();
  const query = search.get("q") ?? "";
  const anchor = anchorIn(hash);
  const contents = useMemo(() => contentsOf(law.provisions), [law]);
  const linked = law.provisions.find((provision) => provision.anchor === anchor);
  return (
    <article className="law">
      <LawData law={law} />
      <title>{`${law.title} – ${texts.site.name}`}</title>
      <LawHead law={law} query={query} />
      <Cite law={law} linked={linked} />
      <LawLinks law={law} />
      {law.provisions.length > 0 && (
        <div className="law-side">
          <Contents contents={contents} language={law.language} linked={linked} />
        </div>
      )}
      <div className="law-body">
        {query !== "" && law.provisions.length > 0 && <p className="quiet">{fill(lawTexts.marked, { query })}</p>}
        <LawText law={law} anchor={anchor} visit={key} query={query} />
      </div>
      <Facts law={law} />
      <FeedbackButton />
    </article>
  );
}

function LawHead({ law, query }: { law: Law; query: string }) {
  const { texts, count } = useInterface();
  const lawTexts = useLawTexts();
  const states = useStates();
  return (
    <header className="law-head">
      <BackToResults query={query} />
      <ul className="facts-line">
        <li>
          <PageLink to={`/legislation?state=${law.state}`}>{states.nameOf(law.state)}</PageLink>
        </li>
        <li>{texts.codes.types[law.type]}</li>
        {law.year !== undefined && <li>{law.year}</li>}
        <li className={`status-${law.status}`}>{texts.codes.statuses[law.status]}</li>
        {law.provisions.length > 0 && <li>{count(lawTexts.provisions, law.provisions.length)}</li>}
      </ul>
      <h1>
        <Foreign language={law.language}>{law.title}</Foreign>
      </h1>
      {law.englishTitle !== undefined && law.language !== "en" && (
        <p className="english-title">
          {lawTexts.englishTitle}: <Foreign language="en">{law.englishTitle}</Foreign>
        </p>
      )}
      <Notices law={law} />
      <OtherTexts law={law} query={query} />
    </header>
  );
}

/** Leads back to the list one came from, with its filters, or else to a search for the same words. */
function BackToResults({ query }: { query: string }) {
  const lawTexts = useLawTexts();
  const location = useLocation();
  const from: unknown = location.state;
  const results = typeof from === "string" ? from : `?${new URLSearchParams({ q: query })}`;
  if (query === "" && typeof from !== "string") return null;
  return (
    <p className="back">
      <PageLink to={`/legislation${results}`}>{lawTexts.back}</PageLink>
    </p>
  );
}

/** Where the law stands, and what these words are: said in words, before the text. */
function Notices({ law }: { law: Law }) {
  const { texts } = useInterface();
  const lawTexts = useLawTexts();
  const notices: Partial<Record<Law["status"], string>> = lawTexts.notices;
  const notice = notices[law.status];
  return (
    <div className="notices">
      {notice !== undefined && (
        <p className="notice">
          <strong>{notice}</strong>
          <StatusNote law={law} />
          {law.statusLaws.map(({ id, title }) => (
            <Fragment key={id}>
              {" "}
              <PageLink to={lawAddress(id, { language: law.language })}>
                <Foreign language={law.language}>{title}</Foreign>
              </PageLink>
            </Fragment>
          ))}
        </p>
      )}
      {law.textStatus !== "original" && (
        <p>
          <strong>{texts.codes.textStatuses[law.textStatus]}</strong>
        </p>
      )}
      <p>
        {law.provisions.length > 0 && lawTexts.copy} {law.status === "unknown" && lawTexts.statusUnknown}{" "}
        {law.url !== undefined && /^https?:\/\//.test(law.url) && (
          <a href={law.url} rel="external noreferrer">
            {lawTexts.atSource}
          </a>
        )}
      </p>
    </div>
  );
}

/** The same law in its other languages, and its other dated versions. */
function OtherTexts({ law, query }: { law: Law; query: string }) {
  const { texts } = useInterface();
  const lawTexts = useLawTexts();
  const others = law.languages.filter((language) => language !== law.language);
  return (
    <>
      {others.length > 0 && (
        <Row name={lawTexts.otherLanguages}>
          {others.map((language) => (
            <li key={language}>
              <PageLink to={lawAddress(law.id, { language, q: query })} hrefLang={language}>
                {texts.codes.languages[language]}
              </PageLink>
            </li>
          ))}
        </Row>
      )}
      <Versions
        name={lawTexts.laterVersions}
        law={law}
        versions={law.versions.filter(({ id }) => id > law.id)}
        query={query}
      />
      <Versions
        name={lawTexts.earlierVersions}
        law={law}
        versions={law.versions.filter(({ id }) => id < law.id)}
        query={query}
      />
    </>
  );
}

interface VersionsProps {
  name: string;
  law: Law;
  versions: Law["versions"];
  query: string;
}

/** Versions of a law before or after this one, each with what changed between the two. Their ids end in their dates. */
function Versions({ name, law, versions, query }: VersionsProps) {
  const { texts, date } = useInterface();
  const lawTexts = useLawTexts();
  if (versions.length === 0) return null;
  return (
    <Row name={name}>
      {versions.map(({ id, title, year, date: day, status }) => (
        <li key={id}>
          <PageLink to={lawAddress(id, { language: law.language, q: query })}>
            {day === undefined ? <Foreign language={law.language}>{title}</Foreign> : date(day)}
          </PageLink>{" "}
          <span className="quiet">
            {[day === undefined && year, texts.codes.statuses[status]].filter(Boolean).join(" · ")}
          </span>{" "}
          <PageLink
            to={changesAddress(...(id < law.id ? ([id, law.id] as const) : ([law.id, id] as const)), law.language)}
          >
            {lawTexts.whatChanged}
          </PageLink>
        </li>
      ))}
    </Row>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="named-row">
      <span>{name}</span>
      <ul className="row">{children}</ul>
    </div>
  );
}

function anchorIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}
