/** Finds the person behind a sender, or makes the changes that record one. */
import type { Change } from '../domain/changes.ts';
import type { Clock } from '../domain/clock.ts';
import { newCode, newId } from '../domain/ids.ts';
import { higherRole, type Identity, type Person } from '../domain/people.ts';
import { findByAddress } from '../store/people.ts';
import type { Store } from '../store/store.ts';
import { type RoleSettings, roleBySettings } from './roles.ts';

export interface PeopleDefaults extends RoleSettings {
  digestTime: string;
  timeZone: string;
}

export interface Met {
  person: Person;
  identity: Identity;
  changes: Change[];
}

export interface Sender {
  channel: string;
  address: string;
  name?: string;
  verified: boolean;
}

/**
 * A role from the settings is given only to a verified sender, and is the least they have: another address of theirs, or an admin, may
 * have given them more (F8.1). Losing it in the settings does not revoke it.
 */
export async function meetSender(store: Store, workspace: string, sender: Sender, defaults: PeopleDefaults): Promise<Met> {
  const known = await findByAddress(store, workspace, sender.channel, sender.address);
  const named = sender.verified ? roleBySettings(defaults, sender.channel, sender.address) : undefined;
  if (!known) return newcomer(store.clock, workspace, sender, named ?? 'candidate', defaults);
  const role = named && higherRole(named, known.person.role);
  const changes: Change[] = [];
  if (sender.verified && !known.identity.verified)
    changes.push({ kind: 'identityVerified', workspace, identityId: known.identity.id });
  if (role && role !== known.person.role)
    changes.push({ kind: 'personSettingsChanged', workspace, personId: known.person.id, role });
  return {
    person: { ...known.person, role: role ?? known.person.role },
    identity: { ...known.identity, verified: known.identity.verified || sender.verified },
    changes,
  };
}

function newcomer(clock: Clock, workspace: string, sender: Sender, role: Person['role'], defaults: PeopleDefaults): Met {
  const createdAt = clock.now().getTime();
  const person: Person = {
    id: newId(clock),
    workspace,
    code: newCode('p'),
    role,
    name: sender.name,
    timeZone: defaults.timeZone,
    digest: 'unset',
    digestTime: defaults.digestTime,
  };
  const identity: Identity = {
    id: newId(clock),
    workspace,
    personId: person.id,
    channel: sender.channel,
    address: sender.address,
    verified: sender.verified,
  };
  const { code, name, timeZone, digestTime } = person;
  return {
    person,
    identity,
    changes: [
      { kind: 'personMet', person: { id: person.id, workspace, code, role, name, timeZone, digestTime, createdAt } },
      { kind: 'identityMet', identity: { ...identity, createdAt } },
    ],
  };
}
