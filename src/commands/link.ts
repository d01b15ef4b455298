import type { Change } from '../domain/changes.ts';
import { UserError } from '../domain/errors.ts';
import { newId } from '../domain/ids.ts';
import { type Identity, type Person, serviceViewer } from '../domain/people.ts';
import { channelName } from '../messages/channel-names.ts';
import { buildRefusalCard } from '../messages/error-card.ts';
import { buildLinkCodeCard, buildLinkedCard, buildLinkNewsCard, buildLinkPlanCard } from '../messages/link-cards.ts';
import { maskAddress, nameAddress } from '../messages/mask-address.ts';
import type { OutgoingMessage } from '../messages/outgoing.ts';
import { newLinkCode, readLinkCode, showLinkCode } from '../pipeline/people/link-code.ts';
import { startJoin } from '../pipeline/people/start-join.ts';
import { peopleBeingJoined } from '../store/joins.ts';
import { findLinkCode, type LinkCode, wrongTries } from '../store/link-codes.ts';
import { getPerson, identitiesOf } from '../store/people.ts';
import { placesOf } from '../store/places.ts';
import { getSubmission, type SubmissionView } from '../store/submissions.ts';
import { type CommandContext, type CommandResult, defineCommand } from './registry.ts';

const MINUTES = 15;
const MINUTE_MS = 60_000;
/** Of 40 bits nobody finds one by trying; the bound is for whoever has half of one. */
const MOST_TRIES_AN_HOUR = 5;

interface Asker {
  person: Person;
  /** The address that the command came from. */
  identity: Identity;
  identities: readonly Identity[];
}

const IN_PRIVATE = ['Addresses are linked in private only.', 'Write "link" to me in a direct message or by mail.'] as const;

/** Written where others read along: the answer is private, the words were not. */
const isOverheard = ({ detail }: SubmissionView): boolean => detail?.overheard === true;

/** Throws UserError where nobody is proven to be who they say, or others read along. */
async function askerOf(context: CommandContext): Promise<Asker> {
  const { store, workspace, person, message } = context;
  if (!person || !message)
    throw new UserError('The terminal is nobody in particular.', 'Write "link" to me by mail, Slack or Discord.');
  const submission = await getSubmission(store, serviceViewer(workspace), message.submissionId);
  const identities = (await identitiesOf(store, workspace, person.id)).filter((one) => one.verified);
  const identity = identities.find((one) => one.id === submission?.identityId);
  if (!identity || !submission?.private || isOverheard(submission)) throw new UserError(...IN_PRIVATE);
  if ((await peopleBeingJoined(store, workspace)).has(person.id))
    throw new UserError('Your addresses are being put together just now.', 'Try again in a few minutes.');
  return { person, identity, identities };
}

async function giveCode(context: CommandContext): Promise<CommandResult> {
  const { workspace, clock } = context;
  const { person, identity, identities } = await askerOf(context);
  const code = newLinkCode();
  const createdAt = clock.now().getTime();
  const expiresAt = createdAt + MINUTES * MINUTE_MS;
  const shown = showLinkCode(code);
  return {
    card: buildLinkCodeCard({ personId: person.id, code: shown, minutes: MINUTES, addresses: identities.map(nameAddress) }),
    json: [{ person: person.code, linked: identities.map(nameAddress) }],
    changes: [
      {
        kind: 'linkCodeMade',
        workspace,
        link: { id: newId(clock), personId: person.id, identityId: identity.id, code, createdAt, expiresAt },
      },
    ],
  };
}

interface CodeArguments {
  code: string;
  yes: boolean;
}

/** Whoever read a code could use it before its owner does: it is worth nothing from now on. Undefined for one that nobody else saw. */
async function burnt({ store, workspace, clock, message }: CommandContext, code: string): Promise<CommandResult | undefined> {
  const submission = message && (await getSubmission(store, serviceViewer(workspace), message.submissionId));
  if (!submission || !isOverheard(submission)) return undefined;
  const read = readLinkCode(code);
  const link = read === undefined ? undefined : await findLinkCode(store, workspace, read, clock.now().getTime());
  const refusal = new UserError(
    'Others could read that code, so it does not work any more.',
    'Write "link" for a new one, and use it in a direct message to me.',
  );
  return {
    card: buildRefusalCard(refusal),
    json: [],
    changes: link ? [{ kind: 'linkCodesDropped', workspace, personId: link.personId }] : [],
  };
}

async function useCode(context: CommandContext, { code, yes }: CodeArguments): Promise<CommandResult> {
  const { store, workspace, clock } = context;
  const overheard = await burnt(context, code);
  if (overheard) return overheard;
  const asker = await askerOf(context);
  const now = clock.now().getTime();
  const tries = await wrongTries(store, workspace, asker.person.id, now - 60 * MINUTE_MS);
  if (tries >= MOST_TRIES_AN_HOUR)
    throw new UserError(
      'That were too many codes that do not exist.',
      'Wait an hour, then get a new one with "link" on the other channel.',
    );
  const read = readLinkCode(code);
  const link = read === undefined ? undefined : await findLinkCode(store, workspace, read, now);
  const other = link && (await getPerson(store, workspace, link.personId));
  if (!link || !other) return wrong(context, asker);
  if (other.id === asker.person.id)
    throw new UserError(
      'This is your own code: here and there you are one person already.',
      'Use it on the channel that is not linked yet.',
    );
  if ((await peopleBeingJoined(store, workspace)).has(other.id))
    throw new UserError('The other side is being linked just now.', 'Try again in a few minutes.');
  const theirs = (await identitiesOf(store, workspace, other.id)).filter((one) => one.verified);
  // They are being erased: what is left of them goes, and must not take anybody along.
  if (theirs.length === 0) return wrong(context, asker);
  const wasShown = (await findLinkCode(store, workspace, planShown(link, asker), now)) !== undefined;
  if (yes && wasShown) return join(context, asker, { person: other, identities: theirs, link });
  return { ...plan(asker, code, theirs), changes: wasShown ? [] : [planSeen(context, link, asker)] };
}

/** In the place of a code: nobody can type it. */
const planShown = (link: LinkCode, { person }: Asker): string => `shown ${link.id} ${person.id}`;

/** A yes counts once they saw what it means: "just write link … yes" is what somebody who is after their data tells them. */
const planSeen = ({ workspace, clock }: CommandContext, link: LinkCode, asker: Asker): Change => {
  const createdAt = clock.now().getTime();
  const { person, identity } = asker;
  const row = { id: newId(clock), personId: person.id, identityId: identity.id, code: planShown(link, asker) };
  return { kind: 'linkCodeMade', workspace, link: { ...row, createdAt, expiresAt: createdAt + MINUTES * MINUTE_MS } };
};

/** The same words for a code that is wrong, used and over. */
function wrong({ workspace, clock }: CommandContext, { person, identity }: Asker): CommandResult {
  const refusal = new UserError(
    'This code does not work (any more).',
    `A code works once, for ${MINUTES} minutes. Write "link" on the other channel for a new one.`,
  );
  const at = clock.now().getTime();
  return {
    card: buildRefusalCard(refusal),
    json: [],
    changes: [{ kind: 'linkCodeTried', workspace, id: newId(clock), personId: person.id, identityId: identity.id, at }],
  };
}

/** Nothing happens yet: a code that somebody was talked into typing must not give away what they have (phishing). */
function plan({ person, identity }: Asker, code: string, theirs: readonly Identity[]): CommandResult {
  const masked = theirs.map(maskAddress);
  return {
    card: buildLinkPlanCard({ personId: person.id, code, here: nameAddress(identity), masked }),
    json: [{ person: person.code, wouldLink: masked }],
  };
}

const undoOf = ({ channel, address }: Identity): string =>
  channel === 'email' ? `unlink ${address}` : `unlink ${channelName(channel).toLowerCase()}`;

async function join(
  context: CommandContext,
  asker: Asker,
  other: { person: Person; identities: readonly Identity[]; link: LinkCode },
): Promise<CommandResult> {
  const { store } = context;
  const { to, changes, tasks } = await startJoin(store, [asker.person, other.person], other.link.id);
  const addresses = [...asker.identities, ...other.identities].map(nameAddress);
  return {
    card: buildLinkedCard({
      personId: asker.person.id,
      addresses,
      undo: undoOf(asker.identity),
      role:
        asker.person.role === other.person.role
          ? undefined
          : [asker.person, other.person].find((one) => one.role !== 'candidate')?.role,
    }),
    json: [{ linked: addresses }],
    changes,
    tasks,
    messages: await news(context, asker, other, to),
  };
}

/** Whoever gave the code hears that it was used, where they asked for it. */
async function news(
  { store, workspace, clock }: CommandContext,
  asker: Asker,
  other: { person: Person; link: LinkCode },
  to: string,
): Promise<OutgoingMessage[]> {
  const place = (await placesOf(store, workspace, other.person.id)).find((one) => one.identityId === other.link.identityId);
  if (!place) return [];
  return [
    {
      id: newId(clock),
      workspace,
      personId: to,
      channel: place.channel,
      conversation: place.conversation,
      private: true,
      dedupeKey: `linked:${other.link.id}`,
      card: buildLinkNewsCard({ personId: to, there: nameAddress(asker.identity), undo: undoOf(asker.identity) }),
      matches: [],
      createdAt: clock.now().getTime(),
      priority: 1,
    },
  ];
}

export const link = defineCommand<Partial<CodeArguments>>({
  name: 'link',
  usage: 'link [CODE [yes]]',
  summary: 'be one person on mail, Slack and Discord: get a code here, use it there',
  examples: ['link', 'link 7k3m-9q2x', 'link 7k3m-9q2x yes'],
  role: 'candidate',
  options: [{ name: 'code', summary: 'the code that I gave you on the other channel', kind: 'words' }],
  parse(words) {
    const yes = words.at(-1)?.toLowerCase() === 'yes';
    const code = (yes ? words.slice(0, -1) : words).join('');
    if (words.length === 0) return {};
    // A wrong one as well: it is answered, and counted. Other words are no command.
    return /^[\da-z-]{6,12}$/i.test(code) && /\d/.test(code) ? { code, yes } : undefined;
  },
  run: (context, { code, yes = false }) => (code === undefined ? giveCode(context) : useCode(context, { code, yes })),
});
