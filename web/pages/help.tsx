import { use, useState } from "react";
import { callLanguages, calls, written, type Call, type CallLanguage } from "../help/calls.ts";
import { useInterface } from "../interface.tsx";
import { helpTextsIn } from "../texts/help/load.ts";
import type { HelpTexts } from "../texts/help/en.ts";
import { PageLink } from "../ui/page-link.tsx";

/** How to search, how programs can ask, and how to load what one has, each to be tried at once. */
export function HelpPage() {
  const { language, texts } = useInterface();
  const help = use(helpTextsIn(language));
  return (
    <article className="about help">
      <title>{`${texts.site.help} – ${texts.site.name}`}</title>
      <h1>{texts.site.help}</h1>
      <p className="lead">{help.lead}</p>
      <SearchSection words={help.search} />
      <section id="api">
        <h2>{help.api.title}</h2>
        <p>{help.api.says}</p>
        <p>
          <a href="/docs">{help.api.described}</a>
        </p>
        {calls.map((call) => (
          <ShownCall key={call.name} call={call} words={help.api} />
        ))}
      </section>
      <LoadingSection words={help.loading} />
    </article>
  );
}

function SearchSection({ words }: { words: HelpTexts["search"] }) {
  const { texts } = useInterface();
  const examples: [query: string, finds: string][] = [
    ["export licence", texts.search.allWords],
    ['"end user"', texts.search.exactly],
    ["nuclear -medical", texts.search.without],
    ["chemical | biological", texts.search.either],
    ["(export | transit) nuclear", words.groups],
    ["radioact*", texts.search.beginning],
    ["ст. 226¹ УК РФ", words.article],
    ["SOR/2000-210", words.number],
    ["السمسرة", words.crossing],
    ["实物保护", words.crossing],
  ];
  return (
    <section id="search">
      <h2>{words.title}</h2>
      <p>{words.says}</p>
      <table className="state-list">
        <thead>
          <tr>
            <th scope="col">{words.example}</th>
            <th scope="col">{words.finds}</th>
          </tr>
        </thead>
        <tbody>
          {examples.map(([query, finds]) => (
            <tr key={query}>
              <th scope="row">
                <Example query={query} />
              </th>
              <td>{finds}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Words to search for, as a link that does it. */
function Example({ query }: { query: string }) {
  return (
    <PageLink to={`/legislation?${new URLSearchParams({ q: query })}`}>
      <bdi lang={/\p{Script=Latin}/u.test(query) ? "en" : "mul"}>{query}</bdi>
    </PageLink>
  );
}

function ShownCall({ call, words }: { call: Call; words: HelpTexts["api"] }) {
  const [language, setLanguage] = useState<CallLanguage>("curl");
  const [isCopied, setIsCopied] = useState(false);
  const text = written(call, language, window.location.origin);
  return (
    <section className="call">
      <h3>{words.calls[call.name]}</h3>
      <p className="row" role="group" aria-label={words.calls[call.name]}>
        {callLanguages.map((other) => (
          <button
            key={other}
            type="button"
            aria-pressed={other === language}
            lang="en"
            onClick={() => {
              setLanguage(other);
              setIsCopied(false);
            }}
          >
            {other}
          </button>
        ))}
        <button
          type="button"
          className="plain"
          onClick={() => void navigator.clipboard.writeText(text).then(() => setIsCopied(true))}
        >
          {isCopied ? words.copied : words.copy}
        </button>
      </p>
      {/* Wide lines are scrolled to, with the keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre dir="ltr" lang="en" tabIndex={0}>
        <code>{text}</code>
      </pre>
    </section>
  );
}

/** What can be loaded, with its sample: a folder of docs/samples, which the server shows under the same name. */
const samples: { kind: keyof HelpTexts["loading"]["kinds"]; slug: string; files: string[] }[] = [
  { kind: "legislation", slug: "legislation", files: ["manifest.csv", "sample-act.md", "loi-exemple.txt"] },
  { kind: "treaties", slug: "treaties", files: ["acts.csv"] },
  { kind: "matrices", slug: "matrices", files: ["cells.csv"] },
  { kind: "practices", slug: "effective-practices", files: ["practices.csv"] },
  { kind: "reports", slug: "reports", files: ["manifest.csv", "sample-report.txt"] },
];

/** The option or command that a step of loading names. */
const commandOf: Record<string, string> = { dry: "--dry-run", back: "rollback" };

function LoadingSection({ words }: { words: HelpTexts["loading"] }) {
  return (
    <section id="loading">
      <h2>{words.title}</h2>
      <p>{words.says}</p>
      <ol>
        {Object.entries(words.steps).map(([name, says]) => (
          <li key={name}>
            <Step says={says} command={commandOf[name]} />
          </li>
        ))}
      </ol>
      <table className="state-list">
        <thead>
          <tr>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.command}</th>
            <th scope="col">{words.sample}</th>
          </tr>
        </thead>
        <tbody>
          {samples.map(({ kind, slug, files }) => (
            <tr key={kind}>
              <th scope="row">{words.kinds[kind]}</th>
              <td>
                <code dir="ltr" lang="zxx">{`npm run index -- ${slug} docs/samples/${slug}`}</code>
              </td>
              <td>
                <ul>
                  {files.map((file) => (
                    <li key={file}>
                      <a href={`/samples/${slug}/${file}`} download lang="en">
                        {file}
                      </a>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What a step says, its command as code: that is a word of no language. */
function Step({ says, command }: { says: string; command: string | undefined }) {
  const [before, after] = says.split("{command}");
  if (after === undefined) return says;
  return (
    <>
      {before}
      <code dir="ltr" lang="zxx">
        {command}
      </code>
      {after}
    </>
  );
}
