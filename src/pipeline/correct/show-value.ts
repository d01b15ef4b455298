/** Fields and values of a resume as an answer names them. */
import type { ResumeCorrection } from '../../domain/correction.ts';
import { correctionValue } from '../../domain/correction-value.ts';
import type { ResumeLanguage, ResumeLocation } from '../../domain/resume.ts';
import { period } from '../../messages/phrases.ts';
import { BASIC_FIELDS, ENTRIES } from './correction-fields.ts';
import type { Entry } from './entry-anchor.ts';

/** `basics.phone` → `Phone`, `work.1.endDate` → `Job 2, end`, `education.0.studyType` → `Education 1, degree`. */
export function fieldLabel(path: string): string {
  const [root = '', second, key] = path.split('.');
  const rule = Object.values(ENTRIES).find(({ list }) => list === root);
  const named = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  if (second === undefined) return rule && root !== 'certificates' ? named(rule.words[0] ?? root) : named(root);
  if (root === 'basics') return BASIC_FIELDS.find((one) => one.key === second)?.label ?? second;
  const entry = `${named(rule?.words[0] ?? root)} ${Number(second) + 1}`;
  return key === undefined ? entry : `${entry}, ${rule?.fields.find((one) => one.key === key)?.label ?? key}`;
}

export const shownPlace = (place: ResumeLocation | undefined): string =>
  [place?.city, place?.region, place?.countryCode].filter(Boolean).join(', ');

/** What an entry is called. */
export function shownEntry(entry: Entry): string {
  const { studyType, area, institution, position, name, organization, issuer, publisher, date } = entry;
  const when = period(entry.startDate, entry.endDate, 'now') ?? date;
  const parts =
    'institution' in entry || 'studyType' in entry || 'area' in entry
      ? [studyType, area, institution]
      : [position, name, organization, issuer, publisher, when];
  return parts.filter(Boolean).join(', ');
}

export const shownLanguage = ({ language, fluency }: ResumeLanguage): string => (fluency ? `${language} (${fluency})` : language);

/** What a correction says, in words. */
export function shownValue(correction: ResumeCorrection): string {
  const said = correctionValue(correction);
  if (said.kind === 'place') return shownPlace(said.place);
  if (said.kind === 'language') return shownLanguage(said.language);
  return said.kind === 'entry' ? shownEntry(said.entry) : said.text;
}
