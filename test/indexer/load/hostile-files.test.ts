import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "#domain/languages.ts";
import { mutants } from "../../faults/mutants.ts";
import { record, seed } from "../../faults/record.ts";
import { lastObject, runIndexer } from "../../support/command.ts";
import { removeIndices, testElasticsearch } from "../../support/load.ts";

const elasticsearch = testElasticsearch();
const prefix = "test-hostile";
let home: string;
let folder: string;

/** MUTANTS=2000 takes more damaged files than every run of the suite needs. */
const mutantsWanted = Number(process.env["MUTANTS"] ?? 45);

interface MutantAccount {
  seen: number;
  indexed: number;
  unchanged: number;
  rejected: number;
  skipped: number;
  rejects: { path: string; reason: string }[];
  skips: { path: string; reason: string }[];
  peakMegabytes: number;
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "compendium-test-"));
  folder = join(home, "laws");
  await mkdir(folder);
  await removeIndices(elasticsearch, prefix);
});

afterAll(async () => {
  await removeIndices(elasticsearch, prefix);
  await rm(home, { recursive: true, force: true });
});

const law = (number: number) =>
  `# Sample Act ${number}\n\n### 1. Short title\n\nThis Act is the sample act number ${number}.\n\n### 2. Duty\n\nNobody moves a sample without a permit.\n`;
const xml = (body: string, head = "") =>
  `<?xml version="1.0"?>${head}<Statute xml:lang="en"><Identification><ShortTitle>X</ShortTitle></Identification><Body>${body}</Body></Statute>`;

/** Thirty files that are no laws, by name. */
const bad: Record<string, string | Uint8Array> = {
  "empty.md": "",
  "blank.txt": " \n\n \n",
  "cut.xml": xml("<Section><Label>1</Label><Text>The").slice(0, -20),
  "cut.json": '{"id": "x", "title": "A law", "provisions": [',
  "cut.pdf": "%PDF-1.7\n1 0 obj\n<< /Type /Catalog",
  "cut.docx": Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]),
  "cut.doc": Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
  "picture.md": Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  "program.txt": Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0]),
  "nul.txt": "A law\u0000with\u0000NUL\u0000bytes\n",
  "nul.md": Buffer.concat([Buffer.from(law(900)), Buffer.alloc(2000)]),
  "half-utf8.md": Buffer.from("# 核安全法\n\n第一条 为").subarray(0, -1),
  "external-entity.xml": xml(
    "<Section><Label>1</Label><Text>&secret;</Text></Section>",
    '<!DOCTYPE Statute [<!ENTITY secret SYSTEM "file:///etc/passwd">]>',
  ),
  "laughs.xml": xml(
    "<Section><Text>&d;</Text></Section>",
    `<!DOCTYPE Statute [<!ENTITY a "${"ha".repeat(100)}"><!ENTITY b "${"&a;".repeat(100)}"><!ENTITY c "${"&b;".repeat(100)}"><!ENTITY d "${"&c;".repeat(100)}">]>`,
  ),
  "deep.xml": xml("<Section>".repeat(100_000)),
  "other-root.xml": '<?xml version="1.0"?><recipe><step>Stir</step></recipe>',
  "not-well-formed.xml": xml("<Section><Label>1</Section></Label>"),
  "deep.json": `${"[".repeat(200_000)}${"]".repeat(200_000)}`,
  "other.json": '{"name": "not a law", "items": [1, 2, 3]}',
  "wrong-types.json": '{"id": 7, "title": ["x"], "provisions": {"a": "b"}}',
  "no-provisions.json": '{"id": "x", "title": "A law", "provisions": []}',
  "front-matter.md": "---\ntitle: [unclosed\nyear: : :\n---\n\ntext\n",
  "archive.docx": zipOf("readme.txt", "this is no document"),
  "empty.html": "<!doctype html><html><head><title>x</title><script>alert(1)</script></head><body></body></html>",
  "unmarked-utf16.txt": Buffer.from(law(902), "utf16le"),
};

describe("a folder of good and bad files", { timeout: 900_000 }, () => {
  it("indexes every good one, and rejects every bad one by name with its reason", async () => {
    for (let number = 1; number <= 30; number += 1) await writeFile(join(folder, `good-${number}.md`), law(number));
    for (const [name, content] of Object.entries(bad)) await writeFile(join(folder, name), content);
    await writeFile(join(home, "outside.md"), law(901));
    await symlink(join(home, "outside.md"), join(folder, "link.md"));
    await symlink("/etc", join(folder, "etc"));
    execFileSync("mkfifo", [join(folder, "pipe.md")]);
    await writeFile(join(folder, "new\nline.md"), "");
    await writeFile(join(folder, "\u202Ereversed\u001B[31m.md"), "");
    const badNames = [...Object.keys(bad), "link.md", "etc", "pipe.md", "new\nline.md", "\u202Ereversed\u001B[31m.md"];
    expect(badNames).toHaveLength(30);

    const { code, stdout } = await runIndexer(
      home,
      prefix,
      "legislation",
      folder,
      "--state",
      "KEN",
      "--language",
      "en",
      "--json",
    );
    const account = lastObject(stdout) as { rejects: { path: string; reason: string }[] };
    expect(account.rejects.map(({ path }) => path).toSorted()).toEqual(badNames.toSorted());
    expect(account).toMatchObject({ seen: 60, indexed: 30, unchanged: 0, rejected: 30, skipped: 0 });
    expect(code).toBe(3);
    for (const { path, reason } of account.rejects)
      expect([path, reason]).toEqual([path, expect.stringMatching(/\w{3,}/u)]);
    expect(
      (await elasticsearch.count({ index: `${prefix}-instruments-en`, query: { term: { sourceName: "laws" } } })).count,
    ).toBe(30);
    const leaked = await elasticsearch.count({
      index: `${prefix}-provisions-en`,
      query: { match_phrase: { "text.exact": "root" } },
    });
    expect(leaked.count).toBe(0);
    record("hostile files: 30 of 30 rejected by name with their reason, 30 of 30 good ones indexed");
  });

  it("shows names without obeying them", async () => {
    const { stdout } = await runIndexer(home, prefix, "legislation", folder, "--state", "KEN", "--language", "en");
    expect(stdout).toContain("new\\u000aline.md");
    expect(stdout).not.toContain("\u001B[31m");
    expect(stdout).not.toContain("\u202E");
  });

  it("accounts for damaged laws of every format, and loses none of the good ones beside them", async () => {
    const damaged = join(home, "mutants");
    await mkdir(damaged);
    const files = await mutants(mutantsWanted, seed);
    for (const [number, { name, content }] of files.entries()) {
      await writeFile(join(damaged, name), content);
      // Not the names of the first folder: two sources may hold the same law, and one of them stands for it.
      await writeFile(join(damaged, `neighbour-${number}.md`), law(10_000 + number));
    }
    const args = ["legislation", damaged, "--state", "KEN", "--language", "en", "--json"];
    const { code, stdout, stderr } = await runIndexer(home, prefix, ...args);
    expect(code, stderr).toBe(3);
    const account = lastObject(stdout) as unknown as MutantAccount;
    expect(account.seen).toBe(2 * files.length);
    expect(account.indexed + account.unchanged + account.rejected + account.skipped).toBe(account.seen);
    expect([...account.rejects, ...account.skips].filter(({ path }) => path.startsWith("neighbour-"))).toEqual([]);
    for (const { path, reason } of account.rejects)
      expect([path, reason]).toEqual([path, expect.stringMatching(/\w{3,}/u)]);
    const index = languages.map((language) => `${prefix}-instruments-${language}`);
    const { count } = await elasticsearch.count({ index, query: { term: { sourceName: "mutants" } } });
    expect(count).toBe(account.indexed);
    // However many there are: files are read in processes of their own. Without any it is half of that.
    expect(account.peakMegabytes).toBeLessThan(400);
    record(
      `damaged files: ${files.length} of 9 formats beside ${files.length} good ones: ${account.indexed} indexed + ${account.rejected} rejected + ${account.skipped} skipped = ${account.seen} seen, at most ${account.peakMegabytes} MB, seed ${seed}`,
    );
  });

  it("reads UTF-16 and old encodings for what they are", async () => {
    const other = join(home, "encodings");
    await mkdir(other);
    await writeFile(
      join(other, "utf16.md"),
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(law(777), "utf16le")]),
    );
    await writeFile(
      join(other, "html-as-text.txt"),
      "<!doctype html><html><body><h1>Sample Act 778</h1><p>Section 1. Title</p><p>This is an act.</p></body></html>",
    );
    await cp(join(folder, "good-1.md"), join(other, "good.xml"));
    const { stdout } = await runIndexer(
      home,
      prefix,
      "legislation",
      other,
      "--state",
      "KEN",
      "--language",
      "en",
      "--dry-run",
      "--json",
    );
    expect(lastObject(stdout)).toMatchObject({ seen: 3, indexed: 3, rejected: 0 });
  });

  it("refuses to swap when a source suddenly loses many files, unless told to", async () => {
    for (let number = 1; number <= 5; number += 1) await writeFile(join(folder, `good-${number}.md`), "");
    const args = ["legislation", folder, "--state", "KEN", "--language", "en"];
    const refused = await runIndexer(home, prefix, ...args);
    expect(refused.code).toBe(4);
    expect(refused.stderr).toContain("5 more files are rejected");
    expect((await runIndexer(home, prefix, ...args)).code).toBe(4);
    expect((await runIndexer(home, prefix, ...args, "--accept-rejects")).code).toBe(3);
  });
});

/** A zip archive of one stored file. */
function zipOf(name: string, text: string): Uint8Array {
  const file = Buffer.from(name);
  const data = Buffer.from(text);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(data.length, 22);
  local.writeUInt16LE(file.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt32LE(data.length, 20);
  central.writeUInt32LE(data.length, 24);
  central.writeUInt16LE(file.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + file.length, 12);
  end.writeUInt32LE(local.length + file.length + data.length, 16);
  return Buffer.concat([local, file, data, central, file, end]);
}
