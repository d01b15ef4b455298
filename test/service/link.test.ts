/** F8.2: one person over mail and Slack, by a one-time code. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { signLink } from '../../src/domain/signed-token.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { commit } from '../../src/store/commit.ts';
import { scopeOf } from '../../src/store/erasures.ts';
import { peopleBeingJoined } from '../../src/store/joins.ts';
import { getOutbox } from '../../src/store/outbox.ts';
import { findByAddress, getPerson } from '../../src/store/people.ts';
import { startErasure } from '../../src/store/start-erasure.ts';
import { homeOpened, mention } from '../bots/slack/slack-events.ts';
import { checkForLeaks } from '../leak-check.ts';
import { message } from '../store/build-changes.ts';
import { readTables } from '../store/read-tables.ts';
import { resumeMail } from './job-mails.ts';
import { type BothChannels, startBoth } from './mail-and-slack.ts';
import { ANA, ANA_RESUME, NURSE_RESUME } from './people.ts';

checkForLeaks();
const ANA_ID = 'U0ANA';
const MAL_ID = 'U0MAL';
const ANA_ADDRESS = 'ana.prado@example.com';
const MINUTE = 60_000;
const DAY = 86_400_000;

let both: BothChannels;
beforeEach(async () => {
  both = await startBoth({ HTTP_LISTEN: '127.0.0.1:0', PUBLIC_URL: 'http://shortlist.test' });
  both.slack.users.set(ANA_ID, {});
  both.slack.users.set(MAL_ID, {});
});
afterEach(() => both.close());

const codeIn = (text: string): string => /link ([0-9a-z]{4}-[0-9a-z]{4})/.exec(text)?.[1] ?? 'none';
const codeByMail = async (from = ANA) => codeIn(await both.mails(from, 'link'));
const store = () => both.test.service.store;
const byMail = () => findByAddress(store(), DEFAULT_WORKSPACE, 'email', ANA_ADDRESS);
const bySlack = (user = ANA_ID) => findByAddress(store(), DEFAULT_WORKSPACE, 'slack', user);
const isOne = async () => (await byMail())?.person.id === (await bySlack())?.person.id;

async function linkAna(): Promise<void> {
  const code = await codeByMail();
  await both.says(ANA_ID, `link ${code}`);
  await both.says(ANA_ID, `link ${code} yes`);
  expect(await isOne()).toBe(true);
  // It may wait for what was under way at that moment.
  await both.later(1_000);
  expect(await peopleBeingJoined(store(), DEFAULT_WORKSPACE)).toEqual(new Set());
}

describe('link', () => {
  it('shows what would be linked, masked, and does nothing before a yes', async () => {
    const given = await both.mails(ANA, 'link');
    expect(given).toMatch(/within 15 minutes: link \w{4}-\w{4}.*Give it to nobody.*Linked now.*ana\.prado@example\.com/);
    const asked = await both.says(ANA_ID, `link ${codeIn(given)}`);
    expect(asked).toContain('mail from a…@example.com');
    expect(asked).not.toContain('ana.prado');
    expect(asked).toMatch(/somebody else send you this code/i);
    expect(await isOne()).toBe(false);
    const done = await both.says(ANA_ID, `link ${codeIn(given)} yes`);
    expect(done).toMatch(/From now on these are one person[\s\S]*Slack U0ANA[\s\S]*ana\.prado@example\.com[\s\S]*unlink slack/);
    expect(await isOne()).toBe(true);
    // Whoever gave the code hears that it was used.
    const news = (await both.mailTo(ANA_ADDRESS)).at(-1)?.text.replace(/\s+/g, ' ');
    expect(news).toMatch(/Your code was used by Slack U0ANA.*not you\? Write "unlink slack" at once/);
  });

  it('a code works once, for fifteen minutes, and not for oneself', async () => {
    const code = await codeByMail();
    expect(await both.mails(ANA, `link ${code}`)).toContain('your own code');
    await both.later(15 * MINUTE);
    expect(await both.says(ANA_ID, `link ${code} yes`)).toContain('does not work (any more)');
    const next = await codeByMail();
    await both.says(ANA_ID, `link ${next}`);
    await both.says(ANA_ID, `link ${next} yes`);
    expect(await both.says(MAL_ID, `link ${next} yes`)).toContain('does not work (any more)');
    expect((await bySlack(MAL_ID))?.person.id).not.toBe((await byMail())?.person.id);
  });

  it('a yes counts for nothing before it was shown what it means: somebody may have been told to write it', async () => {
    const code = await codeByMail();
    expect(await both.says(MAL_ID, `link ${code}`)).toContain('Link these?');
    expect(await both.says(ANA_ID, `link ${code} yes`)).toMatch(/Link these\?[\s\S]*somebody else send you this code/i);
    expect(await isOne()).toBe(false);
    expect(await both.says(ANA_ID, `link ${code} yes`)).toContain('From now on these are one person');
  });

  it('a wrong code can be tried five times an hour', async () => {
    const code = await codeByMail();
    for (let n = 0; n < 5; n++) expect(await both.says(MAL_ID, `link 0000-000${n} yes`)).toContain('does not work');
    expect(await both.says(MAL_ID, `link ${code} yes`)).toContain('too many codes');
    expect((await bySlack(MAL_ID))?.person.id).not.toBe((await byMail())?.person.id);
    await both.later(61 * MINUTE);
    expect(await both.says(MAL_ID, 'link 0000-0009')).toContain('does not work');
  });

  it('keeps only a keyed hash of the code beside the message that told it', async () => {
    const code = (await codeByMail()).replace('-', '');
    const { outbox: _, tasks: __, ...rest } = await readTables(store());
    expect(rest.link_codes).toHaveLength(1);
    expect(JSON.stringify(rest)).not.toContain(code);
  });

  it('A12: is for private places; a code that others could read is worth nothing', async () => {
    const inChannel = async (user: string, text: string) => {
      const before = both.heard(user).length;
      await both.slack.deliver('events_api', mention(`Ev-${text}`, user, 'C0TEAM', both.slack.ts(), text));
      await both.test.service.worker.idle();
      return both.heard(user).slice(before).join('\n');
    };
    expect(await inChannel(ANA_ID, 'link')).toContain('linked in private only');
    const code = await codeByMail();
    expect(await inChannel(ANA_ID, `link ${code}`)).toContain('Others could read that code');
    // Who read along is not Ana.
    expect(await both.says(MAL_ID, `link ${code} yes`)).toContain('does not work (any more)');
    expect((await bySlack(MAL_ID))?.person.id).not.toBe((await byMail())?.person.id);
    expect(JSON.stringify(both.slack.messages.filter((one) => one.channel === 'C0TEAM'))).not.toContain(code);
  });

  it('nobody is joined to somebody who is being erased (A8)', async () => {
    const codes = [await codeByMail(), await codeByMail()];
    const { id: personId = '' } = (await byMail())?.person ?? {};
    const scope = await scopeOf(store(), { workspace: DEFAULT_WORKSPACE, personId, whole: true });
    const started = await startErasure(store(), { workspace: DEFAULT_WORKSPACE, personId, scope, reply: null });
    await commit(store(), { changes: started.changes, tasks: [], messages: [] });
    for (const code of codes) expect(await both.says(MAL_ID, `link ${code} yes`)).toContain('does not work (any more)');
    expect((await bySlack(MAL_ID))?.person.id).not.toBe(personId);
  });

  it('whoever only claims to write from an address cannot link it', async () => {
    await both.close();
    both = await startBoth({ MAIL_TRUST: 'authserv:mx.example.net' });
    const answer = await both.mails(ANA, 'link');
    expect(answer).not.toMatch(/link \w{4}-\w{4}/);
    expect((await readTables(store())).link_codes).toEqual([]);
  });
});

describe('what is one afterwards', () => {
  it('resumes, reactions and the digest: nothing is shown twice, one digest a local date (F7.3, O5)', async () => {
    await both.importJobs();
    await both.test.deliver(resumeMail(ANA, ANA_RESUME));
    await both.says(ANA_ID, 'here it is', { file: { name: 'nurse.txt', content: NURSE_RESUME } });
    await both.says(ANA_ID, 'digest on');
    await linkAna();
    const viewer = serviceViewer(DEFAULT_WORKSPACE);
    const person = (await byMail())?.person;
    expect(person?.ownCandidateId).toBeDefined();
    expect(
      await listCandidates(store(), { workspace: DEFAULT_WORKSPACE, personId: person?.id ?? '', role: 'candidate' }),
    ).toHaveLength(2);
    expect((await both.counts()).tasks.dead).toBe(0);
    // What the answer by mail listed is no news on Slack.
    await both.says(ANA_ID, 'digest channel slack');
    const before = both.heard(ANA_ID).length;
    const mails = (await both.mailTo(ANA_ADDRESS)).length;
    await both.later(DAY);
    await both.later(MINUTE);
    const news = both.heard(ANA_ID).slice(before).join('\n');
    expect(news).not.toContain('Roundhay Apps');
    expect((await both.mailTo(ANA_ADDRESS)).length).toBe(mails);
    const digests = (await readTables(store())).digests ?? [];
    const days = digests.filter((row) => row.onRequest === false).map((row) => `${row.personId} ${row.localDate}`);
    expect(new Set(days).size).toBe(days.length);
    expect(await listCandidates(store(), viewer)).toHaveLength(2);
  });

  it('a link in a mail from before still ends the digests (O1)', async () => {
    await both.says(ANA_ID, 'hello');
    await both.later(MINUTE);
    await both.test.deliver(resumeMail(ANA, ANA_RESUME));
    const old = (await byMail())?.person.id ?? '';
    await linkAna();
    const now = (await byMail())?.person.id ?? '';
    expect(now).not.toBe(old);
    expect(await getPerson(store(), DEFAULT_WORKSPACE, old)).toBeUndefined();
    expect((await getPerson(store(), DEFAULT_WORKSPACE, now))?.digest).toBe('on');
    const link = { kind: 'unsubscribe' as const, workspace: DEFAULT_WORKSPACE, personId: old };
    const token = signLink(store().keys.links, link, both.test.clock.now().getTime() + DAY);
    const { host, port } = both.test.service.httpAddress ?? { host: '', port: 0 };
    const page = await fetch(`http://${host}:${port}/u/${token}`, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    expect(page.status).toBe(200);
    expect((await getPerson(store(), DEFAULT_WORKSPACE, now))?.digest).toBe('off');
  });

  it('export and erase cover both sides (A8)', async () => {
    await both.test.deliver(resumeMail(ANA, ANA_RESUME));
    await both.says(ANA_ID, 'profile');
    await linkAna();
    const answer = await both.says(ANA_ID, 'erase');
    const code = /erase yes (\w{8})/.exec(answer)?.[1];
    await both.says(ANA_ID, `erase yes ${code}`);
    await both.later(2 * MINUTE);
    await both.later(2 * MINUTE);
    const { erased_events: _, ...left } = await readTables(store());
    for (const [name, rows] of Object.entries(left))
      expect(JSON.stringify(rows), name).not.toMatch(/ana\.prado|Prado|U0ANA|u0ana|Tarnside/i);
    expect(await byMail()).toBeUndefined();
    expect(await bySlack()).toBeUndefined();
  });
});

describe('unlink', () => {
  it('gives the address a fresh person; what there is stays with the others, and it can be linked again', async () => {
    await both.importJobs();
    await both.test.deliver(resumeMail(ANA, ANA_RESUME));
    await linkAna();
    expect(await both.says(ANA_ID, 'profile')).toContain('Tarnside Software');
    expect(await both.mails(ANA, 'unlink slack')).toMatch(
      /Slack U0ANA is somebody new to me.*What came from there stays here.*link/,
    );
    expect(await isOne()).toBe(false);
    expect(await both.says(ANA_ID, 'profile')).not.toContain('Tarnside');
    expect(await both.mails(ANA, 'profile')).toContain('Tarnside Software');
    await linkAna();
    expect(await both.says(ANA_ID, 'profile')).toContain('Tarnside Software');
  });

  it('what waits to go there never does; what waits for another address on the same channel goes on', async () => {
    const other = 'Ana Prado <ana@second.example.org>';
    const code = await codeByMail();
    await both.mails(other, `link ${code}`);
    await both.mails(other, `link ${code} yes`);
    await both.later(1_000);
    const personId = (await byMail())?.person.id ?? '';
    // They wait for ever: nothing that they follow ends.
    const waiting = ['ana@second.example.org', ANA_ADDRESS].map((conversation, n) =>
      message(`waits${n}`, personId, { workspace: DEFAULT_WORKSPACE, conversation, follows: 'nothing', dedupeKey: `waits${n}` }),
    );
    await commit(store(), { changes: [], tasks: [], messages: waiting });
    await both.mails(ANA, 'unlink ana@second.example.org');
    expect(await getOutbox(store(), DEFAULT_WORKSPACE, 'waits0')).toMatchObject({
      state: 'failed',
      reason: 'the address was unlinked',
    });
    expect(await getOutbox(store(), DEFAULT_WORKSPACE, 'waits1')).toMatchObject({ state: 'waiting' });
  });

  it('their home there shows nothing of it any more, without a look (A12)', async () => {
    await both.importJobs();
    await both.test.deliver(resumeMail(ANA, ANA_RESUME));
    await linkAna();
    await both.slack.deliver('events_api', homeOpened('EvHome', ANA_ID));
    await both.later(3_000);
    expect(both.slack.homes.get(ANA_ID)?.shown).toContain('Prado');
    await both.mails(ANA, 'unlink slack');
    await both.later(3_000);
    expect(both.slack.homes.get(ANA_ID)?.shown).not.toMatch(/Prado|Python/);
  });

  it('refuses the only address, and one that is none of theirs', async () => {
    expect(await both.mails(ANA, 'unlink mail')).toContain('your only address');
    expect(await both.mails(ANA, 'unlink slack')).toContain('Nothing of yours on Slack is linked');
    expect(await both.mails(ANA, 'unlink rita@talent.example.com')).toContain('is not linked to you');
  });

  it('takes the role along that the settings give to the address (F8.1)', async () => {
    await both.close();
    both = await startBoth({ RECRUITERS: `slack:${ANA_ID}` });
    both.slack.users.set(ANA_ID, {});
    await both.mails(ANA, 'help');
    expect(await both.mails(ANA, 'candidates')).toContain('not a command');
    await linkAna();
    expect(await both.mails(ANA, 'candidates')).not.toContain('not a command');
    expect(await both.mails(ANA, 'unlink slack')).toContain('You were recruiter by that address');
    expect(await both.mails(ANA, 'candidates')).toContain('not a command');
    expect(await both.says(ANA_ID, 'candidates')).not.toContain('not a command');
  });
});
