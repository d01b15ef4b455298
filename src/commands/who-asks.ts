/** On whose behalf a platform asks for a form or for suggestions: what they may see and nothing else (rule A12). Writes nothing. */
import type { Person, Viewer } from '../domain/people.ts';
import type { FormRequest } from '../messages/channel.ts';
import { findByAddress } from '../store/people.ts';
import type { Store } from '../store/store.ts';

export interface Asker {
  viewer: Viewer;
  /** Undefined for somebody who never wrote to us. */
  person?: Person;
}

/** Undefined for a sender who is not verified. A stranger is a candidate who sees nothing of anybody. */
export async function whoAsks(
  store: Store,
  workspace: string,
  { channel, sender }: Pick<FormRequest, 'channel' | 'sender'>,
): Promise<Asker | undefined> {
  if (!sender.verified) return undefined;
  const known = await findByAddress(store, workspace, channel, sender.address);
  if (!known) return { viewer: { workspace, personId: NOBODY, role: 'candidate' } };
  const { person } = known;
  return { person, viewer: { workspace, personId: person.id, role: person.role } };
}

/** Not null, which is the operator. */
const NOBODY = 'nobody';
