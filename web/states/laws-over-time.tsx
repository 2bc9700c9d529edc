import { use } from "react";
import type { Laws } from "#domain/profiles.ts";
import { lawAddress } from "../addresses.ts";
import { useInterface } from "../interface.tsx";
import { useStates } from "../states.ts";
import { stateTextsIn } from "../texts/states/load.ts";
import { Foreign } from "../ui/foreign.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { Block } from "./block.tsx";

interface Props {
  laws: Laws;
  /** The filter that finds them: `state=CAN`. */
  filter: Record<string, string>;
  /** Members of a region, of how many of which laws are here. */
  of?: number;
}

/** The laws of a State or region by year, as a picture and as a table, and the newest of them. */
export function LawsOverTime({ laws, filter, of }: Props) {
  const { language, texts, count, number } = useInterface();
  const { laws: words } = use(stateTextsIn(language));
  const { nameOf } = useStates();
  const undated = laws.total - laws.years.reduce((sum, year) => sum + year.laws, 0);
  return (
    <Block id="laws" title={words.title} asOf={laws.asOf} isEmpty={laws.total === 0}>
      {of !== undefined && <p>{count(words.ofMembers, laws.states, { of: number(of) })}</p>}
      {laws.years.length > 0 && <Picture years={laws.years} />}
      {undated > 0 && <p className="quiet">{count(words.undated, undated)}</p>}
      <p className="quiet">{words.caution}</p>
      <h3>{words.newest}</h3>
      <ul className="newest">
        {laws.newest.map(({ id, state, title, language: written, status, year }) => (
          <li key={id}>
            <PageLink to={lawAddress(id, { language: written })}>
              <Foreign language={written}>{title}</Foreign>
            </PageLink>{" "}
            <span className="quiet">
              {[...(of === undefined ? [] : [nameOf(state)]), year, texts.codes.statuses[status]]
                .filter((part) => part !== undefined)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <PageLink to={`/legislation?${new URLSearchParams(filter)}`}>{count(words.all, laws.total)}</PageLink>
      </p>
    </Block>
  );
}

/** A bar for each year from the first to the last; the table says the same. */
function Picture({ years }: { years: Laws["years"] }) {
  const { language, fill, number } = useInterface();
  const { laws: words } = use(stateTextsIn(language));
  const last = years.at(-1)!.year;
  // A few years alone would make bars as wide as the page.
  const first = Math.min(years[0]!.year, last - 39);
  const most = Math.max(...years.map(({ laws }) => laws));
  const width = last - first + 1;
  return (
    <>
      <figure className="year-bars" dir="ltr">
        <svg
          viewBox={`0 0 ${width} 20`}
          preserveAspectRatio="none"
          role="img"
          aria-label={fill(words.picture, { from: String(years[0]!.year), to: String(last), most: number(most) })}
        >
          {years.map(({ year, laws }) => (
            <rect key={year} x={year - first + 0.1} y={20 - (20 * laws) / most} width={0.8} height={(20 * laws) / most}>
              <title>{`${year}: ${number(laws)}`}</title>
            </rect>
          ))}
        </svg>
        <figcaption className="quiet" aria-hidden="true">
          <span>{first}</span>
          <span>{fill(words.most, { most: number(most) })}</span>
          <span>{last}</span>
        </figcaption>
      </figure>
      <details>
        <summary>{words.table}</summary>
        <table className="numbers-table">
          <thead>
            <tr>
              <th scope="col">{words.year}</th>
              <th scope="col">{words.laws}</th>
            </tr>
          </thead>
          <tbody>
            {years.map(({ year, laws }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td>{number(laws)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
