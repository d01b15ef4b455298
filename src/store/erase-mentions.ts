/**
 * What others were told and wrote of somebody: read row by row, because neither cards nor texts can be searched in the database (they
 * are sealed by the codec of personal columns).
 */
import { and, asc, eq, gt, gte, inArray, ne } from 'drizzle-orm';
import type { Erasure, ErasureScope } from '../domain/erasure.ts';
import { foldWords } from '../domain/fold-text.ts';
import { areLeaving, type Slice, takeBytes, takeRows } from './erase-slice.ts';
import { joinedAmong } from './joins.ts';
import { candidates } from './schema/candidates.ts';
import { outbox, outboxMatches } from './schema/delivery.ts';
import { persons } from './schema/people.ts';
import { submissions } from './schema/submissions.ts';

/** So many rows are looked at in one slice: cards of some 5 kB, 1 ms each on a busy machine. */
const ROWS_A_PAGE = 100;
/** Of the second round: only what was written since shortly before it began. */
const OVERLAP_MS = 10 * 60_000;

/** The last row looked at; undefined when there are no more. `again`: something of this page has to end first. */
export interface Scanned {
  after?: string;
  again?: boolean;
}

/** Messages of ours to others: their words go, and their file in the outbox folder. */
export async function takeTellings(slice: Slice, erasure: Erasure): Promise<Scanned> {
  const { store, workspace } = slice;
  const { after, round } = erasure.progress;
  const rows = await store.db
    .select({
      id: outbox.id,
      card: outbox.card,
      subject: outbox.subject,
      dedupeKey: outbox.dedupeKey,
      state: outbox.state,
    })
    .from(outbox)
    .where(
      and(
        eq(outbox.workspace, workspace),
        after === undefined ? undefined : gt(outbox.id, after),
        round > 1 ? gte(outbox.createdAt, erasure.startedAt - OVERLAP_MS) : undefined,
        erasure.personId === null ? undefined : ne(outbox.personId, erasure.personId),
      ),
    )
    .orderBy(asc(outbox.id))
    .limit(ROWS_A_PAGE);
  const known = await whoExists(
    slice,
    rows.flatMap((row) => row.card.about),
  );
  const hits = rows.filter(({ card, subject }) => {
    const said = wordsOf(erasure.scope, stringsIn([card.title, card.blocks, card.footer, subject]));
    const gone = (id: string) => !known.has(id) || id === erasure.personId || erasure.scope.candidateIds.includes(id);
    return card.about.some(gone) || said.address || (said.name && card.about.length === 0);
  });
  if (await areLeaving(slice, hits)) return { again: true };
  const at = store.clock.now().getTime();
  for (const { id, dedupeKey } of hits) {
    slice.messages.push(dedupeKey);
    slice.changes.push({ kind: 'messageRedacted', workspace, outboxId: id, at });
    await takeRows(slice, outboxMatches, eq(outboxMatches.outboxId, id));
  }
  return rows.length < ROWS_A_PAGE ? {} : { after: rows.at(-1)?.id };
}

/** Of candidates and people: a card may be about somebody who went a moment ago, written by work that still knew them. */
async function whoExists({ store, workspace }: Slice, ids: readonly string[]): Promise<Set<string>> {
  const asked = ['', ...new Set(ids)];
  const found = new Set<string>();
  for (const table of [candidates, persons]) {
    const rows = await store.db
      .select({ id: table.id })
      .from(table)
      .where(and(eq(table.workspace, workspace), inArray(table.id, asked)));
    for (const { id } of rows) found.add(id);
  }
  // A card from before two people became one.
  for (const id of await joinedAmong(store, workspace, asked)) found.add(id);
  return found;
}

/** Messages to us from others: a name counts only where recruiters and admins write about candidates, because two people may share one. */
export async function takeWritings(slice: Slice, erasure: Erasure): Promise<Scanned> {
  const { store, workspace } = slice;
  const { after, round } = erasure.progress;
  const { id, text, subject, detail, remarks, kind, rawBlobId } = submissions;
  const rows = await store.db
    .select({ id, text, subject, detail, remarks, kind, rawBlobId, role: persons.role })
    .from(submissions)
    .leftJoin(persons, eq(persons.id, submissions.personId))
    .where(
      and(
        eq(submissions.workspace, workspace),
        after === undefined ? undefined : gt(submissions.id, after),
        round > 1 ? gte(submissions.receivedAt, erasure.startedAt - OVERLAP_MS) : undefined,
        erasure.personId === null ? undefined : ne(submissions.personId, erasure.personId),
      ),
    )
    .orderBy(asc(submissions.id))
    .limit(ROWS_A_PAGE);
  for (const row of rows) {
    const said = wordsOf(erasure.scope, stringsIn([row.text, row.subject, row.detail, row.remarks]));
    if (!said.address && !(said.name && row.role !== 'candidate' && row.kind !== 'resume')) continue;
    slice.changes.push({ kind: 'submissionRedacted', workspace, submissionId: row.id });
    if (row.rawBlobId !== null) takeBytes(slice, row.rawBlobId);
  }
  return rows.length < ROWS_A_PAGE ? {} : { after: rows.at(-1)?.id };
}

/** All texts of a value, with blanks between them. */
function stringsIn(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? Object.values(value).map(stringsIn).join(' ') : '';
}

const SHORTEST_PHONE = 8;

/** Whether the text holds an address or number of theirs, or their name as a whole. */
export function wordsOf(scope: ErasureScope, text: string): { address: boolean; name: boolean } {
  const lower = text.toLowerCase();
  const digits = text.replace(/[\s()./-]/g, '');
  const folded = ` ${foldWords(text)} `;
  return {
    address:
      scope.addresses.some((address) => address.includes('@') && lower.includes(address)) ||
      scope.phones.some((phone) => phone.length >= SHORTEST_PHONE && digits.includes(phone)),
    // One word alone is too many people's.
    name: scope.names.some((name) => name.includes(' ') && folded.includes(` ${name} `)),
  };
}
