/** Chooses the map for a record by its shape: vendors are told by fields that only they have. */
import type { RawPosting } from '../../../domain/posting.ts';
import type { FeedRecord } from '../feed/xml-to-record.ts';
import { mapGreenhouse } from './map-greenhouse.ts';
import { mapJsonLd } from './map-json-ld.ts';
import { mapLever } from './map-lever.ts';
import { mapPersonio } from './map-personio.ts';
import { mapRecord } from './map-record.ts';
import { mapSyndication } from './map-syndication.ts';

/** @param itemName local name of the XML element; undefined for JSON */
export function mapPosting(record: FeedRecord, itemName: string | undefined): RawPosting {
  if (itemName === 'position' && 'jobdescriptions' in record) return mapPersonio(record);
  if (itemName === 'item' || itemName === 'entry') return mapSyndication(record);
  if (itemName !== undefined) return mapRecord(record);
  if (record['@type'] === 'JobPosting' || 'hiringOrganization' in record) return mapJsonLd(record);
  if ('categories' in record && ('hostedUrl' in record || 'applyUrl' in record)) return mapLever(record);
  if ('absolute_url' in record && 'title' in record) return mapGreenhouse(record);
  // RemoteOK lists remote work only; its `location` is where the company is or where one may live.
  if ('position' in record && 'epoch' in record && 'slug' in record) return { ...mapRecord(record), workplace: 'remote' };
  return mapRecord(record);
}
