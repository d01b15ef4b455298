import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DemoMail, gmailReaction, mailWithFile, reactionMail, textMail } from '../../src/cli/demo/demo-mails.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { importFeed } from '../../src/pipeline/postings/import-feed.ts';
import { feedbackBy } from '../../src/store/feedback.ts';
import { findByAddress } from '../../src/store/people.ts';
import { checkForLeaks } from '../leak-check.ts';
import { ANA, ANA_RESUME, feedOf, NIGHT_POSTINGS, POSTINGS } from './people.ts';
import { INBOX, runTestService, START, type TestService } from './run-test-service.ts';

checkForLeaks();
const W = DEFAULT_WORKSPACE;
let test: TestService;
const publish = (feed: string, postings: typeof POSTINGS) =>
  importFeed(test.service, {
    workspace: W,
    feed,
    source: (async function* () {
      yield new TextEncoder().encode(feedOf(postings));
    })(),
  });
beforeEach(async () => {
  test = await runTestService();
  await publish('board', POSTINGS);
});
afterEach(() => test.close());

const envelope = (from: string, subject: string, inReplyTo?: string) => ({ from, to: INBOX, subject, date: START, inReplyTo });
const resume = (): DemoMail =>
  mailWithFile(envelope(ANA, 'My resume'), 'see attached', {
    name: 'cv.txt',
    type: 'text/plain',
    bytes: new TextEncoder().encode(ANA_RESUME),
  });
const say = async (to: { messageId?: string }, text: string) =>
  test.ask(textMail(envelope(ANA, 'Re: My resume', to.messageId), text));
const flat = (text: string) => text.replace(/\s+/g, ' ');
/** `Backend Developer:rating4`, oldest first. */
const given = async () => {
  const known = await findByAddress(test.service.store, W, 'email', 'ana.prado@example.com');
  if (!known) throw new Error('Ana is known');
  const viewer = { workspace: W, personId: known.person.id, role: known.person.role };
  const rows = await feedbackBy(test.service.store, viewer, known.person.id);
  return rows
    .map(
      ({ feedback: { meaning, rating, comment }, posting }) =>
        `${posting.title}:${meaning}${rating ?? ''}${comment ? `(${comment})` : ''}`,
    )
    .sort();
};
/** Titles by number, as the answer lists them. */
const titles = (text: string) => [...text.matchAll(/^ *\d+\. (.+)$/gm)].map((found) => found[1]);

describe('reactions by mail (O11, F6.1)', () => {
  it('several lines give one mail with a line each, that names its match', async () => {
    const answer = await test.ask(resume());
    const [first, second, third] = titles(answer.text);
    const confirmation = await say(
      answer,
      '1 👍\n2: 4/5\n3 applied\n\nOn Tue, 10 Nov 2026 at 14:05, Shortlist <jobs@shortlist.localhost> wrote:\n> 1. Somebody 👎\n> 2 undo',
    );
    expect(confirmation.text.match(/^- Noted for number/gm)).toHaveLength(3);
    for (const [number, title, what] of [
      [1, first, 'interested'],
      [2, second, 'rated 4 of 5'],
      [3, third, 'applied'],
    ])
      expect(flat(confirmation.text)).toMatch(
        new RegExp(`Noted for number ${number}, "${title}", [^:]+: ${what}\\. "${number} undo" takes it back\\.`),
      );
    expect(await given()).toEqual([`${first}:interested`, `${second}:rating4`, `${third}:applied`].sort());
  });

  it('takes a bare emoji for number 1, says so, and says how to name another and how to undo', async () => {
    const answer = await test.ask(resume());
    for (const mail of [
      textMail(envelope(ANA, 'Re: x', answer.messageId), '👍🏽'),
      reactionMail(envelope(ANA, 'Re: x', answer.messageId), '❤️'),
      gmailReaction(envelope(ANA, 'Re: x', answer.messageId), '👍'),
    ]) {
      const said = flat((await test.ask(mail)).text);
      expect(said).toContain('Noted for number 1');
      expect(said).toContain('Without a number I take number 1; "2👍" names another.');
      expect(said).toContain('"1 undo" takes it back');
    }
    expect(await given()).toHaveLength(1);
  });

  it('a bare undo in answer to a confirmation takes back what it confirmed, whatever its number', async () => {
    const answer = await test.ask(resume());
    const [first, second, third] = titles(answer.text);
    await say(answer, '1👍');
    const confirmation = await say(answer, '2👎 3 saved');
    expect(await given()).toHaveLength(3);
    const undone = flat((await say(confirmation, 'undo')).text);
    expect(undone).toContain(`Taken back for number 2, "${second}"`);
    expect(undone).toContain(`Taken back for number 3, "${third}"`);
    expect(await given()).toEqual([`${first}:interested`]);
  });

  it('takes what it can, and says which numbers there are for what it cannot', async () => {
    const answer = await test.ask(resume());
    const said = flat((await say(answer, '1👍 8👎')).text);
    expect(said).toContain('Noted for number 1');
    expect(said).toContain('That message has no number 8: its matches are numbered 1 to 3.');
    expect(await given()).toHaveLength(1);
  });

  it('a new rating replaces the old one, yes and no replace each other, a comment stays', async () => {
    const answer = await test.ask(resume());
    const [first, second] = titles(answer.text);
    await say(answer, 'rate 1 5');
    await say(answer, '1 2 stars');
    await say(answer, '2👍');
    await say(answer, '2: too far away');
    await say(answer, 'not 2');
    expect(await given()).toEqual([`${first}:rating2`, `${second}:comment(too far away)`, `${second}:not-interested`].sort());
  });

  it('keeps what the answer should have been, and names the match', async () => {
    const answer = await test.ask(resume());
    const [first, second] = titles(answer.text);
    const said = flat((await say(answer, '2 ideal: only jobs with Django')).text);
    expect(said).toMatch(new RegExp(`Noted for number 2, "${second}".*what the answer should have been is kept`));
    await say(answer, 'The list should have shown Kirkstall Cloud first.');
    expect(await given()).toEqual(
      [`${first}:ideal(The list should have shown Kirkstall Cloud first.)`, `${second}:ideal(only jobs with Django)`].sort(),
    );
  });

  it('a reaction to the digest of last week means the match of that digest', async () => {
    await test.ask(resume());
    // What the answer listed is not news any more: these are.
    await publish('night', NIGHT_POSTINGS);
    test.clock.advanceTo(new Date('2026-11-11T07:30:10Z'));
    await test.service.tick();
    await test.service.worker.idle();
    const digest = (await test.outbox()).find((mail) => mail.inReplyTo.length === 0);
    const [, second] = titles(digest?.text ?? '');
    expect(second).toEqual(expect.any(String));
    test.clock.advanceTo(new Date('2026-11-19T09:00:00Z'));
    expect(flat((await say(digest ?? {}, '2 saved')).text)).toContain(`number 2, "${second}"`);
    expect(await given()).toEqual([`${second}:saved`]);
  });

  it('help says that a removed reaction does not arrive', async () => {
    const help = flat((await test.ask(textMail(envelope(ANA, 'help'), ''))).text);
    expect(help).toContain('A reaction that you remove in your mail program does not reach me: answer "1 undo" instead.');
    expect(help).toContain('correct [resume] field=value');
    expect(help).toContain('prefer <wish>');
  });

  it('a reply in HTML alone, with the quotation below, is read like any other', async () => {
    const answer = await test.ask(resume());
    const plain = textMail(envelope(ANA, 'Re: x', answer.messageId), '<div>1 👎<br>2 👍</div><br><blockquote>3 👍</blockquote>');
    const mail = { ...plain, raw: plain.raw.replace('text/plain', 'text/html') };
    await test.ask(mail);
    expect(await given()).toHaveLength(2);
  });
});
