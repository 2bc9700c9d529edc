import * as z from "zod/mini";
import { TreatyAction } from "#domain/treaties.ts";
import { treatyActions } from "#data/treaties.ts";
import { treatiesIndex } from "#mappings/treaties.ts";
import type { RecordType } from "./record-type.ts";
import { readTables } from "./tables.ts";

const TreatyRow = z.omit(TreatyAction, { id: true });

/** Acts of States towards treaties: one document each. */
export const treaties: RecordType<TreatyAction> = {
  slug: "treaties",
  schema: TreatyAction,
  read: (path) =>
    readTables(path, TreatyRow, (row) => ({ id: `${row.treaty}-${row.state}-${row.act}-${row.date}`, ...row })),
  bundled: treatyActions,
  indices: [treatiesIndex],
  documents: (actions) => actions.map((action) => ({ index: treatiesIndex.name, id: action.id, document: action })),
  madeBy: ["treaties.ts"],
};
