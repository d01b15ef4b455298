import { describe, expect, it } from 'vitest';
import type { Resume } from '../../../src/domain/resume.ts';
import { extractHtml } from '../../../src/pipeline/extract/extract-html.ts';
import { BOLD, HEADING, headOf, jobs, parse, pdfDocument, textDocument } from './build-document.ts';

const studies = (resume: Resume): string[] =>
  resume.education.map((e) => [e.studyType, e.area, e.institution, e.score, e.startDate, e.endDate].filter(Boolean).join(' | '));

const STUDIES = [
  'B.Tech | Civil Engineering | Varuna Institute of Technology | 8.4 CGPA | 2021',
  'Intermediate | Little Lotus Junior College | 91 % | 2017',
  'S.S.C. | Govt. High School No. 3 | 9.2 GPA | 2015',
];
const HEADS = ['Degree / Course', 'Institute', 'University / Board', 'Year of Passing', '% / CGPA'];
const ROWS = [
  ['B.Tech in Civil Engineering', 'Varuna Institute of Technology', 'Osmania University', '2021', '8.4 CGPA'],
  ['Intermediate', 'Little Lotus Junior College', 'State Board', '2017', '91 %'],
  ['S.S.C.', 'Govt. High School No. 3', 'State Board', '2015', '9.2 GPA'],
];
const tableOf = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

describe('a table under a row of heads', () => {
  it('has villages below firms where most that stand there are towns, and departments that are none', () => {
    const firms = [
      ['Quayside Ferries Ltd', 'Hull'],
      ['Tindel Power Ltd', 'Leeds'],
      ['Lorva Foods Ltd', 'York'],
      ['Harbour Crane Ltd', 'London'],
      ['Moss Farm Ltd', 'Nether Lorvaham'],
      ['Tindel Borough Council', 'Highways Department'],
      ['Lorva Council', 'Procurement'],
    ];
    const rows = firms.map((firm, i) => [
      `${2020 - 2 * i} – ${2022 - 2 * i}`,
      firm.map((line) => `<p>${line}</p>`).join(''),
      'Clerk',
    ]);
    const table = tableOf([['Dates', 'Employer', 'Position'], ...rows]);
    const html = `<h1>Ada Wren</h1><p>ada.wren@example.org</p><h2>Work Experience</h2>${table}`;
    expect(jobs(parse(extractHtml(Buffer.from(html)))).slice(3)).toEqual([
      'Clerk @ Harbour Crane Ltd, London [2014/2016]',
      'Clerk @ Moss Farm Ltd, Nether Lorvaham [2012/2014]',
      'Clerk @ Tindel Borough Council Highways Department [2010/2012]',
      'Clerk @ Lorva Council Procurement [2008/2010]',
    ]);
  });

  it('holds studies whose columns say what their values are', () => {
    const html = `<h1>Ravi Kondapalli</h1><p>ravi@example.in</p><h2>Academic Qualifications</h2>${tableOf([HEADS, ...ROWS])}<h2>Hobbies</h2><p>Chess</p>`;
    expect(studies(parse(extractHtml(Buffer.from(html))))).toEqual(STUDIES);
  });

  it('is no set of columns on a page, and its cells may break over lines', () => {
    const resume = parse(
      pdfDocument([
        ...headOf('Ravi Kondapalli'),
        [40, 120, 'ACADEMIC QUALIFICATIONS', HEADING],
        [44, 150, 'Degree / Course', BOLD],
        [170, 150, 'Institute', BOLD],
        [300, 150, 'University / Board', BOLD],
        [410, 150, 'Year of', BOLD],
        [470, 150, '% / CGPA', BOLD],
        [410, 162, 'Passing', BOLD],
        [44, 180, 'B.Tech in Civil'],
        [160, 180, 'Varuna Institute of'],
        [300, 180, 'Osmania University'],
        [412, 180, '2021'],
        [470, 180, '8.4 CGPA'],
        [44, 192, 'Engineering'],
        [160, 192, 'Technology'],
        [44, 210, 'Intermediate'],
        [160, 210, 'Little Lotus Junior'],
        [300, 210, 'State Board'],
        [412, 210, '2017'],
        [470, 210, '91 %'],
        [160, 222, 'College'],
        [44, 240, 'S.S.C.'],
        [160, 240, 'Govt. High School No. 3'],
        [300, 240, 'State Board'],
        [412, 240, '2015'],
        [470, 240, '9.2 GPA'],
        [40, 290, 'HOBBIES', HEADING],
        [40, 308, 'Chess, long walks in the hills around the town'],
      ]),
    );
    expect(studies(resume)).toEqual(STUDIES);
    expect(resume.interests).toContain('Chess');
  });

  it('holds jobs, with the halves of their dates in two columns', () => {
    const rows = [
      ['S. No', 'Organization', 'Designation', 'From', 'To'],
      ['1', 'Krishna Earthworks Pvt. Ltd.', 'Site Engineer', 'Jul 2023', 'Till date'],
      ['2', 'Deccan Bridges Ltd.', 'Graduate Trainee', 'Aug 2021', 'Jun 2023'],
    ];
    const resume = parse(
      extractHtml(Buffer.from(`<h1>Ravi Kondapalli</h1><h2>Work Experience</h2>${tableOf(rows)}<h2>Hobbies</h2><p>Chess</p>`)),
    );
    expect(jobs(resume)).toEqual([
      'Site Engineer @ Krishna Earthworks Pvt. Ltd. [2023-07/]',
      'Graduate Trainee @ Deccan Bridges Ltd. [2021-08/2023-06]',
    ]);
  });

  it('leaves the lines around it to what they look like', () => {
    const html = `<h1>Ravi Kondapalli</h1><h2>Education</h2>${tableOf([HEADS, ROWS[1] ?? [], ROWS[2] ?? []])}<p><b>Diploma in Surveying</b>, Hill Polytechnic, 2018 – 2019</p>`;
    expect(studies(parse(extractHtml(Buffer.from(html)))).map((study) => study.split(' | ').at(-1))).toEqual([
      '2017',
      '2015',
      '2019',
    ]);
  });

  it('is none where the line only lists words', () => {
    const resume = parse(
      textDocument(
        'Ravi Kondapalli\n\nEDUCATION\n\nB.Tech   Varuna Institute of Technology   2017 - 2021\nS.S.C.   Govt. High School   2015',
      ),
    );
    expect(resume.education.map((e) => e.endDate)).toEqual(['2021', '2015']);
  });
});

describe('heads of tables that say two things, or the same twice', () => {
  const read = (heading: string, rows: readonly (readonly string[])[]): Resume =>
    parse(extractHtml(Buffer.from(`<h1>서다온</h1><p>daon.seo@example.kr</p><h2>${heading}</h2>${tableOf(rows)}`)));

  it('are degrees where a field stands beside them in one cell', () => {
    const rows = [
      ['기간', '학교명', '전공 및 학위'],
      ['2011.03 ~ 2015.02', '가온대학교', '산업디자인학 학사'],
    ];
    expect(studies(read('학력사항', rows))).toEqual(['학사 | 산업디자인학 | 가온대학교 | 2011-03 | 2015-02']);
  });

  it('are duties behind a column of posts, and posts where there is none; items of a cell are items', () => {
    const list = '<ul><li>월간 보고서 작성</li><li>거래처 관리</li></ul>';
    const both = read('경력사항', [
      ['기간', '회사명', '직책', '담당 업무'],
      ['2018.03 ~ 2021.04', '주식회사 새벽유통', '영업 대리', list],
    ]);
    expect(jobs(both)).toEqual(['영업 대리 @ 주식회사 새벽유통 [2018-03/2021-04]']);
    expect(both.work.map((job) => job.highlights)).toEqual([['월간 보고서 작성', '거래처 관리']]);
    const one = read('경력사항', [
      ['기간', '회사명', '담당 업무'],
      ['2018.03 ~ 2021.04', '주식회사 새벽유통', '영업 대리'],
    ]);
    expect(jobs(one)).toEqual(['영업 대리 @ 주식회사 새벽유통 [2018-03/2021-04]']);
  });

  it('are known over certificates', () => {
    const rows = [
      ['기간', '자격증명', '발행처'],
      ['2016.09', '물류관리사', '한국산업인력공단'],
    ];
    expect(read('자격사항', rows).certificates).toMatchObject([
      { name: '물류관리사', issuer: '한국산업인력공단', date: '2016-09' },
    ]);
  });
});
