import { describe, expect, it } from 'vitest';
import { isPlaceholder } from '../../../src/pipeline/parse/placeholders.ts';
import { parse } from './build-document.ts';

describe('a blank to fill in', () => {
  it.each([
    '[Company name]',
    'Your Name',
    'Vorname Nachname',
    '____________',
    '-----',
    'MM/YYYY - MM/YYYY',
    '(000) 000-0000',
    'Skill 2',
    'Date: ________',
    '<your title>',
    'Lorem ipsum dolor sit amet',
  ])('is no value: %s', (value) => expect(isPlaceholder(value)).toBe(true));
  it.each([
    'Nordlys Bakery',
    'C',
    'C++',
    '2000',
    'Company Secretary',
    'Name Tag Ltd',
    'Ann Name',
    '+47 555 01 234',
    '007',
    'Baker [night shift]',
    '林晓雨',
    'Skill 2 Win Ltd',
  ])('is not: %s', (value) => expect(isPlaceholder(value)).toBe(false));
  it('leaves a template that nobody filled in without a single value', () => {
    const { basics, work, education, skills } = parse(
      'Your Name\n[City] | [Phone]\n\nEXPERIENCE\n[Job title], [Company name]\n[Start date] - [End date]\n\nEDUCATION\n[Degree], [School name]\n\nSKILLS\n[Skill 1], [Skill 2]',
    );
    expect({ basics, work, education, skills }).toEqual({ basics: {}, work: [], education: [], skills: [] });
  });
});
