/** People and their addresses, and how far each source was read. Times are milliseconds in every table. */
import { count, flag, index, instant, primaryKey, table, text, uniqueIndex } from '#dialect';
import type { Preferences } from '../../domain/match.ts';
import type { DigestState, Role, Weekday } from '../../domain/people.ts';
import type { SourceSchedule } from '../../domain/source.ts';
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
    /** Where the digest goes; null: where they last wrote. */
    digestChannel: text('digest_channel'),
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
    /** Their direct conversation with us on that channel, once there was one. */
    directConversation: personal<string>('direct_conversation'),
    /** Nothing is sent there before (rule D5). */
    unreachableUntil: instant('unreachable_until'),
    /** They look at their home there. */
    homeOpenedAt: instant('home_opened_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('identities_address').on(t.workspace, t.channel, t.addressLookup),
    index('identities_person').on(t.personId),
  ],
);

/** One-time codes that join what a person is on several channels (F8.2). Only the hash of a code is kept. */
export const linkCodes = table(
  'link_codes',
  {
    id: text('id').primaryKey(),
    workspace: workspace(),
    personId: text('person_id').notNull(),
    identityId: text('identity_id').notNull(),
    codeLookup: lookup('code_lookup').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** Null while it waits. */
    usedAt: instant('used_at'),
  },
  (t) => [uniqueIndex('link_codes_code').on(t.workspace, t.codeLookup), index('link_codes_person').on(t.workspace, t.personId)],
);

/** Places that are watched for resumes (F1.7). `personId` is who asked for it and who sees what comes. */
export const sources = table(
  'sources',
  {
    id: text('id').primaryKey(),
    workspace: workspace(),
    name: text('name').notNull(),
    personId: text('person_id').notNull(),
    /** `slack`, `discord` or `folder`. */
    channel: text('channel').notNull(),
    /** A channel's id in the platform's terms, or a folder's path. */
    place: text('place').notNull(),
    schedule: text('schedule').$type<SourceSchedule>().notNull(),
    paused: flag('paused').notNull().default(false),
    position: text('position'),
    lastRunAt: instant('last_run_at'),
    lastStatus: text('last_status'),
    lastFound: count('last_found'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('sources_name').on(t.workspace, t.name), uniqueIndex('sources_place').on(t.workspace, t.channel, t.place)],
);

export const cursors = table(
  'cursors',
  { workspace: workspace(), source: text('source').notNull(), value: text('value').notNull() },
  (t) => [primaryKey({ columns: [t.workspace, t.source] })],
);
