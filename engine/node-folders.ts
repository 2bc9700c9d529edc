import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { isThere, requireWritable, type Place } from "./place.ts";
import type { Distribution } from "./provision.ts";

/** Its log is named for it. */
export const clusterName = "compendium";

/** Where one node of Elasticsearch has what is its own. */
export interface NodeFolders {
  folder: string;
  config: string;
  data: string;
  logs: string;
  temporary: string;
  pidFile: string;
  /** What the launcher says. */
  launchLog: string;
}

/** A node's place among the nodes of a cluster, all of them on this machine. */
export interface Membership {
  name: string;
  /** The names of all nodes and the ports they speak to one another at, this one's too. */
  transportPorts: Record<string, number>;
}

/** Each version has its own: data that a newer one has opened, an older one refuses. All of it can be rebuilt from the library. */
export function nodeFolders(place: Place, { kind, version }: Distribution): NodeFolders {
  const folder = path.join(place.folder, `node-${kind}-${version}`);
  return {
    folder,
    config: path.join(folder, "config"),
    data: path.join(folder, "data"),
    logs: path.join(folder, "logs"),
    temporary: path.join(folder, "tmp"),
    pidFile: path.join(folder, "elasticsearch.pid"),
    launchLog: path.join(folder, "launch.log"),
  };
}

/** Where it listened when it was last started, if it ever was. */
export async function lastPort(node: NodeFolders): Promise<number | undefined> {
  const settings = await readFile(path.join(node.config, "elasticsearch.yml"), "utf8").catch(() => "");
  const port = /^http\.port: (\d+)/m.exec(settings)?.[1];
  return port === undefined ? undefined : Number(port);
}

/** Makes the folders and writes the settings; those of `config` anew, for a start that was broken off leaves half a keystore there. */
export async function prepareNode(
  node: NodeFolders,
  distribution: Distribution,
  port: number,
  membership?: Membership,
): Promise<void> {
  await mkdir(node.folder, { recursive: true });
  await requireWritable(node.folder);
  await rm(node.config, { recursive: true, force: true });
  for (const folder of [node.config, node.data, node.logs, node.temporary]) await mkdir(folder, { recursive: true });
  const shipped = path.join(distribution.folder, "config");
  // Certificates and passwords of a distribution that someone has set up do not fit our settings.
  for (const name of (await readdir(shipped)).filter((each) => !/^certs$|keystore|^jvm\.options\.d$/.test(each))) {
    await cp(path.join(shipped, name), path.join(node.config, name), { recursive: true, force: true });
  }
  await writeFile(
    path.join(node.config, "elasticsearch.yml"),
    await elasticsearchYml(node, distribution, port, membership),
  );
  const jvmOptions = await readFile(path.join(shipped, "jvm.options"), "utf8");
  // Two garbage collectors are an error, and SerialGC is set in ES_JAVA_OPTS; heap dumps and logs of the collector fill disks.
  const unwanted = /^(-XX:\+UseG1GC|-XX:\+HeapDumpOnOutOfMemoryError|-XX:HeapDumpPath|-Xlog:gc)/;
  const kept = jvmOptions.split("\n").filter((line) => !unwanted.test(line));
  await writeFile(path.join(node.config, "jvm.options"), kept.join("\n"));
}

async function elasticsearchYml(
  node: NodeFolders,
  distribution: Distribution,
  port: number,
  membership: Membership | undefined,
): Promise<string> {
  const has = (module: string) => isThere(path.join(distribution.folder, "modules", module));
  const settings = {
    "cluster.name": clusterName,
    ...(membership === undefined ? settingsAlone(distribution) : settingsInCluster(membership)),
    // Counts what requests hold. The heap as it is also holds what nobody needs and the serial collector has not yet
    // cleared away: work was refused (429) at 95 % of which a collection freed half.
    "indices.breaker.total.use_real_memory": false,
    // Loopback only: security is off.
    "network.host": "127.0.0.1",
    "http.port": port,
    "path.data": node.data,
    "path.logs": node.logs,
    "xpack.security.enabled": false,
    "action.auto_create_index": false,
    // Spares small machines the check of vm.max_map_count.
    "node.store.allow_mmap": false,
    // A developer's disk is often 90 % full; requireDiskSpace looks at what is left instead.
    "cluster.routing.allocation.disk.threshold_enabled": false,
    // Modules of the official distribution that take memory, or the network, for what nobody asks of it here.
    ...((await has("x-pack-ml")) && { "xpack.ml.enabled": false }),
    ...((await has("ingest-geoip")) && { "ingest.geoip.downloader.enabled": false }),
  };
  // A string in JSON is one in YAML.
  return Object.entries(settings)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join("");
}

function settingsAlone({ kind }: Distribution) {
  return { "node.name": kind, "discovery.type": "single-node", "transport.port": "9300-9400" };
}

function settingsInCluster({ name, transportPorts }: Membership) {
  return {
    "node.name": name,
    "transport.port": transportPorts[name],
    "discovery.seed_hosts": Object.values(transportPorts).map((port) => `127.0.0.1:${port}`),
    // Read at the first start of an empty cluster only.
    "cluster.initial_master_nodes": Object.keys(transportPorts),
  };
}
