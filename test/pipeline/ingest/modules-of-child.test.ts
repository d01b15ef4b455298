import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ENTRIES = ['../../../src/pipeline/ingest/serve-reader.ts', '../../../src/pipeline/extract/extract-pdf.ts'];
const IMPORT = /^(?:import|export)\s(?!type\b)[^;]*?from '([^']+)'/gm;

/** Packages that a module brings by what it imports when it is loaded. */
function packagesOf(entry: string): Set<string> {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: URL): void => {
    if (seen.has(file.href)) return;
    seen.add(file.href);
    for (const [, specifier = ''] of readFileSync(fileURLToPath(file), 'utf8').matchAll(IMPORT))
      if (specifier.startsWith('.')) visit(new URL(specifier, file));
      else packages.add(specifier);
  };
  visit(new URL(entry, import.meta.url));
  return packages;
}

describe('a child that opens text files', () => {
  it('is not loaded with what only pictures, ads or the service need: its start is what a first file waits for', () => {
    const packages = new Set(ENTRIES.flatMap((entry) => [...packagesOf(entry)]));
    expect([...packages]).toEqual(expect.arrayContaining(['pdfjs-dist/legacy/build/pdf.min.mjs', 'yauzl']));
    for (const heavy of ['zod', 'tinyld', 'pino', 'drizzle-orm', 'htmlparser2']) expect(packages).not.toContain(heavy);
  });
});
