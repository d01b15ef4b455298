import { describe, expect, it } from 'vitest';
import { findDateSpans } from '../../../src/pipeline/parse/date-range.ts';
import { lookupHeading } from '../../../src/pipeline/parse/heading-lookup.ts';
import { jobs, parse } from './build-document.ts';

describe('headings of more languages', () => {
  it.each([
    ['Arbetslivserfarenhet', 'work'],
    ['Anställningar', 'work'],
    ['Erhvervserfaring', 'work'],
    ['Työhistoria', 'work'],
    ['Pracovní praxe', 'work'],
    ['İş Deneyimi', 'work'],
    ['Трудовая деятельность', 'work'],
    ['Досвід роботи', 'work'],
    ['Szakmai tapasztalat', 'work'],
    ['Experiența profesională', 'work'],
    ["Where I've worked", 'work'],
    ['Dosažené vzdělání', 'education'],
    ['Iskolai végzettség', 'education'],
    ['Освіта', 'education'],
    ['教育程度', 'education'],
    ['학력 사항', 'education'],
    ['Toolbox', 'skills'],
    ['Навички', 'skills'],
    ['Osaaminen', 'skills'],
    ['보유 기술', 'skills'],
    ['Limbi străine', 'languages'],
    ['語文能力', 'languages'],
    ['Jazykové znalosti', 'languages'],
    ['證照', 'certificates'],
    ['Pätevyydet', 'certificates'],
  ])('%s is a heading of %s', (text, kind) => {
    expect(lookupHeading(text)).toEqual({ kinds: [kind], by: 'exact' });
  });

  it('tells a longer heading by the stem of one of its words', () => {
    expect(lookupHeading('Relevanta arbetslivserfarenheter i urval')).toEqual({ kinds: ['work'], by: 'keyword' });
  });

  it('reads both halves of a compound heading', () => {
    expect(lookupHeading('Utbildning och språk')?.kinds).toEqual(['education', 'languages']);
  });
});

describe('dates of more languages', () => {
  it.each([
    ['平成31年4月 - 令和3年3月', '2019-04', '2021-03'],
    ['令和元年5月から現在', '2019-05', undefined],
    ['2014年7月至2019年2月', '2014-07', '2019-02'],
    ['2019年3月至今', '2019-03', undefined],
    ['2019년 3월부터 2021년 2월까지', '2019-03', '2021-02'],
    ['2020年夏', '2020-06', '2020-08'],
    ['2019. szept. – 2021. jan.', '2019-09', '2021-01'],
    ['2019. szeptember – jelenleg', '2019-09', undefined],
    ['вересень 2019 – дотепер', '2019-09', undefined],
    ['elo 2009 – touko 2012', '2009-08', '2012-05'],
    ['sep. 2019 – nåværende', '2019-09', undefined],
    ['Podzim 2018 – dosud', '2018-09', undefined],
    ['Eyl 2019 – devam ediyor', '2019-09', undefined],
  ])('%s', (text, start, end) => {
    const [span, ...more] = findDateSpans(text);
    expect(more).toEqual([]);
    expect(span).toMatchObject({ start, ongoing: end === undefined, from: 0, to: text.length });
    expect(span?.end).toBe(end);
  });

  it('takes a year behind a range of a year and a month for the end of the range', () => {
    expect(findDateSpans('2019 March - 2020 May')).toMatchObject([{ start: '2019-03', end: '2020-05' }]);
  });
});

describe('jobs of more languages', () => {
  it('reads firms with their letters before a name in quotation marks, and towns in Cyrillic', () => {
    const resume = parse(
      [
        'Опыт работы',
        'Бухгалтер, ТОО «Золотая Нива», Саратов',
        'март 2016 – настоящее время',
        '- Вела учёт',
        '',
        'Кассир, ООО «Белая Река», Тверь',
        'май 2010 – февраль 2016',
        '- Принимала выручку',
      ].join('\n'),
    );
    expect(jobs(resume)).toEqual([
      'Бухгалтер @ ТОО «Золотая Нива», Саратов [2016-03/]',
      'Кассир @ ООО «Белая Река», Тверь [2010-05/2016-02]',
    ]);
  });

  it('takes the town of the contacts for a place that no gazetteer holds', () => {
    const resume = parse(
      [
        'Alma Quillfeather',
        '4 Mill Lane, HR9 9ZZ Nether Wobbling, alma@example.org',
        '',
        'EXPERIENCE',
        'Rector, Nether Wobbling',
        'The Benefice of the Nine Oaks',
        '2018 – 2022',
        '- Cared for five parishes',
      ].join('\n'),
    );
    expect(resume.basics.location?.city).toBe('Nether Wobbling');
    expect(resume.work[0]).toMatchObject({ position: 'Rector', location: 'Nether Wobbling' });
  });
});
