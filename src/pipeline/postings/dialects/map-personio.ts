/** Personio: `<position>` with the description in named parts. Source: Personio's public XML feed. */
import type { RawPosting } from '../../../domain/posting.ts';
import { withoutUndefined } from '../../../domain/without-undefined.ts';
import { isRecord } from '../feed/find-postings.ts';
import type { FeedRecord } from '../feed/xml-to-record.ts';
import { mapRecord } from './map-record.ts';
import { RecordFields } from './record-fields.ts';

export function mapPersonio(record: FeedRecord): RawPosting {
  const fields = new RecordFields(record);
  const kind = fields.text('employmenttype');
  const schedule = fields.text('schedule');
  return {
    ...mapRecord(record),
    title: fields.text('name') ?? '',
    description: descriptionOf(fields),
    ...withoutUndefined({
      // `permanent` is the contract, the hours stand in `schedule`; interns and trainees are only in the former.
      employmentType: kind !== undefined && !/permanent/i.test(kind) ? kind : (schedule ?? kind),
    }),
    // Nearly every advertisement of this vendor is "experienced": it tells nothing.
    seniorityText: /^experienced$/i.test(fields.text('seniority') ?? '') ? undefined : fields.text('seniority'),
  };
}

function descriptionOf(fields: RecordFields): string {
  const inner = fields.record('jobdescriptions')?.value('jobdescription');
  const parts = Array.isArray(inner) ? inner : inner === undefined ? [] : [inner];
  return parts
    .filter(isRecord)
    .map((part) => new RecordFields(part))
    .map((part) => `<h3>${part.text('name') ?? ''}</h3>${part.text('value') ?? ''}`)
    .join('\n');
}
