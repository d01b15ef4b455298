/** What the database says after a part of the day. */
import { COMMANDS } from '../../src/commands/all-commands.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { outbox } from '../../src/store/schema/delivery.ts';
import { digests, feedback, matches } from '../../src/store/schema/matches.ts';
import { identities, persons } from '../../src/store/schema/people.ts';
import { postings } from '../../src/store/schema/postings.ts';
import { submissions } from '../../src/store/schema/submissions.ts';
import type { Store } from '../../src/store/store.ts';
import type { Codes } from './day-commands.ts';

const VIEWER = serviceViewer(DEFAULT_WORKSPACE);

/** How many candidates each mail address of a resume has. */
export async function candidatesByEmail(store: Store): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { email = 'none' } of await listCandidates(store, VIEWER, { limit: 200 })) found[email] = (found[email] ?? 0) + 1;
  return found;
}

/** Submissions of people that have no answer, or more than one, by kind. Reactions may be confirmed in silence. */
export async function wronglyAnswered(store: Store): Promise<string[]> {
  const sent = await store.db.select({ key: outbox.dedupeKey }).from(outbox);
  const answered = new Map<string, number>();
  for (const { key } of sent) {
    const [, id] = /^answer:([^/]+)$/.exec(key) ?? [];
    if (id !== undefined) answered.set(id, (answered.get(id) ?? 0) + 1);
  }
  const rows = await store.db.select().from(submissions);
  return rows
    .filter(({ kind, automatic }) => automatic === null && kind !== 'feedback')
    .filter(({ id }) => answered.get(id) !== 1)
    .map(({ channel, kind, text, id }) => `${channel} ${kind} "${text.slice(0, 40)}": ${answered.get(id) ?? 0} answers`);
}

export interface OutboxSums {
  sent: number;
  uncertain: number;
  failed: string[];
}

/** Messages of ours on a channel by what became of them. */
export async function outboxSums(store: Store, channel: string): Promise<OutboxSums> {
  const rows = (await store.db.select().from(outbox)).filter((row) => row.channel === channel);
  return {
    sent: rows.filter(({ state }) => state === 'sent').length,
    uncertain: rows.filter(({ state }) => state === 'uncertain').length,
    failed: rows.filter(({ state }) => state === 'failed').map(({ dedupeKey, reason }) => `${dedupeKey}: ${reason}`),
  };
}

/** `person:match code:meaning` of everything that was said about matches, sorted. */
export async function opinions(store: Store): Promise<string[]> {
  const rows = (await store.db.select().from(feedback)).filter((row) => row.retractedAt === null);
  const known = new Map(
    (await store.db.select({ id: matches.id, code: matches.code }).from(matches)).map(({ id, code }) => [id, code]),
  );
  return rows.map(({ personId, matchId, meaning }) => `${personId}:${known.get(matchId) ?? matchId}:${meaning}`).sort();
}

/** The person behind an address. */
export async function personOf(store: Store, channel: string, address: string): Promise<string | undefined> {
  const rows = await store.db.select().from(identities);
  return rows.find((row) => row.channel === channel && row.address.toLowerCase() === address.toLowerCase())?.personId;
}

/** Digests of the date by person; a number above one is one too many. */
export async function digestsOn(store: Store, localDate: string): Promise<Map<string, number>> {
  const rows = (await store.db.select().from(digests)).filter((row) => row.localDate === localDate && !row.onRequest);
  const found = new Map<string, number>();
  for (const { personId } of rows) found.set(personId, (found.get(personId) ?? 0) + 1);
  return found;
}

/** How many of the date's digests had something to tell. */
export async function digestMessages(store: Store, localDate: string): Promise<number> {
  const rows = (await store.db.select().from(digests)).filter((row) => row.localDate === localDate && !row.onRequest);
  return rows.filter(({ outboxId }) => outboxId !== null).length;
}

/** Of those whose digest is on. */
export async function digestReaders(store: Store): Promise<string[]> {
  return (await store.db.select().from(persons)).filter(({ digest }) => digest === 'on').map(({ id }) => id);
}

/** Codes that a person's commands can name: their own candidate, a match of it, a posting. */
export async function codesOf(store: Store, email: string): Promise<Codes> {
  const candidate = (await listCandidates(store, VIEWER, { limit: 200 })).find((one) => one.email === email);
  const [own] = (await store.db.select().from(matches)).filter(({ candidateId }) => candidateId === candidate?.id);
  const [posting] = await store.db.select().from(postings);
  if (!candidate || !own || !posting) throw new Error(`nothing is known of ${email}`);
  return { candidate: candidate.code, match: own.code, posting: posting.code };
}

export const commandNames = (): string[] => COMMANDS.map(({ name }) => name);
export const roleOf = (name: string) => COMMANDS.find((command) => command.name === name)?.role ?? 'admin';
