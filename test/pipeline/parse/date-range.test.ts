import { describe, expect, it } from 'vitest';
import { findDateSpans, isDuration, onlyDates, withoutSpan } from '../../../src/pipeline/parse/date-range.ts';
import { processorMs } from '../../processor-ms.ts';

/** `start/end`, `start/…` while it runs, one date for a single. */
function read(text: string): string[] {
  return findDateSpans(text).map((s) =>
    s.single ? (s.end ?? s.start ?? '') : `${s.start ?? ''}/${s.ongoing ? '…' : (s.end ?? '')}`,
  );
}

it('do not begin with the state before them', () => {
  for (const [text, date] of [
    ['San Jose, CA June 2016 to December 2018', 'June'],
    ['Detroit, MI 2016 – 2018', '2016'],
  ] as const)
    expect(findDateSpans(text)[0]?.from).toBe(text.indexOf(date));
});

it('words that say about when are names behind other words, and fractions are no months', () => {
  const [span] = findDateSpans('Kita Mitte 2019 – 2021');
  expect(span?.from).toBe(11);
  expect(read('1/12 of the budget')).toEqual([]);
  expect(read('Patient satisfaction 6/10 to 9/10')).toEqual([]);
  expect(read('Customer rating: 6/10 – 9/10')).toEqual([]);
  expect(read('Pass rate (7/12 to 9/12)')).toEqual([]);
  expect(read('Scored 9/10 to date')).toEqual([]);
  expect(read('6/10 to 9/10 of the guests were satisfied')).toEqual([]);
});

it('words for now that are cut short are titles where more follows', () => {
  expect(read('2016 – pres.')).toEqual(['2016/…']);
  expect(read('Deckhand (2016 – akt.), Marlow Ferries')).toEqual(['2016/…']);
  for (const text of ['2016 – Pres. of the Rowing Club', '2014 – Act. Treasurer', '2012 – Pres of the Choir']) {
    const [span] = findDateSpans(text);
    expect(span?.ongoing).toBe(false);
    expect(span && withoutSpan(text, span).after).toBe(text.slice(7));
  }
});

it('words of one letter are no months before a place or a job', () => {
  expect(read('pracoval jsem v 2019 – Olomouc')).toEqual(['2019']);
  expect(read('Praca w 2014 i 2015 – Magazynier')).toEqual(['2014', '2015']);
  expect(read('I 2018 – Lagermedarbejder hos Fjordby')).toEqual(['2018']);
  expect(read('office v 2016 – advanced')).toEqual(['2016']);
});

it('an end that nobody knows is none', () => {
  const [span, more] = findDateSpans('Deckhand (2015 – ?), Marlow Ferries');
  expect(span).toMatchObject({ start: '2015', ongoing: false, single: false, to: 18 });
  expect(span?.end).toBeUndefined();
  expect(more).toBeUndefined();
});

it('tons and numbers of things are no quarters', () => {
  expect(read('Stapler 3 t 2019')).toEqual(['2019']);
  expect(read('Stapler 3t 2019')).toEqual(['2019']);
  expect(read('Halle T3/24')).toEqual([]);
});

it('months of one digit and years of two are read where the range stands for itself', () => {
  expect(read('Deckhand, Marlow Ferries, 9/18 – 3/20')).toEqual(['2018-09/2020-03']);
  expect(read('Deckhand (9/18 – 3/20)')).toEqual(['2018-09/2020-03']);
  expect(read('2/19 – 8/19')).toEqual(['2019-02/2019-08']);
  expect(read('from 6/15 to 3/20')).toEqual(['2015-06/2020-03']);
  expect(read('9/18 – 3/20: Deckhand, Marlow Ferries')).toEqual(['2018-09/2020-03']);
});

describe('ranges', () => {
  it.each([
    ['Feb 2020 – Present', '2020-02/…'],
    ['03/2014 to 05/2018', '2014-03/2018-05'],
    ['2016-10 — 2020-07', '2016-10/2020-07'],
    ['2019.04 - 2020.05', '2019-04/2020-05'],
    ['1/2015 - 6/2017', '2015-01/2017-06'],
    ['09/19 – 03/21', '2019-09/2021-03'],
    ['01/01/2015 - 31/12/2017', '2015-01-01/2017-12-31'],
    ['12 March 2019 to 3 April 2020', '2019-03-12/2020-04-03'],
    ['1998–2001', '1998/2001'],
    ['2014 2017', '2014/2017'],
    ['Sep 2014 Jun 2017', '2014-09/2017-06'],
    ['2015 - 17', '2015/2017'],
    ['2019–20', '2019/2020'],
    ['Sept. ’18 – May ’19', '2018-09/2019-05'],
    ['Jan – Mar 2020', '2020-01/2020-03'],
    ['Nov – Feb 2020', '2019-11/2020-02'],
    ['03 – 06/2019', '2019-03/2019-06'],
    ['Q3 2019 - Q1 2020', '2019-07/2020-03'],
    ['Summer 2018 – Winter 2020', '2018-06/2020-03'],
    ['from 2015 to 2018', '2015/2018'],
    ['Aug. 2010 - Dec. 2011', '2010-08/2011-12'],
    ['May 2019 until now', '2019-05/…'],
    ['X 2011 – V 2014', '2011-10/2014-05'],
    ['V 2019 – obecnie', '2019-05/…'],
    ['I 2020 – V 2020', '2020-01/2020-05'],
    ['od V 2019', '2019-05/…'],
    ['V 2019 – do dziś', '2019-05/…'],
    ['I 2018 r. – marzec 2020', '2018-01/2020-03'],
    ['od 04.2019', '2019-04/…'],
    ['από 03/2019', '2019-03/…'],
    ['v 2014 – 2016', '2014/2016'],
    ['9/18–3/20', '2018-09/2020-03'],
    ['6/15 to present', '2015-06/…'],
    ['mid-2019 to early 2021', '2019/2021'],
    ['Anfang 2019 – Ende März 2020', '2019/2020-03'],
    ['since late 2018', '2018/…'],
    ['H1 2019 – H2 2020', '2019-01/2020-12'],
    ["Q3'20 – Q1/22", '2020-07/2022-03'],
    ['4Q 2019 – 1Q 2021', '2019-10/2021-03'],
    ['T3 2019 – T1 2021', '2019-07/2021-03'],
    ['2019 onwards', '2019/…'],
    ["Mart 2021'den beri", '2021-03/…'],
    ['2020 óta', '2020/…'],
    ['Class of 2012', '2012'],
    ['2019 →', '2019/…'],
    ['2019 – …', '2019/…'],
    ['03/2019 ➞ 04/2020', '2019-03/2020-04'],
    ['Juli 2019 bis auf Weiteres', '2019-07/…'],
    ['2021-03 ~ 2022-08', '2021-03/2022-08'],
    ['IV 2019 – obecnie', '2019-04/…'],
    ['VI 2014 r. – III 2019 r.', '2014-06/2019-03'],
    ['03.2014 r. - 05.2018 r.', '2014-03/2018-05'],
    ['март 2014 г. – май 2018 г.', '2014-03/2018-05'],
    ['XII.2014-II.2015', '2014-12/2015-02'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each([
    ['de', 'Dezember 2014 – heute', '2014-12/…'],
    ['de', 'März 2015 bis Juli 2018', '2015-03/2018-07'],
    ['de', 'seit Mai 2024', '2024-05/…'],
    ['fr', 'avril 2021 – aujourd’hui', '2021-04/…'],
    ['fr', 'de septembre 2011 à juin 2013', '2011-09/2013-06'],
    ['fr', 'depuis févr. 2019', '2019-02/…'],
    ['es', 'enero 2019 – actualidad', '2019-01/…'],
    ['es', 'de mayo de 2012 a diciembre de 2018', '2012-05/2018-12'],
    ['pt', 'fevereiro de 2016 até o momento', '2016-02/…'],
    ['pt', 'set. 2017 – out. 2020', '2017-09/2020-10'],
    ['it', 'dal giugno 2018 ad oggi', '2018-06/…'],
    ['it', 'gen 2015 - lug 2017', '2015-01/2017-07'],
    ['nl', 'mrt 2018 – heden', '2018-03/…'],
    ['nl', 'sinds oktober 2020', '2020-10/…'],
    ['pl', 'od marca 2019 do chwili obecnej', '2019-03/…'],
    ['pl', 'wrzesień 2015 – obecnie', '2015-09/…'],
    ['sv', 'maj 2015 – juni 2017', '2015-05/2017-06'],
    ['cs', 'leden 2016 – prosinec 2018', '2016-01/2018-12'],
    ['tr', 'Ocak 2016 – Haziran 2019', '2016-01/2019-06'],
    ['ru', 'март 2016 – по настоящее время', '2016-03/…'],
    ['ja', '2019年4月〜現在', '2019-04/…'],
    ['zh', '2016年9月 – 2020年6月', '2016-09/2020-06'],
    ['zh', '2021 年 4 月 – 至今', '2021-04/…'],
    ['ko', '2018년 3월 ~ 현재', '2018-03/…'],
  ])('reads %s: %s', (_language, text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('takes a dash with nothing behind it for a range that still runs', () => {
    expect(read('2020-08 —')).toEqual(['2020-08/…']);
  });

  it('keeps a year a year', () => {
    expect(findDateSpans('2018')[0]).toMatchObject({ start: '2018', end: '2018', single: true });
  });

  it('reads an academic year as two years', () => {
    expect(read('2015/16')).toEqual(['2015/2016']);
  });
});

describe('what only looks like a date', () => {
  it.each([
    '+49 30 55550 118',
    'ISO 27001',
    'FRS 102',
    'BS 7671:2018',
    'cut from 2.4 to 1.9 in 18 months',
    '3,000 units',
    '1,950 joints',
    '10437 Berlin',
    '2000 €',
  ])('leaves %s alone', (text) => {
    expect(findDateSpans(text)).toEqual([]);
  });

  it('gives a range that runs backwards no dates, and takes years far apart for two dates', () => {
    expect(findDateSpans('2019 – 2015')).toMatchObject([{ single: false, backwards: true, from: 0, to: 11 }]);
    expect(read('2019 – 2015')).toEqual(['/']);
    expect(read('2019 – 1950')).toEqual(['2019', '1950']);
  });

  it('takes work proportional to the text on hostile input (P6)', () => {
    const text = '1 - 2/3.4 '.repeat(100_000);
    const start = processorMs();
    findDateSpans(text);
    expect(processorMs() - start).toBeLessThan(5000);
  });
});

describe('text around dates', () => {
  it('knows a text that is nothing but dates, brackets and durations', () => {
    expect(onlyDates('(May 2019 – Jun 2020)')).toBeDefined();
    expect(onlyDates('May 2019 – Jun 2020 (1 year 2 months)')).toBeDefined();
    expect(onlyDates('Engineer, May 2019')).toBeUndefined();
  });

  it('gives what stands on either side without brackets and separators', () => {
    const text = 'Baker, Millstone Bakery (01/2019 – 03/2020), Harwell';
    const [span] = findDateSpans(text);
    expect(span && withoutSpan(text, span)).toEqual({ before: 'Baker, Millstone Bakery', after: 'Harwell' });
  });

  it.each(['2 years 10 months', '(3 Jahre)', '4 mois', '2 anos e 3 meses', '8 mos'])('knows %s for a duration', (text) => {
    expect(isDuration(text)).toBe(true);
  });

  it('knows that a size is no duration', () => {
    expect(isDuration('24 beds')).toBe(false);
  });
});
