import { describe, expect, it } from 'vitest';
import { lookupHeading } from '../../../src/pipeline/parse/heading-lookup.ts';
import { parse } from './build-document.ts';

const kindOf = (text: string): string | undefined => lookupHeading(text)?.kinds[0];

describe('headings that say a section in a clause', () => {
  it.each([
    ['What I studied', 'education'],
    ['What have I studied?', 'education'],
    ['What I am certified for', 'certificates'],
    ['Where I help out', 'volunteer'],
    ['When I am not working', 'interests'],
    ['Things I built', 'projects'],
    ['À côté', 'interests'],
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
  ])('%s', (text, kind) => expect(kindOf(text)).toBe(kind));

  it.each([
    'How I can help',
    'Where I grew up',
    'what I studied',
    'What I studied there was dull.',
    'Kim Robilska',
  ])('and %s is none', (text) => expect(kindOf(text)).toBeUndefined());

  it('are no sections where they stand below every job', () => {
    const job = (title: string, dates: string) => [`${title}, Tindel Foods Ltd`, dates, 'What I learned', '- Paid on time', ''];
    const { work, education } = parse(
      [
        'Ada Wren',
        'ada.wren@example.org',
        '',
        'EXPERIENCE',
        ...job('Clerk', '2018 – 2020'),
        ...job('Driver', '2015 – 2017'),
      ].join('\n'),
    );
    expect(work).toHaveLength(2);
    expect(education).toEqual([]);
  });
});
