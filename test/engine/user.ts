import { connectElasticsearch } from "#engine/connect.ts";

/** A command that uses the engine of a home until its input ends: `user.ts <home> <elasticsearchHome>`. Prints what it got. */
const [home = "", elasticsearchHome] = process.argv.slice(2);
const { kind, url, stop } = await connectElasticsearch({ home, elasticsearchHome, log: () => {} });
process.stdout.write(`${JSON.stringify({ kind, url })}\n`);
process.stdin.resume().on("end", () => void stop());
