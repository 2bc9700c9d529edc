import { useCombobox } from "downshift";
import { useEffect, useId, useState, type ChangeEvent } from "react";
import { useInterface } from "../interface.tsx";
import type { Choice } from "./choices.ts";
import { folded } from "./folded.ts";

/** Finds a State by its name among those with laws in the list; choosing one adds it to the filter. */
export function StateCombobox({ choices, onChoose }: { choices: Choice[]; onChoose: (value: string) => void }) {
  const { texts, count } = useInterface();
  const [typed, setTyped] = useState("");
  const inputId = useId();
  // It takes the place of the button that called for it, and with it the focus.
  useEffect(() => document.getElementById(inputId)?.focus(), [inputId]);
  const found = choices.filter(({ name, isChosen }) => !isChosen && folded(name).includes(folded(typed.trim())));
  const { isOpen, highlightedIndex, getInputProps, getLabelProps, getMenuProps, getItemProps, getToggleButtonProps } =
    useCombobox<Choice>({
      items: found,
      inputId,
      inputValue: typed,
      selectedItem: null,
      itemToString: (choice) => choice?.name ?? "",
      // Leaving the box chooses nothing: a filter is set by Enter or a click.
      stateReducer: (state, { type, changes }) =>
        type === useCombobox.stateChangeTypes.InputBlur ? { ...changes, selectedItem: state.selectedItem } : changes,
      onSelectedItemChange: ({ selectedItem }) => {
        setTyped("");
        if (selectedItem !== null) onChoose(selectedItem.value);
      },
    });
  return (
    <div className="combobox">
      <label {...getLabelProps()}>{texts.facets.findState}</label>
      <div className="combobox-line">
        <input
          {...getInputProps({ onChange: (event: ChangeEvent<HTMLInputElement>) => setTyped(event.target.value) })}
          dir="auto"
        />
        <button type="button" {...getToggleButtonProps()} aria-label={texts.facets.openStates}>
          <span aria-hidden="true">▾</span>
        </button>
      </div>
      <ul {...getMenuProps()} hidden={!isOpen}>
        {isOpen &&
          found.map((choice, index) => (
            <li
              key={choice.value}
              className={index === highlightedIndex ? "highlighted" : undefined}
              {...getItemProps({ item: choice, index })}
            >
              <bdi>{choice.name}</bdi> <span className="quiet">{count(texts.facets.lawCount, choice.count)}</span>
            </li>
          ))}
        {isOpen && found.length === 0 && <li className="quiet">{texts.facets.noState}</li>}
      </ul>
    </div>
  );
}
