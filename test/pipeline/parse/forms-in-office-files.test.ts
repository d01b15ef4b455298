/** Forms and templates of word processors: headings in boxes and over columns of years, classes of licences, notes, labels before tabs. */
import { describe, expect, it } from 'vitest';
import { extractHtml } from '../../../src/pipeline/extract/extract-html.ts';
import { extractOdt } from '../../../src/pipeline/extract/extract-odt.ts';
import { makeOdt } from '../../fixtures/extract/make-office.ts';
import { BOLD, HEADING, headOf, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const read = (html: string) => parse(extractHtml(Buffer.from(html)));
const small = (text: string): string => `<p style="font-size:7pt">${text}</p>`;
const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

describe('a form of Japan', () => {
  const resume = read(
    `<h1>履歴書</h1><p>氏名　汐見 咲</p><p>saki@example.jp</p><table>${row('年', '月', '学歴・職歴')}${row('', '', '学歴')}${row('2014', '4', '波止場大学 工学部 入学')}${row('2018', '3', '波止場大学 工学部 卒業')}${row('', '', '職歴')}${row('2018', '4', '株式会社なぎさ計器 入社')}${row('2023', '9', '株式会社なぎさ計器 退社')}</table><br><table>${row('年', '免許・資格')}${row('2017', '測量士補 取得')}${row('2020', '危険物取扱者乙種 合格')}</table><br><table>${row(`${small('語学')}<p>日本語、英語</p>`)}${row(`${small('趣味')}<p>登山、将棋</p>`)}</table>`,
  );

  it('has a heading beside the head of its column of years', () => {
    expect(resume.certificates.map(({ name, date }) => [name, date])).toEqual([
      ['測量士補', '2017'],
      ['危険物取扱者乙種', '2020'],
    ]);
    expect(resume.work.flatMap((job) => job.highlights ?? [])).toEqual([]);
  });

  it('has headings at the top of its boxes, however small', () => {
    expect(resume.languages.map(({ language }) => language)).toEqual(['日本語', '英語']);
    expect(resume.interests).toEqual(['登山', '将棋']);
  });
});

describe('a form of Korea', () => {
  it('prints how a study ended behind the school, and heads its years by when a certificate was got', () => {
    const resume = read(
      `<h1>이력서</h1><p>이름: 한가람</p><p>garam@example.kr</p><h2>학력사항</h2><table>${row('재학기간', '학교명', '전공')}${row('2012.03 ~ 2016.02', '새솔대학교 졸업', '기계공학과')}${row('2009.03 ~ 2012.02', '새솔고등학교 졸업', '')}</table><h2>자격증</h2><table>${row('취득년도', '자격증명', '발급기관')}${row('2018', '전기기사', '한국산업인력공단')}</table>`,
    );
    expect(resume.education.map(({ institution }) => institution)).toEqual(['새솔대학교', '새솔고등학교']);
    expect(resume.certificates.map(({ name, issuer }) => [name, issuer])).toEqual([['전기기사', '한국산업인력공단']]);
  });
});

describe('classes of a driving licence under a heading of certificates', () => {
  const under = (heading: string, ...lines: string[]) =>
    read(`<h1>Nils Aarvik</h1><p>nils@example.org</p><h2>${heading}</h2>${lines.map((line) => `<p>${line}</p>`).join('')}`);

  it('are no certificate', () => {
    const { certificates, meta } = under('Permis', 'B, véhicule personnel');
    expect(certificates).toEqual([]);
    expect(meta.shortlist.stated?.drivingLicences).toEqual(['B, véhicule personnel']);
  });

  it('leave certificates of trades there', () => {
    expect(under('Permis', 'CACES R489 catégorie 3', 'B').certificates.map(({ name }) => name)).toEqual([
      'CACES R489 catégorie 3',
    ]);
  });
});

it('a note at the foot of a page is no item of the list that it belongs to', async () => {
  const note =
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Copy on request.</text:p></text:note-body></text:note>';
  const body = `<text:h text:outline-level="1">Nils Aarvik</text:h><text:p>nils@example.org</text:p><text:h text:outline-level="2">Certificates</text:h><text:p>First Aid, Red Cross (2023)${note}</text:p><text:p>Scaffolding, Bygg Skole (2021)</text:p>`;
  const { certificates } = parse(await extractOdt(makeOdt({ body })));
  expect(certificates.map(({ name }) => name)).toEqual(['First Aid', 'Scaffolding']);
});

describe('groups of skills beside their lists in a table', () => {
  const skills = (...rows: string[]) =>
    read(`<h1>Nils Aarvik</h1><p>nils@example.org</p><h2>Skills</h2><table>${rows.join('')}</table>`).skills.map(
      ({ name, keywords }) => `${name ?? ''}: ${keywords?.join(', ')}`,
    );

  it('are no skills, and what is left of all is a group as well', () => {
    expect(skills(row('Site', 'Formwork, Scaffolding'), row('Other', 'Stock taking, Till work'))).toEqual([
      'Site: Formwork, Scaffolding',
      'Other: Stock taking, Till work',
    ]);
  });

  it('are facts of the person where they are', () => {
    const rows = [row('Site', 'Formwork, Scaffolding'), row('Other', 'Driving licence B')];
    expect(skills(...rows).join()).not.toMatch(/licence/);
  });
});

it('a signature below the place and the day at the end is no hobby', () => {
  const end = '<h2>Hobby’s</h2><p>hardlopen, schaken</p><p>Utrecht, 3 oktober 2026</p><p>Joris van Aalst</p>';
  const { interests } = read(`<h1>Joris van Aalst</h1><p>joris@example.nl</p><h2>Talen</h2><p>Nederlands</p><p>Engels</p>${end}`);
  expect(interests).toEqual(['hardlopen', 'schaken']);
});

describe('rows of a form', () => {
  it('name a town before the country behind an employer, though no gazetteer holds it', () => {
    const rows = [
      row('Date', '03/2021 - oggi'),
      row('Lavoro o posizione ricoperti', 'Cuoca'),
      row('Nome e indirizzo del datore di lavoro', 'Hotel Seeblick, Unterklamm, Austria'),
    ];
    const resume = read(
      `<h1>Elsa Brandi</h1><p>elsa@example.it</p><h2>Esperienza professionale</h2><table>${rows.join('')}</table>`,
    );
    expect(jobs(resume)).toEqual(['Cuoca @ Hotel Seeblick, Unterklamm [2021-03/]']);
  });

  it('tell of schools in further words', () => {
    const rows = [
      row('Date', '2010 - 2014'),
      row('Titolo della qualifica rilasciata', 'Diploma'),
      row("Nome dell'istituto", 'IPSEOA Mare'),
    ];
    const resume = read(`<h1>Elsa Brandi</h1><p>elsa@example.it</p><h2>Istruzione</h2><table>${rows.join('')}</table>`);
    expect(resume.education.map(({ institution }) => institution)).toEqual(['IPSEOA Mare']);
  });

  it('say whether a supervisor may be asked, which is no task', () => {
    const [job] = read(
      '<h1>Elsa Brandi</h1><p>elsa@example.org</p><h2>Work Experience</h2><p><b>Night Porter</b></p><p>Harbour Inn Ltd</p><p>May 2018 – June 2024</p><p>Hours per week: 38</p><p>May contact supervisor: Yes</p><ul><li>Locked the doors</li></ul>',
    ).work;
    expect(job?.highlights).toEqual(['Locked the doors']);
  });
});

describe('sections in columns', () => {
  it('begin at their own heading where that of the other column stands lower', () => {
    const resume = parse(
      pdfDocument([
        [150, 56, 'Thora Lindqvist', { size: 22, bold: true }],
        [
          60,
          78,
          '12 Quay Road, Aberdeen AB11 5DP, 07700 900481, thora.lindqvist@example.org, willing to move north',
          { width: 480 },
        ],
        [40, 108, 'Experience', HEADING],
        [40, 128, '2021 – Present', BOLD],
        [350, 132, 'Profile', HEADING],
        [40, 142, 'Rigger, Northquay Offshore Ltd', BOLD],
        [40, 156, 'Inspected 400 lifting points a year', { bullet: true }],
        [350, 150, 'Rigger with nine years'],
        [350, 163, 'on platforms and ships.'],
        [350, 176, 'Calm at any height.'],
        [40, 176, '2017 – 2021', BOLD],
        [40, 190, 'Deckhand, Skarvøy Shipping AS', BOLD],
        [40, 204, 'Kept the winches running', { bullet: true }],
        [350, 204, 'Skills', HEADING],
        [350, 222, 'Splicing, Rope access'],
        [350, 236, 'Load charts'],
        [350, 262, 'Languages', HEADING],
        [350, 280, 'English, Norwegian'],
      ]),
    );
    expect(jobs(resume)).toEqual(['Rigger @ Northquay Offshore Ltd [2021/]', 'Deckhand @ Skarvøy Shipping AS [2017/2021]']);
    expect(resume.basics.summary).toMatch(/^Rigger with nine years/);
  });

  it('begin so too where their first line is much longer than those below it', () => {
    const resume = parse(
      pdfDocument([
        ...headOf('Thora Lindqvist'),
        [40, 118, 'Experience', HEADING],
        [40, 136, 'Rigger, Northquay Offshore Ltd, 2020 – 2024'],
        [40, 160, 'Education', HEADING],
        [40, 178, 'Diploma in Marine Engineering', { bold: true, width: 200 }],
        [310, 186, 'Skills', HEADING],
        [40, 194, 'Seaview College'],
        [310, 203, 'Splicing, Rope access'],
        [40, 208, '2010 – 2012'],
        [310, 217, 'Load charts'],
        [40, 222, 'Abitur', BOLD],
        [310, 229, 'Knots'],
        [40, 231, 'Quay High School'],
        [310, 252, 'Certificates', HEADING],
        [40, 239, '2006 – 2010'],
        [310, 268, 'Rope Access, 2016'],
        [310, 282, 'First Aid, 2021'],
      ]),
    );
    expect(resume.education.map(({ institution, startDate }) => [institution, startDate])).toEqual([
      ['Seaview College', '2010'],
      ['Quay High School', '2006'],
    ]);
  });
});

it('a firm in bold and the title behind it are words of their own in Chinese, however near', () => {
  const resume = parse(
    pdfDocument([
      ...headOf('沈若棠'),
      [40, 120, '工作经历', HEADING],
      [40, 140, '2020.05 - 至今'],
      [160, 140, '宁波海堰仪器有限公司', { bold: true, width: 100 }],
      [264, 140, '质量主管', { width: 40 }],
      [160, 155, '负责供应商审核,带领八人小组', { width: 140 }],
    ]),
  );
  expect(jobs(resume)).toEqual(['质量主管 @ 宁波海堰仪器有限公司 [2020-05/]']);
});

describe('cells side by side', () => {
  const card = (title: string, firm: string, dates: string, item: string): string =>
    `<p><b>${title}</b></p><p>${firm}</p><p>${dates}</p><ul><li>${item}</ul>`;

  it('are read one after the other where each holds a job', () => {
    const cells = row(
      card('Rigger', 'Northquay Offshore Ltd', 'Feb 2020 – Present', 'Inspected 400 lifting points'),
      card('Deckhand', 'Skarvøy Shipping AS', 'May 2015 – Jan 2020', 'Kept the winches running'),
    );
    const resume = read(`<h1>Thora Lindqvist</h1><p>thora@example.org</p><h2>Experience</h2><table>${cells}</table>`);
    expect(jobs(resume)).toEqual([
      'Rigger @ Northquay Offshore Ltd [2020-02/]',
      'Deckhand @ Skarvøy Shipping AS [2015-05/2020-01]',
    ]);
    expect(resume.work.map((job) => job.highlights)).toEqual([['Inspected 400 lifting points'], ['Kept the winches running']]);
  });

  it('name towns below firms under the head of firms, villages as well', () => {
    const rows = [
      ['Feb 2020 – Present', 'Northquay Offshore Ltd|Aberdeen', 'Rigger'],
      ['May 2015 – Jan 2020', 'Skarvøy Shipping AS|Bergen', 'Deckhand'],
      ['Mar 2012 – Apr 2015', 'Brackwater Boatyard|Saltmarsh', 'Trainee'],
    ].map(([dates = '', firm = '', title = '']) => row(dates, firm.replace(/[^|]+/g, '<p>$&</p>').replace('|', ''), title));
    const resume = read(
      `<h1>Thora Lindqvist</h1><p>thora@example.org</p><h2>Experience</h2><table>${row('Period', 'Employer', 'Position')}${rows.join('')}</table>`,
    );
    expect(jobs(resume).map((job) => job.replace(/ \[.*/, ''))).toEqual([
      'Rigger @ Northquay Offshore Ltd, Aberdeen',
      'Deckhand @ Skarvøy Shipping AS, Bergen',
      'Trainee @ Brackwater Boatyard, Saltmarsh',
    ]);
  });
});

it('who issued a certificate stands below its name, beside a column of years', () => {
  const cells = [
    row('2020', '<p>Lead Auditor ISO 9001</p><p>IRCA</p>'),
    row('2023', '<p>First Aid at Work</p><p>St John Ambulance</p>'),
  ];
  const { certificates } = read(
    `<h1>Thora Lindqvist</h1><p>thora@example.org</p><h2>Certificates</h2><table>${cells.join('')}</table>`,
  );
  expect(certificates.map(({ name, issuer, date }) => [name, issuer, date])).toEqual([
    ['Lead Auditor ISO 9001', 'IRCA', '2020'],
    ['First Aid at Work', 'St John Ambulance', '2023'],
  ]);
});

describe('a page printed from a table without lines', () => {
  const RAIL = { bold: true, color: '#1f4e79' } as const;
  const label = (y: number, text: string): Placed => [130 - 5 * text.length, y, text, RAIL];
  const lines = (from: number, ...texts: string[]): Placed[] => texts.map((text, i) => [148, from + 14 * i, text]);

  it('has headings beside the first lines of their text, though all its lines are as far apart', () => {
    const resume = parse(
      pdfDocument([
        [148, 50, 'Thora Lindqvist', { size: 20, bold: true }],
        ...lines(70, '12 Quay Road, Aberdeen AB11 5DP | 07700 900481 | thora.lindqvist@example.org'),
        label(84, 'Profile'),
        ...lines(84, 'Rigger with nine years on platforms and ships, calm at any height and in any', 'weather.'),
        label(112, 'Experience'),
        ...lines(
          112,
          'Rigger, Northquay Offshore Ltd, 2020 – 2024',
          'Inspected lifting points',
          'Deckhand, Skarvøy Shipping AS, 2015 – 2019',
        ),
        ...lines(154, 'Kept the winches running', 'Trainee, Brackwater Boatyard Ltd, 2012 – 2014', 'Painted hulls'),
        label(196, 'Education'),
        ...lines(196, 'HND Marine Engineering, City of Glasgow College, 2010 – 2012'),
        label(210, 'Skills'),
        ...lines(210, 'Splicing, Rope access', 'Load charts'),
        label(238, 'Languages'),
        ...lines(238, 'English', 'Norwegian'),
      ]),
    );
    expect(resume.basics.summary).toMatch(/^Rigger with nine years/);
    expect(resume.work).toHaveLength(3);
    expect(resume.education.map(({ institution }) => institution)).toEqual(['City of Glasgow College']);
    expect(resume.languages.map(({ language }) => language)).toEqual(['English', 'Norwegian']);
  });

  it('has labels flush right against their values, nearer than columns stand', () => {
    const pair = (y: number, text: string, value: string): Placed[] => [
      [130 - 5 * text.length, y, text],
      [140, y, value],
    ];
    const resume = parse(
      pdfDocument([
        [60, 60, 'Personal details', { bold: true, size: 12 }],
        ...pair(76, 'Name', 'Thora Lindqvist'),
        ...pair(90, 'Address', '12 Quay Road, Aberdeen AB11 5DP'),
        ...pair(104, 'Email', 'thora.lindqvist@example.org'),
        [60, 130, 'Experience', { bold: true, size: 12 }],
        ...pair(146, 'Period', '2020 – 2024'),
        ...pair(160, 'Position', 'Rigger'),
        ...pair(174, 'Employer', 'Northquay Offshore Ltd'),
        ...pair(188, 'Period', '2015 – 2019'),
        ...pair(202, 'Position', 'Deckhand'),
        ...pair(216, 'Employer', 'Skarvøy Shipping AS'),
        [60, 242, 'Certificates', { bold: true, size: 12 }],
        ...pair(258, '2016', 'Rope Access Level 1, IRATA'),
        ...pair(272, '2021', 'Rope Access Level 2, IRATA'),
      ]),
    );
    expect(resume.basics.name).toBe('Thora Lindqvist');
    expect(jobs(resume)).toEqual(['Rigger @ Northquay Offshore Ltd [2020/2024]', 'Deckhand @ Skarvøy Shipping AS [2015/2019]']);
    expect(resume.certificates.map(({ name, date }) => [name, date])).toEqual([
      ['Rope Access Level 1', '2016'],
      ['Rope Access Level 2', '2021'],
    ]);
  });

  it('parts columns under headings side by side where a line nearly fills its own', () => {
    const resume = parse(
      pdfDocument([
        ...headOf('Thora Lindqvist'),
        [40, 120, 'Experience', HEADING],
        [40, 138, 'Rigger, Northquay Offshore Ltd, 2020 – 2024'],
        [40, 170, 'Skills', HEADING],
        [215, 170, 'Languages', HEADING],
        [380, 170, 'Interests', HEADING],
        [40, 188, 'Splicing, Rope access'],
        [215, 188, 'English – native'],
        [380, 188, 'Rowing'],
        [40, 202, 'Load charts, Winch repair, Knots', { width: 165 }],
        [215, 202, 'Norwegian – B1'],
        [380, 202, 'Chess'],
      ]),
    );
    expect(resume.languages.map(({ language }) => language)).toEqual(['English', 'Norwegian']);
    expect(resume.skills.flatMap(({ keywords }) => keywords ?? [])).toContain('Knots');
  });
});
