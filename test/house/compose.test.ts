import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const root = resolve(import.meta.dirname, "../..");

interface Service {
  image: string;
  build?: string;
  environment: Record<string, string>;
  ports?: string[];
  volumes: string[];
  networks: string[];
  mem_limit?: string;
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
}

const composeFile = readFileSync(join(root, "docker-compose.yml"), "utf8");
const compose = parse(composeFile) as {
  services: Record<"elasticsearch" | "app", Service>;
  networks: Record<string, { internal?: boolean } | null>;
  volumes: Record<string, unknown>;
};
const dockerfile = readFileSync(join(root, "Dockerfile"), "utf8");
const { elasticsearch, app } = compose.services;

describe("docker-compose.yml", () => {
  const [command, ...given] = composeCommand() ?? [];
  if (command === undefined)
    console.warn("Skipped: Docker Compose's own check of docker-compose.yml, for it is not here.");

  it("is what Docker Compose takes", (context) => {
    if (command === undefined) return context.skip("neither `docker compose` nor `docker-compose` is here");
    const { status, stderr } = spawnSync(
      command,
      [...given, "--file", join(root, "docker-compose.yml"), "config", "--quiet"],
      {
        encoding: "utf8",
      },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  it("opens ports on loopback only", () => {
    const ports = Object.values(compose.services).flatMap((service) => service.ports ?? []);
    expect(ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/u)]);
  });

  it("keeps an Elasticsearch without passwords on a network that leads nowhere else", () => {
    expect(elasticsearch.environment["xpack.security.enabled"]).toBe("false");
    expect(elasticsearch.ports).toBeUndefined();
    expect(elasticsearch.networks.map((name) => compose.networks[name])).toEqual([{ internal: true }]);
    expect(app.networks).toEqual(expect.arrayContaining(elasticsearch.networks));
    expect(app.environment["ELASTICSEARCH_URL"]).toBe("http://elasticsearch:9200");
  });

  it("starts the application when Elasticsearch is healthy", () => {
    expect(app.depends_on).toEqual({ elasticsearch: { condition: "service_healthy" } });
    expect(elasticsearch.healthcheck?.test.join(" ")).toContain("/_cluster/health?wait_for_status=yellow");
  });

  it("limits the memory of each service, Elasticsearch to twice its heap", () => {
    expect(Object.values(compose.services).filter((service) => service.mem_limit === undefined)).toEqual([]);
    expect(elasticsearch.environment["ES_JAVA_OPTS"]).toBe("-Xms1g -Xmx1g");
    expect(elasticsearch.mem_limit).toBe("2g");
  });

  it("keeps what must last in named volumes", () => {
    const mounts = Object.fromEntries(
      Object.values(compose.services).flatMap(({ volumes }) => volumes.map((mount) => mount.split(":"))),
    );
    expect(mounts).toEqual({ elasticsearch: "/usr/share/elasticsearch/data", library: "/var/lib/compendium" });
    expect(Object.keys(compose.volumes).toSorted()).toEqual(Object.keys(mounts).toSorted());
    expect(dockerfile).toContain("COMPENDIUM_HOME=/var/lib/compendium");
  });

  it("names the version of Elasticsearch that is embedded and tested", () => {
    const version = elasticsearch.image.split(":")[1];
    expect(readFileSync(join(root, "engine/pom.xml"), "utf8")).toContain(version);
    expect(readFileSync(join(root, "test/docker/elasticsearch-container.test.ts"), "utf8")).toContain(
      `"${elasticsearch.image}"`,
    );
  });
});

describe("Dockerfile", () => {
  it("runs Node 22 or newer, not as root and not under npm", () => {
    expect(Number(/^ARG NODE=node:(\d+)-[a-z]+-slim$/mu.exec(dockerfile)?.[1])).toBeGreaterThanOrEqual(22);
    expect(dockerfile.lastIndexOf("\nUSER node\n")).toBeGreaterThan(dockerfile.lastIndexOf("\nFROM "));
    expect(dockerfile).toMatch(/^CMD \["node", "setup\.mjs", "server\/main\.ts"\]$/mu);
  });

  it("asks the service itself whether it is ready", () => {
    expect(dockerfile).toMatch(/^HEALTHCHECK [^]*\/readyz/mu);
  });
});

function composeCommand(): string[] | undefined {
  return [["docker", "compose"], ["docker-compose"]].find(([command = "", ...given]) => {
    const { status, stdout } = spawnSync(command, [...given, "version"], { encoding: "utf8" });
    return status === 0 && stdout.includes("Docker Compose");
  });
}
