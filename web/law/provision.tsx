import { createElement, type ReactNode } from "react";
import { isRightToLeft, type Language } from "#domain/languages.ts";
import type { Law } from "#domain/legislation.ts";
import { useInterface } from "../interface.tsx";
import { Foreign } from "../ui/foreign.tsx";
import { Codings } from "./codings.tsx";
import type { LawProvision } from "./contents-of.ts";
import { ProvisionLinks } from "./links.tsx";
import type { ProvisionLinks as Links } from "./links-of.ts";
import { useProvisionName } from "./provision-name.ts";
import { useLawTexts } from "./use-law-texts.ts";

interface Props {
  provision: LawProvision;
  law: Pick<Law, "id" | "language">;
  /** What it cites and what cites it, where there is something. */
  links: Links | undefined;
  /** How many headings it stands under. */
  depth: number;
  isLinked: boolean;
}

/** One provision in the words of the law, with what the register says beside it. */
export function ProvisionText({ provision, law, links, depth, isLinked }: Props) {
  const { id, language } = law;
  const { fill } = useInterface();
  const texts = useLawTexts();
  const name = useProvisionName()(provision);
  const hasNote = provision.codings.length > 0;
  return (
    <section
      id={provision.anchor}
      tabIndex={-1}
      className={isLinked ? "provision linked" : "provision"}
      aria-current={isLinked ? "location" : undefined}
    >
      <div lang={language} dir={isRightToLeft(language) ? "rtl" : "ltr"} className="provision-text">
        <Title depth={depth} className="provision-title">
          <a href={`#${encodeURIComponent(provision.anchor)}`} title={fill(texts.linkTo, { provision: name })}>
            {name}
          </a>
          {provision.heading !== undefined && <span className="provision-heading"> {provision.heading}</span>}
        </Title>
        {provision.text.split("\n").map((paragraph, place) => (
          <p key={place}>{paragraph}</p>
        ))}
      </div>
      {hasNote && <Note provision={provision} />}
      {links !== undefined && <ProvisionLinks links={links} language={language} law={id} />}
    </section>
  );
}

/** A heading in the text, as large as its depth allows. */
export function TextHeading({ title, depth, language }: { title: string; depth: number; language: Language }) {
  return (
    <Title depth={depth} className={depth === 0 ? "text-heading" : "text-heading deeper"}>
      <Foreign language={language}>{title}</Foreign>
    </Title>
  );
}

function Note({ provision }: { provision: LawProvision }) {
  const { texts } = useInterface();
  const lawTexts = useLawTexts();
  return (
    <aside className="note">
      <p className="own-words-mark">{texts.provision.ourWords}</p>
      <Codings codings={provision.codings} />
      <p className="quiet">{lawTexts.ourWordsBy}</p>
    </aside>
  );
}

/** A heading as deep as it stands: the title of the law is the first of the page, those of its text begin at the second. */
function Title({ depth, className, children }: { depth: number; className: string; children: ReactNode }) {
  return createElement(`h${Math.min(depth + 2, 6)}`, { className }, children);
}
