import type { ProfileParams, RegionProfile, StateProfile } from "#domain/profiles.ts";
import { evidenceColumns } from "#domain/profiles.ts";
import type { Row, Table } from "./export.ts";
import { readRegion, readState } from "./profiles.ts";
import type { Engine } from "./searching.ts";

/** What a profile is as a table: one row a figure, an act or a record, each with its block's date. */
const columns = ["block", "code", "label", "weapon", "what", "count", "of", "date", "source", "address", "block_as_of"];

/** All blocks of the page of a State as rows. */
export async function stateTable(
  engine: Engine,
  { language }: ProfileParams,
  { iso3 }: Record<string, string>,
): Promise<Table> {
  const state = await readState(engine, iso3!, language);
  const rows = [
    ...state.places.map(({ code, name }): Row => ({ block: "groups", code, label: name, source: state.meta.source })),
    ...sharedRows(state, { state: state.iso3 }),
    ...state.treaties.items.flatMap(({ code, name, knownUntil, standing, source, acts }) =>
      (acts.length > 0 ? acts : [undefined]).map((act): Row => ({
        block: "treaties",
        code,
        label: name,
        what: act?.act ?? standing,
        date: act?.date ?? "",
        source,
        block_as_of: knownUntil,
      })),
    ),
    ...answerRows(state.matrix.matrix),
  ];
  return tableOf(`state-${state.iso3}`, rows);
}

/** All blocks of the page of a group or region as rows. */
export async function regionTable(
  engine: Engine,
  { language }: ProfileParams,
  { id }: Record<string, string>,
): Promise<Table> {
  const region = await readRegion(engine, id!, language);
  const rows = [
    ...region.members.map(({ iso3, name, laws, newestLaw }): Row => ({
      block: "members",
      code: iso3,
      label: name,
      what: "laws",
      count: laws,
      date: newestLaw ?? "",
      address: `/states/${iso3}`,
    })),
    ...sharedRows(region, { region: region.code }),
    ...region.treaties.items.flatMap(({ code, name, knownUntil, source, of, ...counted }) =>
      (["parties", "signatories"] as const).map((what): Row => ({
        block: "treaties",
        code,
        label: name,
        what,
        count: counted[what],
        of,
        source,
        block_as_of: knownUntil,
      })),
    ),
    ...answerRows(region.matrices.matrices),
  ];
  return tableOf(`region-${region.code}`, rows);
}

/** The blocks that a State and a region have alike. */
function sharedRows(
  { evidence, laws, documents, practices }: StateProfile | RegionProfile,
  filter: Record<string, string>,
): Row[] {
  return [
    ...evidence.areas.flatMap(({ code, label, cells }) =>
      evidenceColumns.flatMap((column) =>
        (["confirmed", "proposed"] as const).map((what): Row => ({
          block: "evidence",
          code,
          label,
          weapon: column,
          what,
          count: cells[column][what].provisions,
          address: `/legislation?${new URLSearchParams({
            ...filter,
            ...(what === "proposed"
              ? { proposed: code }
              : { obligation: code, ...(column !== "any" && { weapon: column }) }),
          })}`,
          block_as_of: evidence.asOf ?? "",
        })),
      ),
    ),
    ...laws.years.map(({ year, laws: count }): Row => ({
      block: "laws",
      what: "laws of the year",
      count,
      of: laws.total,
      date: year,
      block_as_of: laws.asOf ?? "",
    })),
    ...documents.items.map(({ id, symbol, type, title, date }): Row => ({
      block: "documents",
      code: symbol,
      label: title,
      what: type,
      date: date ?? "",
      address: `/reports/${encodeURIComponent(id)}`,
      block_as_of: documents.asOf ?? "",
    })),
    ...practices.items.map(({ id, titles, category, date }): Row => ({
      block: "practices",
      code: id,
      label: Object.values(titles)[0] ?? id,
      what: category,
      date,
      address: `/effective-practices/${id}`,
      block_as_of: practices.asOf ?? "",
    })),
  ];
}

/** Cells of matrices by area and value; what is demonstration says so in its source. */
function answerRows(matrix: StateProfile["matrix"]["matrix"]): Row[] {
  if (matrix === undefined) return [];
  const { areas, date, source } = matrix;
  return areas.flatMap(({ code, label, values }) => {
    const of = Object.values(values).reduce((sum, n) => sum + n, 0);
    return Object.entries(values).map(([value, count]): Row => ({
      block: "matrix",
      code,
      label,
      what: value,
      count,
      of,
      date,
      source,
      block_as_of: date,
    }));
  });
}

function tableOf(name: string, rows: Row[]): Table {
  const empty = Object.fromEntries(columns.map((column) => [column, ""]));
  return { name, total: rows.length, columns, rows: rows.map((row) => ({ ...empty, ...row })) };
}
