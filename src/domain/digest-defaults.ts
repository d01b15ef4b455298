/** When a digest is on by itself (F7.1). */
import type { Change } from './changes.ts';
import type { Person } from './people.ts';

/** Discord asks for consent first (rule D5); an unverified sender gets nothing anyway. */
const OPT_IN_CHANNELS: ReadonlySet<string> = new Set(['discord']);

/**
 * On with the first own resume, or a recruiter's first selected job, unless the person ever said anything about it. The answer has to say
 * so, and how to stop. Not before `at`: a time of today that is past is no late one. Milliseconds.
 */
export function digestOnByDefault(
  person: Pick<Person, 'id' | 'workspace' | 'digest'>,
  from: { channel: string; verified: boolean; at: number },
): Change[] {
  if (person.digest !== 'unset' || !from.verified || OPT_IN_CHANNELS.has(from.channel)) return [];
  return [
    { kind: 'personSettingsChanged', workspace: person.workspace, personId: person.id, digest: 'on', digestPausedUntil: from.at },
  ];
}
