import { Client } from "@elastic/elasticsearch";
import { ElasticsearchContainer, type StartedElasticsearchContainer } from "@testcontainers/elasticsearch";
import { getContainerRuntimeClient } from "testcontainers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { languages, type Language } from "#domain/languages.ts";
import { indexDefinitions, mappingOf } from "#mappings/indices.ts";
import { instrumentsIndex } from "#mappings/legislation.ts";

const missing = await getContainerRuntimeClient().then(
  () => undefined,
  (error: Error) => `Docker is not there (${error.message})`,
);
if (missing !== undefined) console.warn(`Skipped: the index definitions on Elastic's own image. ${missing}.`);

describe("Elasticsearch as its makers publish it", () => {
  let container: StartedElasticsearchContainer;
  let elasticsearch: Client;

  beforeAll(async () => {
    if (missing !== undefined) return;
    // The version that docker-compose.yml names.
    container = await new ElasticsearchContainer("docker.elastic.co/elasticsearch/elasticsearch:8.19.14").start();
    const auth = { username: container.getUsername(), password: container.getPassword() };
    elasticsearch = new Client({ node: container.getHttpUrl(), auth, redaction: { type: "off" } });
    // The first run fetches the image.
  }, 600_000);

  afterAll(async () => {
    await elasticsearch?.close();
    await container?.stop();
  });

  beforeEach((context) => context.skip(missing !== undefined, missing));

  it("takes every index definition without our analysis plugin", async () => {
    const taken = [];
    for (const definition of indexDefinitions())
      taken.push(await createIndex(`definition-${definition.name}`, definition));
    expect(taken).toEqual(indexDefinitions().map(({ name }) => `definition-${name}`));
  });

  it("finds titles by other forms of their words in each language", async () => {
    const titles: Record<Language, { title: string; words: string }> = {
      ar: { title: "قانون الرقابة على تصدير المواد النوويّة", words: "بالمواد نووية" },
      zh: { title: "核材料出口管制条例", words: "出口管制條例" },
      en: { title: "Nuclear Materials (Export Controls) Act", words: "exports control" },
      fr: { title: "Décret relatif à l'exportation des matières nucléaires", words: "exportations nucléaire" },
      ru: { title: "Закон о контроле за экспортом ядерных материалов", words: "ядерные материалы" },
      es: { title: "Ley de exportaciones de materiales nucleares", words: "exportación nuclear" },
    };
    const found = [];
    for (const language of languages) {
      const { title, words } = titles[language];
      const index = await createIndex(`search-instruments-${language}`, instrumentsIndex(language));
      await elasticsearch.index({ index, id: language, refresh: true, document: { title } });
      const query = { match: { title: { query: words, operator: "and" as const } } };
      const { hits } = await elasticsearch.search({ index, query });
      found.push(...hits.hits.map(({ _id }) => _id));
    }
    expect(found).toEqual(languages);
  });

  async function createIndex(index: string, definition: ReturnType<typeof indexDefinitions>[number]): Promise<string> {
    const mappings = mappingOf(definition);
    return (await elasticsearch.indices.create({ index, settings: definition.settings, mappings })).index;
  }
});
