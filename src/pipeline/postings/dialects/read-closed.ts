/** Whether a feed itself says that an opening is closed, filled or not published. */
import type { RecordFields } from './record-fields.ts';

const CLOSED =
  /^(closed|filled|expired|unpublished|draft|archived|inactive|cancell?ed|deleted|removed|withdrawn|paused|on[ _-]?hold|hidden|geschlossen|besetzt|cerrad[oa]|ferm[eé]e?|pourvue?)$/i;
const STATUS_FIELDS = ['status', 'jobstatus', 'publicationstatus', 'postingstatus', 'state', 'jobstate', 'positionstatus'];
const YES_MEANS_CLOSED = [
  'closed',
  'isclosed',
  'filled',
  'isfilled',
  'expired',
  'isexpired',
  'archived',
  'isarchived',
  'deleted',
];
const NO_MEANS_CLOSED = [
  'active',
  'isactive',
  'published',
  'ispublished',
  'islisted',
  'listed',
  'isopen',
  'open',
  'live',
  'islive',
  'isvisible',
];

export function isClosed(fields: RecordFields): boolean {
  const status = STATUS_FIELDS.some((name) => CLOSED.test(fields.text(name) ?? ''));
  return (
    status ||
    YES_MEANS_CLOSED.some((name) => says(fields, name) === true) ||
    NO_MEANS_CLOSED.some((name) => says(fields, name) === false)
  );
}

function says(fields: RecordFields, name: string): boolean | undefined {
  const value = fields.value(name);
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' || typeof value === 'number' ? String(value).trim().toLowerCase() : '';
  if (/^(true|yes|1|y)$/.test(word)) return true;
  return /^(false|no|0|n)$/.test(word) ? false : undefined;
}
