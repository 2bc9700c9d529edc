import { isRightToLeft } from "#domain/languages.ts";
import type { PassageHit, ReportHit } from "#domain/reports.ts";
import { DocumentSymbol } from "./document-symbol.tsx";
import { reportAddress } from "../addresses.ts";
import { useInterface } from "../interface.tsx";
import { Snippet } from "../search/snippet.tsx";
import { useStates } from "../states.ts";
import { PageLink } from "../ui/page-link.tsx";
import { OwnWords } from "./own-words.tsx";
import { usePassageName } from "./passage-name.ts";
import { ReportTitle } from "./report-title.tsx";
import { useReportTexts } from "./use-report-texts.ts";

/** A document in a list: what it is, the passages that answer the search, and its addenda. */
export function ReportCard({ report }: { report: ReportHit }) {
  const words = useReportTexts();
  const { texts, count, date } = useInterface();
  const states = useStates();
  const [latest] = report.dates.toSorted((a, b) => b.date.length - a.date.length);
  return (
    <article className="law-card report-card">
      <h2>
        <PageLink to={reportAddress(report.id)}>
          <ReportTitle report={report} />
        </PageLink>
      </h2>
      <ul className="facts-line">
        <li>
          <DocumentSymbol symbol={report.symbol} />
        </li>
        <li>{words.types[report.type]}</li>
        {report.state !== undefined && <li>{states.nameOf(report.state)}</li>}
        {latest !== undefined && <li>{date(latest.date)}</li>}
        {report.languages.map((language) => (
          <li key={language}>{texts.codes.languages[language]}</li>
        ))}
        {report.mark === "M" && <li>{words.marks.M}</li>}
      </ul>
      {report.passages.length > 0 && (
        <ul className="provision-lines">
          {report.passages.map((passage) => (
            <PassageLine
              key={`${passage.report}/${passage.anchor}@${passage.language}`}
              passage={passage}
              family={report.id}
            />
          ))}
        </ul>
      )}
      {report.addenda.length > 0 && (
        <details>
          <summary>{count(words.addenda, report.addenda.length)}</summary>
          <ul>
            {report.addenda.map(({ id, symbol, type }) => (
              <li key={id}>
                <PageLink to={reportAddress(id)}>
                  <DocumentSymbol symbol={symbol} />
                </PageLink>{" "}
                <span className="quiet">{words.types[type]}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}

function PassageLine({ passage, family }: { passage: PassageHit; family: string }) {
  const nameOf = usePassageName();
  const { texts, language } = useInterface();
  const { report, symbol, anchor, path, snippet, ownWords, matchedBy } = passage;
  return (
    <li>
      <div lang={passage.language} dir={isRightToLeft(passage.language) ? "rtl" : "ltr"}>
        {path.length > 0 && <p className="path">{path.join(" › ")}</p>}
        <p>
          <PageLink to={reportAddress(report, { language: passage.language, anchor })}>
            <bdi lang={language}>{nameOf(passage)}</bdi>
            {report !== family && (
              <>
                {" · "}
                <DocumentSymbol symbol={symbol} />
              </>
            )}
          </PageLink>
        </p>
        <p>
          <Snippet snippet={snippet} />
        </p>
      </div>
      {ownWords !== undefined && <OwnWords ownWords={ownWords} />}
      {!matchedBy.includes("words") && matchedBy.length > 0 && (
        <p className="quiet">
          {matchedBy.includes("summary") ? texts.results.foundBySummary : texts.results.foundByConcept}
        </p>
      )}
    </li>
  );
}
