/** In a place that people share: which messages are for the service. Everything else is neither kept, nor answered, nor marked (rules E6, E13). */
import type { IncomingMessage } from '../messages/channel.ts';
import { findSent } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { type FileJudge, holdsResume } from './judge-files.ts';
import type { Route } from './route-message.ts';
import { nameSaysResume, saysResume } from './says-resume.ts';

/** An address with a token of ours: nobody else gives it out. */
const OUR_TOKEN = /\+x[0-9a-z]{8,}@/i;

/** A resume, an exact command, a reply to a message of ours, or a report about one. Writes nothing. */
export async function isForService(
  { store, workspace, reader }: { store: Store; workspace: string; reader: FileJudge },
  message: IncomingMessage,
  route: Route,
): Promise<boolean> {
  const report = message.deliveryReport;
  if (report) return (await findSent(store, workspace, message.channel, report.originals)) !== undefined;
  const byPerson = message.automatic === undefined;
  if (byPerson && (route.repliesTo !== undefined || message.recipients.some((address) => OUR_TOKEN.test(address)))) return true;
  if (byPerson && route.kind === 'command' && isExactly(message, route.command)) return true;
  if (message.problem) return byPerson && (saysResume(message.subject) || message.problem.fileNames.some(nameSaysResume));
  if (route.read.length === 0 && !route.pasted) return false;
  return holdsResume(reader, message, route, store.clock.now());
}

/** Nothing else is in the message: "jobs" may also be the first word of a letter to a colleague. */
function isExactly(message: IncomingMessage, command: string | undefined): boolean {
  const text = message.text.trim();
  return text === '' || text === command?.trim();
}
