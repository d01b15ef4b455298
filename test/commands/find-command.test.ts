import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/all-commands.ts';
import { findCommand, nearestCommand } from '../../src/commands/find-command.ts';
import { isFilledForm, wordsOfOptions } from '../../src/commands/words-of-options.ts';

describe('what a mistyped command was meant to be', () => {
  it.each([
    ['mtach', 'match'],
    ['/mach', 'match'],
    ['shortlist digset off', 'digest'],
    ['profil', 'profile'],
    ['jbos nurse', 'jobs'],
  ])('"%s" is %s', (text, command) => {
    expect(nearestCommand(text, 'candidate', COMMANDS)).toBe(command);
  });

  it.each([
    'hello',
    'thanks a lot',
    'ok',
    'candidatse',
    'I would like to match with jobs in Leeds',
    'mtach\nsecond line',
    '',
  ])('"%s" is none of a candidate', (text) => {
    expect(nearestCommand(text, 'candidate', COMMANDS)).toBeUndefined();
  });

  it('is looked for among the commands of the role', () => {
    expect(nearestCommand('candidatse', 'recruiter', COMMANDS)).toBe('candidates');
  });

  it('is found by short names and with a slash', () => {
    expect(findCommand('/Resume', COMMANDS)?.name).toBe('resume');
    expect(findCommand('nothing', COMMANDS)).toBeUndefined();
  });
});

describe('typed options as words', () => {
  const options = [
    { name: 'words', summary: '', kind: 'words' },
    { name: 'min-years', summary: '', kind: 'number', prefix: 'min:' },
    { name: 'ad', summary: '', kind: 'file' },
  ] as const;

  it('stand in the order declared, behind what was typed, with their prefix; files and empty ones are no words', () => {
    expect(wordsOfOptions(options, ['list'], { 'min-years': '5', words: ' nurse  leeds ', ad: 'x' })).toEqual([
      'list',
      'nurse',
      'leeds',
      'min:5',
    ]);
    expect(wordsOfOptions(options, [], { words: '' })).toEqual([]);
  });

  it('every example of an option is taken by its command', () => {
    const taken = (name: string, given: Record<string, string>) => {
      const command = findCommand(name, COMMANDS);
      return command?.accepts(wordsOfOptions(command.options ?? [], [], given));
    };
    expect(taken('match', { limit: '5', candidate: 'c4f7k2m9q' })).toBe(true);
    expect(taken('jobs', { show: 'j4f7k2m9q' })).toBe(true);
    expect(taken('job', { do: 'edit', job: 'j4f7k2m9q', change: 'title=Senior Welder' })).toBe(true);
    expect(taken('job', { do: 'post' })).toBe(true);
    expect(taken('shortlist', { job: 'j4f7k2m9q', limit: '3' })).toBe(true);
    expect(taken('candidates', { words: 'nurse', 'min-years': '5' })).toBe(true);
    expect(taken('digest', { weekly: 'fri' })).toBe(true);
    expect(taken('digest', { pause: '2w' })).toBe(true);
    expect(taken('erase', { code: '7k3m9q2x' })).toBe(true);
    expect(taken('correct', { words: 'title=Welder' })).toBe(true);
    expect(taken('prefer', { wish: 'remote only' })).toBe(true);
    expect(taken('why', { match: '2' })).toBe(true);
    expect(taken('resume', { job: 'j4f7k2m9q' })).toBe(true);
  });

  it('a name that is no option belongs to a form, and no form has a field of an option’s name', async () => {
    expect(isFilledForm(options, { words: 'x' })).toBe(false);
    expect(isFilledForm(options, { title: 'x' })).toBe(true);
  });
});
