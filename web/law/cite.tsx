import { useId, useRef, useState } from "react";
import type { Law } from "#domain/legislation.ts";
import { lawAddress } from "../addresses.ts";
import { useInterface } from "../interface.tsx";
import { useStates } from "../states.ts";
import { citationFormats, citationIn, type CitationFormat } from "./citation.ts";
import type { LawProvision } from "./contents-of.ts";
import { useProvisionName } from "./provision-name.ts";
import { useLawTexts } from "./use-law-texts.ts";

interface Props {
  law: Law;
  /** The linked provision, which then is what is cited first. */
  linked: LawProvision | undefined;
}

/** A citation of a law or of its linked provision, to copy in the format one's program reads, and its lasting address. */
export function Cite({ law, linked }: Props) {
  const words = useLawTexts().cite;
  const nameOf = useProvisionName();
  const states = useStates();
  const [format, setFormat] = useState<CitationFormat>("text");
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const [isWhole, setIsWhole] = useState(false);
  const ids = { what: useId(), format: useId() };
  const provision = isWhole ? undefined : linked;
  const address =
    window.location.origin +
    lawAddress(law.id, { language: law.language, ...(provision !== undefined && { anchor: provision.anchor }) });
  const citation = citationIn[format]({
    ...law,
    state: states.nameOf(law.state),
    date: law.adopted ?? law.year?.toString(),
    provision: provision && nameOf(provision),
    address,
    source: law.url !== undefined && /^https?:\/\//.test(law.url) ? law.url : undefined,
    accessed: today,
  });
  return (
    <details className="cite">
      <summary>{words.title}</summary>
      <p className="cite-choices">
        {linked !== undefined && (
          <span>
            <label htmlFor={ids.what}>{words.what}</label>{" "}
            <select
              id={ids.what}
              value={isWhole ? "law" : "provision"}
              onChange={(event) => setIsWhole(event.target.value === "law")}
            >
              <option value="provision">{nameOf(linked)}</option>
              <option value="law">{words.wholeLaw}</option>
            </select>
          </span>
        )}
        <span>
          <label htmlFor={ids.format}>{words.format}</label>{" "}
          <select
            id={ids.format}
            value={format}
            onChange={(event) => setFormat(citationFormats.find((name) => name === event.target.value) ?? "text")}
          >
            {citationFormats.map((name) => (
              <option key={name} value={name}>
                {words.formats[name]}
              </option>
            ))}
          </select>
        </span>
      </p>
      <Copied key={citation} text={citation} name={words.copy} />
      <p>
        <strong>{words.address}</strong>
      </p>
      <Copied key={address} text={address} name={words.copyAddress} />
    </details>
  );
}

/** A text and the button that copies it; where the browser lets no page copy, it is selected for the reader to do so. */
function Copied({ text, name }: { text: string; name: string }) {
  const words = useLawTexts().cite;
  const { language } = useInterface();
  const shown = useRef<HTMLPreElement>(null);
  const [outcome, setOutcome] = useState<"copied" | "selected">();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("copied");
    } catch {
      if (shown.current !== null) window.getSelection()?.selectAllChildren(shown.current);
      setOutcome("selected");
    }
  };
  return (
    <>
      {/* In no one language: what is cited has its own, and the formats have none. */}
      <pre ref={shown} lang="mul" dir="auto">
        {text}
      </pre>
      <p>
        <button type="button" onClick={() => void copy()}>
          {name}
        </button>{" "}
        <span role="status" lang={language}>
          {outcome !== undefined && words[outcome]}
        </span>
      </p>
    </>
  );
}
