import { describe, expect, it } from 'vitest';
import type { Resume } from '../../../src/domain/resume.ts';
import { applyCorrections } from '../../../src/pipeline/correct/apply-corrections.ts';
import { parseCorrections } from '../../../src/pipeline/correct/parse-corrections.ts';
import { createTaxonomy } from '../../../src/pipeline/enrich/create-taxonomy.ts';
import { blankResume } from '../../blank-resume.ts';

const taxonomy = createTaxonomy();
const made = (): Resume =>
  blankResume(
    {
      basics: { name: 'Nora Berk', summary: 'Welds.', location: { city: 'Leeds', countryCode: 'GB' } },
      projects: [{ name: 'Footbridge', startDate: '2019' }, { name: 'Gasholder' }],
      volunteer: [{ position: 'Trainer', organization: 'Vale Rowing Club', startDate: '2018' }],
      awards: [{ name: 'Welder of the Year', publisher: 'Vale Guild', date: '2020' }],
      publications: [{ name: 'Seams', publisher: 'Vale Journal', date: '2019' }],
      certificates: [{ name: 'CWI', issuer: 'AWS', date: '2017' }],
      skills: [{ keywords: ['AutoCAD', 'Excel'], levels: [{ keyword: 'AutoCAD', level: 'expert' }] }],
      interests: ['Chess', 'Sailing'],
    },
    {
      confidence: { 'projects.0.name': 0.7, 'projects.1.name': 0.8, 'awards.0.name': 0.6, 'languages.0.fluency': 0.98 },
      sources: {
        'projects.0.name': [{ page: 1, line: 8, text: 'Footbridge, 2019' }],
        'projects.1.name': [{ page: 1, line: 9, text: 'Gasholder of the old works' }],
      },
    },
  );

/** Lines of one message, said of the resume; earlier messages are in force. */
function said(lines: string, resume = made(), before: readonly string[] = []) {
  const kept = before.flatMap((text) =>
    applyCorrections(resume, parseCorrections(text, { taxonomy }).corrections, { taxonomy, author: 'candidate' }).applied.map(
      ({ correction }) => ({ ...correction, author: 'candidate' as const }),
    ),
  );
  const { corrections, problems, rest } = parseCorrections(lines, { taxonomy });
  const done = applyCorrections(resume, corrections, { taxonomy, author: 'candidate', inForce: kept });
  return { ...done, problems: [...problems.map(({ problem }) => problem), ...done.problems], rest };
}
const labels = (lines: string) => said(lines).applied.map(({ label, before, after }) => `${label}: ${before} → ${after}`);

describe('every section can be corrected (F2.5)', () => {
  it.each([
    ['summary=Welds bridges and trains welders.', 'Summary: Welds. → Welds bridges and trains welders.'],
    ['summary=-', 'Summary: Welds. → '],
    ['project 2 name=Gasworks', 'Project 2, name: Gasholder → Gasworks'],
    ['project 1 description=A bridge of two spans', 'Project 1, description:  → A bridge of two spans'],
    ['Project 1: end: 2020-05', 'Project 1, end:  → 2020-05'],
    ['volunteering 1 role=Head Trainer', 'Volunteering 1, role: Trainer → Head Trainer'],
    ['volunteer 1 organisation=Hull Rowing Club', 'Volunteering 1, organisation: Vale Rowing Club → Hull Rowing Club'],
    ['volunteering 1 ended May 2021', 'Volunteering 1, end:  → 2021-05'],
    ['award 1 date=2021', 'Award 1, date: 2020 → 2021'],
    ['award 1 given by=Hull Guild', 'Award 1, given by: Vale Guild → Hull Guild'],
    ['publication 1 journal=Hull Journal', 'Publication 1, published in: Vale Journal → Hull Journal'],
    ['certificate 1 date=May 2018', 'Certificate 1, date: 2017 → 2018-05'],
    ['certificate 1 expires=2027-05', 'Certificate 1, valid until:  → 2027-05'],
    ['licence 1 issued by=Welding Institute', 'Certificate 1, issuer: AWS → Welding Institute'],
    ['remove project 1', 'Project 1: Footbridge, 2019 – now → '],
    ['remove award 1', 'Award 1: Welder of the Year, Vale Guild, 2020 → '],
    ['publication 1 remove', 'Publication 1: Seams, Vale Journal, 2019 → '],
    ['add project: Ward planner, 2020 – 2021', 'Project 1:  → Ward planner, 2020 – 2021'],
    ['add award: Apprentice of the Year, Vale Guild, 2012', 'Award 2:  → Apprentice of the Year, Vale Guild, 2012'],
    [
      'add publication: Cutting, grinding and joining, Vale Journal, 2016',
      'Publication 2:  → Cutting, grinding and joining, Vale Journal, 2016',
    ],
    ['add volunteering: Steward at Vale Fair, 2015 – 2016', 'Volunteering 2:  → Steward, Vale Fair, 2015 – 2016'],
    ['interests +Rowing', 'Interests:  → Rowing'],
    ['hobbies -Chess', 'Interests: Chess → '],
  ])('%s', (line, expected) => {
    expect(said(line).problems).toEqual([]);
    expect(labels(line)).toEqual([expected]);
  });

  it('is sure of what a person said, and has no line of the page for it', () => {
    const { resume } = said('project 1 name=Bridge\naward 1 name=Best Welder\nsummary=Welds well.\ninterests +Rowing');
    const { confidence, sources, corrected } = resume.meta.shortlist;
    expect(Object.keys(corrected ?? {})).toEqual(['projects.0.name', 'awards.0.name', 'basics.summary', 'interests.2']);
    expect(confidence['projects.0.name']).toBe(1);
    expect(sources['projects.0.name']).toBeUndefined();
  });

  it('moves what is known of the others when one goes', () => {
    const { resume } = said('remove project 1');
    expect(resume.projects).toEqual([{ name: 'Gasholder' }]);
    expect(resume.meta.shortlist.confidence['projects.0.name']).toBe(0.8);
  });

  it('finds the entry again in a later reading, by the lines that it was read from', () => {
    const later = made();
    const { applied } = said('project 2 name=Gasworks', later);
    later.projects.unshift({ name: 'Something new' });
    later.meta.shortlist.sources = { 'projects.2.name': [{ page: 1, line: 9, text: 'Gasholder of the old works' }] };
    const inForce = applied.map(({ correction }) => ({ ...correction, author: 'candidate' as const }));
    expect(
      applyCorrections(later, [], { taxonomy, author: 'candidate', inForce }).resume.projects.map(({ name }) => name),
    ).toEqual(['Something new', 'Footbridge', 'Gasworks']);
  });

  it('says what is missing', () => {
    expect(said('award 4 date=2020').problems).toEqual(['There is no award 4: they are numbered 1 to 1.']);
    expect(said('award 1 salary=90').problems).toEqual([
      'I do not know the field "salary"; an award has name, date and given by',
    ]);
    expect(said('add project:').problems[0]).toContain('add project: Ward planner');
  });

  it('takes a paragraph as a summary, and a longer text as none', () => {
    const paragraph = 'Welds bridges and trains welders. '.repeat(20).trim();
    expect(said(`summary=${paragraph}`).resume.basics.summary).toBe(paragraph);
    expect(said(`summary=${'x'.repeat(1600)}`).problems[0]).toContain('too long');
  });

  it('leaves prose about such things alone', () => {
    const { applied, rest } = said('I add projects all the time\nSummary of our talk\nMy project 1 was great');
    expect(applied).toEqual([]);
    expect(rest).toHaveLength(3);
  });

  it('marks language and level alike, and how well goes with the skill', () => {
    const marked = said('languages +German C1').resume.meta.shortlist.corrected ?? {};
    expect(Object.keys(marked)).toEqual(['languages.0.language', 'languages.0.fluency']);
    expect(said('skills -AutoCAD').resume.skills).toEqual([{ keywords: ['Excel'] }]);
    expect(said('skills -Excel').resume.skills).toEqual([
      { keywords: ['AutoCAD'], levels: [{ keyword: 'AutoCAD', level: 'expert' }] },
    ]);
  });
});
