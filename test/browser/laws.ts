import { appendFile, cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "@elastic/elasticsearch";
import { demonstrationMatrices } from "#indexer/demonstration-matrices.ts";
import { matrices } from "#indexer/matrices.ts";
import { treaties } from "#indexer/treaties.ts";
import { loadBundled, loadLaws, sampleLaws } from "../support/load.ts";
import { loadPractices, practiceRow, writePractices } from "../support/practices.ts";

/** A law long enough to jump about in, there in two languages; its source is at `url`. */
export const transportLaw = {
  id: "cmr-12-2016",
  sections: 60,
  title: { en: "Transport of Dangerous Materials Act", fr: "Loi sur le transport des matières dangereuses" },
  url: "https://example.org/cmr/transport?article=1&part=2",
};

/** A law made to break a page: markup in its title and headings, a script as its address. */
export const hostileLaw = {
  id: "uga-forms",
  title: '"><img src=x onerror="window.executed=1"> Forms & Seals Rules',
  heading: "<svg onload=window.executed=2> Seals",
  url: "javascript:window.executed=3",
};

/** Two dated versions of one law. */
export const versions = { earlier: "chn-示例登记条例-2014-11-01", later: "chn-示例登记条例-2023-04-26" };

/** A practice on material and biological weapons that its contributor has not agreed to show. */
export const unsharedPractice = {
  ...practiceRow,
  id: "kenya-unshared",
  title: "Quillbatt registers",
  consent: "asked",
};

/** A State of each region that tests ask for, and one of none, whose demonstration matrices are loaded: all would take minutes. */
const statesWithMatrices = ["BGR", "KEN", "KIR", "PER", "TUR"];

/** Loads the samples, and beside them the laws that only a browser needs; the acts towards treaties, and some matrices. */
export async function loadSite(elasticsearch: Client, prefix: string): Promise<void> {
  const drawn = demonstrationMatrices().filter(({ state }) => statesWithMatrices.includes(state));
  await loadBundled(elasticsearch, prefix, { ...matrices, demonstration: () => drawn });
  const folder = await mkdtemp(join(tmpdir(), "compendium-laws-"));
  try {
    await cp(sampleLaws, folder, { recursive: true });
    await writeFile(join(folder, "transport-en.md"), transportText("en"));
    await writeFile(join(folder, "transport-fr.md"), transportText("fr"));
    await writeFile(join(folder, "forms.md"), hostileText);
    for (const id of Object.values(versions)) {
      const file = `${id.replace(/^chn-/, "")}.md`;
      await cp(join(versionedLaws, file), join(folder, file));
    }
    // path,state_iso3,language,title,year,number,type,status,url,licence,note
    const { title, url } = transportLaw;
    await appendFile(
      join(folder, "manifest.csv"),
      [
        `transport-en.md,CMR,en,${title.en},2016,12/2016,act,in-force,${url},CC0,our own sample`,
        `transport-fr.md,CMR,fr,${title.fr},2016,12/2016,act,in-force,${url},CC0,our own sample`,
        `forms.md,UGA,en,"${hostileLaw.title.replaceAll('"', '""')}",2011,,regulation,,${hostileLaw.url},CC0,our own sample`,
        ...Object.values(versions).map(
          (id) => `${id.replace(/^chn-/, "")}.md,CHN,zh,示例登记条例,2014,,regulation,,,CC0,our own sample`,
        ),
        "",
      ].join("\n"),
    );
    const { rejects } = await loadLaws(elasticsearch, prefix, folder);
    if (rejects.length > 0) throw new Error(`The sample laws do not load: ${JSON.stringify(rejects)}`);
    await loadBundled(elasticsearch, prefix, treaties);
    const practices = await writePractices(join(folder, "practices"), [unsharedPractice]);
    await loadPractices(elasticsearch, folder, prefix, practices);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function transportText(language: "en" | "fr"): string {
  const numbers = Array.from({ length: transportLaw.sections }, (_, place) => place + 1);
  const heading = (number: number) =>
    language === "en"
      ? `### ${number}. Consignment of class ${number}\n\nThe carrier of a consignment of class ${number} keeps it under seal and tells the Authority of each stop on its way.`
      : `##### Article ${number}\n\nLe transporteur d'un envoi de la classe ${number} le garde sous scellés et signale chaque arrêt à l'autorité.`;
  const part = (number: number) =>
    language === "en" ? `## Part ${number} Carriers` : `## Titre ${number} Transporteurs`;
  return [
    `# ${transportLaw.title[language]}`,
    ...numbers.flatMap((number) =>
      number % 20 === 1 ? [part((number + 19) / 20), heading(number)] : [heading(number)],
    ),
  ].join("\n\n");
}

const versionedLaws = join(import.meta.dirname, "../input/law-over-time");

const hostileText = `# Forms and Seals Rules

## ${hostileLaw.heading}

### 1. Seal <b onmouseover=window.executed=4>of</b> the Authority

A seal is void where it shows <script>window.executed=5</script> or </mark><iframe src=//example.org></iframe> beside the signature.
`;
