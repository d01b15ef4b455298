/** The routes. GET and HEAD change nothing; a POST commits before its page says so; whatever leads nowhere gets one and the same page. */
import { setTimeout as delay } from 'node:timers/promises';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { errorFrames, errorName } from '../domain/error-name.ts';
import { type Link, readLink } from '../domain/signed-token.ts';
import type { HttpHook } from '../messages/http-hook.ts';
import { livingPersonId } from '../store/joins.ts';
import { createHealthCheck, type HealthOptions } from './check-health.ts';
import { type Corrections, showCorrection, submitCorrection } from './correction-page.ts';
import { showFeedback, submitFeedback } from './feedback-page.ts';
import { mountHooks } from './mount-hooks.ts';
import { deadLinkPage, failurePage, layoutPage, type Page } from './page-layout.ts';
import type { PageOptions, SubmittedFields } from './page-options.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { createTurns } from './take-turns.ts';
import { showUnsubscribe, submitUnsubscribe } from './unsubscribe-page.ts';

const MOST_BODY_BYTES = 64 * 1024;
/** Whatever leads nowhere is answered after this time: how long we looked would tell why. Far above what looking takes. */
const DEAD_LINK_MS = 60;

export interface PagesOptions extends PageOptions {
  health: HealthOptions;
  /** Without it the pages of corrections lead nowhere, and no message may link to them. */
  corrections?: Corrections;
  /** Of channels whose platforms post their events. */
  hooks?: readonly HttpHook[];
}

/** The application; `serve-pages.ts` puts it on a port. */
export function createPages(options: PagesOptions): Hono {
  const app = new Hono();
  const health = createHealthCheck(options.health);
  const inTurn = createTurns();
  const frame = { sender: options.sender };
  const respond = (c: Context, page: Page) => c.html(layoutPage(page, frame), page.status);
  const respondDead = async (c: Context, since: number) => {
    await delay(Math.max(0, since + DEAD_LINK_MS - performance.now()));
    return respond(c, deadLinkPage());
  };

  app.use(async (c, next) => {
    await next();
    for (const [name, value] of SECURITY_HEADERS) c.res.headers.set(name, value);
  });
  mountHooks(app, options.hooks ?? []);
  app.use(bodyLimit({ maxSize: MOST_BODY_BYTES, onError: (c) => respond(c, failurePage(413)) }));

  app.get('/healthz', async (c) => {
    const found = await health();
    return c.json(found, found.ok ? 200 : 503);
  });
  app.on(['GET', 'POST'], '/:kind{[ufc]}/:token', async (c) => {
    const since = performance.now();
    const signed = linkOf(options, c.req.param('kind'), c.req.param('token'));
    if (!signed) return respondDead(c, since);
    // Somebody who linked their addresses since is another person; a mail from before must still end their digests.
    const link = { ...signed, personId: await livingPersonId(options.store, signed.workspace, signed.personId) };
    const fields = c.req.method === 'POST' ? await fieldsOf(c) : undefined;
    const page = await (fields ? inTurn(() => submit(options, link, fields)) : show(options, link));
    return page ? respond(c, page) : respondDead(c, since);
  });
  app.notFound((c) => respondDead(c, performance.now()));
  app.onError((error, c) => {
    options.log.error({ error: errorName(error), stack: errorFrames(error) }, 'a page could not be made');
    return respond(c, failurePage(500));
  });
  return app;
}

const KINDS: Readonly<Record<string, Link['kind']>> = { u: 'unsubscribe', f: 'feedback', c: 'correct' };

/** A token opens the page that it was signed for, not another. */
function linkOf({ store, clock }: PageOptions, kind: string, token: string): Link | undefined {
  const link = readLink(store.keys.links, token, clock.now().getTime());
  return link?.kind === KINDS[kind] ? link : undefined;
}

async function show(options: PagesOptions, link: Link): Promise<Page | undefined> {
  if (link.kind === 'unsubscribe') return showUnsubscribe(options, link);
  if (link.kind === 'feedback') return showFeedback(options, link);
  return options.corrections && showCorrection(options, link);
}

async function submit(options: PagesOptions, link: Link, fields: SubmittedFields): Promise<Page | undefined> {
  if (link.kind === 'unsubscribe') return submitUnsubscribe(options, link, fields);
  if (link.kind === 'feedback') return submitFeedback(options, link, fields);
  return options.corrections && submitCorrection(options, options.corrections, link, fields);
}

/** RFC 8058 allows both kinds of form. What is neither holds no fields: the page comes again and nothing is changed. */
async function fieldsOf(c: Context): Promise<SubmittedFields> {
  const form = await c.req.formData().catch(() => new FormData());
  const fields = new Map<string, string>();
  for (const [name, value] of form) {
    const key = name.toLowerCase();
    if (typeof value === 'string' && !fields.has(key)) fields.set(key, value.trim());
  }
  return fields;
}
