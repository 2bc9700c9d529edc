import { use, useState } from "react";
import { obligationEndpoints, type Measures, type ObligationsAnswer } from "#domain/obligations.ts";
import { useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { KindMark } from "../obligations/kind-mark.tsx";
import { folded } from "../search/folded.ts";
import { obligationTextsIn } from "../texts/obligations/load.ts";
import { Failure } from "../ui/failure.tsx";
import { Loading } from "../ui/loading.tsx";
import { PageLink } from "../ui/page-link.tsx";

type Item = ObligationsAnswer["items"][number];

/** The obligations of the resolution as a tree, how much of the library bears on each, and the ways to it. */
export function ObligationsPage() {
  const { language, texts } = useInterface();
  const { list } = use(obligationTextsIn(language));
  const { data, error, refetch } = useApi(obligationEndpoints.obligations, { language });
  return (
    <div className="obligations">
      <title>{`${list.title} – ${texts.site.name}`}</title>
      <h1>{list.title}</h1>
      <p className="lead">{list.lead}</p>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {error === null && data === undefined && <Loading />}
      {data !== undefined && (
        <>
          <Meaning answer={data} />
          <Tree items={data.items} />
        </>
      )}
    </div>
  );
}

function Meaning({ answer: { items, meta } }: { answer: ObligationsAnswer }) {
  const { language, texts, count, fill, date } = useInterface();
  const { list } = use(obligationTextsIn(language));
  const library = {
    laws: count(texts.home.laws, meta.library.laws),
    states: count(texts.home.states, meta.library.states),
  };
  return (
    <section className="meaning">
      <h2>{list.meaning}</h2>
      <p>{list.says}</p>
      <p>{list.saysNot}</p>
      {hasProposals(items) && <p>{list.machine}</p>}
      <p>{list.marks}</p>
      <p className="quiet">
        {fill(list.library, library)} {fill(texts.home.asOf, { date: date(meta.asOf) })}
      </p>
    </section>
  );
}

function Tree({ items }: { items: Item[] }) {
  const { language, count } = useInterface();
  const { list, obligation } = use(obligationTextsIn(language));
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const areas = areasOf(items);
  const fitting = items.filter(({ code, label }) => folded(`${label} ${code}`).includes(folded(typed.trim())));
  const shown = typed.trim() === "" ? new Set(areas.map(({ area }) => area.code)) : withWholes(items, fitting);
  const isAllOpen = areas.every(({ area, rows }) => rows.length === 0 || open.has(area.code));
  const toggle = (code: string) =>
    setOpen(open.has(code) ? new Set([...open].filter((other) => other !== code)) : new Set([...open, code]));
  return (
    <>
      <div className="tree-tools">
        <label>
          {list.filter}
          <input type="search" dir="auto" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </label>
        <button
          type="button"
          onClick={() => setOpen(isAllOpen ? new Set() : new Set(areas.map(({ area }) => area.code)))}
        >
          {isAllOpen ? list.foldAll : list.openAll}
        </button>
        <p role="status" className="quiet">
          {typed.trim() !== "" && (fitting.length === 0 ? list.noneFits : count(list.fitting, fitting.length))}
        </p>
      </div>
      <table className="tree">
        <caption className="only-heard">{list.title}</caption>
        <thead>
          <tr>
            <th scope="col">{obligation}</th>
            <th scope="col">{list.recorded}</th>
            {hasProposals(items) && (
              <th scope="col" className="quiet">
                {list.proposed}
              </th>
            )}
          </tr>
        </thead>
        {areas
          .filter(({ area }) => shown.has(area.code))
          .map(({ area, rows }) => (
            <tbody key={area.code}>
              <TreeRow
                item={area}
                hasProposals={hasProposals(items)}
                {...(rows.length > 0 && { isOpen: open.has(area.code), onToggle: () => toggle(area.code) })}
              />
              {rows
                .filter(({ code }) => open.has(area.code) || shown.has(code))
                .map((row) => (
                  <TreeRow key={row.code} item={row} hasProposals={hasProposals(items)} />
                ))}
            </tbody>
          ))}
      </table>
    </>
  );
}

interface RowProps {
  item: Item;
  hasProposals: boolean;
  isOpen?: boolean;
  /** Opens and folds what stands under it; absent where nothing does. */
  onToggle?: () => void;
}

function TreeRow({ item, hasProposals: showProposals, isOpen = false, onToggle }: RowProps) {
  const { language, fill } = useInterface();
  const { compare, list, nothing, paragraph } = use(obligationTextsIn(language));
  const { code, label, level, confirmed, proposed } = item;
  const isRecorded = confirmed.provisions > 0;
  return (
    <tr className={`level-${level}`}>
      <th scope="row">
        <div className="tree-label">
          {onToggle !== undefined && (
            <button
              type="button"
              className="fold"
              aria-expanded={isOpen}
              aria-label={fill(list.rowsUnder, { label })}
              onClick={onToggle}
            >
              <span aria-hidden="true">{isOpen ? "−" : "+"}</span>
            </button>
          )}
          <div>
            {isRecorded ? <PageLink to={`/legislation?obligation=${code}`}>{label}</PageLink> : label}{" "}
            <KindMark kind={item.kind} />
            <p className="quiet">
              <bdi dir="ltr">{code}</bdi> · {fill(paragraph, { number: item.paragraph })}
              {isRecorded && (
                <>
                  {" · "}
                  <PageLink to={`/compare?obligation=${code}`}>
                    {compare.title}
                    <span className="only-heard">{`: ${label}`}</span>
                  </PageLink>
                </>
              )}
            </p>
          </div>
        </div>
      </th>
      <td>
        {isRecorded ? <Numbers name={list.recorded} measures={confirmed} /> : <span className="quiet">{nothing}</span>}
      </td>
      {showProposals && (
        <td className="quiet">{proposed.provisions > 0 && <Numbers name={list.proposed} measures={proposed} />}</td>
      )}
    </tr>
  );
}

/** States, laws and provisions; `name` is that of the column, said where columns are not. */
function Numbers({ name, measures }: { name: string; measures: Measures }) {
  const { language, texts, count } = useInterface();
  const { list } = use(obligationTextsIn(language));
  return (
    <>
      <span className="cell-name">{name}</span>
      <ul className="numbers">
        <li>{count(texts.home.states, measures.states)}</li>
        <li>{count(texts.home.laws, measures.laws)}</li>
        <li>{count(list.provisions, measures.provisions)}</li>
      </ul>
    </>
  );
}

/** Paragraphs and areas, each with the rows and sub-rows that come before the next. */
function areasOf(items: Item[]): { area: Item; rows: Item[] }[] {
  const areas: { area: Item; rows: Item[] }[] = [];
  for (const item of items)
    if (item.level <= 2) areas.push({ area: item, rows: [] });
    else areas.at(-1)?.rows.push(item);
  return areas;
}

/** The codes of `chosen` and of all they stand under. */
function withWholes(items: Item[], chosen: Item[]): Set<string> {
  const parents = new Map(items.map(({ code, parent }) => [code, parent]));
  const codes = new Set<string>();
  for (const item of chosen)
    for (let code: string | undefined = item.code; code !== undefined; code = parents.get(code)) codes.add(code);
  return codes;
}

function hasProposals(items: Item[]): boolean {
  return items.some(({ proposed }) => proposed.provisions > 0);
}
