/** Greenhouse: details in `metadata`, offices beside the location. Source: Greenhouse's public board API. */
import type { RawPosting } from '../../../domain/posting.ts';
import { withoutUndefined } from '../../../domain/without-undefined.ts';
import { isRecord } from '../feed/find-postings.ts';
import type { FeedRecord, FieldValue } from '../feed/xml-to-record.ts';
import { mapRecord } from './map-record.ts';
import { readFeedDate } from './read-feed-date.ts';
import { readRemoteField } from './read-remote-field.ts';
import { RecordFields, textOf } from './record-fields.ts';

export function mapGreenhouse(record: FeedRecord): RawPosting {
  const fields = new RecordFields(record);
  const metadata = metadataOf(fields);
  const base = mapRecord(record);
  return {
    ...base,
    locations: locationsOf(fields),
    tags: fields.list('departments'),
    ...withoutUndefined({
      externalId: fields.text('id'),
      employmentType:
        metadata.text('employmenttype', 'jobtype', 'timetype', 'contracttype', 'employment', 'commitment') ?? base.employmentType,
      workplace: base.workplace ?? readRemoteField(metadata),
      salaryText: base.salaryText ?? metadata.text('salary', 'salaryrange', 'compensation', 'payrange'),
      seniorityText: metadata.text('seniority', 'joblevel', 'level', 'experiencelevel', 'careerlevel'),
      postedAt: readFeedDate(fields.text('firstpublished', 'updatedat')),
    }),
  };
}

/** `[{ name, value }]` as fields of their own. */
function metadataOf(fields: RecordFields): RecordFields {
  const list = fields.value('metadata');
  const pairs = (Array.isArray(list) ? list : []).filter(isRecord).flatMap((entry): [string, FieldValue][] => {
    const name = textOf(entry.name);
    const value = entry.value;
    return name !== undefined && value !== undefined ? [[name, value]] : [];
  });
  return new RecordFields(Object.fromEntries(pairs));
}

/** The location's own text; the office of that name, or the only office, adds what the text leaves out. */
function locationsOf(fields: RecordFields): RawPosting['locations'] {
  const text = fields.text('location');
  const value = fields.value('offices');
  const offices = (Array.isArray(value) ? value : []).filter(isRecord).map((office) => new RecordFields(office));
  if (text === undefined) return offices.flatMap((office) => officeText(office) ?? []).map((t) => ({ text: t }));
  return text.split(/[;|]/).map((part) => {
    const place = part.trim();
    const office =
      offices.find((o) => o.text('name')?.toLowerCase() === place.toLowerCase()) ??
      (offices.length === 1 ? offices[0] : undefined);
    const where = office?.text('location');
    if (where === undefined || place.includes(',')) return { text: place };
    return where.includes(',') && where.toLowerCase().startsWith(place.toLowerCase().slice(0, 4))
      ? { text: where }
      : { text: place, country: lastPart(where) };
  });
}

const officeText = (office: RecordFields): string | undefined => office.text('location') ?? office.text('name');
const lastPart = (where: string): string => where.split(',').at(-1)?.trim() ?? where;
