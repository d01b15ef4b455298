import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { linksIn, type Pages, peopleOf, runPages } from './run-pages.ts';

let pages: Pages;
beforeAll(async () => {
  pages = await runPages();
}, 60_000);
afterAll(() => pages.test.close());
beforeEach(() => pages.run("update persons set digest = 'on', digest_paused_until = null where own_candidate_id is not null"));

const ONE_CLICK = 'List-Unsubscribe=One-Click';
const digestOf = () => peopleOf(pages).ana;
const day = 86_400_000;
const now = () => pages.test.clock.now().getTime();

describe('the page behind Unsubscribe (O1)', () => {
  it('O6: the link stands early and in the footer of the digest, in HTML and in text, and not in an answer', () => {
    const { digest, answer, unsubscribeLink } = pages;
    expect(linksIn(digest.html, 'u')).toEqual([unsubscribeLink, unsubscribeLink]);
    expect(linksIn(digest.text, 'u')).toEqual([unsubscribeLink, unsubscribeLink]);
    expect(digest.text.indexOf(unsubscribeLink)).toBeLessThan(digest.text.indexOf('Score'));
    expect(digest.html.indexOf(unsubscribeLink)).toBeLessThan(digest.html.indexOf('<h1'));
    expect(linksIn(answer.html + answer.text, 'u')).toEqual([]);
  });

  it('O1: opening it, also as a scanner or with HEAD, changes no row', async () => {
    const before = pages.rows();
    for (const method of ['GET', 'HEAD', 'GET']) {
      const response = await pages.get(pages.unsubscribeLink, { method });
      expect(response.status).toBe(200);
      const page = await response.text();
      if (method === 'HEAD') expect(page).toBe('');
      else expect(page).toContain('Stop your digest?');
    }
    expect((await pages.get(`${pages.unsubscribeLink}?digest=stop&List-Unsubscribe=One-Click`)).status).toBe(200);
    expect(pages.rows()).toEqual(before);
  });

  it.each([
    [
      'application/x-www-form-urlencoded',
      () => ({ body: ONE_CLICK, headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
    ],
    [
      'multipart/form-data',
      () => {
        const body = new FormData();
        body.set('List-Unsubscribe', 'One-Click');
        return { body };
      },
    ],
  ])('O1: the one-click POST of RFC 8058 (%s) stops the digest without cookie, Origin or redirect', async (_type, init) => {
    expect(digestOf().digest).toBe('on');
    const response = await pages.get(pages.unsubscribeLink, { method: 'POST', redirect: 'manual', ...init() });
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(digestOf().digest).toBe('off');
    const before = pages.rows();
    await pages.get(pages.unsubscribeLink, { method: 'POST', ...init() });
    expect(pages.rows()).toEqual(before);
  });

  it('pauses for a week, twice is once, and the pause can be ended', async () => {
    const page = await (await pages.press(pages.unsubscribeLink, { digest: 'pause' })).text();
    expect(page).toContain('Your digest is paused');
    expect(page).toContain('18 November 2026');
    const until = digestOf().digest_paused_until ?? 0;
    expect(Math.abs(until - (now() + 7 * day))).toBeLessThan(60_000);
    await pages.press(pages.unsubscribeLink, { digest: 'pause' });
    expect(digestOf().digest_paused_until).toBe(until);
    await pages.press(pages.unsubscribeLink, { digest: 'on' });
    expect(digestOf().digest_paused_until ?? 0).toBeLessThanOrEqual(now());
    expect(digestOf().digest).toBe('on');
  });

  it('a POST that says nothing it knows shows the page and changes nothing', async () => {
    const before = pages.rows();
    const odds: Record<string, string>[] = [{}, { digest: 'delete-everything' }, { 'list-unsubscribe': 'maybe' }];
    for (const fields of odds) expect((await pages.press(pages.unsubscribeLink, fields)).status).toBe(200);
    const odd = { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--y garbage' };
    expect((await pages.get(pages.unsubscribeLink, odd)).status).toBe(200);
    expect(pages.rows()).toEqual(before);
  });

  it('says that it did not work when the database refuses, never "Done"', async () => {
    pages.run("create trigger refuse before update on persons begin select raise(abort, 'no'); end");
    const response = await pages.press(pages.unsubscribeLink, { digest: 'stop' });
    expect(response.status).toBe(500);
    const page = await response.text();
    expect(page).toContain('nothing was changed');
    expect(page).not.toContain('Done');
    expect(digestOf().digest).toBe('on');
    pages.run('drop trigger refuse');
  });

  it('no digest comes after it was stopped, and one after it was turned on again on the same page', async () => {
    const digests = async () => (await pages.test.outbox()).filter((mail) => mail.html.includes('/u/')).length;
    const nextDay = async (date: string) => {
      pages.test.clock.advanceTo(new Date(`${date}T07:31:00Z`));
      // Feedback given brings the same jobs again only when they changed: what is written down is enough to see that it was due.
      await pages.test.service.tick();
      await pages.test.service.worker.idle();
      return (pages.rows().digests ?? []).length;
    };
    const sent = await digests();
    const page = await (await pages.press(pages.unsubscribeLink, { digest: 'stop' })).text();
    expect(page).toContain('You get no digest');
    const written = (pages.rows().digests ?? []).length;
    expect(await nextDay('2026-11-12')).toBe(written);
    expect(await (await pages.press(pages.unsubscribeLink, { digest: 'on' })).text()).toContain('Stop your digest?');
    expect(await nextDay('2026-11-13')).toBe(written + 1);
    expect(await digests()).toBeGreaterThanOrEqual(sent);
  });
});
