/** F8.1: roles from settings and commands. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { meetSender } from '../../src/intake/meet-sender.ts';
import type { RoleSettings } from '../../src/intake/roles.ts';
import { commit } from '../../src/store/commit.ts';
import { findByAddress } from '../../src/store/people.ts';
import { checkForLeaks } from '../leak-check.ts';
import { type BothChannels, startBoth } from './mail-and-slack.ts';
import { ANA, RITA } from './people.ts';

checkForLeaks();
const BOSS = 'Bo Lind <bo@talent.example.com>';
const BOSS_ID = 'U0BOSS';
const ANA_ID = 'U0ANA';
const SETTINGS = { ADMINS: `bo@talent.example.com,slack:${BOSS_ID}`, RECRUITERS: 'rita@talent.example.com' };
let both: BothChannels;
beforeEach(async () => {
  both = await startBoth(SETTINGS);
  for (const id of [BOSS_ID, ANA_ID]) both.slack.users.set(id, {});
});
afterEach(() => both.close());

const roleOf = async (channel: string, address: string) =>
  (await findByAddress(both.test.service.store, DEFAULT_WORKSPACE, channel, address))?.person.role;

describe('admin grant', () => {
  it('gives a role to an address or an account, by mail and in a chat, and tells the person', async () => {
    await both.mails(ANA, 'help');
    await both.says(ANA_ID, 'help');
    expect(await both.mails(BOSS, 'admin grant ana.prado@example.com recruiter')).toContain(
      'ana.prado@example.com is a recruiter now, and was a candidate. I tell them.',
    );
    expect(await both.mails(ANA, 'candidates')).not.toContain('not a command');
    const news = (await both.mailTo('ana.prado@example.com')).find((mail) => mail.subject.startsWith('You are'));
    expect(news?.text.replace(/\s+/g, ' ')).toContain('An admin made you a recruiter; you were a candidate.');
    expect(await both.says(BOSS_ID, `admin grant slack:${ANA_ID} admin`)).toContain('is an admin now');
    expect(both.heard(ANA_ID).at(-1)).toContain('An admin made you an admin');
    expect(await both.says(ANA_ID, 'admin list')).toMatch(
      /admin: Slack U0ANA[\s\S]*recruiter: rita@talent\.example\.com \(p\w+, by the settings\)/,
    );
  });

  it('is for admins alone, and unknown people are nobody', async () => {
    await both.mails(ANA, 'help');
    expect(await both.mails(RITA, 'admin grant ana.prado@example.com admin')).toContain('not a command that you can use');
    expect(await both.mails(RITA, 'admin')).toContain('not a command that you can use');
    expect(await both.mails(BOSS, 'admin grant nobody@example.com recruiter')).toContain('Nobody called nobody@example.com');
    expect(await roleOf('email', 'ana.prado@example.com')).toBe('candidate');
  });

  it('needs somebody who is proven to be who they say', async () => {
    const { store } = both.test.service;
    const met = await meetSender(
      store,
      DEFAULT_WORKSPACE,
      { channel: 'email', address: 'claims@example.net', verified: false },
      { recruiters: [], admins: [], inboxReaders: [], digestTime: '07:30', timeZone: 'UTC' },
    );
    await commit(store, { changes: met.changes, tasks: [], messages: [] });
    expect(await both.mails(BOSS, 'admin grant claims@example.net admin')).toContain('Nobody can say that it is really them');
    expect(await roleOf('email', 'claims@example.net')).toBe('candidate');
  });
});

describe('admin revoke', () => {
  it('takes away what was granted, and not what the settings say', async () => {
    await both.mails(ANA, 'help');
    await both.mails(BOSS, 'admin grant ana.prado@example.com admin');
    expect(await both.mails(BOSS, 'admin revoke ana.prado@example.com')).toContain('is a candidate now, and was an admin');
    expect(await both.mails(ANA, 'candidates')).toContain('not a command');
    expect(await both.mails(BOSS, 'admin revoke rita@talent.example.com')).toContain('The settings make them recruiter');
    expect(await both.mails(BOSS, 'admin grant rita@talent.example.com admin')).toContain('is an admin now');
    expect(await both.mails(BOSS, 'admin grant rita@talent.example.com recruiter')).toContain('is a recruiter now');
  });

  it('what an admin gave stays when its owner writes again: settings are the least, not the most', async () => {
    await both.mails(RITA, 'help');
    await both.mails(BOSS, 'admin grant rita@talent.example.com admin');
    await both.mails(RITA, 'help');
    expect(await roleOf('email', 'rita@talent.example.com')).toBe('admin');
  });

  it('leaves nobody without an admin by accident', async () => {
    await both.close();
    both = await startBoth();
    both.slack.users.set(ANA_ID, {});
    await both.mails(ANA, 'help');
    const { store } = both.test.service;
    const ana = await findByAddress(store, DEFAULT_WORKSPACE, 'email', 'ana.prado@example.com');
    const personId = ana?.person.id ?? '';
    await commit(store, {
      changes: [{ kind: 'personSettingsChanged', workspace: DEFAULT_WORKSPACE, personId, role: 'admin' }],
      tasks: [],
      messages: [],
    });
    expect(await both.mails(ANA, 'admin revoke ana.prado@example.com')).toContain('leave nobody who can give roles');
    await both.says(ANA_ID, 'help');
    expect(await both.mails(ANA, `admin grant slack:${ANA_ID} admin`)).toContain('is an admin now');
    expect(await both.mails(ANA, 'admin revoke ana.prado@example.com')).toContain('is a candidate now');
  });
});

describe('RECRUITERS and ADMINS', () => {
  const people: RoleSettings & { digestTime: string; timeZone: string } = {
    recruiters: ['discord:4711', 'slack:u0rita'],
    admins: ['discord:1'],
    inboxReaders: [],
    digestTime: '07:30',
    timeZone: 'UTC',
  };
  it.each([
    ['discord', '4711', true, 'recruiter'],
    ['discord', '1', true, 'admin'],
    ['discord', '2', true, 'candidate'],
    ['slack', 'U0RITA', true, 'recruiter'],
    ['slack', '4711', true, 'candidate'],
    ['discord', '4711', false, 'candidate'],
  ])('name accounts of chats: %s %s', async (channel, address, verified, role) => {
    const { store } = both.test.service;
    expect((await meetSender(store, DEFAULT_WORKSPACE, { channel, address, verified }, people)).person.role).toBe(role);
  });
});
