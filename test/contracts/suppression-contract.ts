/** What every engine promises about reports of other servers and addresses that nothing is sent to (rule O7). */
import { beforeEach, expect, it } from 'vitest';
import type { Change } from '../../src/domain/changes.ts';
import type { Viewer } from '../../src/domain/people.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { commit } from '../../src/store/commit.ts';
import { findSent, getOutbox } from '../../src/store/outbox.ts';
import { countOutboxSince } from '../../src/store/outbox-counts.ts';
import { suppressions } from '../../src/store/schema/suppressions.ts';
import { stats } from '../../src/store/stats.ts';
import type { Store } from '../../src/store/store.ts';
import { countSuppressions, findSuppression } from '../../src/store/suppressions.ts';
import { AT, identityMet, message, personMet, result, W } from '../store/build-changes.ts';
import { manualClock } from '../store/manual-clock.ts';
import type { TestDatabase } from '../store/open-test-database.ts';

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;

const suppressed = (address: string, more: Partial<Of<'addressSuppressed'>> = {}): Change => ({
  kind: 'addressSuppressed',
  workspace: W,
  channel: 'email',
  address,
  cause: 'bounce',
  status: '5.1.1',
  at: AT,
  ...more,
});
const lifted = (whose: Of<'suppressionLifted'>['whose'], causes: Of<'suppressionLifted'>['causes'] = ['bounce']): Change => ({
  kind: 'suppressionLifted',
  workspace: W,
  whose,
  causes,
  at: AT + 1,
});
const reported = (eventKey: string, more: Partial<Of<'deliveryReported'>> = {}): Change => ({
  kind: 'deliveryReported',
  workspace: W,
  channel: 'email',
  eventKey,
  outboxId: 'o1',
  report: 'failed',
  status: '5.1.1',
  reason: 'it came back (5.1.1)',
  at: AT,
  ...more,
});
const sent: Change = { kind: 'messageSent', workspace: W, outboxId: 'o1', platformMessageId: '<1@x>', at: AT };

export function suppressionContract(database: () => TestDatabase): void {
  let store: Store;
  beforeEach(async () => {
    store = await database().fresh(manualClock());
    await commit(store, result([personMet('p1'), identityMet('p1', 'ana@example.com')], { messages: [message('o1', 'p1')] }));
  });
  const write = (...changes: Change[]) => commit(store, result(changes));
  const find = (address = 'ana@example.com', channel = 'email', workspace = W) =>
    findSuppression(store, workspace, channel, address);
  const state = async () => (await getOutbox(store, W, 'o1'))?.state;

  it('finds an address whatever its case, and no other, on no other channel and in no other workspace', async () => {
    await write(suppressed('Ana@Example.com'));
    expect(await find('ana@EXAMPLE.com')).toEqual({ kind: 'bounce', status: '5.1.1' });
    expect(await find('anna@example.com')).toBeUndefined();
    expect(await find('ana@example.com', 'slack')).toBeUndefined();
    expect(await find('ana@example.com', 'email', 'other')).toBeUndefined();
  });

  it('keeps no address where it keeps suppressions', async () => {
    await write(suppressed('canary@example.com'));
    const rows = await store.db.select().from(suppressions);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('canary');
  });

  it('a lifted one holds again after the next bounce, a lifted bounce leaves the complaint', async () => {
    await write(suppressed('ana@example.com'), suppressed('ana@example.com', { cause: 'complaint', status: undefined }));
    expect(await find()).toEqual({ kind: 'complaint', status: null });
    await write(lifted({ channel: 'email', address: 'ANA@example.com' }));
    expect(await find()).toEqual({ kind: 'complaint', status: null });
    await write(lifted({ personId: 'p1' }, ['complaint']));
    expect(await find()).toBeUndefined();
    await write(suppressed('ana@example.com', { status: '5.2.1' }));
    expect(await find()).toEqual({ kind: 'bounce', status: '5.2.1' });
  });

  it('a person lifts what is theirs only', async () => {
    await write(personMet('p2'), identityMet('p2', 'ben@example.com'));
    await write(suppressed('ben@example.com', { cause: 'complaint' }), lifted({ personId: 'p1' }, ['bounce', 'complaint']));
    expect(await find('ben@example.com')).toMatchObject({ kind: 'complaint' });
  });

  it('counts them for admins only', async () => {
    await write(suppressed('a@example.com'), suppressed('b@example.com', { cause: 'complaint' }), suppressed('c@example.com'));
    await write(lifted({ channel: 'email', address: 'c@example.com' }));
    const person: Viewer = { workspace: W, personId: 'p1', role: 'recruiter' };
    expect(await countSuppressions(store, serviceViewer(W))).toEqual({ bounce: 1, complaint: 1 });
    expect(await countSuppressions(store, person)).toEqual({ bounce: 0, complaint: 0 });
    expect((await stats(store, serviceViewer(W))).suppressed).toEqual({ bounce: 1, complaint: 1 });
  });

  it('a report counts once: what came after it stays', async () => {
    await write(sent);
    expect(await write(reported('dsn1'), suppressed('ana@example.com'))).toBe('committed');
    expect(await state()).toBe('failed');
    await write(lifted({ channel: 'email', address: 'ana@example.com' }));
    expect(await write(reported('dsn1'), suppressed('ana@example.com'))).toBe('duplicate');
    expect(await find()).toBeUndefined();
  });

  it.each([
    ['delayed', 'sent'],
    ['complaint', 'sent'],
    ['failed', 'failed'],
  ] as const)('%s leaves a sent message %s', async (report, after) => {
    await write(sent, reported('dsn1', { report }));
    expect(await getOutbox(store, W, 'o1')).toMatchObject({ state: after, reason: 'it came back (5.1.1)' });
  });

  it('a doubtful message is found by the id that it has if it went out, and a report ends the doubt (O4)', async () => {
    await write({ kind: 'messageUncertain', workspace: W, outboxId: 'o1', reason: 'broke', at: AT, platformMessageId: '<1@x>' });
    expect(await findSent(store, W, 'email', ['<1@x>'])).toMatchObject({ id: 'o1', state: 'uncertain' });
    await write(reported('dsn1', { report: 'delivered', status: '2.0.0' }));
    expect(await getOutbox(store, W, 'o1')).toMatchObject({ state: 'sent', reason: null });
  });

  it('remembers since when a message is put off, from the first time on', async () => {
    const deferred = (at: number): Change => ({ kind: 'messageDeferred', workspace: W, outboxId: 'o1', reason: 'later', at });
    await write(deferred(AT + 5));
    await write(deferred(AT + 50));
    expect(await getOutbox(store, W, 'o1')).toMatchObject({ state: 'waiting', deferredSince: AT + 5, reason: 'later' });
    expect(await countOutboxSince(store, serviceViewer(W), 0)).toEqual({ sent: 0, failed: 0, deferred: 1 });
    await write(sent, deferred(AT + 60));
    expect(await countOutboxSince(store, serviceViewer(W), 0)).toEqual({ sent: 1, failed: 0, deferred: 0 });
  });
}
