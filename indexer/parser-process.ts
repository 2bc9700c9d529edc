import { ReadError, type SourceFile } from "./readers/reading.ts";
import { readLaw } from "./readers/read.ts";

/**
 * The process that opens files nobody vouches for. It answers each file it is sent; when one of them kills it
 * or makes it hang, its parent notices and starts another.
 */
process.on("message", (file: SourceFile) => {
  void answer(file).then((reply) => process.send!(reply));
});

export type ParserReply = { read: unknown } | { rejected: { reason: string; place?: string } };

async function answer(file: SourceFile): Promise<ParserReply> {
  try {
    return { read: await readLaw(file) };
  } catch (error) {
    if (error instanceof ReadError)
      return { rejected: { reason: error.message, ...(error.place !== undefined && { place: error.place }) } };
    return { rejected: { reason: `the reader failed: ${error instanceof Error ? error.message : String(error)}` } };
  }
}
