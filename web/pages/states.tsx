import { use, useState } from "react";
import { api } from "#domain/api.ts";
import type { StatesAnswer } from "#domain/states.ts";
import { useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { folded } from "../search/folded.ts";
import { stateTextsIn } from "../texts/states/load.ts";
import { Failure } from "../ui/failure.tsx";
import { Loading } from "../ui/loading.tsx";
import { PageLink } from "../ui/page-link.tsx";

/** The Member States by name, and the groups and regions they belong to: the ways to the page of each. */
export function StatesPage() {
  const { language, texts } = useInterface();
  const { list } = use(stateTextsIn(language));
  const { data, error, refetch } = useApi(api.states, { language });
  return (
    <div className="states">
      <title>{`${texts.site.states} – ${texts.site.name}`}</title>
      <h1>{texts.site.states}</h1>
      <p className="lead">{list.lead}</p>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {error === null && data === undefined && <Loading />}
      {data !== undefined && (
        <>
          <Places regions={data.regions} />
          <List answer={data} />
        </>
      )}
    </div>
  );
}

function Places({ regions }: Pick<StatesAnswer, "regions">) {
  const { language, compare } = useInterface();
  const { list } = use(stateTextsIn(language));
  const byName = regions.toSorted((a, b) => compare(a.name, b.name));
  const link = ({ code, name }: (typeof regions)[number]) => <PageLink to={`/regions/${code}`}>{name}</PageLink>;
  return (
    <details className="places">
      <summary>{list.places}</summary>
      <h2>{list.groups}</h2>
      <ul>
        {byName
          .filter(({ kind }) => kind === "group")
          .map((group) => (
            <li key={group.code}>{link(group)}</li>
          ))}
      </ul>
      <h2>{list.regions}</h2>
      <ul>
        {byName
          .filter(({ kind }) => kind === "region")
          .map((region) => (
            <li key={region.code}>
              {link(region)}
              <ul>
                {byName
                  .filter(({ parent }) => parent === region.code)
                  .map((part) => (
                    <li key={part.code}>{link(part)}</li>
                  ))}
              </ul>
            </li>
          ))}
      </ul>
    </details>
  );
}

function List({ answer: { items, regions } }: { answer: StatesAnswer }) {
  const { language, texts, count } = useInterface();
  const { list } = use(stateTextsIn(language));
  const [typed, setTyped] = useState("");
  const wanted = folded(typed.trim());
  const fitting = items.filter(({ iso3, name, names }) =>
    [iso3, name, ...Object.values(names)].some((text) => folded(text).includes(wanted)),
  );
  const groupNames = new Map(regions.map(({ code, name }) => [code, name]));
  return (
    <>
      <div className="tree-tools">
        <label>
          {list.filter}
          <input type="search" dir="auto" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </label>
        <p role="status" className="quiet">
          {wanted !== "" && (fitting.length === 0 ? list.noneFits : count(list.fitting, fitting.length))}
        </p>
      </div>
      <table className="state-list">
        <caption className="only-heard">{texts.site.states}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.facets.names.state}</th>
            <th scope="col">{list.groups}</th>
            <th scope="col">{list.laws}</th>
          </tr>
        </thead>
        <tbody>
          {fitting.map(({ iso3, name, group, laws }) => (
            <tr key={iso3}>
              <th scope="row">
                <PageLink to={`/states/${iso3}`}>{name}</PageLink>
              </th>
              <td>{groupNames.get(group)}</td>
              <td>{laws === 0 ? <span className="quiet">{list.noLaws}</span> : count(texts.home.laws, laws)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
