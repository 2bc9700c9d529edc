import { useId, useState, type KeyboardEvent, type SyntheticEvent } from "react";
import { useLocation, useNavigate } from "react-router";
import { suggestEndpoints, type Suggestion } from "#domain/suggest.ts";
import { useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { Foreign } from "../ui/foreign.tsx";
import { withLanguageOf } from "../ui/page-link.tsx";
import { useSettled } from "./use-settled.ts";

interface Props {
  query: string;
  /** What the box searches, where that is not laws. */
  label?: string;
  /** The page of the results. */
  action?: string;
  onSearch: (query: string) => void;
}

/**
 * The box for words, with completions below it: the combobox pattern of the ARIA Authoring Practices.
 * Enter searches for what is typed, unless an arrow key has chosen a completion; `onSearch` gets the words.
 */
export function SearchBox({ query, label, action = "/legislation", onSearch }: Props) {
  const { texts } = useInterface();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const id = useId();
  const [typed, setTyped] = useState(query);
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const suggestions = useSuggestions(typed, isOpen);
  const isShown = isOpen && suggestions.length > 0;

  const type = (text: string) => {
    setTyped(text);
    setIsOpen(true);
    setActive(-1);
  };
  const close = () => {
    setIsOpen(false);
    setActive(-1);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    close();
    onSearch(typed.trim());
  };
  const choose = (suggestion: Suggestion) => {
    close();
    if (pathname === action) setTyped("");
    void navigate(withLanguageOf(search, suggestion.address));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = suggestions[active];
    if (event.key === "Escape" && isShown) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && isShown && chosen !== undefined) {
      event.preventDefault();
      choose(chosen);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setIsOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      // One place more than there are completions: the box itself, at -1.
      setActive(((active + 1 + step + suggestions.length + 1) % (suggestions.length + 1)) - 1);
    }
  };

  return (
    <form role="search" className="search-box" onSubmit={submit} action={action}>
      <label htmlFor={`${id}-box`}>{label ?? texts.search.label}</label>
      <div className="search-line">
        <div className="search-field">
          <input
            id={`${id}-box`}
            name="q"
            type="search"
            dir="auto"
            maxLength={512}
            value={typed}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="search"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={isShown}
            aria-controls={`${id}-list`}
            aria-activedescendant={isShown && active >= 0 ? `${id}-${active}` : undefined}
            onChange={(event) => type(event.target.value)}
            onKeyDown={onKeyDown}
            onBlur={close}
          />
          <ul id={`${id}-list`} role="listbox" aria-label={texts.search.suggestions} hidden={!isShown}>
            {suggestions.map((suggestion, index) => (
              <SuggestionOption
                key={suggestion.address}
                id={`${id}-${index}`}
                suggestion={suggestion}
                isActive={index === active}
                onChoose={() => choose(suggestion)}
              />
            ))}
          </ul>
        </div>
        <button type="submit" className="primary">
          {texts.search.button}
        </button>
      </div>
      <SuggestionCount count={isShown ? suggestions.length : 0} />
    </form>
  );
}

function useSuggestions(typed: string, isOpen: boolean): Suggestion[] {
  const { language } = useInterface();
  const q = useSettled(typed.trim(), 150);
  const { data } = useApi(
    suggestEndpoints.suggest,
    { q, language },
    { enabled: isOpen && q.length > 1 && q.length <= 200, keepLast: true },
  );
  return typed.trim().length > 1 ? (data?.items ?? []) : [];
}

interface OptionProps {
  id: string;
  suggestion: Suggestion;
  isActive: boolean;
  onChoose: () => void;
}

function SuggestionOption({ id, suggestion, isActive, onChoose }: OptionProps) {
  const { texts } = useInterface();
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the box keeps the focus and handles the keys
    <li
      id={id}
      role="option"
      aria-selected={isActive}
      // Leaving the box would close the list before the click arrives.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <Foreign language={suggestion.language}>{suggestion.text}</Foreign>
      <span className="quiet">
        {texts.search.kinds[suggestion.kind]}
        {suggestion.detail !== undefined && (
          <>
            {" · "}
            <bdi>{suggestion.detail}</bdi>
          </>
        )}
      </span>
    </li>
  );
}

function SuggestionCount({ count }: { count: number }) {
  const { texts, count: counted } = useInterface();
  return (
    <p role="status" className="only-heard">
      {count > 0 && counted(texts.search.suggestionCount, count)}
    </p>
  );
}
