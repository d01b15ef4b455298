/** Random worlds of people, submissions, corrections and matches, and what of such a world one viewer may see. */
import fc from 'fast-check';
import type { Change } from '../../src/domain/changes.ts';
import type { Role, Viewer } from '../../src/domain/people.ts';
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
  score,
  submissionReceived,
  W,
} from './build-changes.ts';

export const PEOPLE = 4;
export const CANDIDATES = 3;
/** File f is a resume of candidate f modulo CANDIDATES. */
export const FILES = 5;
export const POSTINGS = 2;

interface Sent {
  sender: number;
  verified: boolean;
  file: number;
  /** Who else gets access by it (readers of the inbox). */
  readers: readonly number[];
  /** A correction of that file instead of the file: seen by whoever has access by this submission. */
  correction: boolean;
  failed: boolean;
  /** It is an application to a posting: who looks after that one has access as well. */
  applied: boolean;
}
interface Said {
  person: number;
  sent: number;
  posting: number;
}
export interface World {
  roles: readonly Role[];
  own: readonly (number | null)[];
  sent: readonly Sent[];
  said: readonly Said[];
  digests: readonly Said[];
}

const index = (size: number) => fc.nat({ max: size - 1 });
const said = fc.record({ person: index(PEOPLE), sent: index(8), posting: index(POSTINGS) });

export const worlds: fc.Arbitrary<World> = fc.record({
  roles: fc.tuple(
    fc.constant<Role>('candidate'),
    fc.constantFrom<Role>('candidate', 'recruiter'),
    fc.constant<Role>('recruiter'),
    fc.constantFrom<Role>('recruiter', 'admin'),
  ),
  own: fc.array(fc.option(index(CANDIDATES)), { minLength: PEOPLE, maxLength: PEOPLE }),
  sent: fc.array(
    fc.record({
      sender: index(PEOPLE),
      // One in eight is not.
      verified: fc.nat({ max: 7 }).map((n) => n > 0),
      file: index(FILES),
      readers: fc.uniqueArray(index(PEOPLE), { maxLength: 2 }),
      correction: fc.boolean(),
      failed: fc.boolean(),
      applied: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  said: fc.array(said, { maxLength: 6 }),
  digests: fc.array(said, { maxLength: 3 }),
});

export const viewerOf = (world: World, person: number): Viewer => ({
  workspace: W,
  personId: `p${person}`,
  role: world.roles[person] ?? 'candidate',
});

/** Public codes that follow from what they belong to, so that two worlds name the same things alike. */
const code = (kind: string, ...parts: (string | number)[]) => `${kind}${parts.join('')}`.padEnd(9, '0').slice(0, 9);
export const submissionId = (n: number) => `s${n}`;
const audienceOf = (world: World, n: number): string => (world.sent[n]?.correction ? submissionId(n) : '');
export const versionOf = (world: World, n: number): number => (world.sent[n]?.correction ? n + 2 : 1);
export const matchIdOf = (world: World, n: number, posting: number): string =>
  `m:${world.sent[n]?.file}:${audienceOf(world, n)}:${posting}`;

/** Who has access by the n-th submission. An unverified sender gets none. */
function accessBy(world: World, n: number): number[] {
  const sent = world.sent[n];
  if (!sent) return [];
  return [...new Set([...(sent.verified ? [sent.sender] : []), ...sent.readers, ...(appliedReader(world, n) ?? [])])];
}

/** A submission applies to the posting of its number; each posting has one recruiter who looks after it. */
const appliedTo = (n: number): number => n % POSTINGS;
const READER = [2, 3];
function appliedReader(world: World, n: number): number[] | undefined {
  const reader = READER[appliedTo(n)];
  return world.sent[n]?.applied && reader !== undefined && reader !== world.sent[n]?.sender ? [reader] : undefined;
}

function application(world: World, n: number): Change[] {
  const sent = world.sent[n];
  if (!sent?.applied) return [];
  const candidateId = `c${sent.file % CANDIDATES}`;
  const id = `x:${appliedTo(n)}:${candidateId}:${sent.sender}${sent.verified ? '' : `:${n}`}`;
  const ids = { id, postingId: `j${appliedTo(n)}`, candidateId, resumeId: `r${sent.file}`, personId: `p${sent.sender}` };
  return [
    { kind: 'applicationReceived', workspace: W, application: { ...ids, submissionId: submissionId(n), at: BY_SENDER(n) } },
  ];
}

/**
 * The rule, told a second time and in other words than the store's: which submissions brought something that this person may see.
 * An admin sees them all. `null` stands for everybody: the world as it is.
 */
export function visibleTo(world: World, person: number | null): Set<number> {
  const all = world.sent.map((_, n) => n);
  if (person === null || world.roles[person] === 'admin') return new Set(all);
  return new Set(all.filter((n) => accessBy(world, n).includes(person)));
}

/** The whole world as one list; with `person`, only what that person may see of it: the rest was never there. */
export function changesOf(world: World, person: number | null): StepResult {
  const visible = visibleTo(world, person);
  const everything = person === null || world.roles[person] === 'admin';
  const mine = (who: number) => everything || who === person;
  const changes: Change[] = [];
  for (const [who, role] of world.roles.entries()) {
    changes.push(personMet(`p${who}`, { role, code: code('p', who) }), identityMet(`p${who}`, `p${who}@example.com`));
    const own = world.own[who];
    if (typeof own === 'number')
      changes.push({ kind: 'ownCandidateSet', workspace: W, personId: `p${who}`, candidateId: `c${own}` });
  }
  for (let posting = 0; posting < POSTINGS; posting++) changes.push(postingSaved(`j${posting}`, { code: code('j', posting) }));
  for (const [posting, who] of READER.entries())
    if (mine(who))
      changes.push({
        kind: 'postingSelected',
        workspace: W,
        postingId: `j${posting}`,
        personId: `p${who}`,
        channel: 'email',
        at: AT,
      });
  for (const [n, sent] of world.sent.entries()) {
    const ownMessage = sent.verified && sent.sender === person;
    if (visible.has(n) || ownMessage) changes.push(...received(world, n), ...application(world, n));
    if (visible.has(n)) changes.push(...found(world, n, person, everything));
  }
  for (const [n, one] of world.said.entries()) {
    const about = one.sent % world.sent.length;
    if (mine(one.person) && visibleTo(world, one.person).has(about))
      changes.push(feedbackGiven(`f${n}`, `p${one.person}`, matchIdOf(world, about, one.posting), { comment: `comment f${n}` }));
  }
  const messages = world.digests.flatMap((one, n) => (mine(one.person) ? [message(`o${n}`, `p${one.person}`)] : []));
  for (const [n, one] of world.digests.entries()) if (mine(one.person)) changes.push(digest(world, one, n));
  return { changes, tasks: [], messages };
}

const BY_SENDER = (n: number) => AT + n * 1000;

function received(world: World, n: number): Change[] {
  const sent = world.sent[n];
  if (!sent) return [];
  const id = submissionId(n);
  const submission = submissionReceived(id, `p${sent.sender}`, {
    code: code('s', n),
    identityId: `identity-p${sent.sender}-p${sent.sender}@example.com`,
    verified: sent.verified,
    receivedAt: BY_SENDER(n),
  });
  const file = attachmentReceived(`a${n}`, id, `p${sent.sender}`, { blobId: `b${sent.file}` });
  const failed = attachmentReceived(`x${n}`, id, `p${sent.sender}`, { position: 1 });
  const error = { code: 'unsupported', message: `cannot read x${n}`, fix: 'send a PDF' } as const;
  return [
    submission,
    file,
    {
      kind: 'attachmentRead',
      workspace: W,
      attachmentId: `a${n}`,
      state: 'resume',
      resumeId: `r${sent.file}`,
      candidateId: `c${sent.file % CANDIDATES}`,
    },
    ...(sent.failed
      ? [failed, { kind: 'attachmentRead' as const, workspace: W, attachmentId: `x${n}`, state: 'failed' as const, error }]
      : []),
  ];
}

/** Candidate, resume, access, terms and matches that the n-th submission brought. */
function found(world: World, n: number, person: number | null, everything: boolean): Change[] {
  const sent = world.sent[n];
  if (!sent) return [];
  const candidateId = `c${sent.file % CANDIDATES}`;
  const resumeId = `r${sent.file}`;
  const parsed = (version: number) => ({
    code: code('r', sent.file),
    createdAt: BY_SENDER(n),
    version,
    data: resumeData(`file${sent.file}v${version}`),
  });
  const correction = sent.correction
    ? [
        resumeParsed(resumeId, candidateId, {
          ...parsed(versionOf(world, n)),
          origin: 'correction',
          submissionId: submissionId(n),
        }),
      ]
    : [];
  const readers = accessBy(world, n).filter((who) => everything || who === person);
  const terms: Change = {
    kind: 'termsMentioned',
    workspace: W,
    candidateId,
    resumeId,
    terms: [{ kind: 'skill', term: `skill of file ${sent.file}` }],
    at: BY_SENDER(n),
  };
  return [
    candidateFound(candidateId, { code: code('c', sent.file % CANDIDATES) }),
    resumeParsed(resumeId, candidateId, parsed(1)),
    ...correction,
    ...readers.map((who) =>
      accessGranted(`p${who}`, candidateId, resumeId, submissionId(n), {
        at: BY_SENDER(n),
        reason: appliedReader(world, n)?.includes(who) ? 'application' : 'sent',
      }),
    ),
    terms,
    ...scoredFor(world, n, candidateId, resumeId, 1, ''),
    ...(sent.correction ? scoredFor(world, n, candidateId, resumeId, versionOf(world, n), submissionId(n)) : []),
  ];
}

function scoredFor(
  world: World,
  n: number,
  candidateId: string,
  resumeId: string,
  resumeVersion: number,
  audience: string,
): Change[] {
  const file = world.sent[n]?.file ?? 0;
  return Array.from({ length: POSTINGS }, (_, posting) => {
    const id = `m:${file}:${audience}:${posting}`;
    const total = 60 + ((file * 7 + resumeVersion * 3 + posting * 11) % 40);
    return matchScored(
      id,
      { candidateId, resumeId, postingId: `j${posting}` },
      { code: `m${file}${posting}${audience.slice(1) || 'x'}`.padEnd(9, '0'), resumeVersion, score: score(total, total, id) },
    );
  });
}

function digest(world: World, one: Said, n: number): Change {
  const about = one.sent % world.sent.length;
  const candidateId = `c${(world.sent[about]?.file ?? 0) % CANDIDATES}`;
  const items = [
    { number: 1, matchId: matchIdOf(world, about, one.posting), postingId: `j${one.posting}`, postingVersion: 1, candidateId },
  ];
  return {
    kind: 'digestWritten',
    workspace: W,
    digest: {
      id: `d${n}`,
      personId: `p${one.person}`,
      localDate: `2026-03-0${n + 1}`,
      timeZone: 'UTC',
      onRequest: n === 2,
      outboxId: `o${n}`,
      createdAt: AT + n,
      items,
    },
  };
}
