import type { ProvisionKind } from "#domain/legislation.ts";
import { useInterface } from "../interface.tsx";

/** What to call a provision: as its text writes it, or by its kind and place where the text has no mark. */
export function useProvisionName(): (provision: { label: string; anchor: string; kind?: ProvisionKind }) => string {
  const { texts, fill } = useInterface();
  return ({ label, anchor, kind }) => {
    if (label !== "") return label;
    if (anchor === "preamble" || kind === "preamble") return texts.codes.kinds.preamble;
    if (anchor.startsWith("sch")) return texts.codes.kinds.schedule;
    return fill(texts.provision.passage, { number: anchor.replace(/^p-/, "") });
  };
}
