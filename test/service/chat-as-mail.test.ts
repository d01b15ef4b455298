/** F2.5, F2.6, F1.3, F1.8 in a direct conversation: what people do by mail works there too. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { findByAddress } from '../../src/store/people.ts';
import { directMessage } from '../bots/slack/slack-events.ts';
import { checkForLeaks } from '../leak-check.ts';
import { directOf } from '../servers/slack-server.ts';
import { codeOfJob } from './job-mails.ts';
import { type BothChannels, startBoth } from './mail-and-slack.ts';
import { ANA_RESUME, NURSE_RESUME } from './people.ts';

checkForLeaks();
const ANA_ID = 'U0ANA';
const RITA_ID = 'U0RITA';
let both: BothChannels;
beforeEach(async () => {
  both = await startBoth({ RECRUITERS: `slack:${RITA_ID}` });
  both.slack.users.set(ANA_ID, { email: 'ana.prado@example.com' });
  both.slack.users.set(RITA_ID, {});
  await both.importJobs();
});
afterEach(() => both.close());

const anaSends = () => both.says(ANA_ID, '', { file: { name: 'cv.txt', content: ANA_RESUME } });
const ana = async () => {
  const known = await findByAddress(both.test.service.store, DEFAULT_WORKSPACE, 'slack', ANA_ID);
  if (!known) throw new Error('Ana is known');
  return known.person;
};

describe('said below the answer, without a thread', () => {
  it('a correction changes what was understood, and undo takes it back (F2.5)', async () => {
    await anaSends();
    const taken = await both.says(ANA_ID, 'title=Staff Engineer');
    expect(taken).toMatch(/Staff Engineer/);
    expect(await both.says(ANA_ID, 'profile')).toContain('Staff Engineer');
    // `profile` was said since: what it shows can be corrected, and nothing of it taken back.
    await both.says(ANA_ID, 'skills +Terraform');
    expect(await both.says(ANA_ID, 'undo')).toMatch(/Terraform|took|back/i);
    expect(await both.says(ANA_ID, 'profile')).not.toContain('Terraform');
  });

  it('wishes are taken, and shown (F2.6)', async () => {
    await anaSends();
    expect(await both.says(ANA_ID, 'remote only\nat least 60k GBP')).toMatch(/remote only/i);
    expect((await ana()).preferences).toMatchObject({ remote: 'only', salary: { floor: 60_000, currency: 'GBP' } });
    expect(await both.says(ANA_ID, 'preferences')).toMatch(/remote only/i);
    expect(await both.says(ANA_ID, 'prefer not Acme')).toMatch(/Acme/);
  });

  it('reactions in words are counted', async () => {
    await anaSends();
    expect(await both.says(ANA_ID, '2👎')).toMatch(/not/i);
    expect((await both.counts()).feedback).toBe(1);
  });

  it('what means nothing gets help, every time: people see no silence in a chat', async () => {
    await anaSends();
    expect(await both.says(ANA_ID, 'good morning')).toContain('How I can help');
    expect((await both.counts()).feedback).toBe(0);
  });

  it('a file is no application by chance', async () => {
    const job = await codeOfJob(both.test, 'airedale');
    await both.says(ANA_ID, `jobs show ${job}`);
    await anaSends();
    expect(await both.says(ANA_ID, 'applied')).not.toContain('Airedale');
  });
});

describe('jobs', () => {
  it('a resume in the thread of a job is an application; it is listed, told and taken back (F1.8, F6.4)', async () => {
    const job = await codeOfJob(both.test, 'airedale');
    expect(await both.says(RITA_ID, `jobs select ${job}`)).toMatch(/Python Developer/);
    const asked = both.slack.ts();
    await both.slack.deliver('events_api', directMessage('EvJob', ANA_ID, asked, { text: `jobs show ${job}` }));
    await both.test.service.worker.idle();
    const answer = await both.says(ANA_ID, 'here', { thread: asked, file: { name: 'cv.txt', content: ANA_RESUME } });
    expect(answer).toMatch(/Your application for "Python Developer", Airedale Banking/);
    expect(both.heard(RITA_ID).at(-1)).toMatch(/Ana Prado/);
    expect(await both.says(RITA_ID, `applications ${job}`)).toContain('Ana Prado');
    expect(await both.says(ANA_ID, 'applied')).toContain('Python Developer');
    expect(await both.says(ANA_ID, `withdraw ${job}`)).toMatch(/taken back|withdrawn|no longer/i);
    expect(await both.says(RITA_ID, 'candidates')).not.toContain('Ana Prado');
  });

  it('several files of a recruiter are a batch with a line each (F1.3)', async () => {
    const files = [
      { id: 'F0ONE', name: 'ana.txt', content: ANA_RESUME },
      { id: 'F0TWO', name: 'nurse.txt', content: NURSE_RESUME },
      { id: 'F0BAD', name: 'broken.pdf', content: '%PDF-1.7 nothing' },
    ];
    for (const { id, name, content } of files)
      both.slack.files.set(id, { name, type: 'text/plain', bytes: new TextEncoder().encode(content) });
    const given = files.map(({ id, name, content }) => ({ id, name, mimetype: 'text/plain', size: content.length }));
    await both.slack.deliver(
      'events_api',
      directMessage('EvBatch', RITA_ID, both.slack.ts(), { text: 'new ones', files: given }),
    );
    await both.test.service.worker.idle();
    const report = both.slack.messages.filter((one) => one.channel === directOf(RITA_ID)).at(-1)?.shown ?? '';
    expect(report).toMatch(/Ana Prado/);
    expect(report).toMatch(/Beatriz Lund/);
    expect(report).toMatch(/broken\.pdf/);
    expect(await listCandidates(both.test.service.store, serviceViewer(DEFAULT_WORKSPACE))).toHaveLength(2);
    expect(await both.says(RITA_ID, 'status')).toMatch(/3/);
  });
});

describe('the digest', () => {
  const DAY = 86_400_000;
  it('goes by mail while Slack does not reach them, says why once, and comes back (F7.1, D5)', async () => {
    await anaSends();
    await both.mails('Ana Prado <ana.prado@example.com>', 'help');
    const code = /link (\w{4}-\w{4})/.exec(await both.says(ANA_ID, 'link'))?.[1];
    await both.mails('Ana Prado <ana.prado@example.com>', `link ${code}`);
    await both.mails('Ana Prado <ana.prado@example.com>', `link ${code} yes`);
    await both.later(1_000);
    expect(await both.says(ANA_ID, 'digest channel slack')).toMatch(/By[\s\S]*Slack/);
    const known = await findByAddress(both.test.service.store, DEFAULT_WORKSPACE, 'slack', ANA_ID);
    const { commit } = await import('../../src/store/commit.ts');
    const until = both.test.clock.now().getTime() + 7 * DAY;
    await commit(both.test.service.store, {
      changes: [{ kind: 'identityUnreachable', workspace: DEFAULT_WORKSPACE, identityId: known?.identity.id ?? '', until }],
      tasks: [],
      messages: [],
    });
    const digests = async () =>
      (await both.mailTo('ana.prado@example.com')).filter((mail) => mail.inReplyTo.length === 0 && !/linked/.test(mail.subject));
    const heard = both.heard(ANA_ID).length;
    for (const day of [1, 2]) {
      await both.newJobs(`day ${day}`);
      await both.later(DAY);
    }
    const [first, second, ...more] = await digests();
    expect(more).toEqual([]);
    expect(first?.text.replace(/\s+/g, ' ')).toContain('This digest comes by mail, because I cannot write to you on Slack.');
    expect(second?.text).not.toContain('cannot write to you');
    expect(both.heard(ANA_ID)).toHaveLength(heard);
    // Writing from there once ends it.
    await both.says(ANA_ID, 'hello again');
    await both.newJobs('day 3');
    await both.later(DAY);
    expect(await digests()).toHaveLength(2);
    expect(both.heard(ANA_ID).at(-1)).toContain('day 3');
  });
});
