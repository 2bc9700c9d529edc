import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { createServer, type AddressInfo, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { lastObject, startIndexer } from "../support/command.ts";
import { removeIndices, testElasticsearch } from "../support/load.ts";
import { startApp } from "../support/start-app.ts";
import { writePdf } from "../support/write-pdf.ts";
import { writeZip } from "../support/write-zip.ts";
import { record } from "./record.ts";

const prefix = "test-tripwire";
const elasticsearch = testElasticsearch();
let home: string;
let folder: string;
/** Nobody is told of it but by the addresses in what is loaded: who connects has followed one. */
let tripwire: Server;
let port: number;
let touched = 0;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "compendium-test-"));
  folder = join(home, "laws");
  await mkdir(folder);
  await removeIndices(elasticsearch, prefix);
  tripwire = createServer((socket) => {
    touched += 1;
    socket.destroy();
  }).listen(0, "::");
  await new Promise((resolve) => tripwire.once("listening", resolve));
  port = (tripwire.address() as AddressInfo).port;
});

afterAll(async () => {
  await new Promise((resolve) => tripwire.close(resolve));
  await removeIndices(elasticsearch, prefix);
  await rm(home, { recursive: true, force: true });
});

/** Thirty ways to write an address that a careless program would follow to where it should not go. */
const addresses = () => [
  `http://127.0.0.1:${port}/`,
  `http://127.1:${port}/`,
  `http://127.0.1:${port}/`,
  `http://2130706433:${port}/`,
  `http://0x7f000001:${port}/`,
  `http://0x7f.0.0.1:${port}/`,
  `http://0177.0.0.1:${port}/`,
  `http://017700000001:${port}/`,
  `http://0:${port}/`,
  `http://0.0.0.0:${port}/`,
  `http://127.255.255.254:${port}/`,
  `http://[::1]:${port}/`,
  `http://[::]:${port}/`,
  `http://[::ffff:127.0.0.1]:${port}/`,
  `http://[::ffff:7f00:1]:${port}/`,
  `http://localhost:${port}/`,
  `http://LOCALHOST.:${port}/`,
  `http://user:secret@127.0.0.1:${port}/`,
  `http://example.org@127.0.0.1:${port}/`,
  `http://127.0.0.1:${port}#@example.org/`,
  `http://127.0.0.1:${port}\\@example.org/`,
  `http://①②⑦.⓪.⓪.①:${port}/`,
  `http://127。0。0。1:${port}/`,
  `//127.0.0.1:${port}/`,
  `https://127.0.0.1:${port}/`,
  `ftp://127.0.0.1:${port}/`,
  `gopher://127.0.0.1:${port}/_GET%20/`,
  `ldap://127.0.0.1:${port}/a`,
  "http://169.254.169.254/latest/meta-data/",
  "file:///etc/passwd",
];

const words = "Section 1. Nobody moves a sample without a permit. See";

/** One law that refers to an address as its format can, by the place of the address among all. */
function law(address: string, place: number): [extension: string, content: string | Uint8Array] {
  const quoted = address.replaceAll("&", "&amp;");
  const forms: [string, string | Uint8Array][] = [
    [
      "md",
      `---\ntitle: Sample Act ${place}\nsource: ${address}\n---\n\n# Sample Act ${place}\n\n![picture](${address}) [link](${address}) <img src="${address}">\n\n${words}\n`,
    ],
    [
      "html",
      `<!doctype html><html><head><title>Sample Act ${place}</title><base href="${quoted}"><meta http-equiv="refresh" content="0;url=${quoted}"><link rel="stylesheet" href="${quoted}"><style>@import url("${quoted}");</style><script src="${quoted}"></script></head><body><h1>Sample Act ${place}</h1><iframe src="${quoted}"></iframe><img src="${quoted}"><svg><use href="${quoted}"/></svg><object data="${quoted}"></object><p>${words} <a href="${quoted}" ping="${quoted}">this</a>.</p></body></html>`,
    ],
    [
      "xml",
      `<?xml version="1.0"?><?xml-stylesheet href="${quoted}"?><Statute xmlns:xi="http://www.w3.org/2001/XInclude" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="${quoted}" xml:lang="en"><Identification><ShortTitle>Sample Act ${place}</ShortTitle></Identification><Body><Section><Label>1</Label><Text>${words} this.</Text><xi:include href="${quoted}"/></Section></Body></Statute>`,
    ],
    [
      "xml",
      `<?xml version="1.0"?><!DOCTYPE Statute SYSTEM "${quoted}" [<!ENTITY % outside SYSTEM "${quoted}"> %outside; <!ENTITY inside SYSTEM "${quoted}">]><Statute xml:lang="en"><Body><Section><Text>&inside;</Text></Section></Body></Statute>`,
    ],
    [
      "json",
      JSON.stringify({
        $ref: address,
        id: `sample-${place}`,
        title: `Sample Act ${place}`,
        url: address,
        provisions: [{ label: "1", text: words }],
      }),
    ],
    ["docx", linkingDocument(quoted, place)],
    ["pdf", linkingPdf(address, place)],
    ["txt", `Sample Act ${place}\n\n${words} ${address}.\n`],
  ];
  return forms[place % forms.length]!;
}

/** A picture and a template that lie elsewhere. */
function linkingDocument(address: string, place: number): Uint8Array {
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relation = (id: string, kind: string) =>
    `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${address}" TargetMode="External"/>`;
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  return writeZip([
    {
      name: "[Content_Types].xml",
      content: `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    },
    {
      name: "_rels/.rels",
      content: `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: "word/_rels/document.xml.rels",
      content: `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation("r2", "image")}${relation("r3", "attachedTemplate")}${relation("r4", "oleObject")}</Relationships>`,
    },
    {
      name: "word/document.xml",
      content: `${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${relations}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:body><w:p><w:r><w:t>Sample Act ${place}</w:t></w:r></w:p><w:p><w:r><w:t>${words} this.</w:t></w:r><w:r><w:drawing><a:blip r:link="r2"/></w:drawing></w:r></w:p></w:body></w:document>`,
    },
  ]);
}

/** Opening it would open the address. */
function linkingPdf(address: string, place: number): Uint8Array {
  const page = [
    { x: 40, y: 500, text: `Sample Act ${place}` },
    { x: 40, y: 470, text: `${words} this.` },
  ];
  const action = `/OpenAction << /S /URI /URI (${address.replaceAll(/[\\()]/gu, String.raw`\$&`)}) >>`;
  return Buffer.from(
    Buffer.from(writePdf([page]))
      .toString("latin1")
      .replace("/Type /Catalog", `/Type /Catalog ${action}`),
    "latin1",
  );
}

describe("addresses in what is loaded", { timeout: 300_000 }, () => {
  it("are followed by nobody: the indexer and its parsers connect to Elasticsearch alone", async (context) => {
    await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    expect(touched).toBe(1); // It would be noticed.
    const rows = [];
    for (const [place, address] of addresses().entries()) {
      const [extension, content] = law(address, place);
      const path = `act-${place}.${extension}`;
      await writeFile(join(folder, path), content);
      rows.push({ path, state_iso3: "KEN", language: "en", url: address, licence: address, note: `url:${address};` });
    }
    await writeFile(join(folder, "manifest.csv"), stringify(rows, { header: true }));

    const traced = join(home, "connections.txt");
    const hasTrace = spawnSync("strace", ["-V"]).error === undefined;
    const trace = hasTrace ? ["strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=connect", "-o", traced] : [];
    const environment = { ELASTICSEARCH_URL: inject("elasticsearchUrl") };
    const { code, stdout, stderr } = await startIndexer(
      home,
      prefix,
      ["legislation", folder, "--json"],
      environment,
      trace,
    ).finished;
    expect([0, 3], stderr).toContain(code);
    const account = lastObject(stdout) as { seen: number; indexed: number; rejected: number };
    expect(account).toMatchObject({ seen: addresses().length });
    // Each form that is a law was read to its end.
    expect(account.indexed).toBeGreaterThan(addresses().length / 2);
    expect(touched).toBe(1);
    const followed = `${addresses().length} ways to write an address in 8 forms: ${account.indexed} indexed, ${account.rejected} rejected, 0 followed`;
    record(followed);
    if (!hasTrace) context.skip("strace is not installed: what is not on this machine was not watched");
    const connected = [...(await readFile(traced, "utf8")).matchAll(/sin6?_port=htons\((\d+)\)/gu)].map(([, to]) => to);
    const engines = inject("elasticsearchUrl")
      .split(",")
      .map((url) => new URL(url).port);
    expect(connected.length).toBeGreaterThan(0);
    expect(connected.filter((to) => !engines.includes(to!))).toEqual([]);
  });

  it("are followed by no page, export or question either", async () => {
    const { address, stop } = await startApp(elasticsearch, prefix, home);
    try {
      const list = (await (await fetch(`${address}/api/v1/legislation?q=permit&size=100`)).json()) as {
        items: { id: string }[];
      };
      expect(list.items.length).toBeGreaterThan(addresses().length / 2);
      const paths = [
        ...list.items.flatMap(({ id }) => [`/api/v1/legislation/${id}`, `/api/v1/legislation/${id}.jsonld`]),
        ...["csv", "xlsx", "json"].map((format) => `/api/v1/legislation.${format}?q=permit`),
        ...addresses().map((url) => `/api/v1/legislation?q=${encodeURIComponent(url)}`),
        "/sitemap.xml",
        "/feed.atom",
        "/catalogue.jsonld",
      ];
      for (const path of paths) expect([path, await statusOf(address, path)]).toEqual([path, 200]);
      expect(touched).toBe(1);
    } finally {
      await stop();
    }
  });
});

/** Asked as if by a proxy that says the site lies at the tripwire. */
function statusOf(address: string, path: string): Promise<number> {
  const headers = {
    host: `127.0.0.1:${port}`,
    "x-forwarded-host": `127.0.0.1:${port}`,
    referer: `http://127.0.0.1:${port}/`,
  };
  return new Promise((resolve, reject) => {
    request(`${address}${path}`, { headers }, (answer) => {
      answer.resume().once("end", () => resolve(answer.statusCode!));
    })
      .on("error", reject)
      .end();
  });
}
