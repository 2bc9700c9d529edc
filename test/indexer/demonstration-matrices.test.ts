import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { columnsOf } from "#data/matrix-rows.ts";
import { membersOn } from "#data/membership.ts";
import { cellValues, Matrix } from "#domain/matrices.ts";
import { demonstrationMatrices } from "#indexer/demonstration-matrices.ts";
import { cubeOf } from "#indexer/matrices.ts";
import { comparedWithPublished } from "#data/published-comparison.ts";

const matrices = demonstrationMatrices();

describe("demonstrationMatrices()", () => {
  it("is the same every time", () => {
    expect(JSON.stringify(demonstrationMatrices()) === JSON.stringify(matrices)).toBe(true);
  });

  it("meets the published figures within two in a hundred", () => {
    const { states, columns, obligations, snapshots, cells } = cubeOf(matrices.filter(({ published }) => published));
    const compared = comparedWithPublished({
      axes: [
        { name: "state", keys: states },
        { name: "column", keys: columns, obligations },
        { name: "snapshot", keys: snapshots },
      ],
      cells: gunzipSync(Buffer.from(cells, "base64")).toString("base64"),
    });
    expect(compared).toHaveLength(9);
    for (const { figure, difference } of compared) expect(Math.abs(difference), figure).toBeLessThanOrEqual(0.02);
  });

  it("has no State before it was a Member State, and every one from 2008 on", () => {
    for (const snapshot of ["2005", "2008", "2011", "2016", "2021"]) {
      const own = matrices.filter((matrix) => matrix.snapshot === snapshot);
      const members = new Set(membersOn(own[0]!.date));
      expect(own.every(({ state }) => members.has(state))).toBe(true);
      expect(own.length).toBe(members.size - (snapshot === "2005" ? 67 : 0));
    }
    expect(matrices.filter(({ state }) => state === "MNE").map(({ snapshot }) => snapshot)[0]).not.toBe("2005");
    expect(matrices.filter(({ state }) => state === "SSD").map(({ snapshot }) => snapshot)).toEqual(["2016", "2021"]);
  });

  it("marks every record, and lets nothing drawn look like a treaty", () => {
    expect(matrices.every(({ demonstration }) => demonstration)).toBe(true);
    const cells = matrices.flatMap((matrix) => matrix.cells);
    expect(cells.every(({ value, basis }) => value === "NOT_CODED" || basis === "demonstration")).toBe(true);
    expect(new Set(cells.map(({ value }) => value))).toEqual(new Set(cellValues));
    const ofTreaties = new Set(
      columnsOf("2013")
        .filter(({ obligation }) => obligation.startsWith("OP1.TRT"))
        .map(({ key }) => key),
    );
    expect(cells.filter(({ column }) => ofTreaties.has(column)).every(({ value }) => value === "NOT_CODED")).toBe(true);
    for (const matrix of matrices.slice(0, 20)) expect(z.safeParse(Matrix, matrix).success).toBe(true);
  });

  it("shows falls as well as growth, and has matrices that are not published", () => {
    const earlier = new Map(
      matrices.map((matrix) => [matrix.id, new Map(matrix.cells.map((cell) => [cell.column, cell.value]))]),
    );
    const moved = matrices
      .filter(({ snapshot }) => snapshot === "2011")
      .flatMap(({ state, cells }) =>
        cells.map(({ column, value }) => [earlier.get(`2008/${state}`)?.get(column), value] as const),
      );
    const falls = moved.filter(([before, after]) => before === "X" && after !== "X").length;
    const rises = moved.filter(([before, after]) => before !== "X" && after === "X").length;
    expect(falls).toBeGreaterThan(500);
    expect(rises).toBeGreaterThan(falls * 3);
    expect(matrices.filter(({ published }) => !published).length).toBeGreaterThan(10);
  });
});
