import type { ReactNode } from "react";
import { use } from "react";
import { useInterface } from "../interface.tsx";
import { stateTextsIn } from "../texts/states/load.ts";

interface Props {
  id: string;
  title: string;
  /** When what it shows was last built or stated, ISO 8601; absent where nothing of the kind was ever loaded. */
  asOf: string | undefined;
  /** Nothing is recorded: said in words. */
  isEmpty: boolean;
  children: ReactNode;
}

/** A part of the page of a State or region, with its own date. */
export function Block({ id, title, asOf, isEmpty, children }: Props) {
  const { language, texts, fill, date } = useInterface();
  const { profile } = use(stateTextsIn(language));
  return (
    <section id={id} className="block" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {asOf !== undefined && <p className="quiet">{fill(texts.home.asOf, { date: date(asOf) })}</p>}
      {isEmpty ? <p>{profile.nothing}</p> : children}
    </section>
  );
}
