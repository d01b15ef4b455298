/** Which postings a recruiter's digest is about: those they asked shortlists of (F7.2, as long as nobody can select a job). */
import type { Viewer } from '../domain/people.ts';
import { getPosting, type PostingRow } from '../store/postings.ts';
import type { Store } from '../store/store.ts';
import { recentSubmissions } from '../store/submissions.ts';

export interface AskedPosting {
  posting: PostingRow;
  /** When they last asked: what came to them since then is new. Milliseconds. */
  askedAt: number;
}

const LOOKED_AT = 500;
const POSTINGS = 20;

/** Newest first, open ones only, at most twenty. Found in the commands that the person sent. */
export async function askedPostings(store: Store, viewer: Viewer): Promise<AskedPosting[]> {
  // As themselves: an admin's own questions, not everybody's.
  const commands = await recentSubmissions(store, { ...viewer, role: 'candidate' }, LOOKED_AT);
  const asked = new Map<string, number>();
  for (const one of commands) {
    const command = one.kind === 'command' && one.personId === viewer.personId ? one.detail?.command : undefined;
    const code =
      typeof command === 'string' ? /^shortlist\s.*?\b(j[0-9a-hjkmnp-tv-z]{8})\b/i.exec(command.slice(0, 200))?.[1] : undefined;
    if (code !== undefined && !asked.has(code.toLowerCase())) asked.set(code.toLowerCase(), one.receivedAt);
  }
  const found: AskedPosting[] = [];
  for (const [code, askedAt] of asked) {
    const posting = found.length < POSTINGS ? await getPosting(store, viewer.workspace, code) : undefined;
    if (posting?.status === 'approved') found.push({ posting, askedAt });
  }
  return found;
}
