import { describe, expect, it } from 'vitest';
import { extractMarkdown } from '../../../src/pipeline/extract/extract-markdown.ts';
import { entriesAmongBullets } from '../../../src/pipeline/parse/bulleted-entries.ts';
import type { Line } from '../../../src/pipeline/parse/line.ts';
import { processorMs } from '../../processor-ms.ts';
import { jobs, parse, taxonomy } from './build-document.ts';

const read = (...lines: string[]) =>
  parse(extractMarkdown(new TextEncoder().encode(['# Ada Wren', 'ada.wren@example.org', '', ...lines].join('\n'))));

describe('entries that are bullets', () => {
  it('have what was done listed further in', () => {
    const resume = read(
      '## Work',
      '- **Crane operator** at **Harbour Crane Ltd**, Hull (since 03/2019)',
      '  - Lifted containers',
      '  - Trained two others',
      '- **Deckhand** at **Quayside Ferries Ltd**, Hull (2015 – 02/2019)',
      '  - Kept the deck',
    );
    expect(jobs(resume)).toEqual([
      'Crane operator @ Harbour Crane Ltd, Hull [2019-03/]',
      'Deckhand @ Quayside Ferries Ltd, Hull [2015/2019-02]',
    ]);
    expect(resume.work[0]?.highlights).toEqual(['Lifted containers', 'Trained two others']);
  });

  it('are roles below employers with dates of their own', () => {
    const resume = read(
      '## Work',
      '**Tindel Power Ltd** — Hull',
      '*2015 – present*',
      '',
      '- **Project manager** (2018 – present)',
      '  - Built a substation',
      '- **Electrician** (2015 – 2018)',
      '  - Maintained lines',
    );
    expect(jobs(resume)).toEqual([
      'Project manager @ Tindel Power Ltd, Hull [2018/]',
      'Electrician @ Tindel Power Ltd, Hull [2015/2018]',
    ]);
  });

  it('are told by titles with an apostrophe too, and by what stands before the dates', () => {
    const resume = read(
      '## Work',
      '**Tindel Power Ltd** — Hull',
      '*2015 – present*',
      '',
      "- **Driver's mate** (since March 2018)",
      '  - Moved cables',
      "- **Electrician's assistant**, '15 – '18",
      '  - Maintained lines',
    );
    expect(jobs(resume)).toEqual([
      "Driver's mate @ Tindel Power Ltd, Hull [2018-03/]",
      "Electrician's assistant @ Tindel Power Ltd, Hull [2015/2018]",
    ]);
  });

  it.each(['x', ' '])('are told in time that grows with their length, where they hold many %j (P6)', (piece) => {
    const line = (text: string, x: number): Line => ({ text, x, bullet: x > 0 }) as Line;
    const role = line(`Clerk${piece.repeat(100_000)}of Lorva`, 10);
    const started = processorMs();
    entriesAmongBullets([line('Tindel Power', 0), role, role, line('Lifted', 20)], ({ x }) => x < 20, taxonomy);
    expect(processorMs() - started).toBeLessThan(4000);
  }, 60_000);

  it('are none where clients are listed below a job that has its title', () => {
    const resume = read(
      '## Work',
      '**Project manager**, Tindel Consulting Ltd, Hull',
      '*2015 – present*',
      '',
      '- Project manager, Lorva Bank (2018 – 2020)',
      '  - Moved the ledger',
      '- Project manager, Harbour Council (2015 – 2018)',
      '  - Ran the office',
    );
    expect(jobs(resume)).toEqual(['Project manager @ Tindel Consulting Ltd, Hull [2015/]']);
  });

  it('are jobs of a season too, written as those with ranges', () => {
    const resume = read(
      '## Work',
      '* **Clerk**, *Lorva Foods Ltd*, Hull, since March 2021',
      '  ran the desk',
      '* **Driver**, *Tindel Freight Ltd*, Hull, 2017 – 2021',
      '  drove',
      '* **Trainee**, *Orvell Works Ltd*, summer 2016',
    );
    expect(jobs(resume).at(-1)).toBe('Trainee @ Orvell Works Ltd [2016-06/2016-08]');
  });

  it('name their employer behind a word that stands between two styles', () => {
    const resume = read('## Experiencia', '**Becaria** en **Ribalta** (2015 – 2017)', '- Planos');
    expect(jobs(resume)).toEqual(['Becaria @ Ribalta [2015/2017]']);
  });

  it('have no boxes to tick in their names', () => {
    expect(read('## Certificates', '- [x] Crane Pass, 2020', '- [ ] Rope Pass, 2022').certificates.map((c) => c.name)).toEqual([
      'Crane Pass',
      'Rope Pass',
    ]);
  });
});

it('pictures set as icons are no part of a value, and a season beside a place dates its entry', () => {
  const resume = read(
    '## 💼 Experience',
    '#### 🏢 Lorva Parcel Ltd · Shift Lead',
    '📅 2018 → Dec 2020 | 📍 Hull',
    '',
    '- Night shift',
    '',
    '#### 🏢 Tindel Stores Ltd · Warehouse Worker',
    "📅 Summer '17 | 📍 Leeds",
  );
  expect(jobs(resume)).toEqual([
    'Shift Lead @ Lorva Parcel Ltd, Hull [2018/2020-12]',
    'Warehouse Worker @ Tindel Stores Ltd, Leeds [2017-06/2017-08]',
  ]);
});

it('headings of one level are sections though nobody knows their words: what stands below says what they hold', () => {
  const resume = read(
    '## Blorn ta vel sir',
    '### Clerk, Lorva Foods Ltd',
    'March 2019 – present',
    '- Paid on time',
    '## Dorn ta vel sir',
    '### BA Economics, Tindel University',
    '2011 – 2015',
    '## Skorn ta vel',
    '- Excel',
    '- SAP',
  );
  expect([resume.work[0]?.name, resume.education[0]?.institution]).toEqual(['Lorva Foods Ltd', 'Tindel University']);
});

it('rows of a table stand below each other, whatever their last cells hold, and a leave is no job there either', () => {
  const resume = read(
    '## Work',
    '| Period | Position | Employer |',
    '|---|---|---|',
    '| 05/2020 – present | Clerk | Lorva Foods Ltd |',
    '| 2019 – 2020 | Parental leave | |',
    '| 2015 – 2019 | Driver | Tindel Freight Ltd |',
  );
  expect(jobs(resume)).toEqual(['Clerk @ Lorva Foods Ltd [2020-05/]', 'Driver @ Tindel Freight Ltd [2015/2019]']);
});

it('a name set as high as the sections are heads the page, not a section', () => {
  const lines = [
    '## Ada Wren',
    'Hull, ada.wren@example.org',
    '',
    '## Roles',
    'Clerk, Lorva Foods Ltd, Hull',
    '2014 – 2017',
    '',
    '## Toolbox',
    'SQL, Excel',
  ];
  const { basics, work } = parse(extractMarkdown(new TextEncoder().encode(lines.join('\n'))));
  expect([basics.name, basics.email, work.length]).toEqual(['Ada Wren', 'ada.wren@example.org', 1]);
});

it('a town in a bracket behind an employer is where it is', () => {
  const resume = parse(
    [
      'Ada Wren',
      'ada.wren@example.org',
      '',
      'EXPERIENCE',
      'Harbour Crane Ltd (Austin, TX)',
      'Crane operator',
      'June 2019 – present',
      '- Lifted',
    ].join('\n'),
  );
  expect(jobs(resume)).toEqual(['Crane operator @ Harbour Crane Ltd, Austin, TX [2019-06/]']);
});

it('a career break set as a heading is neither a section nor a job', () => {
  const resume = read(
    '## Work',
    '### Clerk, Lorva Foods Ltd',
    '**2014 – 2017**',
    '- Paid on time',
    '### Career break',
    "**'12 – '14**",
    'Looked after my father.',
    '### Driver, Tindel Freight Ltd',
    "**'10 – '12**",
    '- Drove',
  );
  expect(jobs(resume)).toEqual(['Clerk @ Lorva Foods Ltd [2014/2017]', 'Driver @ Tindel Freight Ltd [2010/2012]']);
});
