/** Forms of Korean portals: tables under heads, durations in a column of their own, people still at school or at work. */
import { describe, expect, it } from 'vitest';
import { HEADING, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const row = (y: number, ...cells: string[]): Placed[] => cells.map((text, i): Placed => [40 + 110 * i, y, text]);
const HEAD: Placed[] = [
  [40, 50, '남궁보라', { size: 19, bold: true }],
  [40, 68, '여 / 1991년생'],
  [40, 84, '휴대폰 010-5550-4417'],
  [40, 100, '주소 경남 창원시 성산구 원이대로 12'],
];
const page = (...more: Placed[]) => parse(pdfDocument([...HEAD, ...more]));

describe('a form of a Korean portal', () => {
  it('tells the town behind a bare label and a short province, and no year of birth', () => {
    expect(page().basics.location).toMatchObject({ city: '창원' });
  });

  it('reads the rows below the heads of its studies, one of them still going on', () => {
    const { education } = page(
      [40, 140, '학력사항', HEADING],
      ...row(164, '재학기간', '학교명', '전공', '학위/구분', '학점'),
      ...row(184, '2021.03 ~ 재학중', '가람대학교', '통계학', '학사', '3.9/4.5'),
      ...row(204, '2018.03 ~ 2021.02', '가람여자고등학교', '-', '고등학교 졸업', '-'),
    );
    expect(education.map((e) => [e.institution, e.studyType, e.area, e.startDate, e.endDate])).toEqual([
      ['가람대학교', '학사', '통계학', '2021-03', undefined],
      ['가람여자고등학교', '고등학교 졸업', undefined, '2018-03', '2021-02'],
    ]);
  });

  it('reads certificates below their heads', () => {
    const { certificates } = page(
      [40, 140, '자격증', HEADING],
      ...row(164, '취득일', '자격증명', '발행처'),
      ...row(184, '2019.08', '전기기사', '한국산업인력공단'),
    );
    expect(certificates).toEqual([{ name: '전기기사', issuer: '한국산업인력공단', date: '2019-08' }]);
  });

  it('keeps durations out of titles and employers, and the sum of all jobs out of the first', () => {
    const found = page(
      [40, 140, '경력사항', HEADING],
      [40, 164, '총 경력 8년 6개월'],
      ...row(180, '2020.01 ~ 재직중', '새결물산 주식회사'),
      ...row(194, '6년 10개월', '과장 (기획팀)'),
      ...row(224, '2018.05 ~ 2019.12', '두레식품'),
      ...row(238, '1년 8개월', '사원'),
    );
    expect(jobs(found)).toEqual(['과장 (기획팀) @ 새결물산 주식회사 [2020-01/]', '사원 @ 두레식품 [2018-05/2019-12]']);
  });
});

describe('certificates in a table', () => {
  it.each([
    [
      ['Year', 'Certification', 'Issuing body'],
      ['2021', 'Rope Access Level 2', 'Harbour Guild'],
    ],
    [
      ['Certification', 'Issued by', 'Valid until'],
      ['Rope Access Level 2', 'Harbour Guild', '2027'],
    ],
    [
      ['Bezeichnung', 'Aussteller', 'Datum'],
      ['Rope Access Level 2', 'Harbour Guild', '03.2021'],
    ],
  ])('are what stands below %j', (heads, cells) => {
    const { certificates } = parse(
      pdfDocument([
        [40, 50, 'Brigid Hallorane', { size: 20, bold: true }],
        [40, 72, 'brigid@example.org'],
        [40, 110, 'CERTIFICATES', HEADING],
        ...row(134, ...heads),
        ...row(150, ...cells),
      ]),
    );
    expect(certificates).toMatchObject([{ name: 'Rope Access Level 2', issuer: 'Harbour Guild' }]);
  });
});
