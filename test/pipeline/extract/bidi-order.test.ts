import { describe, expect, it } from 'vitest';
import { toReadingOrder } from '../../../src/pipeline/extract/bidi-order.ts';

/** As a page draws it, from left to right; what stands in braces is one glyph. */
const read = (drawn: string, base: 'rtl' | 'ltr' = 'rtl'): string =>
  toReadingOrder(
    (drawn.match(/\{[^}]+\}|./gu) ?? []).map((sign) => ({ text: sign.length > 1 ? sign.slice(1, -1) : sign })),
    base,
  )
    .flat()
    .map((sign) => sign.text)
    .join('');
const turned = (text: string): string => [...text].reverse().join('');

describe('text drawn from left to right that is read from the right', () => {
  it('is turned, with its foreign words and numbers left as they are', () => {
    expect(read(`${turned(' בקסם')}40%${turned('ירד ב-')}`)).toBe('ירד ב-40% בקסם');
    expect(read(`${turned(' للصيانة')} Node.js 18${turned('خادم ')}`.replace('  ', ' '))).toBe('خادم Node.js 18 للصيانة');
    expect(read(`Python, C++ ${turned('מפתח')}`)).toBe('מפתח Python, C++');
  });

  it('keeps the letters of one glyph in their order', () => {
    expect(read(`${turned(' عليكم')}م{لا}${turned('الس')}`)).toBe('السلام عليكم');
  });

  it('keeps the brackets around a range of years or a number together, whichever sign the writer named', () => {
    for (const drawn of ['(2019-2021)', ')2019-2021(']) expect(read(`${drawn} ${turned('מנהל')}`)).toBe('מנהל (2019-2021)');
    expect(read(`(054-1234567) ${turned('נייד')}`)).toBe('נייד (054-1234567)');
  });

  it('has its brackets the right way around, whichever sign the writer named', () => {
    expect(read(`(${turned('أم')}) ${turned('لغة')}`)).toBe('لغة (أم)');
    expect(read(`)${turned('أم')}( ${turned('لغة')}`)).toBe('لغة (أم)');
  });

  it('runs forwards in time', () => {
    expect(read('02/2019 - 07/2014')).toBe('07/2014 - 02/2019');
    expect(read('07/2014 - 02/2019')).toBe('07/2014 - 02/2019');
    expect(read(`${turned('الآن')} - 03/2019`)).toBe('03/2019 - الآن');
    expect(read('٢٠٢٠ – ٢٠١٦')).toBe('٢٠١٦ – ٢٠٢٠');
  });

  it('has telephone numbers from their beginning', () => {
    expect(read(`208 555 661 212+ | ${turned('الرباط')}`)).toBe('الرباط | +212 661 555 208');
    expect(read(`+212 661 555 208 | ${turned('الرباط')}`)).toBe('الرباط | +212 661 555 208');
    expect(read('052-555-0147')).toBe('052-555-0147');
    expect(read('0172 555 055')).toBe('055 555 0172');
  });

  it('is turned alone where the paragraph runs from left to right', () => {
    expect(read(`Spoken: ${turned('עברית')} (native), French`, 'ltr')).toBe('Spoken: עברית (native), French');
  });
});
