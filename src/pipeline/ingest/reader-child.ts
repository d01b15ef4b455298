/** Script of the children that open files (rule P1). */
import { loadThroughCache } from '../extract/code-cache.ts';

const { serveReader } = await loadThroughCache(process.argv[2], async () => {
  // Most files are PDFs; what is loaded later is compiled anew in every child.
  await import('../extract/extract-pdf.ts');
  return import('./serve-reader.ts');
});
serveReader();
