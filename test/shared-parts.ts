/**
 * One reader and one dictionary for all services of a process of tests: every service would start a child of its own and load the
 * dictionary again, which was half of the processor time of a test. The children end with the process. A test about the children
 * themselves opens its own.
 */
import type { Taxonomy } from '../src/domain/taxonomy.ts';
import { createLog } from '../src/log.ts';
import { createTaxonomy } from '../src/pipeline/enrich/create-taxonomy.ts';
import { type OpenReader, openResumeReader } from '../src/reader.ts';

declare global {
  /** On the process: each test file has its own copy of this module. */
  var partsOfTests: { reader?: OpenReader; taxonomy?: Taxonomy } | undefined;
}
globalThis.partsOfTests ??= {};
const parts = globalThis.partsOfTests;

/** Children of the shared reader that run now: `leak-check.ts` does not count them. */
export const sharedChildren = (): number => parts.reader?.pids.length ?? 0;

export function sharedParts(): { reader: OpenReader; taxonomy: Taxonomy } {
  parts.reader ??= openResumeReader(createLog('silent', false));
  parts.taxonomy ??= createTaxonomy();
  // A service may close what it was given; the children stay.
  return { reader: { ...parts.reader, pids: [], warm() {}, close: async () => {} }, taxonomy: parts.taxonomy };
}
