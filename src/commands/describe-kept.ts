/** What is kept about a person, in dates: for `privacy` and the first step of `erase`. */

import type { Person } from '../domain/people.ts';
import type { KeptKind, PrivacyInput } from '../messages/privacy-cards.ts';
import { keptAbout } from '../store/kept-counts.ts';
import { identitiesOf } from '../store/people.ts';
import type { CommandContext } from './registry.ts';

const DAY_MS = 86_400_000;
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

export async function describeKept(context: CommandContext, person: Person): Promise<PrivacyInput> {
  const { store, viewer, settings } = context;
  const { retentionDays, keepOriginals } = settings;
  const kept: KeptKind[] = (await keptAbout(store, viewer, person.id)).map(({ what, count, oldest }) => ({
    what,
    count,
    oldest: oldest === undefined ? undefined : day(oldest),
    goes: oldest === undefined ? undefined : day(oldest + retentionDays * DAY_MS),
  }));
  const identities = await identitiesOf(store, viewer.workspace, person.id);
  return {
    personId: person.id,
    addresses: identities.map((identity) => identity.address),
    kept,
    retentionDays,
    keepsOriginals: keepOriginals,
  };
}

/** As `--json` prints it. */
export const keptJson = ({ kept, retentionDays, keepsOriginals }: PrivacyInput, person: Person) => ({
  person: person.code,
  kept: Object.fromEntries(
    kept.map(({ what, count, oldest, goes }) => [what, { count, oldest: oldest ?? null, goes: goes ?? null }]),
  ),
  retentionDays,
  keepsOriginals,
});
