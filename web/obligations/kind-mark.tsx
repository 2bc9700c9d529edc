import { use } from "react";
import { useInterface } from "../interface.tsx";
import { obligationTextsIn } from "../texts/obligations/load.ts";

/** Tells what is for information, voluntary, recommended or a note from the obligations, which bear no mark. */
export function KindMark({ kind }: { kind: string }) {
  const { language } = useInterface();
  const kinds: Record<string, string> = use(obligationTextsIn(language)).kinds;
  return kinds[kind] === undefined ? null : <span className="kind-mark">{kinds[kind]}</span>;
}
