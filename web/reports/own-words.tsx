import type { Multilingual } from "#domain/languages.ts";
import { useInterface } from "../interface.tsx";

/** What a passage asks for, in our own words and marked so. */
export function OwnWords({ ownWords }: { ownWords: Multilingual }) {
  const { texts, language } = useInterface();
  return (
    <p className="own-words">
      <span className="own-words-mark">{texts.provision.ourWords}</span> {ownWords[language]}
    </p>
  );
}
