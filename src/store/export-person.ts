/** Everything whose owner is one person, as one document (rule A8). It walks the schema: a table that comes later is in it. */
import { and, asc, eq, getTableColumns, inArray, type SQL } from 'drizzle-orm';
import { type AnyTable, keyColumns, tableName } from '#dialect';
import { type BlobId, NOT_FETCHED, type PersonId, type ResumeId, type WorkspaceId } from '../domain/ids.ts';
import type { Viewer } from '../domain/people.ts';
import { columnNamed, TABLES } from './all-tables.ts';
import { type OwnResume, ownResumes } from './own-resumes.ts';
import { applications } from './schema/applications.ts';
import { candidateLookups, candidates, resumes, resumeVersions, termMentions } from './schema/candidates.ts';
import { outbox, outboxMatches } from './schema/delivery.ts';
import { matches } from './schema/matches.ts';
import { modelAnswers } from './schema/models.ts';
import { identities, persons } from './schema/people.ts';
import { postings, postingVersions } from './schema/postings.ts';
import { erasures } from './schema/privacy.ts';
import { attachments, blobs, submissions } from './schema/submissions.ts';
import { deliveryReports, suppressions } from './schema/suppressions.ts';
import type { Store } from './store.ts';
import { seesAll } from './viewer-conditions.ts';

type Row = Readonly<Record<string, unknown>>;

export interface PersonExport {
  format: 'shortlist-export';
  version: 1;
  about: string;
  exportedAt: string;
  /** Rows by table. Names of columns are those of the program; times are ISO 8601. */
  tables: Record<string, Row[]>;
  files: ExportedFile[];
}

export interface ExportedFile {
  id: BlobId;
  kind: 'file' | 'message' | 'resume';
  /** Absent when the bytes are not kept any more, or did not fit. */
  base64?: string;
}

const ABOUT =
  'Everything that Shortlist keeps about you. "tables" holds the rows: persons (you and your settings), identities (your addresses), submissions (your messages), ' +
  'attachments (their files), resumes and resumeVersions (what was read of your resume), matches (scores with their parts and evidence), feedback (your reactions), digests, ' +
  'outbox (what was sent to you), deliveryReports and suppressions (what your mail server said of it), applications, corrections and preferenceVersions (what you wished), resumeOffers (newer files of yours that others sent), ' +
  'postings and postingVersions (jobs that you posted), postingSelections (jobs that you look after), linkCodes (when you asked for a code), sources (places that you have watched). ' +
  '"files" holds the original bytes in base64; attachments name them by blobId, submissions by rawBlobId.';

/** Reasons why a table with rows about people is not in an export of its own. */
export const NOT_EXPORTED: ReadonlyMap<AnyTable, string> = new Map<AnyTable, string>([
  [candidateLookups, 'keyed hashes of what stands in the resumes; they tell nothing more'],
  [outboxMatches, 'the numbers of the matches in messages; the messages are in it'],
  [blobs, 'the bytes are in "files"'],
  [modelAnswers, 'what a language model proposed for a resume; what of it was taken is in resumeVersions, marked as such'],
  [erasures, 'an erasure that is under way'],
]);

/** Columns that would tell of other people's rows (rule A12), are only keyed hashes, or are secrets. */
const LEFT_OUT: ReadonlyMap<AnyTable, readonly string[]> = new Map<AnyTable, readonly string[]>([
  [candidates, ['createdAt']],
  [resumes, ['createdAt', 'version']],
  [resumeVersions, ['createdAt']],
  [termMentions, ['firstSeen']],
  [matches, ['askedFor', 'dropped', 'scoredAt']],
  // A secret of the platform: whoever has it can answer in our name.
  [outbox, ['invocation', 'invocationExpiresAt']],
]);
const NEVER = ['workspace', 'addressLookup', 'codeLookup', 'hash'];

/** `named` is for those who see all: resumes of a candidate who never wrote. Undefined when it is not the viewer's to see. */
export async function exportPerson(
  store: Store,
  viewer: Viewer,
  whom: { personId: PersonId | null; named?: readonly ResumeId[] },
  options: { mostBytes: number },
): Promise<PersonExport | undefined> {
  const { personId, named = [] } = whom;
  if (!seesAll(viewer) && (viewer.personId !== personId || named.length > 0)) return undefined;
  const own: OwnResume[] = personId === null ? [] : await ownResumes(store, viewer, personId);
  const ids = [...new Set([...own.map((resume) => resume.id), ...named])];
  const tables: Record<string, Row[]> = {};
  for (const table of TABLES.values()) {
    const where = whoseRows(store, viewer, table, personId, ids, own);
    if (where === undefined || NOT_EXPORTED.has(table)) continue;
    const rows = await readRows(store, table, and(where.condition));
    if (rows.length > 0) tables[camelName(table)] = rows;
  }
  return {
    format: 'shortlist-export',
    version: 1,
    about: ABOUT,
    exportedAt: store.clock.now().toISOString(),
    tables,
    files: await filesOf(store, viewer, tables, ids, options.mostBytes),
  };
}

/** `condition` in an object: an SQL value must not be awaited by accident, and undefined means that the table holds nothing of anybody. */
function whoseRows(
  store: Store,
  { workspace }: Viewer,
  table: AnyTable,
  personId: PersonId | null,
  ids: readonly ResumeId[],
  own: readonly OwnResume[],
): { condition: SQL | undefined } | undefined {
  const columns = getTableColumns(table);
  const audiences = ['', ...own.flatMap((resume) => resume.audiences)];
  if (table === candidates) {
    const theirs = store.db
      .select({ id: resumes.candidateId })
      .from(resumes)
      .where(and(eq(resumes.workspace, workspace), inArray(resumes.id, [...ids])));
    return { condition: and(eq(candidates.workspace, workspace), inArray(candidates.id, theirs)) };
  }
  if (table === resumes) return { condition: and(eq(resumes.workspace, workspace), inArray(resumes.id, [...ids])) };
  for (const one of [resumeVersions, matches])
    if (table === one)
      return {
        condition: and(eq(one.workspace, workspace), inArray(one.resumeId, [...ids]), inArray(one.audience, audiences)),
      };
  if (table === termMentions)
    return { condition: and(eq(termMentions.workspace, workspace), inArray(termMentions.resumeId, [...ids])) };
  if (personId === null) return undefined;
  const verified = and(eq(submissions.workspace, workspace), eq(submissions.personId, personId), eq(submissions.verified, true));
  if (table === submissions) return { condition: verified };
  const hung = rowsByMessages(store, workspace, table, personId);
  if (hung) return hung;
  const whose = columnNamed(columns, table === persons ? 'id' : 'personId');
  const at = columnNamed(columns, 'workspace');
  return whose && at ? { condition: and(eq(at, workspace), eq(whose, personId)) } : undefined;
}

/** Rows that hang on the person by another row of theirs. */
function rowsByMessages(
  { db }: Store,
  workspace: WorkspaceId,
  table: AnyTable,
  personId: PersonId,
): { condition: SQL | undefined } | undefined {
  const sent = db
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(eq(submissions.workspace, workspace), eq(submissions.personId, personId), eq(submissions.verified, true)));
  const posted = and(eq(postings.workspace, workspace), eq(postings.postedBy, personId));
  if (table === attachments)
    return { condition: and(eq(attachments.workspace, workspace), inArray(attachments.submissionId, sent)) };
  if (table === applications)
    return { condition: and(eq(applications.workspace, workspace), inArray(applications.submissionId, sent)) };
  if (table === postings) return { condition: posted };
  if (table === postingVersions) {
    const ids = db.select({ id: postings.id }).from(postings).where(posted);
    return { condition: and(eq(postingVersions.workspace, workspace), inArray(postingVersions.postingId, ids)) };
  }
  if (table === deliveryReports) {
    const ids = db.select({ id: outbox.id }).from(outbox).where(eq(outbox.personId, personId));
    return { condition: and(eq(deliveryReports.workspace, workspace), inArray(deliveryReports.outboxId, ids)) };
  }
  if (table === suppressions) {
    const hashes = db.select({ hash: identities.addressLookup }).from(identities).where(eq(identities.personId, personId));
    return { condition: and(eq(suppressions.workspace, workspace), inArray(suppressions.addressLookup, hashes)) };
  }
  return undefined;
}

const ROWS_A_PAGE = 100;

async function readRows(store: Store, table: AnyTable, where: SQL | undefined): Promise<Row[]> {
  const leftOut = [...NEVER, ...(LEFT_OUT.get(table) ?? [])];
  const columns = Object.fromEntries(Object.entries(getTableColumns(table)).filter(([name]) => !leftOut.includes(name)));
  const order = Object.values(keyColumns(table)).map((column) => asc(column));
  const rows: Row[] = [];
  for (let offset = 0; ; offset += ROWS_A_PAGE) {
    const page: Row[] = await store.db
      .select(columns)
      .from(table)
      .where(where)
      .orderBy(...order)
      .limit(ROWS_A_PAGE)
      .offset(offset);
    rows.push(...page.map(readable));
    if (page.length < ROWS_A_PAGE) return rows;
    // Everybody else gets a turn (rule R1).
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const readable = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'number' && /(?:At|Until|^at)$/.test(name) ? new Date(value).toISOString() : withoutSecret(name, value),
    ]),
  );

/** Where a command was answered (`LEFT_OUT` of the outbox) stands in what its message says of itself, too. */
function withoutSecret(name: string, value: unknown): unknown {
  if (name !== 'detail' || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'invocation'));
}

const camelName = (table: AnyTable): string => tableName(table).replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** What was sent first, then the messages as they came. Files of other people's resumes are not the sender's to be given: they have them. */
async function filesOf(
  store: Store,
  { workspace }: Viewer,
  tables: Record<string, Row[]>,
  ids: readonly ResumeId[],
  mostBytes: number,
): Promise<ExportedFile[]> {
  const isRecruiter = tables.persons?.[0]?.role !== 'candidate';
  const wanted: ExportedFile[] = [
    ...(tables.resumes ?? []).map((row) => ({ id: String(row.blobId), kind: 'resume' as const })),
    ...(tables.attachments ?? [])
      .filter((row) => row.blobId !== NOT_FETCHED && (!isRecruiter || ids.includes(String(row.resumeId))))
      .map((row) => ({ id: String(row.blobId), kind: 'file' as const })),
    ...(tables.submissions ?? [])
      .filter((row) => !isRecruiter && row.rawBlobId !== null)
      .map((row) => ({ id: String(row.rawBlobId), kind: 'message' as const })),
  ];
  const files = new Map<BlobId, ExportedFile>();
  let left = mostBytes;
  for (const file of wanted) {
    if (files.has(file.id)) continue;
    const bytes = await store.blobs.get(workspace, file.id).catch(() => undefined);
    const fits = bytes !== undefined && bytes.byteLength <= left;
    if (fits) left -= bytes.byteLength;
    files.set(file.id, fits ? { ...file, base64: Buffer.from(bytes).toString('base64') } : file);
  }
  return [...files.values()];
}
