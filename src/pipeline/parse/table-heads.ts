/** The row above a table of studies or jobs that says what its columns hold: `Degree | Institute | Board | Year of Passing | CGPA`. */
import { rememberAnswers } from '../../domain/remember-answers.ts';
import { type LabelledKind, roleOfLabel } from './entry-labels.ts';
import { COLUMN_HEADS, type ColumnRole, POST_OR_DUTIES } from './label-words.ts';
import type { Segment } from './line.ts';
import { squeezeText } from './text-keys.ts';

const COLUMNS = COLUMN_HEADS.map(([role, words, kind]) => ({ role, words: new Set(words.split(';').map(squeezeText)), kind }));

const keyOf = rememberAnswers((text: string): string => (text.trim() === '%' ? '%' : squeezeText(text)));

function roleOfWords(text: string, kind: LabelledKind): ColumnRole | undefined {
  const key = keyOf(text);
  const own = COLUMNS.find((one) => (one.kind ?? kind) === kind && one.words.has(key))?.role;
  return own ?? roleOfLabel(text, kind);
}

const MAX_HEAD = 40;

const PARTS = /\s*[/|&、・与與及和]\s*|\s+(?:or|and|und|et|y|e|en|i|및|와|과)\s+|[()]/u;

/** The whole head, else the first of `Degree / Course` that says something; of `Major and degree` the degree, which a field stands beside. */
function roleOfHead(text: string, kind: LabelledKind): ColumnRole | undefined {
  if (text.length > MAX_HEAD) return undefined;
  const whole = roleOfWords(text, kind);
  if (whole !== undefined) return whole;
  const parts = text.split(PARTS).filter(Boolean);
  const roles = parts.map((part) => roleOfWords(part, kind)).filter((role) => role !== undefined);
  return roles.includes('field') && roles.includes('degree') ? 'degree' : roles[0];
}

const DUTIES: ReadonlySet<string> = new Set(POST_OR_DUTIES.split(';').map(squeezeText));

function withDuties(roles: (ColumnRole | undefined)[], segments: readonly Segment[]): (ColumnRole | undefined)[] {
  const isDuty = (i: number): boolean => DUTIES.has(keyOf(segments[i]?.text ?? ''));
  if (!roles.some((role, i) => role === 'title' && !isDuty(i))) return roles;
  return roles.map((role, i) => (role === 'title' && isDuty(i) ? 'text' : role));
}

const LEAST_COLUMNS = 3;
const MAIN: Record<LabelledKind, readonly ColumnRole[]> = {
  work: ['employer', 'title'],
  education: ['degree', 'school', 'board', 'field'],
};
const DATED: readonly ColumnRole[] = ['dates', 'from', 'to', 'grade'];

/** What the columns below hold; undefined where the segments are no heads of such a table. */
export function columnRoles(segments: readonly Segment[], kind: LabelledKind): (ColumnRole | undefined)[] | undefined {
  if (segments.length < LEAST_COLUMNS || segments.some((segment) => segment.bullet || segment.text.length > MAX_HEAD))
    return undefined;
  const roles = withDuties(
    segments.map((segment) => roleOfHead(segment.text, kind)),
    segments,
  );
  const known = roles.filter((role) => role !== undefined);
  const told = MAIN[kind].filter((role) => roles.includes(role)).length + (DATED.some((role) => roles.includes(role)) ? 1 : 0);
  return told >= 2 && known.length >= 0.6 * segments.length && MAIN[kind].some((role) => roles.includes(role))
    ? roles
    : undefined;
}

export const isTableHead = (segments: readonly Segment[]): boolean =>
  (columnRoles(segments, 'education') ?? columnRoles(segments, 'work')) !== undefined;
