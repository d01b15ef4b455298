/** Fields and values of a resume as an answer names them. */
import type { ResumeCorrection } from '../../domain/correction.ts';
import type { ResumeEducation, ResumeLanguage, ResumeLocation, ResumeWork } from '../../domain/resume.ts';
import { period } from '../../messages/phrases.ts';
import { BASIC_FIELDS, EDUCATION_FIELDS, JOB_FIELDS } from './correction-fields.ts';

/** `basics.phone` → `Phone`, `work.1.endDate` → `Job 2, end`, `education.0.studyType` → `Education 1, degree`. */
export function fieldLabel(path: string): string {
  const [root = '', second, key] = path.split('.');
  if (second === undefined) return root === 'work' ? 'Job' : `${root.charAt(0).toUpperCase()}${root.slice(1)}`;
  if (root === 'basics') return BASIC_FIELDS.find((one) => one.key === second)?.label ?? second;
  const rules = root === 'education' ? EDUCATION_FIELDS : JOB_FIELDS;
  const entry = `${root === 'education' ? 'Education' : 'Job'} ${Number(second) + 1}`;
  return key === undefined ? entry : `${entry}, ${rules.find((one) => one.key === key)?.label ?? key}`;
}

export const shownPlace = (place: ResumeLocation | undefined): string =>
  [place?.city, place?.region, place?.countryCode].filter(Boolean).join(', ');

const shownWork = (job: ResumeWork): string =>
  [job.position, job.name, period(job.startDate, job.endDate, 'now')].filter(Boolean).join(', ');

/** What an entry is called. */
export const shownEntry = (entry: ResumeWork | ResumeEducation): string =>
  'institution' in entry || 'studyType' in entry || 'area' in entry
    ? [entry.studyType, entry.area, entry.institution].filter(Boolean).join(', ')
    : shownWork(entry);

export const shownLanguage = ({ language, fluency }: ResumeLanguage): string => (fluency ? `${language} (${fluency})` : language);

/** What a correction says, in words. */
export function shownValue({ path, op, value }: ResumeCorrection): string {
  if (value === '') return '';
  if (path === 'basics.location') return shownPlace(JSON.parse(value));
  if (path === 'languages') return shownLanguage(JSON.parse(value));
  return op === 'add' && (path === 'work' || path === 'education') ? shownEntry(JSON.parse(value)) : value;
}
