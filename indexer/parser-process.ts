import { ReadError, type SourceFile } from "./readers/reading.ts";
import { readLaw } from "./readers/read.ts";
import { readReport } from "./readers/report.ts";

const readers = { law: readLaw, report: readReport };

/** What a file is read as, and the file. */
export interface ParserRequest {
  as: keyof typeof readers;
  file: SourceFile;
}

/**
 * The process that opens files nobody vouches for. It answers each file it is sent; when one of them kills it
 * or makes it hang, its parent notices and starts another.
 */
process.on("message", (request: ParserRequest) => {
  void answer(request).then((reply) => process.send!(reply));
});

export type ParserReply = { read: unknown } | { rejected: { reason: string; place?: string } };

async function answer({ as, file }: ParserRequest): Promise<ParserReply> {
  try {
    return { read: await readers[as](file) };
  } catch (error) {
    if (error instanceof ReadError)
      return { rejected: { reason: error.message, ...(error.place !== undefined && { place: error.place }) } };
    return { rejected: { reason: `the reader failed: ${error instanceof Error ? error.message : String(error)}` } };
  }
}
