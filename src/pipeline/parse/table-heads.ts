/** The row above a table of studies or jobs that says what its columns hold: `Degree | Institute | Board | Year of Passing | CGPA`. */
import { rememberAnswers } from '../../domain/remember-answers.ts';
import { type EntryRole, type LabelledKind, roleOfLabel } from './entry-labels.ts';
import type { Segment } from './line.ts';
import { squeezeText } from './text-keys.ts';

/** `board` is whoever examines: the school where no other column names one. `from` and `to` are halves of the dates. */
export type ColumnRole = EntryRole | 'board' | 'from' | 'to';

const words = (text: string): ReadonlySet<string> => new Set(text.split(';').map(squeezeText));

/** Heads that stand over columns and seldom before single values. */
const COLUMNS: readonly (readonly [role: ColumnRole, words: ReadonlySet<string>, kind?: LabelledKind])[] = [
  [
    'dates',
    words(
      `year;years;year of;year of passing;passing year;year passed;year of completion;completion year;year of graduation;graduation year;passing out year;
      session;academic year;month & year;jahr;jahre;année;années;año;años;ano;anni;jaar;rok;lata;年份;年度;year of study;tenure;employment period;yil;yıl;재학기간;재학 기간;근무기간;근무 기간;졸업년도;졸업연도;入学卒業年月;年月;学年;在学期間`,
    ),
  ],
  ['from', words('from;start;start date;from date;joined;von;beginn;de;du;desde;inicio;dal;da;van;od;date of joining')],
  ['to', words('to;till;until;end;end date;to date;upto;left;bis;ende;au;à;a;hasta;fin;al;fino a;tot;do;date of leaving')],
  [
    'degree',
    words(
      'course;courses;degree;exam;examination;examination passed;exam passed;class;standard;program;programme;qualification;academic qualification;level;diploma;formation;cursada;bölüm;학위;구분;학위구분;학력;학력구분;學位;学歴',
    ),
    'education',
  ],
  [
    'school',
    words(
      'college;institute name;name of institution;name of institute;school college;hochschule schule;lycée;okul;학교명;학교;출신학교;學校名稱;学校名称;学校名',
    ),
    'education',
  ],
  [
    'board',
    words('board;university board;board university;awarding body;examining body;board of examination;affiliation'),
    'education',
  ],
  [
    'grade',
    words(
      'percentage;marks;% of marks;aggregate;aggregate %;cgpa;sgpa;percentage cgpa;cgpa percentage;% cgpa;cgpa %;gpa cgpa;division;percentage of marks;score;result;class division;obtained marks;%;noten;points;notu;학점;평점;성적;졸업학점;绩点;成績',
    ),
    'education',
  ],
  [
    'title',
    words('designation;position;role;job role;job profile;görev;직위;직급;직책;담당업무;직급 직책;职务;职位;職稱;職務名稱'),
    'work',
  ],
  [
    'employer',
    words(
      'organization;organisation;company;company name;name of organization;name of the organization;name of company;firm;şirket;회사명;근무처;직장명;업체명;单位名称;公司名称;公司名稱;勤務先',
    ),
    'work',
  ],
  [
    'aside',
    words(
      's no;sr no;sl no;s n;no;nr;lfd nr;#;serial no;remarks;country;land;pays;país;department;type;비고;졸업여부;졸업구분;소재지;근무부서;부서;퇴사사유;退職理由;备注;備註;備考',
    ),
  ],
];

const keyOf = rememberAnswers((text: string): string => (text.trim() === '%' ? '%' : squeezeText(text)));

function roleOfWords(text: string, kind: LabelledKind): ColumnRole | undefined {
  const key = keyOf(text);
  const own = COLUMNS.find(([, known, only]) => (only ?? kind) === kind && known.has(key))?.[0];
  return own ?? roleOfLabel(text, kind);
}

const MAX_HEAD = 40;

/** The whole head, else the first of `Degree / Course` that says something. */
function roleOfHead(text: string, kind: LabelledKind): ColumnRole | undefined {
  if (text.length > MAX_HEAD) return undefined;
  const parts = text.split(/\s*[/|&]\s*|\s+(?:or|and)\s+|[()]/u).filter(Boolean);
  return [text, ...parts].map((part) => roleOfWords(part, kind)).find((role) => role !== undefined);
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
  const roles = segments.map((segment) => roleOfHead(segment.text, kind));
  const known = roles.filter((role) => role !== undefined);
  const told = MAIN[kind].filter((role) => roles.includes(role)).length + (DATED.some((role) => roles.includes(role)) ? 1 : 0);
  return told >= 2 && known.length >= 0.6 * segments.length && MAIN[kind].some((role) => roles.includes(role))
    ? roles
    : undefined;
}

export const isTableHead = (segments: readonly Segment[]): boolean =>
  (columnRoles(segments, 'education') ?? columnRoles(segments, 'work')) !== undefined;
