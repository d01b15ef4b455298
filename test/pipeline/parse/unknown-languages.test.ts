import { describe, expect, it } from 'vitest';
import { BOLD, HEADING, headOf, type Placed, parse, pdfDocument } from './build-document.ts';

const languages = (...placed: Placed[]): string[] =>
  parse(pdfDocument([...headOf('Una Fairlock'), [40, 120, 'Languages', HEADING], ...placed])).languages.map((one) =>
    `${one.language} ${one.fluency ?? ''}`.trim(),
  );

it('a label before the level is no language', () => {
  expect(
    languages(
      [40, 140, 'English', BOLD],
      [40, 154, 'Fluency: Native speaker', BOLD],
      [40, 174, 'French', BOLD],
      [40, 188, 'Niveau : B2', BOLD],
    ),
  ).toEqual(['English Native speaker', 'French B2']);
});

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

  it('have a level beside them in the cells of a table, in a bracket, or right behind them', () => {
    expect(
      languages(
        [40, 140, 'Language', BOLD],
        [160, 140, 'Spoken', BOLD],
        [260, 140, 'Written', BOLD],
        [40, 155, 'Low Kvenish'],
        [160, 155, 'Advanced'],
        [260, 155, 'Novice'],
        [40, 170, 'French'],
        [160, 170, 'Novice'],
        [260, 170, 'Novice'],
      ),
    ).toEqual(['Low Kvenish Advanced', 'French Novice']);
    expect(languages([40, 140, '英文（中等）；海語（精通）'])).toEqual(['英文 中等', '海語 精通']);
    expect(languages([40, 140, 'Español nativo'], [40, 155, 'Kvenés yucateco conversacional'])).toEqual([
      'Español nativo',
      'Kvenés yucateco conversacional',
    ]);
  });
});

describe('levels', () => {
  it('stand behind each of several languages that only blanks part', () => {
    expect(languages([40, 140, '英語：日常会話 ベトナム語：初級'])).toEqual(['英語 日常会話', 'ベトナム語 初級']);
  });

  it('may hold for two languages', () => {
    expect(languages([40, 140, 'Castellano y kvenera (maternos), inglés (C1)'])).toEqual([
      'Castellano maternos',
      'kvenera maternos',
      'inglés C1',
    ]);
  });

  it('are told by the words behind the dots of a meter', () => {
    expect(
      languages(
        [40, 140, 'polski'],
        [140, 140, '● ● ● ●'],
        [240, 140, 'język ojczysty'],
        [40, 155, 'niderlandzki'],
        [140, 155, '● ● ○ ○'],
        [240, 155, 'średnio zaawansowany (B1)'],
      ),
    ).toEqual(['polski język ojczysty', 'niderlandzki średnio zaawansowany (B1)']);
  });
});
