/** Where the work is done, by a feed's own field: booleans, `TELECOMMUTE`, `Hybrid remote`, `on-site`, German, French and Spanish words. */
import type { Workplace } from '../../../domain/posting.ts';
import type { RecordFields } from './record-fields.ts';

const WORD_FIELDS = [
  ...[
    'remotetype',
    'workplacetype',
    'workplace',
    'workmode',
    'workarrangement',
    'joblocationtype',
    'remotestatus',
    'locationtype',
    'remote',
    'isremote',
  ],
  ...['telecommuting', 'teletravail', 'homeoffice', 'worktypes', 'remotework', 'onsiteremote', 'workingmodel'],
];

/** Only boards for remote work ask where one may live rather than where the work is. */
const LIVES_IN = ['candidaterequiredlocation', 'locationrestrictions', 'jobgeo', 'applicantlocationrequirements'];

export function readRemoteField(fields: RecordFields): Workplace | undefined {
  if (truth(fields.value('hybrid'))) return 'hybrid';
  for (const name of WORD_FIELDS) {
    const found = workplaceOf(fields.text(name), fields.value(name));
    if (found) return found;
  }
  if (truth(fields.value('onsite'))) return 'onsite';
  return LIVES_IN.some((name) => fields.has(name)) ? 'remote' : undefined;
}

const truth = (value: unknown): boolean => value === true || (typeof value === 'string' && /^(true|yes|1)$/i.test(value.trim()));

function workplaceOf(text: string | undefined, value: unknown): Workplace | undefined {
  if (value === true) return 'remote';
  // A plain "no" to remote says nothing of days at home.
  if (text === undefined) return undefined;
  if (/hybrid|híbrid|ibrid|partial|partiel|teilweise|temporar|flex/i.test(text)) return 'hybrid';
  if (/^(no|false|0|none|not)\b|no remote|not remote/i.test(text)) return undefined;
  if (
    /remote|telecommut|t[eé]l[eé]travail|homeoffice|home office|anywhere|fully|work from home|wfh|100|teletrabajo|^(yes|true|1)$/i.test(
      text,
    )
  )
    return 'remote';
  return /on-?_? ?site|office|vor ort|sur site|presencial|in person/i.test(text) ? 'onsite' : undefined;
}
