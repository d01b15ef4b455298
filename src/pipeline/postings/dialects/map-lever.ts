/** Lever: `text` is the title, lists stand apart from the description. Source: Lever's public postings API. */
import type { RawPosting } from '../../../domain/posting.ts';
import { withoutUndefined } from '../../../domain/without-undefined.ts';
import { isRecord } from '../feed/find-postings.ts';
import type { FeedRecord } from '../feed/xml-to-record.ts';
import { mapRecord } from './map-record.ts';
import { RecordFields } from './record-fields.ts';

export function mapLever(record: FeedRecord): RawPosting {
  const fields = new RecordFields(record);
  const categories = fields.record('categories');
  const country = fields.text('country');
  const all = categories?.list('alllocations') ?? [];
  const texts = all.length > 0 ? placesOf(categories) : [categories?.text('location')].filter((text) => text !== undefined);
  return {
    ...mapRecord(record),
    title: fields.text('text') ?? '',
    description: descriptionOf(fields),
    locations: texts.map((text) => ({ text, ...(country === undefined ? {} : { country }) })),
    tags: [categories?.text('department'), categories?.text('team'), ...fields.list('tags')].filter((tag) => tag !== undefined),
    ...withoutUndefined({
      externalId: fields.text('id'),
      requisitionId: fields.text('requisitioncode', 'reqcode'),
      employmentType: categories?.text('commitment'),
      url: fields.text('hostedurl'),
      seniorityText: categories?.text('level'),
    }),
  };
}

function placesOf(categories: RecordFields | undefined): string[] {
  const value = categories?.value('alllocations');
  return Array.isArray(value) ? value.filter((v) => typeof v === 'string') : [];
}

function descriptionOf(fields: RecordFields): string {
  const lists = fields.value('lists');
  const sections = (Array.isArray(lists) ? lists : [])
    .filter(isRecord)
    .map((list) => new RecordFields(list))
    .map((list) => `<h3>${list.text('text') ?? ''}</h3><ul>${list.text('content') ?? ''}</ul>`);
  const salary = fields.text('salarydescription');
  return [
    fields.text('description', 'descriptionplain') ?? '',
    ...sections,
    fields.text('additional', 'additionalplain') ?? '',
    salary ?? '',
  ]
    .filter((part) => part !== '')
    .join('\n');
}
