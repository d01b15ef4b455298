/** Pages that somebody wrote about themselves: sections headed in their own words, told by the level of their headings and by what they hold. */
import { describe, expect, it } from 'vitest';
import { extractHtml } from '../../../src/pipeline/extract/extract-html.ts';
import { jobs, parse } from './build-document.ts';

const list = (...items: string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

describe('a page with headings in its own words', () => {
  const resume = parse(
    extractHtml(
      Buffer.from(
        `<h1>Orla Tamsin</h1><p>orla.tamsin@example.org</p><p>I like quiet pagers.</p>
        <h2>What keeps me busy</h2><h3>Forthline Energy Ltd — Site Reliability Engineer</h3><p>2022-04 → present Leeds</p>${list('Error budgets for 60 services')}
        <h2>Further back</h2><h3>Quayside Bank plc — Systems Engineer</h3><p>2017-10 → 2022-03 Leeds</p>${list('On call for payments')}
        <h3>Larkfield Press Ltd — Support Technician</h3><p>2015-01 → 2017-09 Hull</p>
        <h2>Studies</h2><table>${row('When', 'What', 'Where')}${row('2011–2014', 'BSc Computing', 'University of Larkmoor')}${row('2020', 'PGCert Leadership', 'Quayside University')}</table>
        <h2>Papers</h2>${list('Dunlin Certification Level 3 (2022)', 'FCC Operator License')}
        <h2>Languages</h2><p>English (native)</p><h2>Also</h2><p>Mountain rescue volunteer, 2018–now. Bakes too much bread.</p>`,
      ),
    ),
  );

  it('holds jobs above the first heading that a list knows, and none in a sentence', () => {
    expect(jobs(resume)).toEqual([
      'Site Reliability Engineer @ Forthline Energy Ltd, Leeds [2022-04/]',
      'Systems Engineer @ Quayside Bank plc, Leeds [2017-10/2022-03]',
      'Support Technician @ Larkfield Press Ltd, Hull [2015-01/2017-09]',
    ]);
  });

  it('holds studies in a table of when, what and where', () => {
    expect(resume.education.map((e) => [e.institution, e.studyType, e.endDate])).toEqual([
      ['University of Larkmoor', 'BSc', '2014'],
      ['Quayside University', 'PGCert', '2020'],
    ]);
  });

  it('holds certificates under a heading for papers', () => {
    expect(resume.certificates.map(({ name }) => name)).toEqual(['Dunlin Certification Level 3', 'FCC Operator License']);
    expect(resume.publications ?? []).toEqual([]);
  });
});
