/** RSS 2.0 and Atom items. Job boards put the company into the title when they have no element for it. */
import type { RawPosting } from '../../../domain/posting.ts';
import { withoutUndefined } from '../../../domain/without-undefined.ts';
import type { FeedRecord } from '../feed/xml-to-record.ts';
import { mapRecord } from './map-record.ts';
import { RecordFields, textOf } from './record-fields.ts';

/** A left side with one of these is the job, not the company (`Nurse: night shift`). */
const JOB_WORD =
  /\b(engineer|developer|manager|nurse|designer|analyst|assistant|driver|teacher|chef|cook|consultant|officer|specialist|technician|director|lead|intern|accountant|electrician|scientist|administrator|coordinator|representative)\b/i;

export function mapSyndication(record: FeedRecord): RawPosting {
  const fields = new RecordFields(record);
  const base = mapRecord(record);
  const company = base.company ?? textOf(fields.record('author')?.value('name'));
  const split = company === undefined ? splitTitle(base.title) : { title: base.title, company };
  const region = fields.text('region');
  return {
    ...base,
    ...withoutUndefined({
      company: split.company,
      externalId: fields.text('guid', 'id') ?? base.externalId,
      url: base.url ?? textOf(fields.value('link')),
    }),
    title: split.title,
    description: fullest(fields, base.description),
    // `region` is where one may live ("Anywhere in the World"), not a province, unless a city stands beside it.
    locations:
      region !== undefined && base.locations.every((l) => l.city === undefined && l.text === undefined)
        ? [{ text: region, ...countryOf(fields) }]
        : base.locations,
  };
}

function countryOf(fields: RecordFields): { country?: string } {
  const country = fields.text('country');
  return country === undefined ? {} : { country };
}

/** `content:encoded` holds the whole text where `description` is only its beginning. */
function fullest(fields: RecordFields, fallback: string): string {
  const texts = ['encoded', 'content', 'description', 'summary'].map((name) => fields.text(name) ?? '');
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), fallback);
}

function splitTitle(title: string): { title: string; company?: string } {
  const colon = title.indexOf(': ');
  const left = title.slice(0, Math.max(colon, 0)).trim();
  if (colon > 1 && left.length <= 60 && !JOB_WORD.test(left)) return { company: left, title: title.slice(colon + 2).trim() };
  const at = title.lastIndexOf(' at ');
  const right = title.slice(at + 4).trim();
  if (at > 2 && /^[\p{Lu}\d]/u.test(right) && right.length <= 60) {
    // `Engineer at Firm (Leeds, UK)`: the place stays with the title for the title reader to find.
    const place = /\s\([^()]{1,60}\)$/.exec(right)?.[0] ?? '';
    return { company: right.slice(0, right.length - place.length), title: title.slice(0, at).trim() + place };
  }
  return { title };
}
