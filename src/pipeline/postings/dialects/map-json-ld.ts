/** schema.org `JobPosting` as JSON-LD. */
import type { RawPosting } from '../../../domain/posting.ts';
import { withoutUndefined } from '../../../domain/without-undefined.ts';
import type { FeedRecord } from '../feed/xml-to-record.ts';
import { mapRecord } from './map-record.ts';
import { readFeedLocations } from './read-feed-locations.ts';
import { RecordFields } from './record-fields.ts';

export function mapJsonLd(record: FeedRecord): RawPosting {
  // `@type` would be taken for the type of employment.
  const own = Object.fromEntries(Object.entries(record).filter(([key]) => key !== '@type' && key !== '@context'));
  const fields = new RecordFields(own);
  const base = mapRecord(own);
  const places = fields.value('joblocation') === undefined ? fields.value('applicantlocationrequirements') : undefined;
  return {
    ...base,
    locations: places === undefined ? base.locations : readFeedLocations(new RecordFields({ location: places })),
    ...withoutUndefined({
      externalId: fields.record('identifier')?.text('value') ?? fields.text('identifier', '@id') ?? base.externalId,
      company: fields.record('hiringorganization')?.text('name', 'legalname') ?? fields.text('hiringorganization'),
    }),
    title: fields.text('title', 'name') ?? base.title,
  };
}
