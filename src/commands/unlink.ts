import type { Change } from '../domain/changes.ts';
import { UserError } from '../domain/errors.ts';
import { newCode, newId, type PersonId } from '../domain/ids.ts';
import { higherRole, type Identity, type Person, type Role } from '../domain/people.ts';
import { channelName, channelNamed } from '../messages/channel-names.ts';
import { buildUnlinkedCard } from '../messages/link-cards.ts';
import { nameAddress } from '../messages/mask-address.ts';
import { homeTask } from '../pipeline/answer/home-task.ts';
import { peopleBeingJoined } from '../store/joins.ts';
import { waitingMessages } from '../store/outbox.ts';
import { identitiesOf } from '../store/people.ts';
import { type CommandContext, type CommandResult, defineCommand } from './registry.ts';

interface Named {
  channel: string;
  /** Of several on that channel. */
  address?: string;
}

async function run(context: CommandContext, named: Named): Promise<CommandResult> {
  const { store, workspace, person } = context;
  if (!person) throw new UserError('The terminal is nobody in particular.', 'Write "unlink" to me by mail, Slack or Discord.');
  if ((await peopleBeingJoined(store, workspace)).has(person.id))
    throw new UserError('Your addresses are being put together just now.', 'Try again in a few minutes.');
  const identities = await identitiesOf(store, workspace, person.id);
  const gone = identityNamed(identities, named);
  const left = identities.filter((one) => one.id !== gone.id);
  if (!left.some((one) => one.verified))
    throw new UserError('This is your only address here: nothing is linked to it.', '"erase" removes everything about you.');
  const { fresh, changes, lostRole } = await unlinked(context, person, gone, left);
  return {
    card: buildUnlinkedCard({ personId: person.id, gone: nameAddress(gone), addresses: left.map(nameAddress), lostRole }),
    json: [{ person: person.code, unlinked: nameAddress(gone), linked: left.map(nameAddress) }],
    changes,
    // Their home there still shows what is here: it is put together anew, for somebody new.
    tasks: gone.homeOpenedAt ? [homeTask({ workspace, personId: fresh, identityId: gone.id })] : [],
  };
}

/** Throws UserError when there is none, or more than one and no address says which. */
function identityNamed(identities: readonly Identity[], { channel, address }: Named): Identity {
  const there = identities.filter((one) => one.channel === channel);
  const name = channelName(channel);
  const [only, ...more] = there;
  if (address !== undefined) {
    const found = there.find((one) => one.address.toLowerCase() === address.toLowerCase());
    if (found) return found;
    throw new UserError(`${address} is not linked to you.`, '"link" shows your addresses.');
  }
  if (!only) throw new UserError(`Nothing of yours on ${name} is linked.`, '"link" shows your addresses.');
  if (more.length > 0) throw new UserError(`You have several addresses on ${name}.`, `Name one: unlink ${only.address}`);
  return only;
}

/** The address becomes somebody new, without anything; what waits to go there never does. */
async function unlinked(
  { store, workspace, clock, settings }: CommandContext,
  person: Person,
  gone: Identity,
  left: readonly Identity[],
): Promise<{ fresh: PersonId; changes: Change[]; lostRole?: Role }> {
  const at = clock.now().getTime();
  const id = newId(clock);
  const roleOf = ({ channel, address, verified }: Identity): Role =>
    (verified ? settings.roleBySettings?.(channel, address) : undefined) ?? 'candidate';
  // A role that came with the address goes with it: it needs its verified sender (F8.1).
  const floor = left.map(roleOf).reduce(higherRole, 'candidate');
  const lost = roleOf(gone) !== 'candidate' && higherRole(roleOf(gone), floor) !== floor && person.role === roleOf(gone);
  const { timeZone, digestTime } = person;
  const there = left.filter((one) => one.channel === gone.channel);
  const staysTheirs = (conversation: string): boolean =>
    there.some((one) => one.directConversation === conversation || one.address.toLowerCase() === conversation.toLowerCase());
  const waiting = (await waitingMessages(store, workspace, person.id, gone.channel)).filter(
    (message) => !staysTheirs(message.conversation),
  );
  return {
    fresh: id,
    lostRole: lost ? person.role : undefined,
    changes: [
      {
        kind: 'personMet',
        person: { id, workspace, code: newCode('p'), role: roleOf(gone), timeZone, digestTime, createdAt: at },
      },
      { kind: 'identityMoved', workspace, identityId: gone.id, from: person.id, to: id },
      { kind: 'linkCodesDropped', workspace, personId: person.id },
      {
        kind: 'personSettingsChanged',
        workspace,
        personId: person.id,
        role: lost ? floor : undefined,
        digestChannel: person.digestChannel === gone.channel ? null : undefined,
      },
      ...waiting.map(
        ({ id: outboxId }): Change => ({ kind: 'messageFailed', workspace, outboxId, reason: 'the address was unlinked', at }),
      ),
    ],
  };
}

export const unlink = defineCommand<Named>({
  name: 'unlink',
  usage: 'unlink <mail|slack|discord|address>',
  summary: 'take one of your addresses out again',
  examples: ['unlink slack', 'unlink ana@example.org'],
  role: 'candidate',
  parse([word = '', address, ...more]) {
    const channel = channelNamed(word);
    if (more.length > 0) return undefined;
    if (channel !== undefined) return { channel, ...(address === undefined ? {} : { address }) };
    return address === undefined && /^[^\s@]+@[^\s@]+$/.test(word) ? { channel: 'email', address: word } : undefined;
  },
  run,
});
