/** Which parts of a parsed JSON value are advertisements. */
import type { FeedRecord, FieldValue } from './xml-to-record.ts';

/** Keys of arrays whose objects are postings even when they say little more than a title. */
const LIST_KEYS = new Set(
  (
    'jobs results data items postings positions vacancies offers openings records rows hits entries graph itemlistelement jobpostings ' +
    'joblistings listings jobads searchresult searchresultitems stellenangebote content nodes edges vacatures ofertas offres'
  ).split(' '),
);
/** Keys under which a wrapper holds the posting itself. */
const WRAPPER_KEYS = [
  'item',
  'job',
  'posting',
  'position',
  'node',
  'attributes',
  '_source',
  'source',
  'fields',
  'matchedobjectdescriptor',
  'data',
];
const TITLE_KEYS = [
  'title',
  'jobtitle',
  'position',
  'positiontitle',
  'positionname',
  'jobname',
  'titel',
  'stellentitel',
  'intitule',
  'titulo',
  'titolo',
];
const JOB_KEYS = [
  ...'url link joburl absoluteurl hostedurl applyurl redirecturl applicationlink careersurl shortlink joblink detailurl href'.split(
    ' ',
  ),
  ...'description content descriptionhtml descriptionplain jobdescription contents body beschreibung details'.split(' '),
  ...'company companyname employer organization hiringorganization arbeitgeber location locations city joblocation'.split(' '),
];
/** A `name` alone may be an office, a department, a degree: it needs one of these to be the title of a job. */
const STRONG_JOB_KEYS = new Set(
  'joburl absoluteurl hostedurl applyurl url releaseddate publicationdate company refs employmenttype dateposted jobdescriptions'.split(
    ' ',
  ),
);

export const fieldKey = (key: string): string =>
  key
    .replace(/[^\p{L}\p{N}_]/gu, '')
    .replace(/(?!^)_/g, '')
    .toLowerCase();

export const isRecord = (value: unknown): value is FeedRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Records of the postings in `value`, outermost first, in order.
 * @param listKey key of the array that `value` was an element of, '' for an unnamed one, undefined when it stands by itself
 */
export function findPostings(value: unknown, listKey: string | undefined, depth = 0): FeedRecord[] {
  if (depth > 6) return [];
  if (Array.isArray(value)) return value.flatMap((element) => findPostings(element, listKey, depth + 1));
  if (!isRecord(value)) return [];
  if (isPosting(value, listKey)) return [value];
  return Object.entries(value).flatMap(([key, inner]) => {
    const name = fieldKey(key);
    if (WRAPPER_KEYS.includes(name) && isRecord(inner)) return findPostings(liftId(value, inner), listKey ?? '', depth + 1);
    if (Array.isArray(inner) || isRecord(inner)) return findPostings(inner, Array.isArray(inner) ? name : undefined, depth + 1);
    return [];
  });
}

/** JSON:API keeps the id beside the attributes. */
function liftId(outer: FeedRecord, inner: FeedRecord): FeedRecord {
  return outer.id !== undefined && inner.id === undefined ? { ...inner, id: outer.id } : inner;
}

function isPosting(record: FeedRecord, listKey: string | undefined): boolean {
  const type = record['@type'];
  if (type === 'JobPosting' || (Array.isArray(type) && type.includes('JobPosting'))) return true;
  if (
    typeof type === 'string' &&
    /^(Organization|Place|PostalAddress|WebSite|WebPage|Breadcrumb|ItemList|ListItem|Person)/.test(type)
  )
    return false;
  const keys = new Map(Object.entries(record).map(([key, value]) => [fieldKey(key), value]));
  const says = (key: string): boolean => isText(keys.get(key));
  const holds = JOB_KEYS.some((key) => keys.has(key) && keys.get(key) !== null);
  // An element of a known list that lost its title still is a posting, to be reported as such.
  if (TITLE_KEYS.some(says)) return holds || (listKey !== undefined && (listKey === '' || LIST_KEYS.has(listKey)));
  if (says('text')) return keys.has('hostedurl') || keys.has('applyurl');
  if (says('name')) return !Array.isArray(keys.get('jobs')) && [...STRONG_JOB_KEYS].some((key) => keys.has(key));
  return listKey !== undefined && (listKey === '' || LIST_KEYS.has(listKey)) && holds && hasAdText(keys);
}

const hasAdText = (keys: Map<string, FieldValue>): boolean =>
  ['description', 'content', 'descriptionhtml', 'jobdescription'].some((key) => isText(keys.get(key))) &&
  ['url', 'absoluteurl', 'hostedurl', 'id', 'company', 'companyname'].some((key) => keys.has(key));

const isText = (value: FieldValue | undefined): boolean => typeof value === 'string' && value.trim() !== '';
