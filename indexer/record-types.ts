import { effectivePractices } from "./effective-practices.ts";
import { matrices } from "./matrices.ts";
import type { RecordType } from "./record-type.ts";
import { reports } from "./reports.ts";
import { treaties } from "./treaties.ts";

/** Every record type other than laws. */
export const recordTypes: readonly RecordType[] = [treaties, matrices, effectivePractices, reports];
