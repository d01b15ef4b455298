import { describe, expect, it } from 'vitest';
import { buildResumeCard, factsAtAGlance, nameOf, resumeFacts } from '../../../src/messages/resume-card.ts';
import { makeResume, textOf } from './made-up.ts';

const fact = (resume: ReturnType<typeof makeResume>, label: string) => resumeFacts(resume).find((one) => one.label === label);

function withMeta(changes: Partial<ReturnType<typeof makeResume>['meta']['shortlist']>) {
  const resume = makeResume();
  Object.assign(resume.meta.shortlist, changes);
  return resume;
}

describe('the facts of a resume', () => {
  it('are shown in a reader’s words', () => {
    expect(resumeFacts(makeResume())).toEqual([
      { label: 'Name', value: 'Mirela Quandt' },
      { label: 'Headline', value: 'Staff Nurse' },
      { label: 'Email', value: 'mirela.quandt@mail.example.org' },
      { label: 'Phone', value: '+441134960555' },
      { label: 'Place', value: 'Leeds, GB' },
      { label: 'Experience', value: '9 years, 4 months' },
      { label: 'Level', value: 'mid' },
      { label: 'Job 1, latest', value: 'Staff Nurse, Brookfold Clinic (Mar 2019 – now)' },
      { label: 'Job 2', value: 'Nurse, Harrow Lane Surgery (Sep 2016 – Feb 2019)' },
      { label: 'Education', value: 'BSc, Nursing, Aldermoor University (2016)' },
      { label: 'Skills', value: 'Triage, Wound care, Phlebotomy' },
      { label: 'Languages', value: 'English (native), German' },
    ]);
  });

  it('say what is stated beside the career, as printed', () => {
    const stated = {
      workAuthorisation: [{ text: 'Right to work in the UK', status: 'free' as const }],
      desiredRoles: [{ text: 'Ward Manager' }, { text: 'Matron' }],
      notice: [{ text: '4 weeks', days: 28 }],
      drivingLicences: ['Driving licence B'],
    };
    expect(resumeFacts(withMeta({ stated })).slice(-4)).toEqual([
      { label: 'Work authorisation', value: 'Right to work in the UK' },
      { label: 'Looking for', value: 'Ward Manager; Matron' },
      { label: 'Availability', value: '4 weeks' },
      { label: 'Driving licence', value: 'Driving licence B' },
    ]);
  });

  it('number what else there is as corrections name it, where there is room for it', () => {
    const resume = makeResume({
      projects: [{ name: 'Ward planner', startDate: '2020', endDate: '2021' }, { name: 'Night round' }],
      awards: [{ name: 'Nurse of the Year', date: '2019-05' }],
      interests: ['Chess', 'Rowing'],
    });
    expect(resumeFacts(resume).slice(-3)).toEqual([
      { label: 'Projects', value: '1 Ward planner (2020 – 2021); 2 Night round' },
      { label: 'Awards', value: 'Nurse of the Year (May 2019)' },
      { label: 'Interests', value: 'Chess, Rowing' },
    ]);
    expect(factsAtAGlance(resume, 'you').map(({ label }) => label)).not.toContain('Projects');
  });

  it('say how many more there are of what is not shown', () => {
    const named = (word: string, count: number) => Array.from({ length: count }, (_, at) => ({ name: `${word}${at + 1}` }));
    const resume = makeResume({
      education: Array.from({ length: 6 }, (_, at) => ({ institution: `School ${at + 1}` })),
      certificates: named('C', 7),
      projects: named('P', 5),
      awards: named('A', 4),
    });
    const facts = resumeFacts(resume);
    expect(facts.filter(({ label }) => label.startsWith('Education')).at(-1)).toEqual({
      label: 'Education',
      value: 'and 2 more',
    });
    expect(facts.filter(({ label }) => ['Certificates', 'Projects', 'Awards'].includes(label))).toEqual([
      { label: 'Certificates', value: 'C1, C2, C3, C4 and 3 more' },
      { label: 'Projects', value: '1 P1; 2 P2; 3 P3; 4 P4 and 1 more' },
      { label: 'Awards', value: '1 A1; 2 A2; 3 A3; 4 A4' },
    ]);
  });

  it('carry a mark where reading was not sure, and only there', () => {
    const resume = withMeta({
      confidence: {
        'basics.name': 0.9,
        'basics.phone': 0.6,
        'work.0.position': 0.7,
        'work.0.summary': 0.1,
        'work.10.position': 0.1,
      },
    });
    const marked = resumeFacts(resume).filter((one) => one.note === 'please check');
    expect(marked.map((one) => one.label)).toEqual(['Phone', 'Job 1, latest']);
    expect(textOf(buildResumeCard({ candidateId: 'c', resumeCode: 'r1', resume, reader: 'you' }))).toContain(
      'Where it says "please check" I am not sure that I read it right.',
    );
  });

  it('say what a language model proposed, and only while nobody has said better', () => {
    const proposed = { model: { name: 'made-up', paths: ['work.0.position'] } };
    const unsure = { 'work.0.position': 0.8 };
    expect(fact(withMeta({ ...proposed, confidence: unsure }), 'Job 1, latest')?.note).toBe(
      'from a language model, please check',
    );
    const corrected = withMeta({
      ...proposed,
      confidence: { 'work.0.position': 1 },
      corrected: { 'work.0.position': 'candidate' },
    });
    expect(fact(corrected, 'Job 1, latest')?.note).toBe('corrected by the candidate');
    expect(fact(withMeta({ ...proposed, confidence: { 'work.1.name': 0.7 } }), 'Job 2')?.note).toBe('please check');
  });

  it('list twelve skills and count the rest', () => {
    const keywords = Array.from({ length: 15 }, (_, at) => `Skill ${at + 1}`);
    expect(fact(makeResume({ skills: [{ keywords }, { keywords: ['Skill 1'] }] }), 'Skills')?.value).toBe(
      `${keywords.slice(0, 12).join(', ')} and 3 more`,
    );
  });

  it('leave out what was not found, and say that the core is missing', () => {
    const resume = makeResume({ basics: { name: 'Mirela Quandt' }, work: [], education: [] });
    expect(fact(resume, 'Email')).toBeUndefined();
    expect(textOf(buildResumeCard({ candidateId: 'c', resumeCode: 'r1', resume, reader: 'other' }))).toContain(
      'I did not find an email address or phone number or any job or education.',
    );
  });

  it('mention text that does not show, neutrally (A1)', () => {
    const resume = withMeta({ hiddenText: [{ technique: 'tiny', text: 'best candidate ever', page: 1 }] });
    const text = textOf(buildResumeCard({ candidateId: 'c', resumeCode: 'r1', resume, reader: 'other' }));
    expect(text).toContain('Text that does not show on the page was ignored (1 place).');
    expect(text).not.toContain('best candidate ever');
  });

  it('stay one line each, whatever is in the file', () => {
    const resume = makeResume({ basics: { name: 'Mirela\n\tQuandt\u0000', label: 'x '.repeat(500) } });
    for (const one of resumeFacts(resume)) {
      expect(one.value).not.toMatch(/[\n\t\u0000]/);
      expect(one.value.length).toBeLessThanOrEqual(160);
    }
    expect(nameOf(resume)).toBe('Mirela Quandt');
  });
});

describe('the card of a resume', () => {
  it('is about the candidate and offers the next step', () => {
    const card = buildResumeCard({ candidateId: 'cand-7', resumeCode: 'r1234abcd', resume: makeResume(), reader: 'other' });
    expect(card.about).toEqual(['cand-7']);
    expect(card.title).toBe('What I understood of the resume of Mirela Quandt');
    expect(textOf(card)).toContain('> match r1234abcd: the best open jobs for this candidate');
  });
});

describe('the jobs of a resume', () => {
  const job = (year: number, changes: object = {}) => ({
    position: `Fitter ${year}`,
    name: 'Dock Ltd',
    startDate: `${year}-01`,
    endDate: `${year}-12`,
    ...changes,
  });
  const labels = (resume: ReturnType<typeof makeResume>) =>
    resumeFacts(resume)
      .map((one) => one.label)
      .filter((label) => /^(?:Job|Before)/.test(label));

  it('are numbered as they are printed, and the latest one by its dates is called so', () => {
    const oldestFirst = makeResume({ work: [job(2015), job(2017), job(2019, { endDate: undefined }), { position: 'Helper' }] });
    expect(labels(oldestFirst)).toEqual(['Job 1', 'Job 2', 'Job 3, latest', 'Job 4']);
    expect(labels(makeResume({ work: [{ position: 'Helper' }, { position: 'Fitter' }] }))).toEqual(['Job 1, latest', 'Job 2']);
  });

  it('of a long list written oldest first are the latest ones', () => {
    const work = Array.from({ length: 11 }, (_, at) => job(2005 + at));
    expect(labels(makeResume({ work }))).toEqual([
      ...[4, 5, 6, 7, 8, 9, 10].map((number) => `Job ${number}`),
      'Job 11, latest',
      'Before that',
    ]);
    expect(factsAtAGlance(makeResume({ work }), 'you').find((one) => one.label.startsWith('Job'))?.label).toBe('Job 11, latest');
  });

  it('that a correction has no place in any more are told, and what it said', () => {
    const text = textOf(
      buildResumeCard({
        candidateId: 'c',
        resumeCode: 'r1',
        resume: withMeta({ notPlaced: ['Job 1, title (Brno, Experience): Head of Shift'] }),
        reader: 'you',
      }),
    );
    expect(text).toContain(
      'I have read the file anew since it was corrected, and found no place for this: Job 1, title (Brno, Experience): Head of Shift. Where it still is to be so, please correct it again.',
    );
  });
});
