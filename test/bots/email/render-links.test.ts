import { describe, expect, test } from 'vitest';
import { renderMail } from '../../../src/bots/email/render-mail.ts';
import type { MessageLinks } from '../../../src/messages/channel.ts';
import { makeCard } from './make-card.ts';

const BASE = 'https://shortlist.example.com';
const LINKS: MessageLinks = {
  unsubscribe: `${BASE}/u/token-u`,
  items: new Map([
    [1, `${BASE}/f/token-1`],
    [2, `${BASE}/f/token-2`],
  ]),
  correct: `${BASE}/c/token-c`,
};
const render = (links?: MessageLinks, card = makeCard()) =>
  renderMail(card, { sender: 'Shortlist', stopLink: 'mailto:jobs@shortlist.example.net?subject=stop', links });
const places = (text: string, ...words: string[]) => words.map((word) => text.indexOf(word));
const ascending = (numbers: readonly number[]) => numbers.every((one, at) => one > (numbers[at - 1] ?? -1));

describe('links to pages of ours in a mail', () => {
  test('O6: to stop first and last, to correct under what was understood, one under each item; in HTML and in text', async () => {
    const mail = await render(LINKS);
    // Without the preview line, which says the beginning twice.
    for (const text of [mail.html.replace(/<div style="display:none[^>]*>.*?<\/div>/s, ''), mail.text]) {
      expect(text.split(`${BASE}/u/token-u`)).toHaveLength(3);
      const order = places(
        text,
        '/u/token-u',
        'Ilse Wanderstein',
        '/c/token-c',
        'Pressure vessel welder',
        '/f/token-1',
        'Fitter',
        '/f/token-2',
        'You get this because',
      );
      expect(ascending(order), order.join(' ')).toBe(true);
      expect(text.lastIndexOf('/u/token-u')).toBeGreaterThan(text.indexOf('You get this because'));
    }
    expect(mail.html).not.toContain('mailto:');
    expect(mail.text.split('\n')).toContain(`    ${BASE}/f/token-2`);
  });

  test('each reads differently, so that a list of links can be told apart', async () => {
    const { html } = await render(LINKS);
    const labels = [...html.matchAll(/<a [^>]*href="https:\/\/shortlist[^>]*>([^<]+)</g)].map(([, label]) => label);
    expect(labels).toEqual([
      'Unsubscribe',
      'Correct what is wrong',
      'Say what you think of number 1',
      'Say what you think of number 2',
      'Unsubscribe or pause',
    ]);
  });

  test('without a public address a mail is as it was: stopping by mail, no pages', async () => {
    const mail = await render(undefined);
    expect(mail.html).not.toContain(BASE);
    expect(mail.html + mail.text).not.toMatch(/Say what you think|Correct what is wrong|Unsubscribe or pause/);
    expect(mail.html).toContain('mailto:jobs@shortlist.example.net?subject=stop');
  });

  test('P8: an address that is no web address becomes no link', async () => {
    const { html } = await render({
      unsubscribe: 'javascript:alert(1)',
      items: new Map([[1, 'data:text/html,x']]),
      correct: 'nonsense',
    });
    expect(html).not.toMatch(/javascript:|data:|nonsense|Say what you think|Correct what is wrong/);
  });
});
