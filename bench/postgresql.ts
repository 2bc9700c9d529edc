import { execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Language } from "#domain/languages.ts";
import { converse, stopped, type Conversation } from "./command-line.ts";
import { bigrams, inBatches, literal, rivalFacets, versionOf, wordsToFind, type Rival } from "./rival.ts";

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

/** A PostgreSQL of its own in a folder of its own, which ends with it; undefined where none is installed. */
async function startPostgresql(clients: number): Promise<(Conversation & { version: string }) | undefined> {
  const programs = newestPrograms();
  if (programs === undefined) return undefined;
  const folder = await mkdtemp(join(tmpdir(), "compendium-postgresql-"));
  const owner = await ownerOf(folder);
  const data = join(folder, "data");
  execFileSync(
    join(programs, "initdb"),
    ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"],
    {
      stdio: "ignore",
      ...owner,
    },
  );
  const settings = {
    listen_addresses: "",
    unix_socket_directories: folder,
    shared_buffers: "512MB",
    work_mem: "64MB",
    // It would tell of every question that holds nothing but little words.
    client_min_messages: "warning",
    // It compiles a question for longer than it takes to answer it.
    jit: "off",
  };
  const server = spawn(
    join(programs, "postgres"),
    ["-D", data, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    { stdio: "ignore", ...owner },
  );
  while (server.exitCode === null && !existsSync(join(folder, ".s.PGSQL.5432"))) await sleep(50);
  const shells = converse(
    clients,
    join(programs, "psql"),
    ["-XqAt", "-v", "ON_ERROR_STOP=1", "-h", folder, "-U", "postgres", "postgres"],
    (line) => `\\echo ${line}`,
  );
  return {
    version: versionOf(join(programs, "postgres"))!,
    ask: shells.ask,
    stop: async () => {
      await shells.stop();
      await stopped(server, "SIGINT");
      await rm(folder, { recursive: true });
    },
  };
}

/** Debian keeps the programs of each version in a folder of its own. */
function newestPrograms(): string | undefined {
  const versions = existsSync("/usr/lib/postgresql") ? readdirSync("/usr/lib/postgresql") : [];
  const newest = versions.toSorted((one, other) => Number(other) - Number(one))[0];
  return newest === undefined ? undefined : join("/usr/lib/postgresql", newest, "bin");
}

/** PostgreSQL refuses to run as root: there, it is the user that its package made. */
async function ownerOf(folder: string): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const number = (option: string) => Number(execFileSync("id", [option, "postgres"], { encoding: "utf8" }));
  const [uid, gid] = [number("-u"), number("-g")];
  await chown(folder, uid, gid);
  return { uid, gid };
}
