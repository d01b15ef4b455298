/** Mail to a job's own address, and answers to a posting: which jobs are meant (F1.8, F1.3). */
import { isCode, type WorkspaceId } from '../domain/ids.ts';
import type { Person } from '../domain/people.ts';
import type { IncomingMessage } from '../messages/channel.ts';
import { oneLine } from '../messages/phrases.ts';
import type { JobTarget } from '../pipeline/apply/job-targets.ts';
import { getMatch } from '../store/matches.ts';
import { getPosting } from '../store/postings.ts';
import type { Store } from '../store/store.ts';
import type { Route, SentMessage } from './route-message.ts';

/** More jobs than this in one mail are an accident or worse; the rest is told, not taken. */
const MOST_JOBS = 10;

/** What people mistype of our alphabet, which has no such letters. */
const TYPED: Readonly<Record<string, string>> = { o: '0', i: '1', l: '1' };

/**
 * Codes in plus parts, each once, in order: `jobs+j4f7k2m9q@…`, also in capitals and with a part that a provider added behind
 * (`jobs+j4f7k2m9q+x@…`). A plus part that is no code is nobody's job: the mail is for the bare inbox.
 */
export function jobCodesIn(recipients: readonly string[]): string[] {
  const codes = recipients.flatMap((address) => {
    const local = address.slice(0, address.lastIndexOf('@')).toLowerCase();
    return local
      .split('+')
      .slice(1)
      .map((part) => part.slice(0, 1) + part.slice(1).replace(/[oil]/g, (letter) => TYPED[letter] ?? letter))
      .filter((part) => isCode(part, 'j'));
  });
  return [...new Set(codes)];
}

export interface Addressed {
  targets: JobTarget[];
  /** For the sender: addresses that belong to no job. */
  remarks: string[];
}

const NOWHERE: Addressed = { targets: [], remarks: [] };

/** Only messages with a resume are for a job; what the posting's state is now decides, not what it is when the file has been read. */
export async function addressedJobs(
  store: Store,
  workspace: WorkspaceId,
  message: IncomingMessage,
  route: Route,
): Promise<Addressed> {
  if (route.kind !== 'resume') return NOWHERE;
  const codes = jobCodesIn(message.recipients);
  const named = codes.length > 0 ? codes : await answeredJob(store, workspace, message, route);
  return jobTargets(store, workspace, named);
}

/** By their codes or ids; what is no job is said to be none. */
export async function jobTargets(store: Store, workspace: WorkspaceId, named: readonly string[]): Promise<Addressed> {
  const targets: JobTarget[] = [];
  const remarks: string[] = [];
  for (const code of named.slice(0, MOST_JOBS)) {
    const posting = await getPosting(store, workspace, code);
    if (posting) targets.push({ code: posting.code, postingId: posting.id, open: posting.status !== 'closed' });
    else remarks.push(`There is no job ${code}. "jobs list" shows the open ones and how to apply to each.`);
  }
  if (named.length > MOST_JOBS)
    remarks.push(`I took the first ${MOST_JOBS} jobs that you wrote to; please write to the others in another mail.`);
  return { targets, remarks };
}

const APPLY = /^(?:please )?apply(?: (?:to|for))?(?: (?:number|no\.?|#))? ?#?(\d{1,3})?[.!]?$/i;

/**
 * A resume in an answer to a posting is an application. In an answer to a list of matches it is one only with the word (`apply`,
 * `apply 2`): somebody who sends a newer resume to a list that happens to have one job must not apply by that.
 */
async function answeredJob(
  store: Store,
  workspace: WorkspaceId,
  message: IncomingMessage,
  { repliesTo }: Route,
): Promise<string[]> {
  if (!repliesTo) return [];
  if (repliesTo.postingId !== undefined) return [repliesTo.postingId];
  const said = APPLY.exec(oneLine(message.text.trim().split('\n')[0] ?? '', 60));
  if (!said) return [];
  const wanted = said[1] === undefined ? onlyNumber(repliesTo) : Number(said[1]);
  const matchId = repliesTo.matches.find((one) => one.number === wanted)?.matchId;
  const viewer = { workspace, personId: null, role: 'admin' } as const;
  const match = matchId === undefined ? undefined : await getMatch(store, viewer, matchId);
  return match ? [match.postingId] : [];
}

const onlyNumber = ({ matches }: SentMessage): number | undefined => (matches.length === 1 ? matches[0]?.number : undefined);

/** A recruiter's files are candidates for the job (F1.3); everybody else applies, also whoever only claims to be a recruiter. */
export function kindForJobs(route: Route, addressed: Addressed, sender: { person: Person; verified: boolean }): Route['kind'] {
  if (addressed.targets.length === 0) return route.kind;
  return sender.verified && sender.person.role !== 'candidate' ? route.kind : 'application';
}
