/** What is kept of chats, and for how long (rules A8, A9). */
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { exportPerson } from '../../src/store/export-person.ts';
import { findByAddress } from '../../src/store/people.ts';
import { slashCommand } from '../bots/slack/slack-events.ts';
import { checkForLeaks } from '../leak-check.ts';
import { readTables } from '../store/read-tables.ts';
import { type BothChannels, startBoth } from './mail-and-slack.ts';
import { ANA_RESUME } from './people.ts';

checkForLeaks();
const ANA_ID = 'U0ANA';
const DAY = 86_400_000;
let both: BothChannels;
afterEach(() => both.close());

async function start(environment: Record<string, string> = {}): Promise<void> {
  both = await startBoth(environment);
  both.slack.users.set(ANA_ID, { email: 'ana.prado@example.com' });
}

describe('what is kept of a chat', () => {
  it('A9: words beside a resume and codes go when they are old, though the resume is in use', async () => {
    await start({ RETENTION_DAYS: '30' });
    await both.says(ANA_ID, 'my words beside it', { file: { name: 'cv.txt', content: ANA_RESUME } });
    await both.says(ANA_ID, 'link');
    await both.later(20 * DAY);
    expect(await both.says(ANA_ID, 'profile')).toContain('Tarnside');
    await both.later(15 * DAY);
    await both.later(DAY);
    const { submissions, link_codes, resumes } = await readTables(both.test.service.store);
    expect(resumes).toHaveLength(1);
    expect(JSON.stringify(submissions)).not.toContain('my words beside it');
    expect(link_codes).toEqual([]);
  });

  it('A8: an export holds what was said, not the address that lets others answer in our name', async () => {
    await start();
    const responseUrl = `${both.slack.url}/response/export-me`;
    await both.slack.deliver('slash_commands', slashCommand('t1', ANA_ID, 'help', 'C0TEAM', { responseUrl }));
    await both.test.service.worker.idle();
    const { store } = both.test.service;
    const personId = (await findByAddress(store, DEFAULT_WORKSPACE, 'slack', ANA_ID))?.person.id ?? '';
    const viewer = { workspace: DEFAULT_WORKSPACE, personId, role: 'candidate' as const };
    const tables = (await exportPerson(store, viewer, { personId }, { mostBytes: 0 }))?.tables;
    expect(tables?.submissions).toMatchObject([{ kind: 'command', detail: { invoked: { command: 'help' } } }]);
    expect(tables?.outbox).toHaveLength(1);
    expect(JSON.stringify(tables)).not.toContain('export-me');
  });
});
