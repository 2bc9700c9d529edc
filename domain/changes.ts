import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Language } from "./languages.ts";
import { LawStatus, ProvisionKind } from "./legislation.ts";

const ChangesParams = z.object({
  /** The id of the version to compare with. */
  from: z._default(z.string().check(z.maxLength(300)), ""),
  language: z.optional(Language),
});

/** A dated version of a law. */
const Version = z.object({
  id: z.string(),
  title: z.string(),
  state: z.string(),
  language: Language,
  status: LawStatus,
  date: z.optional(z.string()),
});

/** Where a provision stands in one of the versions. */
const Place = z.object({
  anchor: z.string(),
  kind: ProvisionKind,
  label: z.string(),
});

/** A run of words that both versions have, or only the later, or only the earlier. */
const Part = z.object({ kind: z.enum(["kept", "added", "removed"]), text: z.string() });
export type Part = z.infer<typeof Part>;

/** What happened to a provision. `renumbered`: the same words stand under another number. */
export const changeKinds = ["added", "removed", "changed", "renumbered"] as const;

export const Change = z.object({
  kind: z.enum(changeKinds),
  /** Its place in the version compared with; absent for one added. */
  before: z.optional(Place),
  /** Its place in the version asked for; absent for one removed. */
  after: z.optional(Place),
  /** Heading and words, in their order: kept and removed parts are the earlier words, kept and added the later. Empty for one renumbered. */
  parts: z.array(Part),
});
export type Change = z.infer<typeof Change>;

/** What differs between two versions of a law, article by article, in the order of the text. */
export const Changes = z.object({
  law: Version,
  from: Version,
  counts: z.object({
    added: z.int(),
    removed: z.int(),
    changed: z.int(),
    renumbered: z.int(),
    unchanged: z.int(),
  }),
  items: z.array(Change),
  meta: z.object({ generation: z.string(), disclaimer: z.string() }),
});
export type Changes = z.infer<typeof Changes>;

export const changesEndpoints = {
  changes: endpoint(
    "/api/v1/legislation/{id}/changes",
    "What differs between two dated versions of a law",
    ChangesParams,
    Changes,
  ),
};
