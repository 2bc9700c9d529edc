import { use } from "react";
import type { Practices } from "#domain/profiles.ts";
import { useInterface } from "../interface.tsx";
import { stateTextsIn } from "../texts/states/load.ts";
import { InOwnLanguage } from "../ui/in-own-language.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { Block } from "./block.tsx";

interface Props {
  practices: Practices;
  filter: Record<string, string>;
  /** Members of a region. */
  of?: number;
}

/** The effective practices that a State, or members of a region, contributed. */
export function PracticeList({ practices, filter, of }: Props) {
  const { language, date, count, number } = useInterface();
  const { practices: words } = use(stateTextsIn(language));
  return (
    <Block id="practices" title={words.title} asOf={practices.asOf} isEmpty={practices.total === 0}>
      {of !== undefined && <p>{count(words.contributors, practices.contributors, { of: number(of) })}</p>}
      <ul className="newest">
        {practices.items.slice(0, 10).map(({ id, titles, date: day }) => (
          <li key={id}>
            <PageLink to={`/effective-practices/${id}`}>
              <InOwnLanguage texts={titles} otherwise={id} />
            </PageLink>{" "}
            <span className="quiet">{date(day)}</span>
          </li>
        ))}
      </ul>
      <p>
        <PageLink to={`/effective-practices?${new URLSearchParams(filter)}`}>
          {count(words.all, practices.total)}
        </PageLink>
      </p>
    </Block>
  );
}
