import { use } from "react";
import type { TreatiesOfRegion, TreatiesOfState } from "#domain/profiles.ts";
import { useInterface } from "../interface.tsx";
import { stateTextsIn } from "../texts/states/load.ts";
import { Block } from "./block.tsx";

/** What a State did towards each treaty, with its dates, the day until which they are known, and their source. */
export function TreatiesOfAState({ treaties }: { treaties: TreatiesOfState }) {
  const { language, date, fill } = useInterface();
  const { treaties: words } = use(stateTextsIn(language));
  const sources = [...new Set(treaties.items.map(({ source }) => source))];
  return (
    <Block id="treaties" title={words.title} asOf={treaties.asOf} isEmpty={treaties.items.length === 0}>
      <p>{words.says}</p>
      <table className="state-list">
        <caption className="only-heard">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.treaty}</th>
            <th scope="col">{words.acts}</th>
            <th scope="col">{words.knownUntil}</th>
          </tr>
        </thead>
        <tbody>
          {treaties.items.map(({ code, name, knownUntil, standing, acts }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              <td>
                {(standing === "party" || standing === "signatory") && <strong>{words[standing]}</strong>}
                {acts.length > 0 && (
                  <ul>
                    {acts.map(({ act, date: day }) => (
                      <li key={`${act} ${day}`}>{`${words.act[act]}: ${date(day)}`}</li>
                    ))}
                  </ul>
                )}
                {acts.length === 0 && (
                  <span className="quiet">{standing === "none" ? words.noAct : ` ${words.noDates}`}</span>
                )}
              </td>
              <td>{date(knownUntil)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sources.length > 0 && (
        <p className="quiet">
          <bdi>{fill(words.source, { source: sources.join("; ") })}</bdi>
        </p>
      )}
    </Block>
  );
}

/** How many members of a region are party to each treaty, of how many, and on what day. */
export function TreatiesOfARegion({ treaties }: { treaties: TreatiesOfRegion }) {
  const { language, date, fill, number } = useInterface();
  const { treaties: words } = use(stateTextsIn(language));
  const nOf = (n: number, of: number) => fill(words.nOf, { n: number(n), of: number(of) });
  return (
    <Block id="treaties" title={words.title} asOf={treaties.asOf} isEmpty={treaties.items.length === 0}>
      <p>{words.says}</p>
      <table className="state-list">
        <caption className="only-heard">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.treaty}</th>
            <th scope="col">{words.parties}</th>
            <th scope="col">{words.signatories}</th>
            <th scope="col">{words.knownUntil}</th>
          </tr>
        </thead>
        <tbody>
          {treaties.items.map(({ code, name, knownUntil, parties, signatories, of }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              <td>{nOf(parties, of)}</td>
              <td>{nOf(signatories, of)}</td>
              <td>{date(knownUntil)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Block>
  );
}
