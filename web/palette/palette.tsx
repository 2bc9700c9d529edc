import { useCombobox } from "downshift";
import { use, useEffect, useRef, useState, type ChangeEvent } from "react";
import { useLocation, useNavigate } from "react-router";
import type { Language } from "#domain/languages.ts";
import { suggestEndpoints } from "#domain/suggest.ts";
import { useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { folded } from "../search/folded.ts";
import { useSettled } from "../search/use-settled.ts";
import { searchAllTextsIn } from "../texts/search-all/load.ts";
import { Foreign } from "../ui/foreign.tsx";
import { withLanguageOf } from "../ui/page-link.tsx";
import { usePages } from "./use-pages.ts";

interface Entry {
  text: string;
  language: Language;
  /** What it is, and which one. */
  detail: string;
  address: string;
}

/** A dialog to go anywhere from: pages, States, laws and concepts by their first letters, and the search over everything. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { language, texts, count } = useInterface();
  const { palette: words } = use(searchAllTextsIn(language));
  const { search } = useLocation();
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  const entries = useEntries(typed);
  useEffect(() => dialog.current?.showModal(), []);
  const { highlightedIndex, getInputProps, getLabelProps, getMenuProps, getItemProps } = useCombobox<Entry>({
    items: entries,
    inputValue: typed,
    isOpen: true,
    selectedItem: null,
    defaultHighlightedIndex: 0,
    itemToString: (entry) => entry?.text ?? "",
    // Leaving the box goes nowhere: Enter or a click does.
    stateReducer: (state, { type, changes }) =>
      type === useCombobox.stateChangeTypes.InputBlur ? { ...changes, selectedItem: state.selectedItem } : changes,
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem === null) return;
      dialog.current?.close();
      void navigate(withLanguageOf(search, selectedItem.address));
    },
  });
  return (
    <dialog ref={dialog} className="palette" aria-label={words.title} onClose={onClose}>
      <div className="palette-box">
        <label {...getLabelProps()}>{words.label}</label>
        <div className="search-line">
          <input
            {...getInputProps({
              onChange: (event: ChangeEvent<HTMLInputElement>) => setTyped(event.target.value),
              // Escape closes the dialog and does not only empty the box.
              onKeyDown: (event) => {
                if (event.key === "Escape") Object.assign(event.nativeEvent, { preventDownshiftDefault: true });
              },
            })}
            dir="auto"
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
          />
          <button type="button" onClick={() => dialog.current?.close()}>
            {words.close}
          </button>
        </div>
        <p className="quiet">{words.hint}</p>
        <ul {...getMenuProps({ "aria-label": texts.search.suggestions })}>
          {entries.map((entry, index) => (
            <li
              key={entry.address}
              className={index === highlightedIndex ? "highlighted" : undefined}
              {...getItemProps({ item: entry, index })}
            >
              <Foreign language={entry.language}>{entry.text}</Foreign> <span className="quiet">{entry.detail}</span>
            </li>
          ))}
        </ul>
        <p role="status" className="only-heard">
          {entries.length === 0 ? words.none : count(words.found, entries.length)}
        </p>
      </div>
    </dialog>
  );
}

/** The pages that fit what is typed, then what the server completes it to, then the search over everything. */
function useEntries(typed: string): Entry[] {
  const { language, texts, fill } = useInterface();
  const { palette: words } = use(searchAllTextsIn(language));
  const pages = usePages();
  const begun = typed.trim();
  const q = useSettled(begun, 150);
  const { data } = useApi(suggestEndpoints.suggest, { q, language }, { enabled: q.length > 1, keepLast: true });
  return [
    ...pages
      .filter(({ text }) => folded(text).includes(folded(begun)))
      .map((page) => ({ ...page, language, detail: words.page })),
    ...(begun.length > 1 ? (data?.items ?? []) : []).map(({ kind, detail, ...suggestion }) => ({
      ...suggestion,
      detail: [texts.search.kinds[kind], detail].filter((part) => part !== undefined).join(" · "),
    })),
    ...(begun === ""
      ? []
      : [
          {
            text: fill(words.everything, { query: begun }),
            language,
            detail: "",
            address: `/search?${new URLSearchParams({ q: begun })}`,
          },
        ]),
  ];
}
