import type * as z from "zod/mini";
import { TreatyAction } from "#domain/treaties.ts";
import { readTable } from "./table.ts";

/** The acts of States towards treaties that ship with the project. */
export const treatyActions: readonly z.infer<typeof TreatyAction>[] = readTable("treaties.csv", TreatyAction);
