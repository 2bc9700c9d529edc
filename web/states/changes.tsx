import { use } from "react";
import type { RecordChange, RecordChanges } from "#domain/profiles.ts";
import { useInterface } from "../interface.tsx";
import { useStates } from "../states.ts";
import { stateTextsIn } from "../texts/states/load.ts";
import { PageLink } from "../ui/page-link.tsx";
import { Block } from "./block.tsx";

interface Props {
  changes: RecordChanges;
  /** True for a region: each entry then names its State. */
  hasSeveralStates?: boolean;
}

/** The newest dated entries of the records, each with its day. */
export function Changes({ changes, hasSeveralStates = false }: Props) {
  const { language, count, date } = useInterface();
  const { changes: words } = use(stateTextsIn(language));
  const { nameOf } = useStates();
  return (
    <Block id="changes" title={words.title} asOf={changes.asOf} isEmpty={changes.total === 0}>
      <p>{words.says}</p>
      <dl className="changes-list">
        {changes.items.map((change) => (
          <div key={`${change.kind} ${change.state} ${change.date} ${change.act} ${change.text}`}>
            <dt>{date(change.date)}</dt>
            <dd>
              {hasSeveralStates && change.state !== undefined && `${nameOf(change.state)}: `}
              <Said change={change} />
            </dd>
          </div>
        ))}
      </dl>
      {changes.total > changes.items.length && <p className="quiet">{count(words.more, changes.total)}</p>}
    </Block>
  );
}

function Said({ change: { kind, text, language: written, act, provisions = 0, address } }: { change: RecordChange }) {
  const { language, fill, count } = useInterface();
  const { changes: words, treaties } = use(stateTextsIn(language));
  // The words of the page around a text that may be in another language: the place of the text is found again.
  const template = {
    treaty: fill(words.act, { act: act === undefined ? "" : treaties.act[act] }),
    document: words.document,
    matrix: words.matrix,
    reading: count(words.reading, provisions),
  }[kind];
  const [before = "", after = ""] = template.split("{text}");
  const named = <bdi lang={written}>{text}</bdi>;
  return (
    <>
      {before}
      {address === undefined ? named : <PageLink to={address}>{named}</PageLink>}
      {after}
    </>
  );
}
