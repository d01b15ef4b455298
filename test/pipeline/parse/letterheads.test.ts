/** Letterheads in Word: headings in small letters and words of their own, told by a style that nothing else has. */
import { describe, expect, it } from 'vitest';
import type { TextRun } from '../../../src/domain/document.ts';
import { jobs, parse, textDocument } from './build-document.ts';

/** Lines of a flow; what begins with `#` is set as the headings are, what is indented stands at a tab. */
function letter(...lines: string[]) {
  const document = textDocument(lines.map((line) => line.replace(/^# /, '')).join('\n'));
  const head: Partial<TextRun> = { size: 12.5, color: '#6e2c00' };
  const headings = new Set(lines.filter((line) => line.startsWith('# ')).map((line) => line.slice(2)));
  return {
    ...document,
    pages: document.pages.map((page) => ({
      ...page,
      runs: page.runs.map((run) => ({ ...run, ...(headings.has(run.text) ? head : {}) })),
    })),
  };
}

describe('a letterhead with headings in words of its own', () => {
  const resume = parse(
    letter(
      'Orla Tamsin',
      'Nairobi / +254 711 555 068 / orla.tamsin@example.org',
      '# schooling',
      '        1996 to 1999   Ecole hôtelière de Port-Clair',
      '        Diplôme ES, hospitality management',
      '# hospitality career',
      '        2015 to 2020   Acacia Ridge Lodges Ltd   Nairobi',
      '        Managing Director',
      '        2011 to 2015   Hotel Monte Belmare   Montreux',
      '        Resident Manager',
      '# further training',
      '        2018   Certified Hotel Administrator',
      '# my words',
      '        native   German',
      '        fluent   English',
      '        basic   Turkish',
      '# what else helps',
      '        Pre-opening, Opera PMS, Turnaround, Owner relations',
    ),
  );

  it('has its jobs and studies apart', () => {
    expect(jobs(resume)).toEqual([
      'Managing Director @ Acacia Ridge Lodges Ltd, Nairobi [2015/2020]',
      'Resident Manager @ Hotel Monte Belmare, Montreux [2011/2015]',
    ]);
    expect(resume.education.map((e) => [e.institution, e.endDate])).toEqual([['Ecole hôtelière de Port-Clair', '1999']]);
  });

  it('lists languages behind their levels, and skills, under headings that no list has', () => {
    expect(resume.languages.map((one) => `${one.language} ${one.fluency}`)).toEqual([
      'German native',
      'English fluent',
      'Turkish basic',
    ]);
    expect(resume.skills.flatMap(({ keywords }) => keywords)).toEqual([
      'Pre-opening',
      'Opera PMS',
      'Turnaround',
      'Owner relations',
    ]);
    expect(resume.certificates.map(({ name }) => name)).toEqual(['Certified Hotel Administrator']);
  });
});
