import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Resume } from '../../../src/domain/resume.ts';
import { processorMs } from '../../processor-ms.ts';
import { jobs, parse, pdfDocument, textDocument } from './build-document.ts';

const fixture = (name: string): string => readFileSync(new URL(`../../fixtures/parse/${name}`, import.meta.url), 'utf8');
const RESUME = fixture('plain-english.txt');

function filled(resume: Resume): number {
  return (
    resume.work.length +
    resume.education.length +
    resume.skills.length +
    resume.languages.length +
    resume.certificates.length +
    resume.projects.length
  );
}

/** Of every text below a value. */
function pathsOf(value: unknown, at = ''): string[] {
  if (typeof value === 'string') return [at];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => pathsOf(one, at ? `${at}.${key}` : key));
}

describe('a resume in plain text', () => {
  const resume = parse(RESUME);

  it('gives the person and the contacts', () => {
    expect(resume.basics).toMatchObject({
      name: 'Marlowe Teasdale',
      label: 'Senior Bookkeeper, MICB',
      email: 'marlowe.teasdale@example.org',
      phone: '+1 (555) 555-0144',
      summary: 'Bookkeeper for makers of furniture and food. Calm at month end.',
      location: { city: 'Leeds', postalCode: 'LS7 3CD', countryCode: 'GB' },
      profiles: [
        { network: 'LinkedIn', username: 'marlowe-teasdale-demo', url: 'https://www.linkedin.com/in/marlowe-teasdale-demo' },
      ],
    });
  });

  it('gives the jobs with their text', () => {
    expect(jobs(resume)).toEqual([
      'Senior Bookkeeper @ Thornbury Furniture Ltd, Leeds [2019-09/]',
      'Bookkeeper @ Copperfield Foods plc, Bradford [2014-04/2019-08]',
      'Accounts Trainee @ Dale & Finch LLP, Leeds [2012-09/2014-03]',
    ]);
    expect(resume.work[0]?.highlights).toEqual([
      'Month-end close for three sites, down from nine days to four',
      'Moved payroll for 80 people to new software',
    ]);
  });

  it('gives studies, skills, certificates, languages, interests and the rest', () => {
    expect(resume.education).toEqual([
      {
        institution: 'University of Harwell',
        studyType: 'BSc (Hons)',
        area: 'Accounting and Finance',
        startDate: '2009-09',
        endDate: '2012-06',
        score: '2:1',
      },
    ]);
    expect(resume.skills).toEqual([
      { name: 'Finance', keywords: ['Month-end close', 'VAT returns', 'Payroll', 'Budgeting'] },
      { name: 'Tools', keywords: ['Excel', 'Sage 50', 'Power BI'] },
    ]);
    expect(resume.certificates).toEqual([
      {
        name: 'Practice licence, valid to April 2028',
        issuer: 'Guild of Example Bookkeepers Association',
        date: '2024-04',
        validUntil: '2028-04',
      },
      { name: 'First aid at work', date: '2023-03' },
    ]);
    expect(resume.languages).toEqual([
      { language: 'English', fluency: 'native' },
      { language: 'Welsh', fluency: 'B1' },
    ]);
    expect(resume.interests).toEqual(['Chess', 'fell running']);
    expect(resume.other).toEqual([{ heading: 'AVAILABILITY', lines: ['Three days a week from January.'] }]);
  });

  it('points every value at a line of the page that shows it', () => {
    const { sources, confidence } = resume.meta.shortlist;
    const lines = new Set(RESUME.split('\n').map((line) => line.replace(/^- /, '').trim()));
    expect(Object.keys(sources).sort()).toEqual(Object.keys(confidence).sort());
    for (const [path, shown] of Object.entries(sources)) {
      expect(shown.length, path).toBeGreaterThan(0);
      for (const line of shown) expect(lines.has(line.text), `${path}: ${line.text}`).toBe(true);
    }
    expect(sources['work.1.position']).toEqual([
      { page: 1, line: 10, text: 'Bookkeeper, Copperfield Foods plc, Bradford (April 2014 – August 2019)' },
    ]);
  });

  it('has no value without one', () => {
    const { meta, ...values } = resume;
    const paths = pathsOf(values).map((path) => path.replace(/(profiles\.\d+)\.\w+$/, '$1.url'));
    expect(paths).toContain('interests.1');
    expect(paths).toContain('other.0.lines.0');
    expect(paths.filter((path) => !(path in meta.shortlist.sources))).toEqual([]);
  });

  it('keeps confidence between one half and one', () => {
    for (const value of Object.values(resume.meta.shortlist.confidence)) {
      expect(value).toBeGreaterThanOrEqual(0.5);
      expect(value).toBeLessThanOrEqual(1);
    }
  });

  it('derives months, level and profession as of the date', () => {
    expect(resume.meta.shortlist).toMatchObject({ asOf: '2026-11-01', isResume: 1, language: 'en' });
    expect(resume.meta.shortlist.derived).toMatchObject({ experienceMonths: 171, careerLevel: 'senior' });
    expect(resume.meta.shortlist.parserVersion).toMatch(/^p3-[\da-f]{8}-[\da-f]{8}$/);
  });

  it('is the same every time (A3)', () => {
    expect(JSON.stringify(parse(RESUME))).toBe(JSON.stringify(resume));
  });

  it('changes nothing but the name when the person has another one (A4)', () => {
    const other = parse(
      RESUME.replaceAll('Marlowe Teasdale', 'Adaeze Nwosu-Lindqvist')
        .replaceAll('marlowe.teasdale', 'adaeze.nwosu')
        .replaceAll('marlowe-teasdale', 'adaeze-nwosu'),
    );
    expect(other.basics.name).toBe('Adaeze Nwosu-Lindqvist');
    const { basics: _a, meta: metaA, ...restA } = resume;
    const { basics: _b, meta: metaB, ...restB } = other;
    expect(restB).toEqual(restA);
    expect(metaB.shortlist.derived).toEqual(metaA.shortlist.derived);
  });
});

describe('what is no resume', () => {
  it('a blank page gives nothing', () => {
    const resume = parse(pdfDocument([]));
    expect(resume.basics).toEqual({});
    expect(filled(resume)).toBe(0);
    expect(resume.meta.shortlist).toMatchObject({ isResume: 0, confidence: {}, sources: {}, derived: { experienceMonths: 0 } });
  });

  it.each(['cover-letter.txt', 'invoice.txt', 'job-ad.txt'])('%s invents nothing and is told apart', (name) => {
    const resume = parse(fixture(name));
    expect(resume.work).toEqual([]);
    expect(resume.education).toEqual([]);
    expect(resume.skills).toEqual([]);
    expect(resume.meta.shortlist.isResume).toBeLessThan(0.2);
  });

  it.each([
    ['welder', 'Bram Ostrander\nWelder\n(555) 555-0123\n\nWork\nWelder, Redbank Pipes, Boise (2016 – now)\n\nTickets\n6G, 2019'],
    [
      'student',
      'Ines Calloway\nines@example.org\n\nEducation\nBSc, Biology, University of Harwell (2024 – present)\n\nSkills\nMicroscopy, Excel',
    ],
    [
      'apprentice',
      'Jonte Brandhuber\njonte@example.org\n\nAUSBILDUNG\nAusbildung, Elektroniker, Berufsschule Nordheim (09/2022 – heute)\n\nSPRACHEN\nDeutsch (Muttersprache)',
    ],
  ])('a short honest resume of a %s is one', (_who, text) => {
    expect(parse(text).meta.shortlist.isResume).toBeGreaterThan(0.6);
  });
});

describe('scripts', () => {
  it('a Chinese resume is read', () => {
    const resume = parse(
      '林晓舟\n软件工程师\n310000 杭州, 浙江 | lin@example.cn\n\n工作经历\n青叶科技有限公司, 软件工程师, 杭州 (2019年4月 – 至今)\n- 维护后台系统\n\n教育背景\n本科, 计算机科学, 远山大学 (2015年9月 – 2019年6月)\n\n语言能力\n中文 (母语)\n英语 (C1)',
    );
    expect(resume.basics).toMatchObject({ name: '林晓舟', location: { city: '杭州' } });
    expect(resume.work).toEqual([
      { name: '青叶科技有限公司', position: '软件工程师', location: '杭州', startDate: '2019-04', highlights: ['维护后台系统'] },
    ]);
    expect(resume.education[0]).toMatchObject({ institution: '远山大学', startDate: '2015-09', endDate: '2019-06' });
    expect(resume.languages.map((l) => l.language)).toEqual(['中文', '英语']);
  });

  it('right-to-left text does not break', () => {
    const resume = parse('ليلى حداد\nlayla@example.org\n\nEXPERIENCE\nمهندسة, شركة النور, دبي (2019 – 2021)\n- عمل');
    expect(resume.basics.email).toBe('layla@example.org');
    expect(resume.work[0]).toMatchObject({ startDate: '2019', endDate: '2021' });
  });
});

describe('hostile text', () => {
  const units = ['a', 'a@', '1-', '((', 'Jan 2019 ', ', ', 'E ', '| ', '+1 ', 'a.', 'http://a', '–', ' (1'];

  it.each([
    'EXPERIENCE',
    'EDUCATION',
    'SKILLS',
    'LANGUAGES',
    'CERTIFICATIONS',
    'AWARDS',
    'CONTACT',
    '',
  ])('of a long line under "%s" takes time in proportion (P6)', (heading) => {
    for (const unit of units) {
      const start = processorMs();
      parse(textDocument(`${heading}\n${unit.repeat(120_000 / unit.length)}`));
      expect(processorMs() - start, JSON.stringify(unit)).toBeLessThan(4000);
    }
  }, 60_000);

  it('of very many lines takes time in proportion (P6)', () => {
    const start = processorMs();
    parse(textDocument(`EXPERIENCE\n${'Baker, Millstone Bakery, Leeds (2019 – 2020)\n- bread\n'.repeat(1500)}`));
    expect(processorMs() - start).toBeLessThan(20_000);
  }, 60_000);
});
