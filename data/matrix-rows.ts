import * as z from "zod/mini";
import { Facet, Weapon } from "#domain/codings.ts";
import type { CellWeapon, TemplateRow } from "#domain/matrices.ts";
import { obligations } from "./obligations.ts";
import { readTable } from "./table.ts";

const listIn = <Value extends z.core.$ZodType<unknown, string>>(value: Value) =>
  z.pipe(
    z.pipe(
      z._default(z.string(), ""),
      z.transform((cell) => cell.split(" ").filter((part) => part !== "")),
    ),
    z.array(value),
  );

const MatrixRow = z.object({
  template: z.string(),
  row: z.string(),
  number: z.coerce.number(),
  obligation: z.string(),
  weapons: listIn(Weapon),
  facets: listIn(Facet),
  text: z.string(),
});

/** The rows of every version of the template, by its year, in the order of the matrix. */
export const templates: ReadonlyMap<string, readonly TemplateRow[]> = rowsByTemplate();

/** One cell of a template: what is asked of every State. */
export interface MatrixColumn {
  /** `OP2.05-CW-framework`. */
  key: string;
  row: string;
  weapon: CellWeapon;
  facet: Facet;
  obligation: string;
}

const columnsByTemplate = new Map([...templates].map(([template, rows]) => [template, rows.flatMap(columnsOfRow)]));

/** The cells of a template in the order of the matrix; none where there is no such template. */
export function columnsOf(template: string): readonly MatrixColumn[] {
  return columnsByTemplate.get(template) ?? [];
}

/** Every cell of any version, each once: a row keeps its code from version to version while it asks the same. */
export const allColumns: readonly MatrixColumn[] = [
  ...new Map([...columnsByTemplate.values()].flat().map((column) => [column.key, column])).values(),
];

function rowsByTemplate(): Map<string, TemplateRow[]> {
  const byTemplate = new Map<string, TemplateRow[]>();
  for (const row of readTable("matrix-rows.csv", MatrixRow)) {
    const obligation = obligations.get(row.obligation);
    if (obligation === undefined) throw new Error(`data/matrix-rows.csv: there is no obligation ${row.obligation}`);
    const rows = byTemplate.get(row.template) ?? [];
    byTemplate.set(row.template, [...rows, { ...row, isObligation: obligation.kind === "obligation" }]);
  }
  return byTemplate;
}

function columnsOfRow({ row, weapons, facets, obligation }: TemplateRow): MatrixColumn[] {
  const asked: CellWeapon[] = weapons.length === 0 ? ["ALL"] : weapons;
  return asked.flatMap((weapon) =>
    facets.map((facet) => ({ key: `${row}-${weapon}-${facet}`, row, weapon, facet, obligation })),
  );
}
