import { use } from "react";
import type { Documents, ListedDocument } from "#domain/profiles.ts";
import { useInterface } from "../interface.tsx";
import { useStates } from "../states.ts";
import { stateTextsIn } from "../texts/states/load.ts";
import { Foreign } from "../ui/foreign.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { Block } from "./block.tsx";

interface Props {
  documents: Documents;
  filter: Record<string, string>;
  /** Members of a region. */
  of?: number;
}

/** The documents of a State or of the members of a region, newest first. */
export function DocumentList({ documents, filter, of }: Props) {
  const { language, count, number } = useInterface();
  const { documents: words } = use(stateTextsIn(language));
  const { nameOf } = useStates();
  return (
    <Block id="documents" title={words.title} asOf={documents.asOf} isEmpty={documents.total === 0}>
      {of !== undefined && <p>{count(words.reporting, documents.reporting, { of: number(of) })}</p>}
      <ul className="newest">
        {documents.items.slice(0, 10).map((document) => (
          <li key={document.id}>
            {of !== undefined && document.state !== undefined && `${nameOf(document.state)}: `}
            <DocumentLink document={document} />
          </li>
        ))}
      </ul>
      <p>
        <PageLink to={`/reports?${new URLSearchParams(filter)}`}>{count(words.all, documents.total)}</PageLink>
      </p>
    </Block>
  );
}

/** A document by title, symbol and date; that no date is recorded is said. */
export function DocumentLink({
  document: { id, symbol, title, language: written, date: day },
}: {
  document: ListedDocument;
}) {
  const { language, date } = useInterface();
  const { documents: words } = use(stateTextsIn(language));
  return (
    <>
      <PageLink to={`/reports/${encodeURIComponent(id)}`}>
        <Foreign language={written}>{title}</Foreign>
      </PageLink>{" "}
      <span className="quiet">
        <bdi lang="en">{symbol}</bdi> · {day === undefined ? words.undated : date(day)}
      </span>
    </>
  );
}
