import { useInterface } from "../interface.tsx";

/** What may be typed into the box, by examples that work as they stand. */
export function SearchHelp() {
  const { texts } = useInterface();
  const lines = [
    ["export licence", texts.search.allWords],
    ['"end user"', texts.search.exactly],
    ["nuclear -medical", texts.search.without],
    ["chemical | biological", texts.search.either],
    ["radioact*", texts.search.beginning],
  ] as const;
  return (
    <details className="search-help">
      <summary>{texts.search.help}</summary>
      <dl>
        {lines.map(([example, meaning]) => (
          <div key={example}>
            <dt>
              <code lang="en" dir="ltr">
                {example}
              </code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>{texts.search.anyLanguage}</p>
    </details>
  );
}
