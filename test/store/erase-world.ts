/** Random people who send each other's resumes around, and which rows are left when one of them is erased. */
import fc from 'fast-check';
import type { Change } from '../../src/domain/changes.ts';
import type { Role } from '../../src/domain/people.ts';
import type { NewTask } from '../../src/domain/steps.ts';
import type { StepResult } from '../../src/tasks/queue.ts';
import {
  AT,
  accessGranted,
  attachmentReceived,
  candidateFound,
  feedbackGiven,
  identityMet,
  matchScored,
  message,
  personMet,
  postingSaved,
  resumeData,
  resumeParsed,
  submissionReceived,
  W,
} from './build-changes.ts';
import {
  accessBy,
  codeOf,
  type MoreOfWorld,
  moreChanges,
  moreLeft,
  moreOfWorlds,
  noLongerSeen,
  postedLeft,
} from './erase-world-more.ts';
import type { Row, Tables } from './read-tables.ts';

const PEOPLE = 4;
const FILES = 6;

export interface Sent {
  sender: number;
  verified: boolean;
  /** One is a mail with a resume, several are a batch. */
  files: readonly number[];
  /** A letter that lies beside. */
  letter: boolean;
  readers: readonly number[];
  /** Sent to the job j0: the readers are those who look after it. */
  applies: boolean;
}
export interface EraseWorld extends MoreOfWorld {
  roles: readonly Role[];
  /** Whose address stands in the file; null for somebody who never wrote. */
  owners: readonly (number | null)[];
  sent: readonly Sent[];
  /** What people said about, and were told of, files that they may see. */
  told: readonly { person: number; file: number; reacts: boolean; bounced: boolean }[];
}

const person = fc.nat({ max: PEOPLE - 1 });
const file = fc.nat({ max: FILES - 1 });
export const eraseWorlds: fc.Arbitrary<EraseWorld> = fc.record({
  roles: fc.array(fc.constantFrom<Role>('candidate', 'candidate', 'recruiter'), { minLength: PEOPLE, maxLength: PEOPLE }),
  owners: fc.array(fc.option(person), { minLength: FILES, maxLength: FILES }),
  sent: fc.array(
    fc.record({
      sender: person,
      verified: fc.nat({ max: 4 }).map((n) => n > 0),
      files: fc.uniqueArray(file, { minLength: 1, maxLength: 3 }),
      letter: fc.boolean(),
      readers: fc.uniqueArray(person, { maxLength: 2 }),
      applies: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  told: fc.array(fc.record({ person, file, reacts: fc.boolean(), bounced: fc.boolean() }), { maxLength: 8 }),
  ...moreOfWorlds,
});

const candidateOf = (world: EraseWorld, f: number): string => {
  const owner = world.owners[f] ?? null;
  return owner === null ? `stranger${f}` : `c${owner}`;
};
const emailOf = (world: EraseWorld, f: number): string => {
  const owner = world.owners[f] ?? null;
  return owner === null ? `stranger${f}@example.org` : `p${owner}@example.com`;
};
const hasAccess = (world: EraseWorld, who: number, f: number): boolean =>
  world.sent.some((sent) => sent.files.includes(f) && accessBy(sent).includes(who));

/** `blobs`: the id of each file's bytes and of each message's. */
export function eraseWorldChanges(world: EraseWorld, blobs: { file(f: number): string; raw(n: number): string }): StepResult {
  const changes: Change[] = [postingSaved('j0')];
  const tasks: NewTask[] = [];
  const messages: StepResult['messages'][number][] = [];
  for (const [who, role] of world.roles.entries())
    changes.push(personMet(`p${who}`, { role, code: codeOf(who) }), identityMet(`p${who}`, `p${who}@example.com`));
  for (const [n, sent] of world.sent.entries()) {
    const id = `s${n}`;
    const by = `p${sent.sender}`;
    changes.push(
      submissionReceived(id, by, {
        verified: sent.verified,
        subject: `Subject of ${n}`,
        rawBlobId: blobs.raw(n),
        identityId: `identity-${by}-${by}@example.com`,
      }),
      { kind: 'blobStored', workspace: W, blobId: blobs.raw(n), size: 1, personId: by, createdAt: AT },
    );
    tasks.push({ id: `answer:${id}`, workspace: W, step: 'answerSubmission', payload: { submissionId: id } });
    if (sent.letter) changes.push(attachmentReceived(`l${n}`, id, by, { state: 'ignored', blobId: 'b'.repeat(63) + n }));
    for (const f of sent.files) {
      const candidateId = candidateOf(world, f);
      changes.push(
        { kind: 'blobStored', workspace: W, blobId: blobs.file(f), size: 1, personId: by, createdAt: AT },
        attachmentReceived(`a${n}.${f}`, id, by, { blobId: blobs.file(f), position: f }),
        {
          kind: 'attachmentRead',
          workspace: W,
          attachmentId: `a${n}.${f}`,
          state: 'resume',
          resumeId: blobs.file(f),
          candidateId,
        },
        candidateFound(candidateId),
        { kind: 'candidateLookupAdded', workspace: W, candidateId, field: 'email', value: emailOf(world, f) },
        resumeParsed(blobs.file(f), candidateId, { data: withEmail(f, emailOf(world, f)) }),
        {
          kind: 'termsMentioned',
          workspace: W,
          candidateId,
          resumeId: blobs.file(f),
          terms: [{ kind: 'skill', term: `skill ${f}` }],
          at: AT,
        },
        matchScored(`m${f}`, { candidateId, resumeId: blobs.file(f), postingId: 'j0' }),
        ...accessBy(sent).map((who) => {
          const reason = sent.applies && who !== sent.sender ? 'application' : 'sent';
          return accessGranted(`p${who}`, candidateId, blobs.file(f), id, { reason });
        }),
      );
    }
  }
  const applicationOf = (n: number, f: number) => {
    const by = world.sent[n];
    return `app:${candidateOf(world, f)}:p${by?.sender}${by?.verified ? '' : `:s${n}`}`;
  };
  const of = { candidate: (f: number) => candidateOf(world, f), resume: blobs.file, application: applicationOf };
  changes.push(...moreChanges(world, of));
  for (const [n, told] of world.told.entries()) {
    if (!hasAccess(world, told.person, told.file)) continue;
    const card = { about: [candidateOf(world, told.file)], title: `Told ${n}`, blocks: [], footer: [], attachments: [] };
    messages.push(message(`o${n}`, `p${told.person}`, { card, matches: [{ number: 1, matchId: `m${told.file}` }] }));
    if (told.bounced) changes.push(bounced(n));
    if (told.reacts) changes.push(feedbackGiven(`f${n}`, `p${told.person}`, `m${told.file}`));
  }
  return { changes, tasks, messages };
}

const bounced = (n: number): Change => ({
  kind: 'deliveryReported',
  workspace: W,
  channel: 'email',
  eventKey: `bounce-${n}`,
  outboxId: `o${n}`,
  report: 'failed',
  reason: 'no such user',
  at: AT,
});

const withEmail = (f: number, email: string) => {
  const data = resumeData(`file${f}`);
  return { ...data, basics: { ...data.basics, name: `Person Offile${'abcdef'.charAt(f)}`, email } };
};

/** Theirs by the address in it, or because they really sent it and nobody else did. */
function isTheirs(world: EraseWorld, e: number, f: number): boolean {
  const carriers = world.sent.filter((sent) => sent.files.includes(f));
  const alone = carriers.every((sent) => sent.sender === e) && carriers.some((sent) => sent.verified);
  return world.roles[e] === 'candidate' && (world.owners[f] === e || alone);
}

/** Files that go with person `e`: theirs by the address in it, or theirs to have sent alone, or nobody's once they are gone. */
export function filesGone(world: EraseWorld, e: number): Set<number> {
  const gone = new Set<number>();
  const isCandidate = world.roles[e] === 'candidate';
  for (let f = 0; f < FILES; f++) {
    const carriers = world.sent.filter((sent) => sent.files.includes(f));
    if (carriers.length === 0) continue;
    const byOthers = carriers.some((sent) => sent.sender !== e);
    const mine = carriers.some((sent) => sent.sender === e) || hasAccess(world, e, f);
    const seenByOthers = carriers.some(
      (sent) => (sent.sender !== e || (!isCandidate && !sent.applies)) && accessBy(sent).some((who) => who !== e),
    );
    if (isTheirs(world, e, f) || (mine && !byOthers && !seenByOthers)) gone.add(f);
  }
  return gone;
}

/** What must be left, row by row, of what was there. */
export function tablesLeft(world: EraseWorld, e: number, before: Tables, blobs: { file(f: number): string }): Tables {
  const gone = filesGone(world, e);
  const goneIds = new Set([...gone].map(blobs.file));
  const me = `p${e}`;
  const goneMatch = (id: unknown) => [...gone].some((f) => id === `m${f}`);
  const carried = (n: number) => world.sent[n]?.files ?? [];
  const hit = (submissionId: unknown) => carried(Number(String(submissionId).slice(1))).some((f) => gone.has(f));
  const emptied = (submissionId: unknown) => carried(Number(String(submissionId).slice(1))).every((f) => gone.has(f));
  const candidates = new Set(
    (before.resumes ?? []).filter((row) => !goneIds.has(String(row.id))).map((row) => String(row.candidateId)),
  );
  const files = (before.attachments ?? []).filter(
    (row) =>
      row.personId !== me &&
      !goneIds.has(String(row.resumeId)) &&
      !(row.resumeId === null && hit(row.submissionId) && emptied(row.submissionId)),
  );
  // What came unverified in their name is nobody's: others' messages about that candidate stay.
  const candidatesTouched = new Set([...gone].filter((f) => isTheirs(world, e, f)).map((f) => candidateOf(world, f)));
  const lost = noLongerSeen(world, e, before, goneIds);
  const isRedacted = (row: Row) =>
    isCard(row.card) && row.card.about.some((id) => candidatesTouched.has(id) || !candidates.has(id) || lost(row.personId, id));
  const redactedIds = new Set((before.outbox ?? []).filter(isRedacted).map((row) => row.id));
  const keep: Record<string, (row: Row) => boolean> = {
    resumes: (row) => !goneIds.has(String(row.id)),
    term_mentions: (row) => !goneIds.has(String(row.resumeId)),
    ...moreLeft(world, e, before, goneIds),
    candidates: (row) => candidates.has(String(row.id)),
    candidate_lookups: (row) => candidates.has(String(row.candidateId)),
    feedback: (row) => row.personId !== me && !goneMatch(row.matchId),
    outbox: (row) => row.personId !== me,
    outbox_matches: (row) =>
      !goneMatch(row.matchId) &&
      !redactedIds.has(row.outboxId) &&
      (before.outbox ?? []).find((one) => one.id === row.outboxId)?.personId !== me,
    submissions: (row) => row.personId !== me,
    attachments: (row) => files.includes(row),
    persons: (row) => row.id !== me,
    identities: (row) => row.personId !== me,
    tasks: (row) => !isTaskOf(row, me, before),
  };
  const left: Record<string, Row[]> = {};
  for (const [name, rows] of Object.entries(before)) left[name] = keep[name] ? rows.filter(keep[name]) : rows;
  postedLeft(world, e, left);
  left.submissions = (left.submissions ?? []).map((row) =>
    hit(row.id) ? { ...row, subject: null, text: '', detail: null, remarks: [], rawBlobId: null } : row,
  );
  left.outbox = (left.outbox ?? []).map((row) => (redactedIds.has(row.id) ? { id: row.id, redacted: true } : row));
  const needed = new Set<unknown>([
    ...files.map((row) => row.blobId),
    ...(left.submissions ?? []).map((row) => row.rawBlobId),
    ...(left.resumes ?? []).map((row) => row.blobId),
  ]);
  left.blobs = (before.blobs ?? [])
    .filter((row) => needed.has(row.id))
    .map((row) => (row.personId === me ? { ...row, personId: null } : row));
  return left;
}

const isCard = (card: unknown): card is { about: string[] } => typeof card === 'object' && card !== null && 'about' in card;

function isTaskOf(row: Row, me: string, before: Tables): boolean {
  const id = String(row.id);
  const [, of = ''] = id.split(':');
  if (id.startsWith('answer:')) return (before.submissions ?? []).find((one) => one.id === of)?.personId === me;
  return id.startsWith('deliver:') && (before.outbox ?? []).find((one) => one.id === of)?.personId === me;
}
