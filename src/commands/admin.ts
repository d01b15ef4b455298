import type { Change } from '../domain/changes.ts';
import { UserError } from '../domain/errors.ts';
import { newId } from '../domain/ids.ts';
import { higherRole, type Identity, type Person, type Role } from '../domain/people.ts';
import { choosePlace } from '../domain/place.ts';
import { nameAddress } from '../messages/mask-address.ts';
import type { OutgoingMessage } from '../messages/outgoing.ts';
import { buildRoleCard, buildRoleNewsCard, buildRolesCard } from '../messages/role-cards.ts';
import { identitiesOf, peopleWithRoles } from '../store/people.ts';
import { placesOf } from '../store/places.ts';
import { findPerson } from './find-person.ts';
import { type CommandContext, type CommandResult, defineCommand } from './registry.ts';

type Arguments = { kind: 'list' } | { kind: 'grant'; who: string; role: Role } | { kind: 'revoke'; who: string };

/** In chats the registry asks; at the terminal `--as` may name anybody. */
function adminsOnly({ viewer }: CommandContext): void {
  if (viewer.role !== 'admin')
    throw new UserError('Only administrators give and take roles.', 'Leave --as out, or name an administrator.');
}

/** The least that the settings give to one of somebody's proven addresses. */
function floorOf({ settings }: CommandContext, identities: readonly Identity[]): Role {
  const named = identities.filter((one) => one.verified).map((one) => settings.roleBySettings?.(one.channel, one.address));
  return named.reduce<Role>((highest, role) => higherRole(highest, role ?? 'candidate'), 'candidate');
}

async function grant(context: CommandContext, who: string, role: Role): Promise<CommandResult> {
  const { store, workspace } = context;
  const person = await findPerson(store, workspace, who);
  const identities = await identitiesOf(store, workspace, person.id);
  if (!identities.some((one) => one.verified))
    throw new UserError(
      'Nobody can say that it is really them: no message of theirs was proven to be from their address.',
      'Ask them to write again from an address that proves itself (DKIM, Slack, Discord), then grant the role.',
    );
  if (person.role === role) return answer(context, person, role, identities, []);
  if (higherRole(person.role, role) !== role) await mayLower(context, person, role, identities);
  return changed(context, person, role, identities);
}

async function revoke(context: CommandContext, who: string): Promise<CommandResult> {
  const person = await findPerson(context.store, context.workspace, who);
  const identities = await identitiesOf(context.store, context.workspace, person.id);
  if (person.role === 'candidate') return answer(context, person, 'candidate', identities, []);
  await mayLower(context, person, 'candidate', identities);
  return changed(context, person, 'candidate', identities);
}

/** Settings are the floor, and somebody has to be left who can give roles. */
async function mayLower(context: CommandContext, person: Person, to: Role, identities: readonly Identity[]): Promise<void> {
  const floor = floorOf(context, identities);
  if (higherRole(floor, to) !== to)
    throw new UserError(
      `The settings make them ${floor}: no command takes that away.`,
      `Take their address out of ${floor === 'admin' ? 'ADMINS' : 'RECRUITERS'}, restart, then try again.`,
    );
  if (person.role !== 'admin' || context.person === undefined) return;
  const others = (await peopleWithRoles(context.store, context.viewer)).filter(
    (one) => one.person.role === 'admin' && one.person.id !== person.id && one.identities.some(isPerson),
  );
  if (others.length === 0)
    throw new UserError(
      'That would leave nobody who can give roles.',
      'Make somebody else an admin first: admin grant ana@example.org admin',
    );
}

/** The operator at the terminal is an admin that nobody writes as. */
const isPerson = ({ verified, channel }: Identity): boolean => verified && channel !== 'terminal';

async function changed(
  context: CommandContext,
  person: Person,
  role: Role,
  identities: readonly Identity[],
): Promise<CommandResult> {
  const { workspace } = context;
  const change: Change = { kind: 'personSettingsChanged', workspace, personId: person.id, role };
  const result = answer(context, person, role, identities, [change]);
  return { ...result, messages: person.id === context.person?.id ? [] : await news(context, person, role) };
}

function answer(
  { viewer }: CommandContext,
  person: Person,
  role: Role,
  identities: readonly Identity[],
  changes: readonly Change[],
): CommandResult {
  const addresses = identities.map(nameAddress);
  const { id: personId, code } = person;
  return {
    card: buildRoleCard({ personId, code, role, was: person.role, addresses, isYou: viewer.personId === personId }),
    json: [{ person: code, role, was: person.role, addresses }],
    changes,
  };
}

/** Whoever has more, or less, than yesterday hears of it. */
async function news({ store, workspace, clock }: CommandContext, person: Person, role: Role): Promise<OutgoingMessage[]> {
  const createdAt = clock.now().getTime();
  const place = choosePlace(await placesOf(store, workspace, person.id), { now: createdAt });
  if (!place) return [];
  return [
    {
      id: newId(clock),
      workspace,
      personId: person.id,
      channel: place.channel,
      conversation: place.conversation,
      private: true,
      dedupeKey: `role:${person.id}:${createdAt}`,
      card: buildRoleNewsCard({ personId: person.id, role, was: person.role }),
      matches: [],
      createdAt,
      priority: 2,
    },
  ];
}

async function list(context: CommandContext): Promise<CommandResult> {
  const people = await peopleWithRoles(context.store, context.viewer);
  const rows = people.map(({ person, identities }) => ({
    id: person.id,
    code: person.code,
    role: person.role,
    addresses: identities.map(nameAddress),
    bySettings: floorOf(context, identities) === person.role,
  }));
  return {
    card: buildRolesCard(rows),
    json: rows.map(({ code, role, addresses, bySettings }) => ({ person: code, role, addresses, bySettings })),
  };
}

const ROLES: Readonly<Record<string, Role>> = { candidate: 'candidate', recruiter: 'recruiter', admin: 'admin' };

export const admin = defineCommand<Arguments>({
  name: 'admin',
  usage: 'admin [list|grant WHO ROLE|revoke WHO]',
  summary: 'who is a recruiter or an admin; give and take roles',
  examples: ['admin list', 'admin grant ana@example.org recruiter', 'admin grant slack:U0ANA admin', 'admin revoke p4f7k2m9q'],
  role: 'admin',
  parse([word, who, role, ...more]) {
    const verb = word?.toLowerCase() ?? 'list';
    if (verb === 'list') return who === undefined ? { kind: 'list' } : undefined;
    if (who === undefined || more.length > 0) return undefined;
    if (verb === 'revoke') return role === undefined ? { kind: 'revoke', who } : undefined;
    const granted =
      verb === 'grant' && role !== undefined && Object.hasOwn(ROLES, role.toLowerCase()) ? ROLES[role.toLowerCase()] : undefined;
    return granted && { kind: 'grant', who, role: granted };
  },
  async run(context, args) {
    adminsOnly(context);
    if (args.kind === 'list') return list(context);
    return args.kind === 'grant' ? grant(context, args.who, args.role) : revoke(context, args.who);
  },
});
