import { describe, expect, it } from 'vitest';
import { extractMarkdown } from '../../../src/pipeline/extract/extract-markdown.ts';
import { lookupHeading } from '../../../src/pipeline/parse/heading-lookup.ts';
import { parse } from './build-document.ts';

const kindOf = (text: string): string | undefined => lookupHeading(text)?.kinds[0];
const readMarkdown = (lines: readonly string[]) => parse(extractMarkdown(new TextEncoder().encode(lines.join('\n'))));

describe('headings that say a section in a clause', () => {
  it.each([
    ['What I studied', 'education'],
    ['What have I studied?', 'education'],
    ['What I am certified for', 'certificates'],
    ['Where I help out', 'volunteer'],
    ['When I am not working', 'interests'],
    ['Things I built', 'projects'],
    ['Tickets I hold', 'certificates'],
    ['What I have written', 'publications'],
    ['What I am proud of', 'awards'],
    ['How to reach me', 'contact'],
    ["Companies I've worked for", 'work'],
    ['Wo ich mich engagiere', 'volunteer'],
    ['Was ich sonst mache', 'interests'],
    ['Worauf ich stolz bin', 'awards'],
    ['Où j’ai travaillé', 'work'],
    ['Ce que j’ai étudié', 'education'],
    ['Qué he estudiado', 'education'],
    ['Dove ho studiato', 'education'],
    ['O que estudei', 'education'],
    ['Wat ik heb gestudeerd', 'education'],
    ['Czego się uczyłem', 'education'],
    ['Var jag har jobbat', 'work'],
    ['Где я работал', 'work'],
    ['Kde jsem studoval', 'education'],
    ['Hvad jeg har læst', 'education'],
    ['Nerede çalıştım?', 'work'],
    ['Ce știu să fac', 'skills'],
    ['Hol dolgoztam', 'work'],
    ['Missä olen työskennellyt', 'work'],
    ['Що я вмію', 'skills'],
    ['What roles I have held', 'work'],
    ['Which positions I held', 'work'],
    ['Companies I have helped', 'work'],
    ['Talks I gave', 'publications'],
    ['What I helped build', 'projects'],
    ['What I can help with', 'skills'],
    ['What people say I do well', 'references'],
    ['What I want to learn', 'summary'],
    ['Where I want to work', 'summary'],
    ['Wo ich arbeiten möchte', 'summary'],
    ['Où je veux travailler', 'summary'],
    ['Dónde quiero trabajar', 'summary'],
    ['Nerede çalışmak istiyorum', 'summary'],
    ['Де я хочу працювати', 'summary'],
  ])('%s', (text, kind) => expect(kindOf(text)).toBe(kind));

  it.each([
    'How I can help',
    'Where I grew up',
    'what I studied',
    'What I studied there was dull.',
    'Kim Robilska',
    'People I worked with',
    'Why I left my job',
  ])('and %s is none', (text) => expect(kindOf(text)).toBeUndefined());

  it('are no sections where they stand below every job', () => {
    const job = (title: string, dates: string) => [`${title}, Tindel Foods Ltd`, dates, '', 'What I studied', '', '- Law', ''];
    const { work, education } = parse(
      [
        ...['Ada Wren', 'ada.wren@example.org', '', 'Experience', ''],
        ...job('Clerk', '2018 – 2020'),
        ...job('Driver', '2015 – 2017'),
      ].join('\n'),
    );
    expect(work).toHaveLength(2);
    expect(education).toEqual([]);
  });

  const SECOND = ['Porter, Quarl Stores Ltd', '2015 – 2017', '- Carried crates', ''];
  it.each([
    ['below the level of the sections', ['## Experience', '### Clerk, Tindel Foods Ltd', '2018 – 2020', '#### What I learned']],
    [
      'in a lower level than their only section',
      ['## Experience', 'Clerk, Tindel Foods Ltd', '2018 – 2020', '', '### What I learned'],
    ],
  ])('are no sections %s', (_, head) => {
    const resume = readMarkdown([
      '# Ada Wren',
      '',
      ...head,
      '',
      '- Filed letters',
      '',
      '### Porter, Quarl Stores Ltd',
      '2015 – 2017',
      '',
    ]);
    expect(resume.work).toMatchObject([{ name: 'Tindel Foods Ltd' }, { name: 'Quarl Stores Ltd' }]);
  });

  it('are no sections where they stand once between two dated jobs, over no date', () => {
    const { work, education } = parse(
      [
        ...['Ada Wren', 'ada.wren@example.org', '', 'Experience', ''],
        ...['Clerk, Tindel Foods Ltd', '2018 – 2020', '', 'What I learned', '- Filing', '- Typing', '- Bookkeeping', ''],
        ...SECOND,
      ].join('\n'),
    );
    expect(work).toMatchObject([{ name: 'Tindel Foods Ltd' }, { name: 'Quarl Stores Ltd' }]);
    expect(education).toEqual([]);
  });

  it('are sections below dated jobs where a date follows', () => {
    const { education } = parse(
      [
        ...['Ada Wren', 'ada.wren@example.org', '', 'Where I worked', '', ...SECOND],
        ...['What I learned', '', 'BSc Logistics, Northgate College', '2012 – 2015', ''],
      ].join('\n'),
    );
    expect(education).toMatchObject([{ institution: 'Northgate College' }]);
  });
});
