import type { StatedDate } from "#domain/reports.ts";
import { useInterface } from "../interface.tsx";
import { Foreign } from "../ui/foreign.tsx";
import { useReportTexts } from "./use-report-texts.ts";

/** Every date that a source states, with that source; where sources disagree, that is said and not settled. */
export function StatedDates({ dates }: { dates: StatedDate[] }) {
  const words = useReportTexts();
  const { date } = useInterface();
  const kinds = [...new Set(dates.map(({ of }) => of))];
  return (
    <ul className="stated-dates">
      {kinds.map((kind) => {
        const stated = dates.filter(({ of }) => of === kind);
        return (
          <li key={kind}>
            {words.dateKinds[kind]}{" "}
            {stated.map(({ date: given, source, mark }) => (
              <span key={`${given} ${source}`} className="stated-date">
                <time dateTime={given}>{date(given)}</time>{" "}
                <span className="quiet">
                  (<Foreign language="en">{source}</Foreign>
                  {mark !== "V" && ` · ${words.marks[mark]}`})
                </span>
              </span>
            ))}
            {new Set(stated.map(({ date: given }) => given)).size > 1 && <strong>{words.conflict}</strong>}
          </li>
        );
      })}
    </ul>
  );
}
