import { use, useId } from "react";
import { mandateEndpoints, type DeadlineRule, type ProgrammeOfWork } from "#domain/mandate.ts";
import { DocumentSymbol } from "../reports/document-symbol.tsx";
import { reportAddress } from "../addresses.ts";
import { useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { mandateTextsIn } from "../texts/mandate/load.ts";
import type { MandateTexts } from "../texts/mandate/en.ts";
import { Failure } from "../ui/failure.tsx";
import { Foreign } from "../ui/foreign.tsx";
import { Loading } from "../ui/loading.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { WideTable } from "../ui/wide-table.tsx";
import { useParamsOf } from "../use-params-of.ts";

/** What the Committee is asked to do: items with owner, source and date, the rules behind the dates, and the registers. */
export function ProgrammeOfWorkPage() {
  const { language, texts } = useInterface();
  const words = useMandateTexts();
  const { params, change, searchWith } = useParamsOf(mandateEndpoints.programmeOfWork);
  const { data, error, refetch } = useApi(
    mandateEndpoints.programmeOfWork,
    { ...params, language },
    { keepLast: true },
  );
  return (
    <div className="programme">
      <title>{`${words.title} – ${texts.site.name}`}</title>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p>{words.caution}</p>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {error === null && data === undefined && <Loading />}
      {data !== undefined && (
        <>
          <Controls answer={data} change={change} searchWith={searchWith} />
          <Items answer={data} />
          <p>{words.lateDocuments}</p>
          <Rules rules={data.rules} />
          <Registers registers={data.registers} />
          <p>
            <PageLink to="/reports?type=action-plan">{words.actionPlans}</PageLink>
          </p>
        </>
      )}
    </div>
  );
}

function useMandateTexts(): MandateTexts {
  return use(mandateTextsIn(useInterface().language));
}

interface ControlsProps {
  answer: ProgrammeOfWork;
  change: (changes: { on?: string; source?: string[] }) => void;
  searchWith: (changes: { on?: string | undefined }) => string;
}

/** The day the deadlines are looked at, and the documents whose paragraphs are shown. */
function Controls({ answer, change, searchWith }: ControlsProps) {
  const { fill, date, number } = useInterface();
  const words = useMandateTexts();
  const id = useId();
  const chosen = answer.sources.filter(({ isChosen }) => isChosen).map(({ symbol }) => symbol);
  const end = answer.sources.find(({ isChosen, to }) => isChosen && to !== undefined)?.to;
  return (
    <>
      <form
        className="programme-day"
        key={answer.on}
        onSubmit={(event) => {
          event.preventDefault();
          const given = new FormData(event.currentTarget).get("on");
          if (typeof given === "string" && given !== "") change({ on: given });
        }}
      >
        <label htmlFor={id}>{words.on}</label> <input id={id} name="on" type="date" defaultValue={answer.on} />{" "}
        <button type="submit">{words.show}</button>{" "}
        <PageLink to={searchWith({ on: undefined })}>{words.today}</PageLink>
        {end !== undefined && (
          <>
            {" · "}
            <PageLink to={searchWith({ on: end })}>{fill(words.periodEnd, { date: date(end) })}</PageLink>
          </>
        )}
      </form>
      <fieldset className="programme-sources">
        <legend>{words.sources}</legend>
        <ul className="row">
          {answer.sources.map(({ symbol, paragraphs, from, to, isChosen }) => (
            <li key={symbol}>
              <label>
                <input
                  type="checkbox"
                  checked={isChosen}
                  onChange={() =>
                    change({ source: isChosen ? chosen.filter((other) => other !== symbol) : [...chosen, symbol] })
                  }
                />
                <DocumentSymbol symbol={symbol} />
              </label>{" "}
              <span className="quiet">
                {number(paragraphs)}
                {from !== undefined &&
                  to !== undefined &&
                  ` · ${fill(words.period, { from: date(from), to: date(to) })}`}
              </span>
            </li>
          ))}
        </ul>
      </fieldset>
    </>
  );
}

function Items({ answer }: { answer: ProgrammeOfWork }) {
  const { fill, date } = useInterface();
  const words = useMandateTexts();
  const whenOf = useWhen();
  return (
    <section>
      <h2>{words.items}</h2>
      <WideTable name={words.items}>
        <thead>
          <tr>
            <th scope="col">{words.paragraph}</th>
            <th scope="col">{words.asks}</th>
            <th scope="col">{words.owner}</th>
            <th scope="col">{words.due}</th>
            <th scope="col">{words.state}</th>
          </tr>
        </thead>
        <tbody>
          {answer.items.map((item) => (
            <tr key={item.id}>
              <th scope="row">
                <PageLink to={reportAddress(item.report, item.anchor === undefined ? {} : { anchor: item.anchor })}>
                  <DocumentSymbol symbol={item.source} />
                </PageLink>{" "}
                <Paragraph paragraph={item.paragraph} />
              </th>
              <td>{item.text}</td>
              <td>{words.areas[item.area]}</td>
              <td>
                {item.due !== undefined ? date(item.due) : item.when === undefined ? words.noDate : whenOf(item.when)}
              </td>
              <td className={`mandate-${item.state}`}>
                {words.states[item.state]}
                {item.evidence !== undefined && item.done !== undefined && (
                  <span className="quiet">
                    {" "}
                    {fill(words.evidence, { symbol: item.evidence, date: date(item.done) })}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </section>
  );
}

/** The number of a paragraph as its document has it, or words where it has none. */
function Paragraph({ paragraph }: { paragraph: string | undefined }) {
  const words = useMandateTexts();
  if (paragraph === undefined) return <span className="quiet">{words.notNumbered}</span>;
  if (paragraph === "opening") return words.opening;
  return (
    <bdi lang="mul" dir="ltr">
      {paragraph}
    </bdi>
  );
}

/** When a rule is due, in words. */
function useWhen(): (when: DeadlineRule["when"]) => string {
  const { language, fill, date } = useInterface();
  const words = useMandateTexts();
  const dayOfYear = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  return ({ kind, value }) =>
    fill(words.whens[kind], {
      number: value,
      ...(kind === "once" && { date: date(value) }),
      ...(kind === "yearly" && { date: dayOfYear.format(new Date(`2001-${value}`)) }),
    });
}

function Rules({ rules }: { rules: ProgrammeOfWork["rules"] }) {
  const { fill, date } = useInterface();
  const words = useMandateTexts();
  const whenOf = useWhen();
  return (
    <section>
      <h2>{words.rules}</h2>
      <p>{words.rulesLead}</p>
      <WideTable name={words.rules}>
        <thead>
          <tr>
            <th scope="col">{words.rule}</th>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.paragraph}</th>
            <th scope="col">{words.valid}</th>
          </tr>
        </thead>
        <tbody>
          {rules
            .toSorted((a, b) => Number(b.holds) - Number(a.holds))
            .map((rule) => (
              <tr key={`${rule.rule} ${rule.validFrom}`}>
                <th scope="row">{rule.title}</th>
                <td>{whenOf(rule.when)}</td>
                <td>
                  <PageLink to={reportAddress(rule.report)}>
                    <DocumentSymbol symbol={rule.source} />
                  </PageLink>{" "}
                  {rule.paragraph !== undefined && <Paragraph paragraph={rule.paragraph} />}
                  {rule.note !== undefined && (
                    <span className="quiet">
                      {" "}
                      <Foreign language="en">{rule.note}</Foreign>
                    </span>
                  )}
                </td>
                <td>
                  {rule.holds ? words.holds : words.holdsNot}{" "}
                  <span className="quiet">
                    {rule.validTo === undefined
                      ? fill(words.since, { from: date(rule.validFrom) })
                      : fill(words.period, { from: date(rule.validFrom), to: date(rule.validTo) })}
                  </span>
                </td>
              </tr>
            ))}
        </tbody>
      </WideTable>
    </section>
  );
}

function Registers({ registers }: { registers: ProgrammeOfWork["registers"] }) {
  const { number } = useInterface();
  const words = useMandateTexts();
  return (
    <section>
      <h2>{words.registers}</h2>
      <p>{words.registersLead}</p>
      <WideTable name={words.registers}>
        <thead>
          <tr>
            <th scope="col">{words.register}</th>
            <th scope="col">{words.paragraph}</th>
            <th scope="col">{words.usersTitle}</th>
            <th scope="col">{words.accessTitle}</th>
          </tr>
        </thead>
        <tbody>
          {registers.map((register) => (
            <tr key={register.number}>
              <th scope="row">
                <span className="quiet">{number(register.number)}</span> {register.title}
              </th>
              <td>
                <bdi lang="en" dir="ltr">
                  {register.paragraphs}
                </bdi>
              </td>
              <td>{register.users.map((user) => words.users[user]).join(" · ")}</td>
              <td>{register.access.map((level) => words.access[level]).join(" · ")}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </section>
  );
}
