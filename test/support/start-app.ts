import type { AddressInfo } from "node:net";
import type { Client } from "@elastic/elasticsearch";
import { createApp } from "#server/app.ts";

/** The real server on a free port, over a given Elasticsearch. */
export async function startApp(
  elasticsearch: Client,
  prefix: string,
  home?: string,
): Promise<{ address: string; stop: () => Promise<void> }> {
  const server = createApp({ elasticsearch, prefix, ...(home !== undefined && { home }) }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
