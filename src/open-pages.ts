/** The pages that people reach by links, as the service wires them. */
import type { Config } from './config.ts';
import { createFindCorrectable } from './delivery/correctable-resume.ts';
import { createMessageLinks } from './delivery/message-links.ts';
import type { ServedPages } from './http/serve-pages.ts';
import type { HttpHook } from './messages/http-hook.ts';
import type { Parts } from './service-parts.ts';
import { probeWriting } from './store/probe-writing.ts';
import type { Store } from './store/store.ts';

/** Links lead somewhere only when pages are served and people can reach them. */
export const linksOf = ({ http }: Config, store: Store) =>
  http.publicUrl === undefined || http.listen === 'off'
    ? undefined
    : createMessageLinks(http.publicUrl, store.keys.links, createFindCorrectable(store));

/** Undefined when they are off. Imported only when on: 60 ms of the start. */
export async function openPages(parts: Parts, hooks: readonly HttpHook[]): Promise<ServedPages | undefined> {
  const { config, clock, log, store, channels, taxonomy } = parts;
  const { listen, askedFor } = config.http;
  if (listen === 'off') return undefined;
  const { servePages } = await import('./http/serve-pages.ts');
  const { createPageCorrections } = await import('./http/correct-by-page.ts');
  const corrections = createPageCorrections({ store, clock, taxonomy, ...config.scores });
  const health = { probeWriting: () => probeWriting(store, config.dataFolder), channels };
  return servePages({ store, clock, log, sender: config.mail.from.name, listen, askedFor, health, corrections, hooks });
}
