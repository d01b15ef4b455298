/** Script of the child that reads pictures of text: slow and large, so that it is another one than those that open text files. */
import { loadThroughCache } from '../extract/code-cache.ts';
import { hastenOwnModules } from '../extract/hasten-own-modules.ts';

hastenOwnModules();
const { serveReader, openRecogniser } = await loadThroughCache(process.argv[2], async () => ({
  ...(await import('./serve-reader.ts')),
  ...(await import('../extract/open-recogniser.ts')),
}));
serveReader(openRecogniser());
