import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Language } from "#domain/languages.ts";
import { catalogueIn } from "#web/texts/catalogue.ts";

const folder = join(import.meta.dirname, "../../web/texts");

/** Every text of the pages in a language by the path of its key; those of an area begin with its folder's name: `law.source`. */
export async function textsIn(language: Language): Promise<Map<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true });
  const areas = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory())
      .map(async ({ name }): Promise<[string, unknown]> => {
        const [texts] = Object.values((await import(join(folder, name, `${language}.ts`))) as object);
        return [name, texts];
      }),
  );
  return new Map([...flat(await catalogueIn(language)), ...flat(Object.fromEntries(areas))]);
}

function flat(part: object, path = ""): [string, string][] {
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "string" ? [[`${path}${key}`, value]] : flat(value as object, `${path}${key}.`),
  );
}
