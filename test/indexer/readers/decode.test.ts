import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { decode } from "#indexer/readers/decode.ts";

function decodeFile(name: string): string {
  return decode(readFileSync(resolve(import.meta.dirname, "../../input/readers", name)));
}

describe("decode(bytes)", () => {
  it.each([
    ["windows-1251", "text/law-windows-1251.txt", "Владелец ведёт журнал учёта веществ"],
    ["windows-1256", "text/law-windows-1256.txt", "تسري أحكام هذا القانون على جميع المواد الخطرة"],
    ["GB18030", "text/law-gb18030.txt", "任何单位不得出口危险物质"],
    ["UTF-16 with a byte order mark", "text/law-utf-16le.txt", "Владелец ведёт журнал учёта веществ"],
    ["UTF-8", "text/contents-ru.txt", "Владелец ведет журнал"],
  ])("reads %s", (_, name, words) => {
    expect(decodeFile(name)).toContain(words);
  });

  it("trusts the encoding that a page declares", () => {
    expect(decodeFile("html/generic-es-windows-1252.html")).toContain("sustancias químicas");
  });

  it("takes the byte order mark off", () => {
    expect(decode(Buffer.from("\uFEFFLaw"))).toBe("Law");
    expect(decode(Buffer.from([0xfe, 0xff, 0, 0x4c]))).toBe("L");
  });

  it("keeps a replacement character that the file itself holds", () => {
    expect(decode(Buffer.from("Закон \uFFFD"))).toBe("Закон \uFFFD");
  });

  it("says at which byte a text was cut in the middle of a character", () => {
    const cut = Buffer.from("Закон о веществах").subarray(0, -1);
    expect(() => decode(cut)).toThrow(
      expect.objectContaining({ message: expect.stringContaining("was cut"), place: "byte 31" }),
    );
  });

  it("says how many characters are damaged, and where the first is", () => {
    const damaged = Buffer.from("\uFEFFЗакон \uFFFD о веществах и о многом другом");
    damaged[20] = 0xff;
    expect(() => decode(damaged)).toThrow(
      expect.objectContaining({ message: "The file is damaged: 1 character is not UTF-8.", place: "byte 21" }),
    );
  });

  it("refuses a text with zero characters", () => {
    expect(() => decode(Buffer.from("a\0b"))).toThrow("zero bytes");
  });
});
