import { Fragment, memo, useDeferredValue, useEffect, useId, useMemo } from "react";
import type { Law } from "#domain/legislation.ts";
import { useInterface } from "../interface.tsx";
import { newHeadings } from "./contents-of.ts";
import { linksOf, type ProvisionLinks } from "./links-of.ts";
import { markWords, wordsOf } from "./mark-words.ts";
import { ProvisionText, TextHeading } from "./provision.tsx";
import { useLawTexts } from "./use-law-texts.ts";

interface Props {
  law: Law;
  /** The anchor of the linked provision, or empty. */
  anchor: string;
  /** Changes with every visit, so that following a link a second time leads there a second time. */
  visit: string;
  query: string;
}

/** The provisions of a law in their order. The linked one is brought into view and takes the focus. */
export function LawText({ law, anchor, visit, query }: Props) {
  const { fill } = useInterface();
  const texts = useLawTexts();
  const id = useId();
  const { provisions } = law;
  const links = useMemo(() => linksOf(law), [law]);
  const linked = provisions.findIndex((provision) => provision.anchor === anchor);
  const starts = groupStarts(provisions.length);
  const first = starts.findLastIndex((start) => start <= linked);
  // A code has thousands of provisions: what the address names is there at once, the rest when the browser has time.
  const from = useDeferredValue(0, Math.max(first, 0));
  const to = useDeferredValue(starts.length, Math.max(first, 0) + 2);
  return (
    <>
      {law.textStatus === "title-only" && <p className="notice">{texts.noText}</p>}
      {anchor !== "" && linked === -1 && (
        <p className="notice" role="status">
          {fill(texts.noAnchor, { anchor })}
        </p>
      )}
      <div id={id} className="law-text">
        {starts.slice(from, to).map((start) => (
          <Group
            key={start}
            law={law}
            links={links}
            start={start}
            linked={linked >= start && linked < start + groupSize ? linked : -1}
          />
        ))}
      </div>
      <Marks key={`${from} ${to}`} below={id} query={query} />
      {linked !== -1 && <Arrival key={hasScrollAnchoring ? visit : `${visit} ${from}`} anchor={anchor} />}
    </>
  );
}

/** Provisions are drawn in groups, so that following a link inside a law draws two groups again and not thousands of provisions. */
const groupSize = 50;

function groupStarts(provisions: number): number[] {
  return Array.from({ length: Math.ceil(provisions / groupSize) }, (_, group) => group * groupSize);
}

/** Whether the browser keeps what is in view where it is when text appears above it. */
const hasScrollAnchoring = typeof CSS !== "undefined" && CSS.supports("overflow-anchor", "auto");

interface GroupProps {
  law: Law;
  links: ReadonlyMap<string, ProvisionLinks>;
  /** The place of the first provision drawn. */
  start: number;
  /** The place of the linked provision if it is in this group, else -1. */
  linked: number;
}

const Group = memo(function Group({ law, links, start, linked }: GroupProps) {
  const { provisions, language } = law;
  return provisions.slice(start, start + groupSize).map((provision, place) => (
    <Fragment key={provision.anchor}>
      {newHeadings(provision, provisions[start + place - 1]).map(({ title, depth }) => (
        <TextHeading key={depth} title={title} depth={depth} language={language} />
      ))}
      <ProvisionText
        provision={provision}
        law={law}
        links={links.get(provision.anchor)}
        depth={provision.path.length}
        isLinked={start + place === linked}
      />
    </Fragment>
  ));
});

/** Marks the words of a query in the provisions that are there when it appears. */
function Marks({ below, query }: { below: string; query: string }) {
  useEffect(() => {
    const text = document.getElementById(below);
    return text === null ? undefined : markWords(text, wordsOf(query));
  }, [below, query]);
  return null;
}

/** Brings the linked provision into view when it appears, which is after the provisions are there. */
function Arrival({ anchor }: { anchor: string }) {
  useEffect(() => {
    const linked = document.getElementById(anchor);
    linked?.scrollIntoView();
    linked?.focus({ preventScroll: true });
  }, [anchor]);
  return null;
}
