import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/all-commands.ts';
import { parseCommandLine } from '../../src/commands/parse-command-line.ts';
import { mayUse } from '../../src/commands/registry.ts';

const parsed = (line: string) => {
  const found = parseCommandLine(line, COMMANDS);
  return found && [found.command.name, ...found.words];
};

describe('a line as a command', () => {
  it.each([
    ['help', ['help']],
    ['Help.', ['help']],
    ['/match', ['match']],
    ['match 10', ['match', '10']],
    ['MATCH c4f7k2m9q', ['match', 'c4f7k2m9q']],
    ['shortlist match', ['match']],
    ['shortlist j4f7k2m9q', ['shortlist', 'j4f7k2m9q']],
    ['why 2', ['why', '2']],
    ['jobs nurse leeds', ['jobs', 'nurse', 'leeds']],
    ['digest zone Europe/Berlin', ['digest', 'zone', 'Europe/Berlin']],
    ['digest time 8:15', ['digest', 'time', '8:15']],
    ['digest pause 14', ['digest', 'pause', '14']],
    ['stop', ['stop']],
    ['me', ['me']],
  ])('%s is understood', (line, words) => {
    expect(parsed(line)).toEqual(words);
  });

  it.each([
    'Help me with my application',
    'match report of Saturday',
    'me and my friends',
    'why not',
    'digest sometimes',
    'digest time 25:00',
    'shortlist',
    'shortlist of candidates',
    'stop sending these',
    'profile of our company',
    'Invoice 2026-118',
    '',
    `jobs ${'very '.repeat(40)}long`,
  ])('"%s" is none', (line) => {
    expect(parsed(line)).toBeUndefined();
  });

  it('every command explains itself with an example that it accepts', () => {
    for (const command of COMMANDS) {
      expect(command.summary).not.toBe('');
      for (const example of command.examples)
        expect(command.textual === false ? command.name : parsed(example)?.[0], example).toBe(command.name);
      expect(command.examples.length).toBeGreaterThan(0);
    }
  });

  it('candidates may not use what shows other people', () => {
    const usable = COMMANDS.filter((command) => mayUse('candidate', command)).map((command) => command.name);
    expect(usable).not.toContain('candidates');
    expect(usable).not.toContain('shortlist');
    expect(usable).not.toContain('stats');
    expect(usable).toContain('match');
  });
});
