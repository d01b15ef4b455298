/** Events that platforms post to us: taken as they are, judged and answered by their channel. */
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { HttpHook } from '../messages/http-hook.ts';

/** A Home with a hundred blocks comes back with each of its buttons. */
const MOST_BYTES = 1024 * 1024;

/** Before the limits of pages, which are smaller. */
export function mountHooks(app: Hono, hooks: readonly HttpHook[]): void {
  for (const hook of hooks) {
    for (const path of hook.paths) {
      app.post(path, bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.body(null, 413) }), async (c) => {
        const { status, body } = await hook.handle({ headers: c.req.header(), body: await c.req.text() });
        return body === undefined ? c.body(null, status) : c.json(body, status);
      });
    }
  }
}
