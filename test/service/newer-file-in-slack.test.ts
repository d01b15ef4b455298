/** F1.6 in a chat: the question has buttons, a reaction is an answer, and taking it away takes the answer back. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { findByAddress } from '../../src/store/people.ts';
import { currentResume } from '../../src/store/resumes.ts';
import { buttonPressed, reaction } from '../bots/slack/slack-events.ts';
import { checkForLeaks } from '../leak-check.ts';
import { type BothChannels, startBoth } from './mail-and-slack.ts';
import { ANA_RESUME } from './people.ts';

checkForLeaks();
const ANA_ID = 'U0ANA';
const RITA_ID = 'U0RITA';
let both: BothChannels;
beforeEach(async () => {
  both = await startBoth({ RECRUITERS: `slack:${RITA_ID}` });
  both.slack.users.set(ANA_ID, { email: 'ana.prado@example.com' });
  both.slack.users.set(RITA_ID, {});
}, 30_000);
afterEach(() => both.close());

async function title(): Promise<string | undefined> {
  const { store } = both.test.service;
  const known = await findByAddress(store, DEFAULT_WORKSPACE, 'slack', ANA_ID);
  const { id, role, ownCandidateId = '' } = known?.person ?? expect.unreachable('Ana is known');
  const current = await currentResume(store, { workspace: DEFAULT_WORKSPACE, personId: id, role }, ownCandidateId);
  return current?.data.work[0]?.position;
}

it('the owner is asked in Slack, answers by button or reaction, and takes it back by button or by taking the reaction away', async () => {
  const { slack, test } = both;
  const does = async (event: object, type: string) => {
    expect(await slack.deliver(type, event)).toBe('acknowledged');
    await test.service.worker.idle();
  };
  await both.says(ANA_ID, '', { file: { name: 'cv.txt', content: ANA_RESUME } });
  const newer = ANA_RESUME.replaceAll('Backend Developer', 'Staff Engineer');
  const toRita = await both.says(RITA_ID, '', { file: { name: 'newer.txt', content: newer } });
  const question = slack.messages.find((message) => message.shown.includes('Somebody sent a newer resume of yours'));
  if (!question) throw expect.unreachable('no question');
  expect(question.shown).toContain('"newer.txt"');
  expect(question.shown).not.toMatch(/rita/i);
  expect(await title()).toBe('Backend Developer');
  const target = `${question.channel}:${question.ts}`;
  const button = (word: string) =>
    slack.messages.flatMap((message) => Object.values(message.buttons)).findLast((value) => value.startsWith(`cmd:${word} r`)) ??
    '';
  await does(buttonPressed('b1', ANA_ID, target, button('accept')), 'interactive');
  expect(await title()).toBe('Staff Engineer');
  await does(buttonPressed('b2', ANA_ID, target, button('undo')), 'interactive');
  expect(await title()).toBe('Backend Developer');
  await does(reaction('Ev80', ANA_ID, target, '+1'), 'events_api');
  expect(await title()).toBe('Staff Engineer');
  await does(reaction('Ev81', ANA_ID, target, '+1', { removed: true }), 'events_api');
  expect(await title()).toBe('Backend Developer');
  await does(buttonPressed('b3', ANA_ID, target, button('decline')), 'interactive');
  expect(both.heard(ANA_ID).at(-1)).toContain('I keep your resume as it is');
  expect(both.heard(RITA_ID).join('\n'), 'whoever sent it hears nothing more').toBe(toRita);
}, 60_000);
