import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TrendsAnswer } from "#domain/trends.ts";
import { startServer } from "./server.ts";

/** The file of the source that has a treaty, and the last year it knows something of. */
const sources: { treaty: string; file: string; id?: string; lastYear: number }[] = [
  { treaty: "CWC", file: "untc-2026/chapter-26.csv", id: "cwc", lastYear: 2026 },
  { treaty: "CTBT", file: "untc-2026/chapter-26.csv", id: "ctbt", lastYear: 2026 },
  { treaty: "ICSANT", file: "untc/18-15.csv", lastYear: 2014 },
  { treaty: "terrorist-financing", file: "untc/18-11.csv", lastYear: 2014 },
];

const groups = ["AFR", "APG", "EEG", "GRULAC", "WEOG", "none"];

/**
 * Counts States party by regional group and year straight from the files of the source, with a parser and tables of its
 * own, and holds each number beside the API's. Prints the differences.
 */
export async function countTreaties({ states }: { states: string }): Promise<void> {
  const server = await startServer();
  try {
    process.stdout.write("treaty                years      figures  differences\n");
    for (const { treaty, file, id, lastYear } of sources) {
      const parties = partiesIn(join(states, file), id);
      const members = membersIn(join(states, "un-regional-groups.csv"));
      const firstYear = Math.min(...[...parties.values()].map((day) => Number(day.slice(0, 4))));
      const answer = (await (
        await fetch(`${server.address}/api/v1/trends?measure=treaties&treaty=${treaty}&by=region&from=${firstYear}`)
      ).json()) as TrendsAnswer;
      const differences: string[] = [];
      let figures = 0;
      for (let year = firstYear; year <= lastYear; year += 1)
        for (const group of groups) {
          const inside = members.filter(
            (state) => groupOf(state, year) === group && admitted(state.code) <= `${year}-12-31`,
          );
          const n = inside.filter(({ name }) => (parties.get(name) ?? "9999") <= `${year}-12-31`).length;
          const series = answer.series.find(({ key }) => key === group);
          const point = series?.points.find(({ date }) => date.startsWith(String(year)));
          if (n !== (point?.n ?? 0) || inside.length !== (point?.of ?? 0))
            differences.push(
              `  ${year} ${group}: counted ${n} of ${inside.length}, the API says ${point?.n} of ${point?.of}`,
            );
          figures += 1;
        }
      const points = answer.series.reduce((sum, series) => sum + series.points.length, 0);
      process.stdout.write(
        `${treaty.padEnd(22)}${firstYear}-${lastYear}${String(figures).padStart(10)}${String(differences.length).padStart(13)}   (${points} points in the API)\n`,
      );
      for (const difference of differences) process.stdout.write(`${difference}\n`);
      const unknown = [...parties.keys()].filter((name) => !members.some((state) => state.name === name));
      process.stdout.write(`  no Member States, counted nowhere: ${unknown.join(", ") || "none"}\n`);
    }
  } finally {
    await server.stop();
  }
}

/** By name, the day each participant became a party. */
function partiesIn(path: string, id: string | undefined): Map<string, string> {
  const [, ...rows] = cellsOf(path);
  const days = rows.flatMap((row): [string, string][] => {
    // chapter-26.csv: country_name, treaty_id, treaty_name, action_type, action_date; the older files: participant, signature, act.
    const [name = "", , act = ""] = id === undefined ? row : row[1] === id ? [row[0], "", row[4]] : [];
    const day = id === undefined ? isoDay(act) : act;
    return name === "" || day === "" ? [] : [[plainName(name), day]];
  });
  return new Map(days);
}

/** `24 Sep 2003 a` → `2003-09-24`. */
function isoDay(text: string): string {
  const months = "JanFebMarAprMayJunJulAugSepOctNovDec";
  const [, day = "", month = "", year = ""] = /^(\d+) (\w{3}) (\d{4})/u.exec(text) ?? [];
  return day === "" ? "" : `${year}-${String(months.indexOf(month) / 3 + 1).padStart(2, "0")}-${day.padStart(2, "0")}`;
}

interface Member {
  code: string;
  name: string;
  group: string;
}

/** The 193 States of the file, Türkiye once. */
function membersIn(path: string): Member[] {
  const [, ...rows] = cellsOf(path);
  const codes: Record<string, string> = {
    "African Group": "AFR",
    "Asia-Pacific Group": "APG",
    "Eastern European Group": "EEG",
    GRULAC: "GRULAC",
    WEOG: "WEOG",
  };
  return rows
    .map(([code = "", name = "", group = ""]) => ({ code, name: plainName(name), group: codes[group] ?? group }))
    .filter(({ code, group }) => code !== "TUR" || group === "WEOG");
}

/** Kiribati is in no group of the list of May 2014; Israel was in none before 2000. */
function groupOf({ code, group }: Member, year: number): string {
  return code === "KIR" || (code === "ISR" && year < 2000) ? "none" : group;
}

/** Admissions since 1993, when the first of these treaties was opened; all others were Member States by then. */
const admissions = new Map([
  ["CZE", "1993-01-19"],
  ["SVK", "1993-01-19"],
  ["MKD", "1993-04-08"],
  ["ERI", "1993-05-28"],
  ["MCO", "1993-05-28"],
  ["AND", "1993-07-28"],
  ["PLW", "1994-12-15"],
  ["KIR", "1999-09-14"],
  ["NRU", "1999-09-14"],
  ["TON", "1999-09-14"],
  ["TUV", "2000-09-05"],
  ["SRB", "2000-11-01"],
  ["CHE", "2002-09-10"],
  ["TLS", "2002-09-27"],
  ["MNE", "2006-06-28"],
  ["SSD", "2011-07-14"],
]);

function admitted(code: string): string {
  return admissions.get(code) ?? "";
}

/** One spelling for names of several years and lists: that of un-regional-groups.csv, without accents, capitals and brackets. */
function plainName(name: string): string {
  const plain = name
    .normalize("NFD")
    .replaceAll(/\p{M}|\s*\([^)]*\)/gu, "")
    .replaceAll("’", "'")
    .replaceAll(" & ", " and ")
    .toLowerCase();
  return otherNames.get(plain) ?? plain;
}

const otherNames = new Map([
  ["brunei darussalam", "brunei"],
  ["congo", "republic of the congo"],
  ["czech republic", "czechia"],
  ["democratic people's republic of korea", "north korea"],
  ["democratic republic of the congo", "dr congo"],
  ["lao people's democratic republic", "laos"],
  ["republic of korea", "south korea"],
  ["republic of moldova", "moldova"],
  ["russian federation", "russia"],
  ["st. vincent and the grenadines", "st. vincent and grenadines"],
  ["swaziland", "eswatini"],
  ["syrian arab republic", "syria"],
  ["the former yugoslav republic of macedonia", "north macedonia"],
  ["turkiye", "turkey"],
  ["united kingdom of great britain and northern ireland", "united kingdom"],
  ["united republic of tanzania", "tanzania"],
  ["united states of america", "usa"],
  ["viet nam", "vietnam"],
]);

/** Rows and cells of CSV: commas outside quotes divide cells. */
function cellsOf(path: string): string[][] {
  const lines = readFileSync(path, "utf8")
    .replace(/^\uFEFF/u, "")
    .trim()
    .split(/\r?\n/u);
  return lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(([, quoted, plain]) => quoted ?? plain ?? ""),
  );
}
