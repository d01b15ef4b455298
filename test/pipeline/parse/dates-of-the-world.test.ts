import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/pipeline/parse/clean-text.ts';
import { findDateSpans } from '../../../src/pipeline/parse/date-range.ts';

const read = (text: string): string =>
  findDateSpans(cleanText(text))
    .map(({ start = '', end = '', ongoing }) => `${start}/${ongoing ? 'now' : end}`)
    .join(' ');

describe('dates in languages that are read more seldom', () => {
  it.each([
    ['أبريل 2018 - حتى الآن', '2018-04/now'],
    ['كانون الثاني 2018 - تشرين الأول 2019', '2018-01/2019-10'],
    ['غشت 2015 إلى دجنبر 2017', '2015-08/2017-12'],
    ['٠٣/٢٠١٩ – ٠٤/٢٠٢٠', '2019-03/2020-04'],
    ['آوریل ۲۰۱۹ – اکنون', '2019-04/now'],
    ['מרץ 2018 עד יוני 2020', '2018-03/2020-06'],
    ['05/2021 - היום', '2021-05/now'],
    ['जुलाई 2012 से मार्च 2018 तक', '2012-07/2018-03'],
    ['अप्रैल २०१८ – वर्तमान', '2018-04/now'],
    ['từ tháng 8 năm 2016 đến tháng 12 năm 2019', '2016-08/2019-12'],
    ['03/2017 - Hiện tại', '2017-03/now'],
    ['Agustus 2014 – Sekarang', '2014-08/now'],
    ['Jan 2018 s/d Des 2019', '2018-01/2019-12'],
    ['Μαρτίου 2018 – σήμερα', '2018-03/now'],
    ['Ιαν 2012 - Φεβ 2018', '2012-01/2018-02'],
    ['сент. 2011 – янв. 2018', '2011-09/2018-01'],
    ['вересень 2014 – до сьогодні', '2014-09/now'],
    ['2018.02. – 2020.05.', '2018-02/2020-05'],
    ['sausis 2012 – dabar', '2012-01/now'],
    ['kolovoz 2016. – danas', '2016-08/now'],
    ['listopad 2008. – svibanj 2012.', '2008-10/2012-05'],
    ['listopad 2018 – grudzień 2019', '2018-11/2019-12'],
  ])('%s', (text, dates) => expect(read(text)).toBe(dates));

  it('are counted as ours are where the years are those of Buddhists', () => {
    expect(read('มิ.ย. 2562 – ปัจจุบัน')).toBe('2019-06/now');
    expect(read('มิถุนายน 2554 - มีนาคม 2558')).toBe('2011-06/2015-03');
    expect(read('พ.ศ. 2558')).toBe('2015/2015');
    expect(read('2558 - 2562')).toBe('2015/2019');
    expect(read('มกราคม 2019')).toBe('2019-01/2019-01');
  });

  it('are found and give no date where the calendar is not turned into ours: none is invented', () => {
    expect(findDateSpans(cleanText('مهر ۱۳۹۸ تا اکنون'))).toMatchObject([{ uncounted: true, ongoing: true }]);
    expect(findDateSpans(cleanText('۱۳۹۵ - ۱۳۹۸'))).toMatchObject([{ uncounted: true, from: 0, to: 11 }]);
    expect(findDateSpans(cleanText('1438هـ - 1440هـ'))).toMatchObject([{ uncounted: true }]);
    expect(read('مهر ۱۳۹۸')).toBe('/');
  });

  it('are no dates where numbers only look so', () => {
    expect(read('Served 2500 customers on 1400 sq ft')).toBe('');
    expect(read('ISO 2555, 1350 rpm')).toBe('');
  });
});
