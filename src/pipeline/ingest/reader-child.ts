/** Script of the children that open files (rule P1). */
import { loadThroughCache } from '../extract/code-cache.ts';
import { hastenOwnModules } from '../extract/hasten-own-modules.ts';
import { withoutHttpClient } from '../extract/without-http-client.ts';

hastenOwnModules();
const { serveReader } = await loadThroughCache(process.argv[2], async () => {
  // Most files are PDFs; what is loaded later is not kept, and compiled anew in every child. Without a cache it always is: then when it is needed.
  if (process.argv[2] !== undefined) await withoutHttpClient(() => import('../extract/extract-pdf.ts'));
  return import('./serve-reader.ts');
});
serveReader();
