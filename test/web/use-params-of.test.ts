// @vitest-environment node
import { assert, constantFrom, property, record, subarray, integer, option, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { LegislationParams, lawStatuses, sortOrders } from "#domain/legislation.ts";
import { paramsFrom, searchOf } from "#web/use-params-of.ts";

const read = (search: string) => paramsFrom(LegislationParams, new URLSearchParams(search));
const written = (params: object) => searchOf(LegislationParams, { ...params }).toString();

describe("paramsFrom(schema, search)", () => {
  it("reads a filter's values repeated or with commas", () => {
    expect(read("state=CAN&state=FRA").state).toEqual(["CAN", "FRA"]);
    expect(read("state=CAN,FRA").state).toEqual(["CAN", "FRA"]);
  });

  it("leaves out what is not a value and keeps the rest", () => {
    expect(read("q=transit&page=0&status=perhaps&yearFrom=1990&nonsense=1")).toMatchObject({
      q: "transit",
      page: 1,
      status: [],
      yearFrom: 1990,
    });
  });
});

describe("searchOf(schema, params)", () => {
  it("writes nothing for what is empty or the default", () => {
    expect(written(read(""))).toBe("");
    expect(written({ ...read(""), q: "dual use", sort: "newest", type: ["act", "code"] })).toBe(
      "q=dual+use&type=act&type=code&sort=newest",
    );
  });

  it("writes what can be read again, for any search", () => {
    const years = option(integer({ min: 1500, max: 2200 }), { nil: undefined });
    const searches = record({
      q: string({ maxLength: 60 }),
      status: subarray([...lawStatuses]),
      state: subarray(["CAN", "FRA", "SAU"]),
      yearFrom: years,
      page: integer({ min: 1, max: 1000 }),
      sort: constantFrom(...sortOrders),
    });
    assert(
      property(searches, (search) => {
        const params = { ...read(""), ...search };
        const again = read(written(params));
        expect({ ...again, yearFrom: again.yearFrom }).toEqual({ ...params, yearFrom: params.yearFrom });
      }),
    );
  });
});
