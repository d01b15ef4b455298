/** F2.5 in every chat, against our own Slack and Discord: the card's button opens the form, lists go by command, and a newer reading of the file loses none of it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import type { Resume } from '../../src/domain/resume.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { currentResume } from '../../src/store/resumes.ts';
import type { Store } from '../../src/store/store.ts';
import { fillsForm, idOf, presses } from '../bots/discord/discord-people.ts';
import { buttonPressed, directMessage, formSubmitted, slashCommand } from '../bots/slack/slack-events.ts';
import { checkForLeaks } from '../leak-check.ts';
import { APP_TOKEN, BOT_TOKEN, type SlackServer, startSlack } from '../servers/slack-server.ts';
import { ANA, cv, discordService } from './discord-service.ts';
import { type NewerParser, newerParser } from './newer-parser.ts';
import { ANA_RESUME } from './people.ts';
import { runTestService, type TestService } from './run-test-service.ts';

checkForLeaks();
const viewer = serviceViewer(DEFAULT_WORKSPACE);

/** The newest version with what was corrected. */
async function understood(store: Store): Promise<Resume> {
  const [candidate] = await listCandidates(store, viewer);
  const resume = candidate && (await currentResume(store, viewer, candidate.id));
  if (!resume) throw new Error('no resume');
  return resume.data;
}
const skillsOf = ({ skills }: Resume): string[] => skills.flatMap((group) => group.keywords);

/** Under the card: the form of the resume that it shows. */
const opensForm = (button: string): boolean => button.startsWith('form:correct r');

/** What people say of lists and dates, a line a command. */
const LINES = ['skills +Rust -Kubernetes', 'job 2 dates=2019-07 – 2021-01', 'languages +German C1', 'certificates +PRINCE2'];

function expectCorrected(resume: Resume): void {
  const named = (name: string) => resume.work.find((job) => job.name === name);
  expect(named('Tarnside Software Ltd')?.position).toBe('Staff Engineer');
  expect(named('Calder Data Ltd')).toMatchObject({ startDate: '2019-07', endDate: '2021-01' });
  expect(skillsOf(resume)).toContain('Rust');
  expect(skillsOf(resume)).not.toContain('Kubernetes');
  expect(resume.languages).toContainEqual({ language: 'German', fluency: 'C1' });
  expect(resume.certificates.map((one) => one.name)).toContain('PRINCE2');
}

describe('in Discord', () => {
  const parser = newerParser();
  const { committed, discord, sends, test, toDirectly, uses } = discordService(parser);

  it('the card is corrected by its form and by commands, keeps it in a newer reading, and takes it back', async () => {
    await expect.poll(() => discord().commands.size).toBe(1);
    await sends(ANA, cv());
    const card = toDirectly(ANA).findLast((message) => message.buttons.some(opensForm));
    if (!card) throw expect.unreachable('no card with a button');
    const where = { user: ANA, channel: card.channel };
    const { interaction } = presses(discord(), { ...where, target: idOf(card), value: card.buttons.find(opensForm) ?? '' });
    await expect.poll(() => interaction.modal).toBeDefined();
    const fields = { ...filled(interaction.modal), title: 'Staff Engineer', phone: '' };
    const submitted = fillsForm(discord(), { ...where, modal: interaction.modal, fields });
    await committed(submitted.sequence);
    expect(submitted.interaction.original?.shown).toMatch(/Backend Developer → Staff Engineer/);
    expect(submitted.interaction.original?.shown).toMatch(/Phone: .* \(removed\)/);
    expect(submitted.interaction.original?.shown).not.toMatch(/Email/);
    for (const words of LINES) await uses(ANA, 'correct', { words });
    expectCorrected(await understood(test().service.store));
    parser.update();
    await sends(ANA, cv());
    const again = await understood(test().service.store);
    expect(again.work[0]?.name).toBe('Aire Code Club');
    expectCorrected(again);
    const [undo = ''] = submitted.interaction.original?.buttons.filter((one) => one.startsWith('cmd:undo r')) ?? [];
    const pressed = presses(discord(), { ...where, target: idOf(card), value: undo });
    await committed(pressed.sequence);
    expect(pressed.interaction.original?.shown ?? toDirectly(ANA).at(-1)?.shown).toMatch(/PRINCE2 \(removed\)/);
    expect((await understood(test().service.store)).certificates).toEqual([]);
    expect((await uses(ANA, 'correct', { words: 'job 9 title=Chief' })).original?.shown).toMatch(
      /There is no job 9: they are numbered 1 to 3/,
    );
    expect(discord().refusals).toEqual([]);
  });
});

/** What stands in the opened form, by field. */
function filled(modal: unknown): Record<string, string> {
  const found: Record<string, string> = {};
  JSON.stringify(modal, (_, part: unknown) => {
    if (part !== null && typeof part === 'object' && 'custom_id' in part && 'value' in part)
      found[String(part.custom_id)] = String(part.value);
    return part;
  });
  return found;
}

describe('in Slack', () => {
  const USER = 'U0ANA';
  let slack: SlackServer;
  let test: TestService;
  let parser: NewerParser;
  beforeEach(async () => {
    slack = await startSlack({ spacingMs: 0, ackWithinMs: 20_000 });
    slack.users.set(USER, { email: 'ana.prado@example.com' });
    parser = newerParser();
    test = await runTestService(
      { SMTP_LISTEN: 'off', SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.url },
      { ...parser, slackTimings: { spacingMs: 10, timings: { retryMs: 10 } } },
    );
  });
  afterEach(async () => {
    await test.close();
    await slack.close();
  });
  async function happens(event: object, type: string): Promise<void> {
    expect(await slack.deliver(type, event)).toBe('acknowledged');
    await test.service.worker.idle();
  }
  async function sendsResume(event: string): Promise<void> {
    slack.files.set('F0CV', { name: 'cv.txt', type: 'text/plain', bytes: new TextEncoder().encode(ANA_RESUME) });
    const file = { id: 'F0CV', name: 'cv.txt', mimetype: 'text/plain', size: ANA_RESUME.length };
    await happens(directMessage(event, USER, slack.ts(), { files: [file] }), 'events_api');
  }

  it('the card is corrected by its form and by commands, keeps it in a newer reading, and takes it back', async () => {
    await sendsResume('Ev1');
    const card = slack.messages.find(({ buttons }) => Object.values(buttons).some(opensForm));
    if (!card) throw expect.unreachable('no card with a button');
    const target = `${card.channel}:${card.ts}`;
    await happens(buttonPressed(slack.trigger(), USER, target, Object.values(card.buttons).find(opensForm) ?? ''), 'interactive');
    const view = slack.modals[0]?.view;
    if (!view) throw expect.unreachable('no form opened');
    await happens(formSubmitted('V1', USER, view, { title: 'Staff Engineer' }), 'interactive');
    expect(slack.messages.at(-1)?.shown).toMatch(/Backend Developer → Staff Engineer/);
    for (const [at, line] of LINES.entries())
      await happens(
        slashCommand(`c${at}`, USER, `correct ${line}`, card.channel, { responseUrl: slack.responseUrl() }),
        'slash_commands',
      );
    expectCorrected(await understood(test.service.store));
    parser.update();
    await sendsResume('Ev2');
    const again = await understood(test.service.store);
    expect(again.work[0]?.name).toBe('Aire Code Club');
    expectCorrected(again);
    const buttons = slack.messages.flatMap((message) => Object.values(message.buttons));
    const undo = buttons.findLast((value) => value.startsWith('cmd:undo r')) ?? '';
    await happens(buttonPressed('p9', USER, target, undo), 'interactive');
    expect(slack.messages.at(-1)?.shown).toMatch(/PRINCE2 \(removed\)/);
    expect((await understood(test.service.store)).certificates).toEqual([]);
    expect(slack.refusals).toEqual([]);
  });
});
