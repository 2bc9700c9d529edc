import { useEffect, type ReactNode } from "react";
import { useLocation, useParams } from "react-router";
import { isRightToLeft } from "#domain/languages.ts";
import { reportEndpoints, type Report } from "#domain/reports.ts";
import { documentAddress } from "#domain/symbols.ts";
import { DocumentSymbol } from "../reports/document-symbol.tsx";
import { reportAddress } from "../addresses.ts";
import { ProblemError, useApi } from "../api.ts";
import { FeedbackButton } from "../feedback/feedback-button.tsx";
import { useInterface } from "../interface.tsx";
import { OwnWords } from "../reports/own-words.tsx";
import { usePassageName } from "../reports/passage-name.ts";
import { ReportTitle } from "../reports/report-title.tsx";
import { StatedDates } from "../reports/stated-dates.tsx";
import { useReportTexts } from "../reports/use-report-texts.ts";
import { useStates } from "../states.ts";
import { newsTextsIn } from "../texts/news/load.ts";
import { Failure } from "../ui/failure.tsx";
import { Foreign } from "../ui/foreign.tsx";
import { Loading } from "../ui/loading.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { useParamsOf } from "../use-params-of.ts";
import { NotFoundPage } from "./not-found.tsx";

/** A document: what is known of it, what stands in relation to it, and its text by paragraph. */
export function ReportPage() {
  const { id = "" } = useParams();
  const { language } = useInterface();
  // Asked for with the document, and not when it is there.
  void newsTextsIn(language);
  const words = useReportTexts();
  const { params } = useParamsOf(reportEndpoints.report);
  const { data: report, error, refetch } = useApi(reportEndpoints.report, params, { parts: { id } });
  if (error instanceof ProblemError && error.problem.status === 404) return <NotFoundPage text={words.none} />;
  if (error !== null)
    return (
      <>
        <h1 className="only-heard">{words.title}</h1>
        <Failure error={error} retry={() => void refetch()} />
      </>
    );
  if (report === undefined) return <Loading />;
  return <LoadedReport key={`${report.id}@${report.text?.language}`} report={report} />;
}

function LoadedReport({ report }: { report: Report }) {
  const { texts } = useInterface();
  const words = useReportTexts();
  return (
    <article className="report">
      <title>{`${report.symbol} – ${texts.site.name}`}</title>
      <header>
        <h1>
          <ReportTitle report={report} />
        </h1>
        <ul className="facts-line">
          <li>
            <DocumentSymbol symbol={report.symbol} />
          </li>
          <li>{words.types[report.type]}</li>
        </ul>
      </header>
      <Facts report={report} />
      {report.text === undefined ? <p>{words.noText}</p> : <Text report={report} text={report.text} />}
      <FeedbackButton />
    </article>
  );
}

function Facts({ report }: { report: Report }) {
  const { texts, fill, language } = useInterface();
  const words = useReportTexts();
  const states = useStates();
  const { state, dates, relations, relatedFrom, addenda, citedAs, note, known } = report;
  return (
    <section className="facts">
      <h2>{words.facts}</h2>
      <dl>
        {state !== undefined && <Fact name={texts.facets.names.state}>{states.nameOf(state)}</Fact>}
        {dates.length > 0 && (
          <Fact name={words.dates}>
            <StatedDates dates={dates} />
          </Fact>
        )}
        {relations.length + relatedFrom.length + addenda.length > 0 && (
          <Fact name={words.relations}>
            <ul>
              {relations.map(({ kind, symbol }) => (
                <li key={`${kind} ${symbol}`}>
                  {words.relationKinds[kind]} <Symbol symbol={symbol} id={known[symbol]} />
                </li>
              ))}
              {relatedFrom.map(({ kind, id, symbol }) => (
                <li key={`${kind} ${id} from`}>
                  {words.relatedFrom[kind]} <Symbol symbol={symbol} id={id} />
                </li>
              ))}
              {addenda
                .filter(({ id }) => !relatedFrom.some((related) => related.id === id))
                .map(({ id, symbol, type }) => (
                  <li key={id}>
                    {words.types[type]} <Symbol symbol={symbol} id={id} />
                  </li>
                ))}
            </ul>
          </Fact>
        )}
        <Fact name={words.source}>
          <Foreign language="en">{report.source}</Foreign>
        </Fact>
        <Fact name={words.mark}>{words.marks[report.mark]}</Fact>
        {(note !== undefined || citedAs.length > 0) && (
          <Fact name={words.note}>
            {note !== undefined && <Foreign language="en">{note}</Foreign>}
            {citedAs.map(({ symbol, by }) => (
              <p key={symbol}>{fill(words.citedAs, { source: by, symbol })}</p>
            ))}
          </Fact>
        )}
        {report.languages.length > 0 && (
          <Fact name={words.languages}>
            {report.languages.map((code) => (
              <span key={code}>
                <PageLink to={reportAddress(report.id, { language: code })} hrefLang={code}>
                  {texts.codes.languages[code]}
                </PageLink>{" "}
              </span>
            ))}
          </Fact>
        )}
        {report.text !== undefined && (
          <Fact name={words.file}>
            <bdi dir="ltr" className="file" lang="mul">
              {report.text.source.path}
            </bdi>
          </Fact>
        )}
      </dl>
      {/^[SA]\//u.test(report.symbol) && (
        <p>
          <a href={documentAddress(report.symbol, language)} rel="noreferrer">
            {words.official}
          </a>
        </p>
      )}
    </section>
  );
}

function Symbol({ symbol, id }: { symbol: string; id: string | undefined }) {
  const shown = <DocumentSymbol symbol={symbol} />;
  return id === undefined ? shown : <PageLink to={reportAddress(id)}>{shown}</PageLink>;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Text({ report, text }: { report: Report; text: NonNullable<Report["text"]> }) {
  const { texts, fill, language } = useInterface();
  const words = useReportTexts();
  const nameOf = usePassageName();
  const { hash } = useLocation();
  const linked = hash.slice(1);
  useEffect(() => document.getElementById(linked)?.scrollIntoView(), [linked]);
  return (
    <section className="report-text">
      <h2>
        {text.language === language
          ? words.text
          : fill(words.textIn, { language: texts.codes.languages[text.language] })}
      </h2>
      <div lang={text.language} dir={isRightToLeft(text.language) ? "rtl" : "ltr"}>
        <p className="report-own-title">{text.title}</p>
        {text.passages.map((passage, place) => (
          <section
            key={passage.anchor}
            id={passage.anchor}
            className={passage.anchor === linked ? "provision linked" : "provision"}
          >
            {passage.path.at(-1) !== text.passages[place - 1]?.path.at(-1) && passage.path.length > 0 && (
              <p className="report-heading">{passage.path.at(-1)}</p>
            )}
            <p className="report-label">
              <PageLink to={reportAddress(report.id, { language: text.language, anchor: passage.anchor })} replace>
                <bdi lang={language}>{nameOf(passage)}</bdi>
              </PageLink>
            </p>
            {passage.text.split("\n").map((paragraph, line) => (
              <p key={line}>{paragraph}</p>
            ))}
            {passage.ownWords !== undefined && (
              <div lang={language} dir={isRightToLeft(language) ? "rtl" : "ltr"}>
                <OwnWords ownWords={passage.ownWords} />
              </div>
            )}
          </section>
        ))}
      </div>
    </section>
  );
}
