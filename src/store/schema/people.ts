/** People and their addresses, and how far each source was read. Times are milliseconds in every table. */
import { flag, index, instant, primaryKey, table, text, uniqueIndex } from '#dialect';
import type { Preferences } from '../../domain/match.ts';
import type { DigestState, Role, Weekday } from '../../domain/people.ts';
import { lookup, personal } from '../personal-columns.ts';
import { workspace } from './workspace-column.ts';

export const persons = table(
  'persons',
  {
    id: text('id').primaryKey(),
    workspace: workspace(),
    code: text('code').notNull(),
    role: text('role').$type<Role>().notNull(),
    personId: text('person_id').notNull(),
    name: personal<string>('name'),
    timeZone: text('time_zone').notNull(),
    digest: text('digest').$type<DigestState>().notNull(),
    digestTime: text('digest_time').notNull(),
    digestWeekday: text('digest_weekday').$type<Weekday>(),
    digestPausedUntil: instant('digest_paused_until'),
    ownCandidateId: text('own_candidate_id'),
    preferences: personal<Preferences>('preferences'),
    noticedAt: instant('noticed_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('persons_code').on(t.workspace, t.code),
    index('persons_digest').on(t.workspace, t.digest, t.id),
    index('persons_own').on(t.workspace, t.ownCandidateId),
  ],
);

export const identities = table(
  'identities',
  {
    id: text('id').primaryKey(),
    workspace: workspace(),
    personId: text('person_id').notNull(),
    channel: text('channel').notNull(),
    address: personal<string>('address').notNull(),
    addressLookup: lookup('address_lookup').notNull(),
    verified: flag('verified').notNull(),
    /** The mail address that the platform vouches for as theirs. */
    profileAddress: personal<string>('profile_address'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('identities_address').on(t.workspace, t.channel, t.addressLookup),
    index('identities_person').on(t.personId),
  ],
);

export const cursors = table(
  'cursors',
  { workspace: workspace(), source: text('source').notNull(), value: text('value').notNull() },
  (t) => [primaryKey({ columns: [t.workspace, t.source] })],
);
