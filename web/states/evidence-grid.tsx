import { use } from "react";
import { evidenceColumns, type Evidence, type EvidenceCell, type EvidenceColumn } from "#domain/profiles.ts";
import { useInterface } from "../interface.tsx";
import { KindMark } from "../obligations/kind-mark.tsx";
import { stateTextsIn } from "../texts/states/load.ts";
import { PageLink } from "../ui/page-link.tsx";
import { Block } from "./block.tsx";

interface Props {
  evidence: Evidence;
  /** The filter that finds the laws of this State or region: `state=CAN`. */
  filter: Record<string, string>;
  /** Members of a region: cells then say of how many States something is recorded. */
  of?: number;
}

/** Areas of the resolution by kind of weapon: what is recorded, what is proposed, or the words for neither; each number opens its provisions. */
export function EvidenceGrid({ evidence, filter, of }: Props) {
  const { language, texts } = useInterface();
  const { evidence: words } = use(stateTextsIn(language));
  const columnNames: Record<EvidenceColumn, string> = { ...texts.codes.weapons, any: words.any };
  const isEmpty = evidence.areas.every(
    ({ cells: { any } }) => any.confirmed.provisions === 0 && any.proposed.provisions === 0,
  );
  return (
    <Block id="evidence" title={words.title} asOf={evidence.asOf} isEmpty={isEmpty}>
      <p>{words.says}</p>
      <table className="evidence">
        <caption className="only-heard">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.area}</th>
            {evidenceColumns.map((column) => (
              <th key={column} scope="col">
                {columnNames[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {evidence.areas.map(({ code, label, kind, cells }) => (
            <tr key={code}>
              <th scope="row">
                {label} <span className="quiet">{code}</span> <KindMark kind={kind} />
              </th>
              {evidenceColumns.map((column) => (
                <td key={column}>
                  <span className="cell-name">{columnNames[column]}</span>
                  <Cell
                    cell={cells[column]}
                    code={code}
                    column={column}
                    filter={filter}
                    {...(of !== undefined && { of })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{words.proposals}</p>
    </Block>
  );
}

interface CellProps {
  cell: EvidenceCell;
  code: string;
  column: EvidenceColumn;
  filter: Record<string, string>;
  of?: number;
}

function Cell({ cell: { confirmed, proposed }, code, column, filter, of }: CellProps) {
  const { language, count, number } = useInterface();
  const { evidence: words } = use(stateTextsIn(language));
  const weapon: Record<string, string> = column === "any" ? {} : { weapon: column };
  return (
    <>
      {confirmed.provisions > 0 && (
        <PageLink to={`/legislation?${new URLSearchParams({ ...filter, obligation: code, ...weapon })}`}>
          {count(words.confirmed, confirmed.provisions)}
        </PageLink>
      )}
      {confirmed.provisions > 0 && of !== undefined && (
        <span className="quiet">{count(words.states, confirmed.states, { of: number(of) })}</span>
      )}
      {proposed.provisions > 0 && (
        <PageLink className="proposed" to={`/legislation?${new URLSearchParams({ ...filter, proposed: code })}`}>
          {count(words.proposed, proposed.provisions)}
        </PageLink>
      )}
      {confirmed.provisions === 0 && proposed.provisions === 0 && <span className="quiet">{words.none}</span>}
    </>
  );
}
