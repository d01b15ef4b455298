import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { textMail } from '../../src/cli/demo/demo-mails.ts';
import { ANA } from '../service/people.ts';
import { INBOX, START } from '../service/run-test-service.ts';
import { linksIn, type Pages, runPages } from './run-pages.ts';

let pages: Pages;
beforeAll(async () => {
  pages = await runPages();
}, 60_000);
afterAll(() => pages.test.close());
beforeEach(() => pages.run('delete from feedback'));

const Given = z.array(
  z.object({
    match_id: z.string(),
    meaning: z.string(),
    rating: z.number().nullable(),
    outbox_id: z.string().nullable(),
    retracted_at: z.number().nullable(),
  }),
);
const given = () => Given.parse(pages.rows().feedback);
const active = () => given().filter((row) => row.retracted_at === null);
const said = () => active().map((row) => (row.rating === null ? row.meaning : `${row.meaning} ${row.rating}`));

describe('the page behind Say what you think (O8, O11)', () => {
  it('each item of a mail has a link of its own, in HTML and in text', () => {
    const { answer } = pages;
    expect(linksIn(answer.html, 'f')).toHaveLength(3);
    expect(new Set(linksIn(answer.html, 'f')).size).toBe(3);
    expect(linksIn(answer.text, 'f')).toEqual(linksIn(answer.html, 'f'));
    for (const number of [1, 2, 3]) expect(answer.html).toContain(`Say what you think of number ${number}<`);
  });

  it('O8: opening it changes no row, however often and by whichever method', async () => {
    const before = pages.rows();
    for (const method of ['GET', 'HEAD', 'GET', 'OPTIONS', 'PUT', 'DELETE']) await pages.get(pages.feedbackLink(1), { method });
    await pages.get(`${pages.feedbackLink(1)}?say=interested&rating=5`);
    expect(pages.rows()).toEqual(before);
  });

  it('shows the job and what it is called in the mail, and nothing about the person', async () => {
    const page = await (await pages.get(pages.feedbackLink(2))).text();
    const title = /^ *2\. (.+)$/m.exec(pages.answer.text)?.[1] ?? 'none';
    expect(page).toContain(title);
    expect(page).toContain('Number 2 in the mail');
    for (const secret of ['Ana', 'Prado', 'ana.prado@example.com', '900555']) expect(page).not.toContain(secret);
  });

  it('a button counts like a reaction to that item of that message, and the page says it after the commit', async () => {
    const page = await (await pages.press(pages.feedbackLink(2), { say: 'interested' })).text();
    expect(page).toContain('Noted: interested.');
    const [row] = active();
    expect(pages.rows().outbox_matches).toContainEqual(
      expect.objectContaining({ outbox_id: row?.outbox_id, number: 2, match_id: row?.match_id }),
    );
    expect(said()).toEqual(['interested']);
  });

  it('follows the same rules as a reply: yes and no exclude each other, a rating replaces the last, undo takes all back', async () => {
    const link = pages.feedbackLink(1);
    await pages.press(link, { say: 'interested' });
    await pages.press(link, { say: 'not-interested' });
    expect(said()).toEqual(['not-interested']);
    await pages.press(link, { rating: '2' });
    const rated = await (await pages.press(link, { rating: '5' })).text();
    expect(rated).toContain('Noted: rated 5 of 5.');
    expect(said().sort()).toEqual(['not-interested', 'rating 5']);
    expect(await (await pages.press(link, { say: 'undo' })).text()).toContain('Taken back');
    expect(said()).toEqual([]);
    expect(await (await pages.press(link, { say: 'undo' })).text()).toContain('nothing to take back');
  });

  it('what was said by page can be taken back by mail, and the page shows what was said by mail', async () => {
    await pages.press(pages.feedbackLink(1), { say: 'saved' });
    const reply = (text: string) =>
      textMail({ from: ANA, to: INBOX, subject: 'Re: x', date: START, inReplyTo: pages.answer.messageId }, text);
    await pages.test.deliver(reply('1 undo'));
    expect(said()).toEqual([]);
    await pages.test.deliver(reply('1 4/5'));
    expect(await (await pages.get(pages.feedbackLink(1))).text()).toContain('You rated it 4 of 5');
  });

  it('ten taps at once are one row', async () => {
    await Promise.all(Array.from({ length: 10 }, () => pages.press(pages.feedbackLink(3), { say: 'interested' })));
    expect(given()).toHaveLength(1);
  });

  it('what no button says changes nothing', async () => {
    const before = pages.rows();
    const odds: Record<string, string>[] = [{ say: 'comment' }, { rating: '6' }, { rating: '0' }, { rating: '2.5' }, { say: '' }];
    for (const fields of odds) expect((await pages.press(pages.feedbackLink(1), fields)).status).toBe(200);
    expect(pages.rows()).toEqual(before);
  });

  it('moves the order of the next list', async () => {
    const list = async () => {
      const { text } = await pages.test.ask(textMail({ from: ANA, to: INBOX, subject: 'match', date: START }, ''));
      return [...text.matchAll(/^ *\d+\. (.+)$/gm)].map(([, title]) => title);
    };
    const before = await list();
    await pages.press(pages.feedbackLink(1), { say: 'not-interested' });
    const after = await list();
    expect(after).not.toEqual(before);
    expect(after.at(-1)).toBe(before[0]);
  });
});
