/** Text variants: what people paste into a form or a mail. */
import type { Job, Study } from './person.ts';
import { allSkills, degree, spokenInBrackets } from './template.ts';
import type { View } from './view.ts';

export interface TextLayout {
  name: string;
  held: boolean;
  write(view: View): string;
}

const head = (v: View): string[] => [
  v.person.name,
  v.person.label,
  v.fullAddress,
  `${v.label('phone')}: ${v.person.phone}`,
  `${v.label('email')}: ${v.person.email}`,
  '',
];
const dates = (v: View, of: Job | Study): string => v.range(of.startDate, of.endDate);

export const TEXTS: readonly TextLayout[] = [
  {
    name: 'text-caps',
    held: false,
    write: (v) =>
      [
        ...head(v),
        v.label('summary').toUpperCase(),
        v.person.summary,
        '',
        v.label('work').toUpperCase(),
        ...v.person.work.flatMap((job) => [
          `${job.position}, ${job.name}, ${job.location}`,
          dates(v, job),
          ...job.highlights.map((h) => `- ${h}`),
          '',
        ]),
        v.label('education').toUpperCase(),
        ...v.person.education.flatMap((s) => [degree(s), `${s.institution}, ${s.location}`, dates(v, s), '']),
        v.label('skills').toUpperCase(),
        allSkills(v).join(', '),
        '',
        v.label('languages').toUpperCase(),
        ...spokenInBrackets(v),
        '',
        v.label('certificates').toUpperCase(),
        ...v.person.certificates.map((c) => `${c.name}, ${c.issuer}, ${v.date(c.date)}`),
      ].join('\n'),
  },
  {
    name: 'text-underlined',
    held: true,
    write: (v) => {
      const title = (text: string): string[] => [text, '-'.repeat(text.length)];
      return [
        ...head(v),
        v.person.summary,
        '',
        ...title(v.label('work')),
        ...v.person.work.flatMap((job) => [
          `${dates(v, job)}: ${job.position}`,
          `    ${job.name}, ${job.location}`,
          ...job.highlights.map((h) => `    * ${h}`),
          '',
        ]),
        ...title(v.label('education')),
        ...v.person.education.flatMap((s) => [`${dates(v, s)}: ${degree(s)}`, `    ${s.institution}`, '']),
        ...title(v.label('languages')),
        spokenInBrackets(v).join(', '),
        '',
        ...title(v.label('certificates')),
        ...v.person.certificates.map((c) => `* ${c.name} (${c.issuer}, ${v.date(c.date)})`),
        '',
        ...title(v.label('skills')),
        ...v.person.skills.map((g) => `${g.name}: ${g.keywords.join(', ')}`),
      ].join('\n');
    },
  },
];
