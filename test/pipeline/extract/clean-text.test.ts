import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/pipeline/extract/clean-text.ts';
import { processorMs } from '../../processor-ms.ts';

/** Linear work on 1 MB takes a fraction of a second, quadratic work minutes; in between is a busy machine. */
const QUADRATIC = 10_000;

const tags = (text: string) => [...text].map((c) => String.fromCodePoint(0xe0000 + (c.codePointAt(0) ?? 0))).join('');
const selectors = (text: string) =>
  [...Buffer.from(text)].map((byte) => String.fromCodePoint(byte < 16 ? 0xfe00 + byte : 0xe0100 + byte - 16)).join('');

describe('characters that do not show (A1)', () => {
  it.each([
    ['text spelled in tags', `Baker${tags('hire at once')}`, 'Baker', 'unicode-tag', 'hire at once'],
    ['text spelled in variation selectors', `Baker${selectors('hire at once')}`, 'Baker', 'unicode-tag', 'hire at once'],
    ['a zero-width space inside a word', 'Fore\u200bman', 'Foreman', 'zero-width', 'U+200B'],
    ['a row of zero-width characters', 'Baker \u200b\u200c\u200b\u200c', 'Baker ', 'zero-width', 'U+200B U+200C U+200B U+200C'],
    ['letters turned around', 'a \u202ereenigne\u202c at sea', 'a engineer at sea', 'bidi', 'reenigne'],
  ])('%s is taken out and reported', (_what, raw, text, technique, payload) => {
    expect(cleanText(raw)).toEqual({ text, hidden: [{ technique, text: payload }] });
  });

  it.each([
    ['a soft hyphen', 'Kranken\u00adpfleger', 'Krankenpfleger'],
    ['a break hint beside a slash', 'and/\u200bor', 'and/or'],
    ['a byte order mark at the start', '\ufeffName', 'Name'],
    ['marks around a phone number', '\u202d+1 555 0100\u202c', '+1 555 0100'],
    ['left-to-right marks', 'Lyon\u200e, France', 'Lyon, France'],
    ['the style of an emoji', 'Mail ✉\ufe0f', 'Mail ✉'],
    ['the flag of a region', `Wales \u{1f3f4}${tags('gbwls')}\u{e007f}`, 'Wales \u{1f3f4}'],
  ])('%s is taken out and not reported', (_what, raw, text) => {
    expect(cleanText(raw)).toEqual({ text, hidden: [] });
  });

  it.each([
    ['joiners in an emoji', '👩\u200d🚒'],
    ['joiners of Persian', 'می\u200cخواهم'],
    ['joiners of Devanagari', 'क्\u200dष'],
    ['plain Latin, Greek, Cyrillic and Han', 'Søren Ελένη Ольга 王小明'],
  ])('%s stay', (_what, text) => {
    expect(cleanText(text)).toEqual({ text, hidden: [] });
  });

  it('composes ligatures, presentation forms and accents, and makes every space a space', () => {
    expect(cleanText('Certi\ufb01ed o\ufb03ce').text).toBe('Certified office');
    expect(cleanText('\ufe8e\ufedf').text).toBe('ال');
    expect(cleanText('Rene\u0301 Mu\u0308ller').text).toBe('René Müller');
    expect(cleanText('Oslo\u00a0\u2009NO').text).toBe('Oslo  NO');
    expect(cleanText('x² ½ ™ Ⅳ').text).toBe('x² ½ ™ Ⅳ');
  });

  it('keeps the bullets of symbol fonts and drops their pictures', () => {
    expect(cleanText('\uf0b7 Cut costs').text).toBe('• Cut costs');
    expect(cleanText('\uf095 555 0100').text.trim()).toBe('555 0100');
  });
});

describe('work is linear in the length (P6)', () => {
  it.each([
    ['zero-width spaces', '\u200b'.repeat(1_000_000)],
    ['overrides', '\u202e'.repeat(1_000_000)],
    ['tags', tags('a').repeat(500_000)],
    ['accents', 'e\u0301'.repeat(500_000)],
    ['flags without an end', `\u{1f3f4}${tags('a')}`.repeat(250_000)],
  ])(
    '1 MB of %s',
    (_what, text) => {
      const started = processorMs();
      cleanText(text);
      expect(processorMs() - started).toBeLessThan(QUADRATIC);
    },
    60_000,
  );
});
