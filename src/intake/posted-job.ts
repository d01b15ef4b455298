/** `jobs post` with the job ad below it or attached: before anything else, because the ad would be taken for a resume (F4.10). */
import type { Person } from '../domain/people.ts';
import type { IncomingMessage } from '../messages/channel.ts';
import { isPostLine } from '../pipeline/postings/post-line.ts';
import type { Route, SentMessage } from './route-message.ts';

const PREFIXES = /^(?:\s*(?:fwd?|wg|tr|rv|i|re|aw|sv)\s*:)+\s*/i;

/** Undefined for everything else, and for people who may not post: their file is looked at as anybody's. */
export function postedJob(message: IncomingMessage, person: Person, repliesTo: SentMessage | undefined): Route | undefined {
  if (!message.sender.verified || person.role === 'candidate') return undefined;
  const line = message.text.trim().split('\n', 1)[0]?.trim() ?? '';
  const subject = repliesTo ? '' : (message.subject ?? '').replace(PREFIXES, '').trim();
  const command = [line, subject].find(isPostLine);
  if (command === undefined) return undefined;
  return { kind: 'command', read: [], command: command.replace(/[.!:]+$/, ''), pasted: false, repliesTo };
}
