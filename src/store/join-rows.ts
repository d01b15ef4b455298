/** How what somebody may see, said, wished and was sent becomes somebody else's (F8.2). */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { REPLACED_BY } from '../domain/feedback.ts';
import { dropRows, type JoinSlice, moveRows } from './join-moves.ts';
import { candidateAccess } from './schema/candidates.ts';
import { preferenceVersions } from './schema/corrections.ts';
import { digests, feedback } from './schema/matches.ts';
import { persons } from './schema/people.ts';

/** Granted to both, the stronger reason stays (`accessGranted`). */
export async function joinAccess(slice: JoinSlice): Promise<void> {
  const { store, workspace, from, to } = slice;
  const rows = await store.db
    .select()
    .from(candidateAccess)
    .where(and(eq(candidateAccess.workspace, workspace), eq(candidateAccess.personId, from)))
    .limit(slice.left);
  for (const { personId, candidateId, submissionId, resumeId, reason, at } of rows) {
    slice.changes.push({ kind: 'accessGranted', workspace, personId: to, candidateId, submissionId, resumeId, reason, at });
    dropRows(slice, candidateAccess, [{ workspace, personId, candidateId, submissionId, resumeId }]);
  }
}

/** Of what both said about the same match the newer counts; comments all stay. */
export async function joinFeedback(slice: JoinSlice): Promise<void> {
  const { store, workspace, from, to } = slice;
  const of = (person: string) => and(eq(feedback.workspace, workspace), eq(feedback.personId, person));
  const rows = await store.db.select().from(feedback).where(of(from)).limit(slice.left);
  const theirs = await store.db
    .select()
    .from(feedback)
    .where(and(of(to), isNull(feedback.retractedAt), inArray(feedback.matchId, ['', ...rows.map((row) => row.matchId)])));
  const at = store.clock.now().getTime();
  const retract = (personId: string, matchId: string, meaning: string) =>
    slice.changes.push({ kind: 'feedbackRetracted', workspace, personId, matchId, meanings: [meaning], at });
  for (const row of rows.filter(({ retractedAt, meaning }) => retractedAt === null && meaning !== 'comment')) {
    const { matchId, meaning, createdAt } = row;
    const rivals = theirs.filter(
      (one) => one.matchId === matchId && (one.meaning === meaning || REPLACED_BY[meaning]?.includes(one.meaning)),
    );
    if (rivals.some((rival) => rival.createdAt >= createdAt)) retract(from, matchId, meaning);
    else for (const rival of rivals) retract(to, matchId, rival.meaning);
  }
  moveRows(
    slice,
    feedback,
    rows.map(({ id }) => ({ id })),
  );
}

/** Both had one on the same day: both stay, what they showed stays shown, and one of them is the day's. */
export async function joinDigests(slice: JoinSlice): Promise<void> {
  const { store, workspace, from, to } = slice;
  const of = (person: string) => and(eq(digests.workspace, workspace), eq(digests.personId, person));
  const rows = await store.db.select().from(digests).where(of(from)).limit(slice.left);
  const days = rows.filter((row) => !row.onRequest).map((row) => row.localDate);
  const theirs = await store.db
    .select({ localDate: digests.localDate })
    .from(digests)
    .where(and(of(to), eq(digests.onRequest, false), inArray(digests.localDate, ['', ...days])));
  const isSecond = (row: (typeof rows)[number]) => !row.onRequest && theirs.some((one) => one.localDate === row.localDate);
  const seconds = rows.filter(isSecond);
  for (const { id } of seconds) slice.changes.push({ kind: 'digestJoined', workspace, digestId: id, to });
  slice.left -= seconds.length;
  moveRows(
    slice,
    digests,
    rows.filter((row) => !isSecond(row)).map(({ id }) => ({ id })),
  );
}

/**
 * The wishes of `to` hold. Versions of both count from 1: those of `from` get numbers behind, and the wishes that hold are said once
 * more under the newest number, because the next one is made from it.
 */
export async function joinPreferences(slice: JoinSlice): Promise<void> {
  const { store, workspace, from, to } = slice;
  const of = (person: string) => and(eq(preferenceVersions.workspace, workspace), eq(preferenceVersions.personId, person));
  const { version, data } = preferenceVersions;
  const rows = await store.db
    .select({ version, data })
    .from(preferenceVersions)
    .where(of(from))
    .orderBy(asc(version))
    .limit(slice.left);
  if (rows.length === 0) return;
  const theirs = new Set((await store.db.select({ version }).from(preferenceVersions).where(of(to))).map((row) => row.version));
  const [person] = await store.db.select({ preferences: persons.preferences }).from(persons).where(eq(persons.id, to)).limit(1);
  const holds = person?.preferences ?? undefined;
  const clash = rows.some((row) => theirs.has(row.version) || (holds !== undefined && row.version > holds.version));
  const last = clash ? Math.max(holds?.version ?? 0, ...theirs) : 0;
  for (const [index, row] of rows.entries()) {
    const moved = { ...row.data, version: clash ? last + index + 1 : row.version };
    slice.changes.push({ kind: 'preferencesMoved', workspace, from, to, version: row.version, data: moved });
  }
  slice.left -= rows.length;
  if (!clash) return;
  const at = store.clock.now().getTime();
  const preferences = { ...holds, version: last + rows.length + 1 };
  slice.changes.push({ kind: 'preferencesSet', workspace, personId: to, preferences, at });
}
