import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResumeCorrection } from '../../../src/domain/correction.ts';
import { applyCorrections } from '../../../src/pipeline/correct/apply-corrections.ts';
import { createTaxonomy } from '../../../src/pipeline/enrich/create-taxonomy.ts';
import { blankResume } from '../../blank-resume.ts';

const taxonomy = createTaxonomy();
const made = () =>
  blankResume(
    {
      basics: { name: 'Nora Berk', email: 'nora@example.com' },
      work: [
        { position: 'Engineer', name: 'Acme', startDate: '2021-03' },
        { position: 'Developer', name: 'Brook Ltd', startDate: '2018-01', endDate: '2021-02' },
        { position: 'Trainee', name: 'Cove Inc', startDate: '2016-01', endDate: '2017-12' },
      ],
      education: [{ studyType: 'BSc', institution: 'Vale University', endDate: '2015' }],
      skills: [{ name: 'Tools', keywords: ['Excel', 'SQL'] }],
      languages: [{ language: 'German', fluency: 'B1' }],
    },
    {
      confidence: { 'work.0.position': 0.9, 'work.1.position': 0.6, 'work.2.position': 0.7, 'skills.0.keywords.0': 0.9 },
      sources: { 'work.1.position': [{ page: 1, line: 4, text: 'Developer' }] },
    },
  );
const apply = (corrections: readonly ResumeCorrection[], resume = made()) =>
  applyCorrections(resume, corrections, { taxonomy, author: 'candidate' });
const set = (path: string, value: string): ResumeCorrection => ({ path, op: 'set', value });

describe('applying corrections (F2.5)', () => {
  it('sets a value, is sure of it, knows who said it, and has no line of the page for it', () => {
    const { resume, applied } = apply([set('work.1.position', 'Staff Engineer')]);
    expect(resume.work[1]?.position).toBe('Staff Engineer');
    expect(applied).toMatchObject([{ label: 'Job 2, title', before: 'Developer', after: 'Staff Engineer' }]);
    const { confidence, sources, corrected } = resume.meta.shortlist;
    expect(confidence['work.1.position']).toBe(1);
    expect(sources['work.1.position']).toBeUndefined();
    expect(corrected).toEqual({ 'work.1.position': 'candidate' });
  });

  it('changes nothing of the resume that it was given', () => {
    const before = made();
    apply([set('basics.name', 'Nora Berg'), { path: 'work.0', op: 'remove', value: '' }], before);
    expect(before).toEqual(made());
  });

  it('computes months and level anew', () => {
    const months = made();
    const longer = apply([set('work.2.startDate', '2010-01')], months).resume.meta.shortlist.derived;
    expect(longer.experienceMonths).toBeGreaterThan(apply([], months).resume.meta.shortlist.derived.experienceMonths + 70);
    expect(apply([set('work.0.position', 'Chief Technology Officer')]).resume.meta.shortlist.derived.careerLevel).not.toBe(
      apply([]).resume.meta.shortlist.derived.careerLevel,
    );
  });

  it('takes start and end of one message as one period, whatever the one before was', () => {
    const { resume, applied, problems } = apply([set('work.2.startDate', '2021-01'), set('work.2.endDate', '2022-01')]);
    expect(problems).toEqual([]);
    expect(applied.map(({ label, before, after }) => `${label}: ${before} → ${after}`)).toEqual([
      'Job 3, start: 2016-01 → 2021-01',
      'Job 3, end: 2017-12 → 2022-01',
    ]);
    expect(resume.work[2]).toMatchObject({ startDate: '2021-01', endDate: '2022-01' });
  });

  it('takes neither end of a period that ends before it began, and the rest of the message', () => {
    const backwards = [set('work.2.startDate', '2022-01'), set('work.2.position', 'Intern'), set('work.2.endDate', '2021-01')];
    const { resume, applied, problems } = apply(backwards);
    expect(problems).toEqual(['Job 3, dates: it would end before it began (2022-01 – 2021-01).']);
    expect(applied.map((one) => one.label)).toEqual(['Job 3, title']);
    expect(resume.work[2]).toEqual({ position: 'Intern', name: 'Cove Inc', startDate: '2016-01', endDate: '2017-12' });
    expect(resume.meta.shortlist.corrected).toEqual({ 'work.2.position': 'candidate' });
  });

  it('counts by the card that was answered: a job that one line removes leaves the numbers of the other lines alone', () => {
    const { resume, applied, problems } = apply([
      { path: 'work.0', op: 'remove', value: '' },
      set('work.1.position', 'Lead Developer'),
      set('work.0.position', 'Chief'),
    ]);
    expect(resume.work.map((job) => job.position)).toEqual(['Lead Developer', 'Trainee']);
    expect(applied.map((one) => one.label)).toEqual(['Job 1', 'Job 2, title']);
    expect(problems).toEqual(['Job 1 is taken out already.']);
    expect(resume.meta.shortlist.corrected).toEqual({ 'work.0.position': 'candidate' });
  });

  it('without a number means the latest job and the latest education by their dates, wherever they stand', () => {
    const oldestFirst = made();
    oldestFirst.work.reverse();
    oldestFirst.education.push({ studyType: 'MSc', institution: 'Elm University', endDate: '2017' });
    const { resume, applied } = apply(
      [set('work.latest.position', 'Chief'), set('education.latest.studyType', 'MA')],
      oldestFirst,
    );
    expect(resume.work.map((job) => job.position)).toEqual(['Trainee', 'Developer', 'Chief']);
    expect(resume.education.map((one) => one.studyType)).toEqual(['BSc', 'MA']);
    expect(applied.map((one) => [one.label, one.correction.path])).toEqual([
      ['Job 3, title', 'work.2.position'],
      ['Education 2, degree', 'education.1.studyType'],
    ]);
    expect(apply([set('work.latest.position', 'Chief')], blankResume()).problems).toEqual(['There is no job in it.']);
  });

  it('adds a job where its time is: among those that are written oldest first too', () => {
    const oldestFirst = made();
    oldestFirst.work.reverse();
    const job = { position: 'Consultant', name: 'Dale', startDate: '2019-06', endDate: '2020-01' };
    const { resume } = apply([{ path: 'work', op: 'add', value: JSON.stringify(job) }], oldestFirst);
    expect(resume.work.map((one) => one.position)).toEqual(['Trainee', 'Developer', 'Consultant', 'Engineer']);
  });

  it('keeps what is known of the other jobs with them when one goes or comes', () => {
    const gone = apply([{ path: 'work.0', op: 'remove', value: '' }]).resume;
    expect(gone.work.map((job) => job.position)).toEqual(['Developer', 'Trainee']);
    expect(gone.meta.shortlist.confidence).toMatchObject({ 'work.0.position': 0.6, 'work.1.position': 0.7 });
    expect(gone.meta.shortlist.sources['work.0.position']?.[0]?.text).toBe('Developer');
    const added: ResumeCorrection = {
      path: 'work',
      op: 'add',
      value: JSON.stringify({ position: 'Consultant', name: 'Dale', startDate: '2019-06', endDate: '2020-01' }),
    };
    const come = apply([added]).resume;
    expect(come.work.map((job) => job.position)).toEqual(['Engineer', 'Consultant', 'Developer', 'Trainee']);
    expect(come.meta.shortlist.confidence).toMatchObject({ 'work.1.position': 1, 'work.2.position': 0.6 });
  });

  it('finds the job again in a reading that counts the jobs otherwise', () => {
    const { applied } = apply([set('work.1.name', 'Brook GmbH')]);
    const other = made();
    other.work.unshift({ position: 'Tutor', name: 'Elm School', startDate: '2022-01' });
    const again = apply(
      applied.map((one) => one.correction),
      other,
    ).resume;
    expect(again.work.map((job) => job.name)).toEqual(['Elm School', 'Acme', 'Brook GmbH', 'Cove Inc']);
  });

  it('leaves alone what a newer reading does not have', () => {
    const { applied } = apply([{ path: 'work.2', op: 'remove', value: '' }]);
    const other = made();
    other.work.pop();
    const again = apply(
      applied.map((one) => one.correction),
      other,
    );
    expect(again.resume.work.map((job) => job.position)).toEqual(['Engineer', 'Developer']);
    expect(again.problems).toHaveLength(1);
  });

  it.each([
    [set('work.8.position', 'Chief'), 'There is no job 9: they are numbered 1 to 3.'],
    [
      set('work.1.endDate', '2016-01'),
      'Job 2, end: it would end before it began (2018-01 – 2016-01). Give both: "job 2 dates=2019-03 – 2024-05".',
    ],
    [{ path: 'skills', op: 'add', value: 'sql' } as const, 'Skills: "sql" is there already.'],
    [
      { path: 'skills', op: 'remove', value: 'Rust' } as const,
      'Skills: "Rust" is not among them, so there is nothing to remove.',
    ],
  ])('refuses %j in a sentence and changes nothing', (correction, problem) => {
    const { resume, applied, problems } = apply([correction]);
    expect(problems).toEqual([problem]);
    expect(applied).toEqual([]);
    expect(resume.work).toEqual(made().work);
    expect(resume.skills).toEqual(made().skills);
  });

  it('adds and removes words of a list; the same language with another level is a change of the level', () => {
    const { resume } = apply([
      { path: 'skills', op: 'add', value: 'Rust' },
      { path: 'skills', op: 'remove', value: 'excel' },
      { path: 'languages', op: 'add', value: '{"language":"German","fluency":"C1"}' },
    ]);
    expect(resume.skills.flatMap((group) => group.keywords)).toEqual(['SQL', 'Rust']);
    expect(resume.languages).toEqual([{ language: 'German', fluency: 'C1' }]);
  });

  it('knows a language and a skill by its other names', () => {
    const german = made();
    german.languages = [{ language: 'Deutsch', fluency: 'B1' }];
    german.skills = [{ keywords: ['JS', 'SQL'] }];
    const { resume, applied, problems } = apply(
      [
        { path: 'languages', op: 'add', value: '{"language":"German","fluency":"C1"}' },
        { path: 'skills', op: 'remove', value: 'JavaScript' },
        { path: 'languages', op: 'add', value: '{"language":"German"}' },
      ],
      german,
    );
    expect(resume.languages).toEqual([{ language: 'Deutsch', fluency: 'C1' }]);
    expect(resume.skills).toEqual([{ keywords: ['SQL'] }]);
    expect(applied.map(({ before, after }) => `${before} → ${after}`)).toEqual(['Deutsch (B1) → Deutsch (C1)', 'JS → ']);
    expect(problems).toEqual(['Languages: "Deutsch (C1)" is there already.']);
    expect(apply([{ path: 'skills', op: 'remove', value: 'SQ' }]).problems).toEqual([
      'Skills: "SQ" is not among them, so there is nothing to remove (but "SQL" is).',
    ]);
  });

  it('takes a number without a country code as one of where they live, and keeps it so', () => {
    const read = made();
    read.basics.location = { city: 'Leeds', countryCode: 'GB' };
    const { resume, applied } = apply([set('basics.phone', '020 7946 0999')], read);
    expect(resume.basics.phone).toBe('+442079460999');
    expect(applied).toMatchObject([{ after: '+442079460999', correction: { value: '+442079460999' } }]);
    expect(apply([set('basics.phone', '+49 30 901820')], read).resume.basics.phone).toBe('+49 30 901820');
  });

  it('applied again to the same reading gives the same resume (A3)', () => {
    const path = fc.constantFrom(
      'basics.name',
      'basics.phone',
      'work.0.position',
      'work.1.name',
      'work.2.endDate',
      'education.0.studyType',
    );
    const word = fc.constantFrom('Alpha', 'Beta Ltd', '', '2017-12');
    const one: fc.Arbitrary<ResumeCorrection> = fc.oneof(
      fc.record({ path, op: fc.constant<'set'>('set'), value: word }),
      fc.record({
        path: fc.constant('skills'),
        op: fc.constantFrom<'add' | 'remove'>('add', 'remove'),
        value: fc.constantFrom('Rust', 'SQL', 'Go'),
      }),
      fc.record({ path: fc.constantFrom('work.0', 'work.2'), op: fc.constant<'remove'>('remove'), value: fc.constant('') }),
    );
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (corrections) => {
        const first = apply(corrections);
        const inForce = first.applied.map((done) => ({ ...done.correction, author: 'candidate' as const }));
        const again = applyCorrections(made(), [], { taxonomy, author: 'sender', inForce });
        expect(again.resume).toEqual(first.resume);
      }),
      { numRuns: 300 },
    );
  });
});
