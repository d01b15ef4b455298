import { describe, expect, it } from 'vitest';
import { findDateSpans } from '../../../src/pipeline/parse/date-range.ts';
import { jobs, parse } from './build-document.ts';

/** The dates of the jobs of a resume whose head says where its owner lives. */
function dates(head: string, ...ranges: string[]): string[] {
  const entries = ranges.map((range, i) => `Welder, Acme${i} Ltd\n${range}\n- Welded frames for the yard`);
  return parse(`Nora Brandvold\n${head}\n\nExperience\n\n${entries.join('\n\n')}\n`).work.map(
    (job) => `${job.startDate ?? ''}/${job.endDate ?? ''}`,
  );
}

const US = 'San Francisco, CA 94110, USA | nora@example.com | (415) 555-0132';
const UK = 'Leeds, United Kingdom | nora@example.com | +44 20 7946 0123';
const NOWHERE = 'nora@example.com';

describe('numeric dates', () => {
  it('are read month first in an American resume', () => {
    expect(dates(US, '06/01/2016 - 05/01/2019', '03/04/2014 – 04/05/2016')).toEqual([
      '2016-06-01/2019-05-01',
      '2014-03-04/2016-04-05',
    ]);
    expect(dates('Columbus, OH | nora@example.com', '6/1/2016 to 5/1/2019')).toEqual(['2016-06-01/2019-05-01']);
    expect(dates('nora@example.com | +1 415 555 0132', '06-01-2016 - present')).toEqual(['2016-06-01/']);
    expect(dates('Manila, Philippines | nora@example.com', '06/01/16 - 05/01/19')).toEqual(['2016-06-01/2019-05-01']);
  });

  it('are read day first elsewhere', () => {
    expect(dates(UK, '06/01/2016 - 05/01/2019')).toEqual(['2016-01-06/2019-01-05']);
    expect(dates('Madrid, España | nora@example.es', '06-01-2016 - 05-01-2019')).toEqual(['2016-01-06/2019-01-05']);
    expect(dates('nora@example.com | +49 30 123456', '06/01/2016 - 05/01/2019')).toEqual(['2016-01-06/2019-01-05']);
  });

  it('are read as one date with a day beyond 12 says, wherever it stands and whoever lives where', () => {
    expect(dates(US, '06/01/2016 - 05/01/2019', '31/01/2014 - 02/03/2016')).toEqual([
      '2016-01-06/2019-01-05',
      '2014-01-31/2016-03-02',
    ]);
    expect(dates(UK, '06/01/2016 - 05/01/2019', '01/31/2014 - 02/03/2016')[0]).toBe('2016-06-01/2019-05-01');
  });

  it('are read as the range needs that runs forwards in one order only', () => {
    expect(dates(NOWHERE, '03/12/2016 - 06/01/2016', '04/02/2014 - 05/01/2015')).toEqual([
      '2016-03-12/2016-06-01',
      '2014-04-02/2015-05-01',
    ]);
  });

  it('are read as jobs begin, on the first of a month, where nothing else tells', () => {
    expect(dates(NOWHERE, '06/01/2016 - 05/01/2019', '03/01/2014 - 06/01/2016')[0]).toBe('2016-06-01/2019-05-01');
    expect(dates(NOWHERE, '01/06/2016 - 01/05/2019', '01/03/2014 - 01/06/2016')[0]).toBe('2016-06-01/2019-05-01');
  });

  it('keep the year alone where nothing tells', () => {
    expect(dates(NOWHERE, '06/02/2016 - 05/03/2019')).toEqual(['2016/2019']);
    expect(dates(NOWHERE, '06.02.2016 - 05.03.2019')).toEqual(['2016-02-06/2019-03-05']);
    expect(dates('Toronto, Canada | nora@example.ca', '06/02/2016 - 05/03/2019')).toEqual(['2016/2019']);
  });

  it('are one day in every order when their numbers are alike', () => {
    expect(dates(NOWHERE, '06/06/2016 - 05/05/2019')).toEqual(['2016-06-06/2019-05-05']);
  });
});

describe('days that do not exist', () => {
  it.each([
    ['31.02.2016 - 31.04.2019', '2016-02/2019-04'],
    ['30/02/2010 - 2012', '2010-02/2012'],
    ['29.02.2016 - 29.02.2019', '2016-02-29/2019-02'],
    ['2014-00-10 to 2015-02-31', '2014/2015-02'],
    ['2014-00-00 - 2016-00-00', '2014/2016'],
    ['00/00/2014 - 00/00/2016', '2014/2016'],
    ['31 June 2016 - 31 November 2019', '2016-06/2019-11'],
    ['June 31, 2016 – July 31, 2019', '2016-06/2019-07-31'],
    ['2019年2月30日 - 2020年4月31日', '2019-02/2020-04'],
  ])('%s is read to the month', (text, expected) => {
    expect(findDateSpans(text).map((span) => `${span.start}/${span.end}`)).toEqual([expected]);
  });

  it('do not cost the job', () => {
    const text =
      'Nora Brandvold\nnora@example.com\n\nExperience\n\nNurse, Mercy Clinic\n2014-00-10 to 2015-02-31\n- Cared for patients\n';
    expect(jobs(parse(text))).toEqual(['Nurse @ Mercy Clinic [2014/2015-02]']);
  });
});
