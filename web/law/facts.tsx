import type { ReactNode } from "react";
import type { Law } from "#domain/legislation.ts";
import { useInterface } from "../interface.tsx";
import { useStates } from "../states.ts";
import { Foreign } from "../ui/foreign.tsx";
import { useLawTexts } from "./use-law-texts.ts";

/** What is known about a law; what is not stated is not listed. */
export function Facts({ law }: { law: Law }) {
  const { texts, date } = useInterface();
  const states = useStates();
  const words = useLawTexts();
  const { names } = texts.facets;
  return (
    <section className="facts">
      <h2>{words.facts}</h2>
      <dl>
        <Fact name={names.state}>{states.nameOf(law.state)}</Fact>
        <Fact name={names.type}>{texts.codes.types[law.type]}</Fact>
        <Fact name={names.status}>
          {texts.codes.statuses[law.status]}
          <StatusNote law={law} />
        </Fact>
        <Fact name={words.number}>{law.number && <bdi>{law.number}</bdi>}</Fact>
        <Fact name={words.citation}>{law.citation && <Foreign language={law.language}>{law.citation}</Foreign>}</Fact>
        <Fact name={names.year}>{law.year}</Fact>
        <Fact name={words.adopted}>{law.adopted && date(law.adopted)}</Fact>
        <Fact name={words.inForce}>{law.inForce && date(law.inForce)}</Fact>
        <Fact name={words.repealed}>{law.repealed && date(law.repealed)}</Fact>
        <Fact name={names.language}>{texts.codes.languages[law.language]}</Fact>
        <Fact name={words.textStatus}>{texts.codes.textStatuses[law.textStatus]}</Fact>
        <Fact name={words.source}>{law.source.path && <bdi>{law.source.name}</bdi>}</Fact>
        <Fact name={words.file}>
          {law.source.path && (
            <bdi dir="ltr" className="file">
              {law.source.path}
            </bdi>
          )}
        </Fact>
        <Fact name={words.licence}>{law.licence && <bdi>{law.licence}</bdi>}</Fact>
      </dl>
    </section>
  );
}

/** The fact behind a law's status, in the English words of the register. */
export function StatusNote({ law }: { law: Law }) {
  if (law.statusNote === undefined) return null;
  return (
    <span className="status-note" lang="en" dir="ltr">
      {law.statusNote}
    </span>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === undefined || children === "") return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
