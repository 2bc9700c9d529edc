import { cpus, loadavg } from "node:os";

/** Prints a table as Markdown, as the documentation takes it: words to the left, numbers to the right. */
export function printTable(title: string, heads: string[], rows: (string | number)[][]): void {
  const isNumber = heads.map((_, column) => rows.every((row) => /^(?:[\d.]+|–|NaN)$/u.test(String(row[column]))));
  const lines = [heads, isNumber.map((number) => (number ? "---:" : "---")), ...rows];
  process.stdout.write(`\n${title}\n\n${lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}\n`);
}

/** Says what a figure was taken on, for one from a busy machine is none. */
export function printMachine(): void {
  const load = loadavg()[0]!;
  process.stdout.write(
    `${new Date().toISOString().slice(0, 16)}, ${cpus().length} cores, Node ${process.versions.node}, load ${load.toFixed(1)} at the start${
      load > 0.5 ? ": the machine is busy, so take ratios only, and those with care" : ""
    }\n`,
  );
}
