import { use } from "react";
import type { ComparedProvision, Comparison } from "#domain/compare.ts";
import { lawAddress } from "../addresses.ts";
import { useInterface } from "../interface.tsx";
import { useProvisionName } from "../law/provision-name.ts";
import { KindMark } from "../obligations/kind-mark.tsx";
import { obligationTextsIn } from "../texts/obligations/load.ts";
import { Foreign } from "../ui/foreign.tsx";
import { PageLink } from "../ui/page-link.tsx";

interface Props {
  comparison: Comparison;
  /** The answer to the choice before; the next one is on its way. */
  isOld: boolean;
}

/** A column for each State, a row for each obligation; on a narrow screen the States stand below each row. */
export function ComparisonTable({ comparison: { states, rows }, isOld }: Props) {
  const { language, fill } = useInterface();
  const { compare, obligation } = use(obligationTextsIn(language));
  const wholes = new Set(rows.map(({ parent }) => parent));
  // What has rows of its own is a row only where a provision is tied to it as a whole: an empty one would seem to speak for its rows.
  const shown = rows.filter(({ code, cells }) => !wholes.has(code) || cells.some((cell) => cell.length > 0));
  return (
    <table className="comparison" aria-busy={isOld}>
      <caption className="only-heard">{compare.title}</caption>
      <thead>
        <tr>
          <th scope="col">{obligation}</th>
          {states.map(({ iso3, name }) => (
            <th key={iso3} scope="col">
              <bdi>{name}</bdi>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ code, label, kind, cells }) => (
          <tr key={code}>
            <th scope="row">
              <div className="row-name">
                {wholes.has(code) ? fill(compare.asWhole, { label }) : label} <KindMark kind={kind} />
                <p className="quiet">
                  <bdi dir="ltr">{code}</bdi>
                </p>
              </div>
            </th>
            {states.map(({ iso3, name }, place) => (
              <td key={iso3}>
                <p className="cell-state">
                  <bdi>{name}</bdi>
                </p>
                <Cell provisions={cells[place] ?? []} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ provisions }: { provisions: ComparedProvision[] }) {
  const { language, texts } = useInterface();
  const { nothing } = use(obligationTextsIn(language));
  if (provisions.length === 0) return <p className="quiet">{nothing}</p>;
  const laws = new Map(provisions.map((provision) => [provision.law, provision]));
  return (
    <ul className="cell-laws">
      {[...laws.values()].map(({ law, title, language: written, year, status }) => (
        <li key={law}>
          <Foreign language={written}>{title}</Foreign>
          <ul className="facts-line">
            {year !== undefined && <li>{year}</li>}
            <li className={`status-${status}`}>{texts.codes.statuses[status]}</li>
          </ul>
          <ul className="provision-lines">
            {provisions
              .filter((provision) => provision.law === law)
              .map((provision) => (
                <ProvisionLine key={provision.anchor} provision={provision} />
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function ProvisionLine({ provision }: { provision: ComparedProvision }) {
  const { language, texts } = useInterface();
  const nameOf = useProvisionName();
  const { law, anchor, label, language: written, summary, weapons, facets } = provision;
  const codes = [
    ...facets.map((facet) => texts.codes.facets[facet]),
    ...weapons.map((weapon) => texts.codes.weapons[weapon]),
  ];
  return (
    <li>
      <PageLink to={lawAddress(law, { language: written, anchor })}>
        {label === "" ? <bdi lang={language}>{nameOf(provision)}</bdi> : <Foreign language={written}>{label}</Foreign>}
      </PageLink>
      {summary !== undefined && (
        <p className="own-words">
          <Foreign language="en">{summary}</Foreign>
        </p>
      )}
      {codes.length > 0 && <p className="quiet">{codes.join(" · ")}</p>}
    </li>
  );
}
