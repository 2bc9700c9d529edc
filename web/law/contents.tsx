import { useEffect, useRef, useState } from "react";
import type { Language } from "#domain/languages.ts";
import { Foreign } from "../ui/foreign.tsx";
import { useIsWide } from "../ui/use-is-wide.ts";
import { holds, type Heading, type LawProvision } from "./contents-of.ts";
import { useProvisionName } from "./provision-name.ts";
import { useLawTexts } from "./use-law-texts.ts";

interface Props {
  contents: Heading;
  language: Language;
  /** The provision that the address names, if it names one. */
  linked: LawProvision | undefined;
}

/** The headings and provisions of a law: beside the text where there is room, else folded above it. */
export function Contents({ contents, language, linked }: Props) {
  const texts = useLawTexts();
  const isWide = useIsWide();
  const nav = useRef<HTMLElement>(null);

  // The linked provision may stand far down in the column, which scrolls by itself.
  useEffect(() => {
    const entry = linked && nav.current?.querySelector<HTMLElement>(`a[href="#${encodeURIComponent(linked.anchor)}"]`);
    const column = nav.current?.parentElement;
    if (entry && column) column.scrollTop = entry.offsetTop - column.clientHeight / 2;
  }, [linked]);

  const inside = <Level heading={contents} language={language} linked={linked} />;
  return (
    <nav ref={nav} className="contents" aria-label={texts.contents}>
      {isWide ? (
        <>
          <h2>{texts.contents}</h2>
          {inside}
        </>
      ) : (
        <details>
          <summary>{texts.contents}</summary>
          {inside}
        </details>
      )}
    </nav>
  );
}

interface LevelProps extends Omit<Props, "contents"> {
  heading: Heading;
}

function Level({ heading, language, linked }: LevelProps) {
  return (
    <ul>
      {heading.provisions.map((provision) => (
        <ProvisionEntry
          key={provision.anchor}
          provision={provision}
          language={language}
          isLinked={provision === linked}
        />
      ))}
      {heading.headings.map((below, place) => (
        <li key={place}>
          <Fold heading={below} language={language} linked={linked} />
        </li>
      ))}
    </ul>
  );
}

/** Draws what stands under a heading only when it is opened: a code has thousands of provisions. */
function Fold({ heading, language, linked }: LevelProps) {
  const [isOpen, setIsOpen] = useState(() => linked !== undefined && holds(heading, linked));
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <Foreign language={language}>{heading.title}</Foreign>
      </summary>
      {isOpen && <Level heading={heading} language={language} linked={linked} />}
    </details>
  );
}

interface EntryProps {
  provision: LawProvision;
  language: Language;
  isLinked: boolean;
}

function ProvisionEntry({ provision, language, isLinked }: EntryProps) {
  const name = useProvisionName()(provision);
  return (
    <li>
      <a href={`#${encodeURIComponent(provision.anchor)}`} aria-current={isLinked ? "location" : undefined}>
        <Foreign language={language}>{provision.heading === undefined ? name : `${name} ${provision.heading}`}</Foreign>
      </a>
    </li>
  );
}
