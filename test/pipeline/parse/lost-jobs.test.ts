import { describe, expect, it } from 'vitest';
import { parse } from './build-document.ts';

const HEAD = 'Nora Brandvold\nnora@example.com\n\n';
const warnings = (text: string): string[] => parse(`${HEAD}${text}`).meta.shortlist.warnings;

describe('a page of dated lines without a job', () => {
  it('is told to people', () => {
    const lost = 'Tides\nQuxel — Morvath\n2015 - 2019\n\nZorbin — Plenk\n2019 - 2021\n';
    expect(parse(HEAD + lost).work).toEqual([]);
    expect(warnings(lost)).toEqual(['no job was found, but 2 lines hold dates: work experience may be missing']);
  });

  it('studies alone are no reason', () => {
    expect(
      warnings('Education\nBSc Physics, University of Leeds\n2011 - 2014\nMSc Physics, University of Hull\n2014 - 2016\n'),
    ).toEqual([]);
  });

  it('jobs that were found are none either', () => {
    expect(warnings('Experience\nWelder, Acme Ltd\n2015 - 2019\n\nSenior Welder, Foo Ltd\n2019 - 2021\n')).toEqual([]);
  });
});

describe('a head of a job among the text of the job above', () => {
  const warnings = (...lines: string[]): string[] =>
    parse(
      `Nora Brandvold\nnora@example.com\n\nExperience\n\nWelder, Acme Ltd, 2019 - 2023\n- Welded\n\nFitter, Brook Ltd, 2015 - 2019\n${lines.join('\n')}\n`,
    ).meta.shortlist.warnings;

  it('is told', () => {
    expect(warnings('- Fitted pipes', 'Apple — Intern — 2015', '- Learned')).toEqual([
      'lines with a date were read as text of the job above: Apple — Intern — 2015',
    ]);
  });

  it('is nothing that was done', () => {
    expect(warnings('- Fitted pipes in 2017', 'Won the prize of the yard in 2016', '- Budget – 2017')).toEqual([]);
  });
});
