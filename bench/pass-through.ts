import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { Pool } from "undici";
import { replay, type Exchange } from "./recorder.ts";

/**
 * The least an API on Node can be, a program of its own: it takes recorded exchanges on its input and says its address;
 * at `/12` it asks Elasticsearch what the twelfth holds, and passes the bytes on as they are.
 */
const { elasticsearch, exchanges } = (await json(process.stdin)) as { elasticsearch: string; exchanges: Exchange[] };
const pool = new Pool(elasticsearch, { connections: 16 });
const server = createServer((request, response) => {
  replay(pool, exchanges[Number(request.url!.slice(1))]!).then(
    (answers) => response.end(Buffer.concat(answers)),
    (error: unknown) => response.destroy(error as Error),
  );
}).listen(0, "127.0.0.1", () => process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`));
