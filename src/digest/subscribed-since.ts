/** Since when a person's digest is set as it is: what they switched on at noon is not late from the morning. */
import type { Person } from '../domain/people.ts';
import type { Store } from '../store/store.ts';
import { recentSubmissions } from '../store/submissions.ts';

/** What is looked through; whoever sent more than this since then is no newcomer. */
const LOOKED_AT = 200;
/** Commands that begin a digest or set its time. */
const SETTING = /^\s*(?:digest\s+(?:on|time|zone)|me)\b/i;

/**
 * The instant of their last message that set the digest, or of their first resume when that is later. Undefined when their messages
 * do not tell (switched on by an operator). Milliseconds.
 */
export async function subscribedSince(store: Store, person: Pick<Person, 'id' | 'workspace'>): Promise<number | undefined> {
  const viewer = { workspace: person.workspace, personId: person.id, role: 'candidate' as const };
  const received = await recentSubmissions(store, viewer, LOOKED_AT);
  const resumes = received.filter((one) => one.kind === 'resume').map((one) => one.receivedAt);
  const settings = received
    .filter((one) => one.kind === 'command' && typeof one.detail?.command === 'string' && SETTING.test(one.detail.command))
    .map((one) => one.receivedAt);
  const instants = [...(resumes.length > 0 ? [Math.min(...resumes)] : []), ...settings];
  return instants.length > 0 ? Math.max(...instants) : undefined;
}
