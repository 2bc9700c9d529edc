import type { Part } from "#domain/changes.ts";
import { useInterface } from "../interface.tsx";
import { useLawTexts } from "./use-law-texts.ts";

/** Words with what was added and removed marked: by a line under or through them, and said to those who listen. */
export function ChangedWords({ parts, without }: { parts: Part[]; without?: "added" | "removed" }) {
  const { language } = useInterface();
  const { kinds } = useLawTexts().changes;
  return (
    <p className="changed-words">
      {parts
        .filter(({ kind }) => kind !== without)
        .map(({ kind, text }, place) => {
          if (kind === "kept") return <span key={place}>{text}</span>;
          const said = (
            <span className="only-heard" lang={language}>
              {kinds[kind]}:{" "}
            </span>
          );
          return kind === "added" ? (
            <ins key={place}>
              {said}
              {text}
            </ins>
          ) : (
            <del key={place}>
              {said}
              {text}
            </del>
          );
        })}
    </p>
  );
}
