import { useInterface } from "../interface.tsx";

interface Props<Changes> {
  /** Each filter with its values, and the changes that take one of them away. */
  chosen: { name: string; values: { name: string; without: Changes }[] }[];
  /** The changes that take all away. */
  none: Changes;
  onChange: (changes: Changes) => void;
}

/** The chosen filters as chips, each of which takes itself away. */
export function ChosenFilters<Changes>({ chosen, none, onChange }: Props<Changes>) {
  const { texts, fill } = useInterface();
  const chips = chosen.flatMap(({ name, values }) =>
    values.map((value) => ({ label: fill(texts.results.filter, { name, value: value.name }), without: value.without })),
  );
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label={texts.results.chosen}>
      {chips.map(({ label, without }) => (
        <li key={label}>
          <button
            type="button"
            className="chip"
            aria-label={fill(texts.results.remove, { filter: label })}
            onClick={() => onChange(without)}
          >
            <bdi>{label}</bdi>
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button type="button" className="plain" onClick={() => onChange(none)}>
            {texts.results.clear}
          </button>
        </li>
      )}
    </ul>
  );
}
