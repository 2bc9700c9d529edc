import { useRef, type ReactNode } from "react";
import { useInterface } from "../interface.tsx";
import type { Plural } from "../texts/en.ts";
import { useIsWide } from "../ui/use-is-wide.ts";

interface Props {
  /** How many filters are chosen. */
  chosen: number;
  /** How many laws are left. */
  total: number | undefined;
  /** How the button words what is left; without it, as laws. */
  show?: Plural;
  children: ReactNode;
}

/** The filters: a column at the start side where there is room, else a drawer behind a button. */
export function FilterPanel({ chosen, total, show, children }: Props) {
  const { texts, count } = useInterface();
  const dialog = useRef<HTMLDialogElement>(null);
  const isWide = useIsWide();
  if (isWide) {
    return (
      <aside aria-label={texts.results.filters} className="filter-column">
        {children}
      </aside>
    );
  }
  return (
    <>
      <button type="button" className="open-filters" onClick={() => dialog.current?.showModal()}>
        {chosen === 0 ? texts.results.filters : count(texts.results.filtersChosen, chosen)}
      </button>
      <dialog ref={dialog} className="drawer" aria-label={texts.results.filters}>
        <div className="drawer-head">
          <h2>{texts.results.filters}</h2>
          <button type="button" onClick={() => dialog.current?.close()}>
            {texts.results.close}
          </button>
        </div>
        <div className="drawer-body">{children}</div>
        <div className="drawer-foot">
          <button type="button" className="primary" onClick={() => dialog.current?.close()}>
            {total === undefined ? texts.results.searching : count(show ?? texts.results.show, total)}
          </button>
        </div>
      </dialog>
    </>
  );
}
