import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMessageLinks } from '../../src/delivery/message-links.ts';
import { readLink, signLink } from '../../src/domain/signed-token.ts';
import type { Card } from '../../src/messages/card.ts';
import { type Pages, PUBLIC_URL, peopleOf, runPages } from './run-pages.ts';

let pages: Pages;
beforeAll(async () => {
  pages = await runPages();
}, 60_000);
afterAll(() => pages.test.close());

const key = () => pages.test.service.store.keys.links;
const now = () => pages.test.clock.now().getTime();
const tokenOf = (link: string) => link.slice(link.lastIndexOf('/') + 1);
const signed = (path: 'u' | 'f', change: Record<string, unknown>, expiresAt = now() + 60_000) => {
  const link = readLink(key(), tokenOf(path === 'u' ? pages.unsubscribeLink : pages.feedbackLink(1)), now());
  if (!link) throw new Error('the link of the mail is not readable');
  return `${PUBLIC_URL}/${path}/${signLink(key(), { ...link, ...change }, expiresAt)}`;
};
const flipped = (text: string, at: number) => text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);

const DEAD: readonly (readonly [why: string, link: () => string])[] = [
  ['an address that never existed', () => `${PUBLIC_URL}/somewhere`],
  ['the root', () => `${PUBLIC_URL}/`],
  ['no token', () => `${PUBLIC_URL}/u/`],
  ['a token of nonsense', () => `${PUBLIC_URL}/f/nonsense.token`],
  ['a changed token', () => flipped(pages.feedbackLink(1), pages.feedbackLink(1).indexOf('/f/') + 40)],
  ['a changed signature', () => flipped(pages.feedbackLink(1), pages.feedbackLink(1).length - 5)],
  ['a cut token', () => pages.feedbackLink(1).slice(0, -6)],
  [
    'a token signed with another key',
    () =>
      `${PUBLIC_URL}/u/${signLink(new Uint8Array(32), { kind: 'unsubscribe', workspace: 'default', personId: peopleOf(pages).ana.id }, now() + 1e9)}`,
  ],
  ['a token for another page', () => pages.unsubscribeLink.replace('/u/', '/f/')],
  ['a token whose time is over', () => signed('f', {}, now() - 1)],
  ['a person who is not here any more', () => signed('u', { personId: 'gone' })],
  ['a message that is not there any more', () => signed('f', { outboxId: 'gone' })],
  ['a message to somebody else', () => signed('f', { personId: peopleOf(pages).rita.id })],
  ['a number that the message does not have', () => signed('f', { number: 9 })],
  ['a page of corrections while nobody takes them', () => signedCorrect()],
  ['another workspace', () => signed('u', { workspace: 'other' })],
];

const signedCorrect = () =>
  `${PUBLIC_URL}/c/${signLink(key(), { kind: 'correct', workspace: 'default', personId: peopleOf(pages).ana.id, resumeId: 'r', submissionId: 's' }, now() + 60_000)}`;
const message = () => ({
  id: 'o',
  workspace: 'default',
  personId: 'p',
  private: true,
  card: { about: [], title: '', blocks: [], footer: [], attachments: [] },
  dedupeKey: 'x',
  createdAt: 0,
});

describe('whatever leads nowhere (A12)', () => {
  it.each(DEAD)('%s gets the one page that does not tell why, after the same time', async (_why, link) => {
    const reference = await pages.get(`${PUBLIC_URL}/nothing`);
    const expected = await reference.text();
    const address = link();
    const before = pages.rows();
    for (const method of ['GET', 'POST'] as const) {
      const started = performance.now();
      const response =
        method === 'GET'
          ? await pages.get(address)
          : await pages.press(address, { 'List-Unsubscribe': 'One-Click', say: 'saved' });
      expect(performance.now() - started).toBeGreaterThanOrEqual(59);
      expect(response.status).toBe(404);
      expect(await response.text()).toBe(expected);
      const named = (from: Response) => [...from.headers].filter(([name]) => name !== 'date');
      expect(named(response)).toEqual(named(reference));
    }
    expect(pages.rows()).toEqual(before);
  });

  it('A12: a match that the recipient may not see any more leads nowhere', async () => {
    expect((await pages.get(pages.feedbackLink(1))).status).toBe(200);
    pages.run('update candidate_access set person_id = ?', 'nobody');
    expect((await pages.get(pages.feedbackLink(1))).status).toBe(404);
  });

  it('links are made for the recipient of a private message only, and end: digests after 400 days, items after 60', async () => {
    const linksOf = createMessageLinks(PUBLIC_URL, key());
    const item = { number: 1, matchId: 'm', title: 'x', good: [], missing: [], notes: [] };
    const card: Card = { ...message().card, blocks: [{ kind: 'items', items: [item] }] };
    expect(await linksOf({ ...message(), bulk: true, private: false, card })).toBeUndefined();
    const links = await linksOf({ ...message(), bulk: true, card });
    const opens = (link: string | undefined, days: number) =>
      readLink(key(), tokenOf(link ?? ''), days * 86_400_000 - 1) !== undefined;
    expect([opens(links?.unsubscribe, 400), opens(links?.unsubscribe, 401)]).toEqual([true, false]);
    expect([opens(links?.items?.get(1), 60), opens(links?.items?.get(1), 61)]).toEqual([true, false]);
    expect(await linksOf({ ...message(), bulk: false })).toEqual({});
  });
});
