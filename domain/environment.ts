import * as z from "zod/mini";

const blankIsAbsent = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.pipe(
    z.transform((given: unknown) => (given === "" ? undefined : given)),
    schema,
  );

/** Every variable the programs read; `.env.example` explains each. */
const Environment = z.object({
  /** One address, or those of several nodes with commas between. */
  ELASTICSEARCH_URL: blankIsAbsent(
    z.optional(
      z
        .string()
        .check(
          z.regex(
            /^https?:\/\/[^\s,]+(,https?:\/\/[^\s,]+)*$/,
            "an address such as http://127.0.0.1:9200; several with commas",
          ),
        ),
    ),
  ),
  ELASTICSEARCH_API_KEY: blankIsAbsent(z.optional(z.string())),
  ELASTICSEARCH_HOME: blankIsAbsent(z.optional(z.string())),
  COMPENDIUM_HOME: blankIsAbsent(z._default(z.string(), ".compendium")),
  INDEX_PREFIX: blankIsAbsent(
    z._default(
      z
        .string()
        .check(z.regex(/^[a-z][a-z0-9-]{0,40}$/, "lower-case letters, digits and hyphens, beginning with a letter")),
      "compendium",
    ),
  ),
  INDEX_SHARDS: blankIsAbsent(z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 1)),
  INDEX_REPLICAS: blankIsAbsent(z.optional(z.coerce.number().check(z.int(), z.gte(0), z.lte(10)))),
  ENGINE_HEAP: blankIsAbsent(
    z._default(z.string().check(z.regex(/^[1-9]\d*[mg]$/, "a size such as 512m or 2g")), "512m"),
  ),
  PORT: blankIsAbsent(z._default(z.coerce.number().check(z.int(), z.gte(0), z.lte(65_535)), 3000)),
  HOST: blankIsAbsent(z._default(z.string(), "127.0.0.1")),
  LOG_LEVEL: blankIsAbsent(z._default(z.enum(["fatal", "error", "warn", "info", "debug", "silent"]), "info")),
  TRUST_PROXY: blankIsAbsent(z._default(z.coerce.number().check(z.int(), z.gte(0), z.lte(10)), 0)),
});
export type Environment = z.infer<typeof Environment>;

/** The environment is not as the programs need it; the message lists all that is wrong at once. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

/**
 * Reads the variables once, at start.
 * @throws EnvironmentError that names each wrong variable and what was expected
 */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const checked = z.safeParse(Environment, variables);
  if (checked.success) return checked.data;
  const lines = checked.error.issues.map(
    (issue) => `  ${issue.path.join(".")}: ${issue.message}, but it is "${variables[String(issue.path[0])]}"`,
  );
  throw new EnvironmentError(
    `The environment has ${lines.length === 1 ? "a wrong variable" : "wrong variables"}:\n${lines.join("\n")}`,
  );
}
