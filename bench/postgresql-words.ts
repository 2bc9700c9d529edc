import type { Language } from "#domain/languages.ts";
import { startPostgresql } from "./postgresql.ts";
import { bigrams, inBatches, literal, rivalFacets, wordsToFind, type Rival } from "./rival.ts";

/** PostgreSQL's full text, ranked by the index (rum); undefined where either is not installed. */
export async function startPostgresqlRival(clients: number): Promise<Rival | undefined> {
  const cluster = await startPostgresql(clients);
  if (cluster === undefined) return undefined;
  const { ask, stop, version } = cluster;
  try {
    await ask("CREATE EXTENSION rum;");
  } catch {
    await stop();
    return undefined;
  }
  return {
    name: `PostgreSQL ${version} with rum`,
    load: async (language, provisions) => {
      const table = `provisions_${language}`;
      const cut = language === "zh" ? bigrams : (text: string) => text;
      await ask(
        `CREATE TABLE ${table} (id text, heading text, words text, ${rivalFacets.map((name) => `${name} text`).join(", ")},
           document tsvector GENERATED ALWAYS AS (setweight(to_tsvector('${configurations[language]}', heading), 'A')
             || to_tsvector('${configurations[language]}', words)) STORED);`,
      );
      for (const batch of inBatches(provisions, 1000))
        await ask(
          `INSERT INTO ${table} VALUES ${batch
            .map(
              ({ id, heading, text, facets }) =>
                `(${[id, cut(heading), cut(text), ...rivalFacets.map((name) => facets[name])].map(literal).join(",")})`,
            )
            .join(",\n")};`,
        );
      await ask(`CREATE INDEX ON ${table} USING rum (document rum_tsvector_ops); ANALYZE ${table};`);
    },
    bytes: async () =>
      Number(await ask("SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relname ~ '^provisions_..$';")),
    search: async (query) => {
      const answer = await ask(searchOf(query.language, wordsToFind(query)));
      return (JSON.parse(answer) as { hits: { id: string }[] | null }).hits?.map(({ id }) => id) ?? [];
    },
    stop,
  };
}

const configurations: Record<Language, string> = {
  ar: "arabic",
  zh: "simple",
  en: "english",
  fr: "french",
  ru: "russian",
  es: "spanish",
};

function searchOf(language: Language, words: string[]): string {
  const configuration = configurations[language];
  const query = words.map((word) => `plainto_tsquery('${configuration}', ${literal(word)})`).join(" || ");
  return `WITH asked AS MATERIALIZED (SELECT ${query} AS query),
    found AS MATERIALIZED (SELECT ${rivalFacets.join(", ")} FROM provisions_${language} WHERE document @@ (SELECT query FROM asked)),
    best AS MATERIALIZED (SELECT id, words FROM provisions_${language} WHERE document @@ (SELECT query FROM asked)
      ORDER BY document <=> (SELECT query FROM asked) LIMIT 10)
    SELECT json_build_object(
      'hits', (SELECT json_agg(json_build_object('id', id, 'snippet',
        ts_headline('${configuration}', words, (SELECT query FROM asked), 'MaxFragments=2'))) FROM best),
      ${rivalFacets
        .map(
          (name) =>
            `'${name}', (SELECT json_object_agg(${name}, count) FROM (SELECT ${name}, count(*) FROM found GROUP BY ${name}) AS counted)`,
        )
        .join(", ")});`;
}
