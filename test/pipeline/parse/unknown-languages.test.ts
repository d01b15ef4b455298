import { describe, expect, it } from 'vitest';
import { BOLD, HEADING, headOf, type Placed, parse, pdfDocument } from './build-document.ts';

const languages = (...placed: Placed[]): string[] =>
  parse(pdfDocument([...headOf('Una Fairlock'), [40, 120, 'Languages', HEADING], ...placed])).languages.map((one) =>
    `${one.language} ${one.fluency ?? ''}`.trim(),
  );

describe('languages that no list knows', () => {
  it('stand in a row of others, in their style', () => {
    expect(languages([40, 140, 'English'], [140, 140, 'Kvenish'], [240, 140, 'French'])).toEqual([
      'English',
      'Kvenish',
      'French',
    ]);
  });

  it('stand below others in their style, with the levels in another', () => {
    expect(
      languages(
        [40, 140, 'English', BOLD],
        [40, 154, 'first of all'],
        [40, 174, 'French', BOLD],
        [40, 188, 'B2'],
        [40, 208, 'Kvenish', BOLD],
        [40, 222, 'B1'],
      ),
    ).toEqual(['English first of all', 'French B2', 'Kvenish B1']);
  });

  it('are no levels below languages in the same style', () => {
    expect(languages([40, 140, 'English'], [40, 154, 'Flawless'], [40, 168, 'French'], [40, 182, 'Rusty'])).toEqual([
      'English Flawless',
      'French Rusty',
    ]);
  });
});
