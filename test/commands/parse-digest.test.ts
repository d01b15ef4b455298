import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/all-commands.ts';
import { parseCommandLine } from '../../src/commands/parse-command-line.ts';
import { parseDigest } from '../../src/commands/parse-digest.ts';
import { isStopWord, STOP_WORDS } from '../../src/domain/stop-words.ts';

const parsed = (line: string) => parseDigest(line.split(' ').filter(Boolean));

describe('the words after digest', () => {
  it.each([
    ['', { kind: 'show' }],
    ['on', { kind: 'on' }],
    ['OFF', { kind: 'off' }],
    ['resume', { kind: 'on' }],
    ['daily', { kind: 'daily' }],
    ['weekly', { kind: 'weekly', weekday: 'mon' }],
    ['weekly Fri', { kind: 'weekly', weekday: 'fri' }],
    ['weekly on Sundays', { kind: 'weekly', weekday: 'sun' }],
    ['weekly wednesday', { kind: 'weekly', weekday: 'wed' }],
    ['pause', { kind: 'pause', days: 7 }],
    ['pause 14', { kind: 'pause', days: 14 }],
    ['pause 3d', { kind: 'pause', days: 3 }],
    ['pause 2w', { kind: 'pause', days: 14 }],
    ['pause 2 weeks', { kind: 'pause', days: 14 }],
    ['pause 1 day', { kind: 'pause', days: 1 }],
    ['pause until 2026-12-24', { kind: 'pauseUntil', date: '2026-12-24' }],
    ['time 07:30', { kind: 'time', time: '07:30' }],
    ['time 7.30', { kind: 'time', time: '07:30' }],
    ['time 7:30am', { kind: 'time', time: '07:30' }],
    ['time 7:30 PM', { kind: 'time', time: '19:30' }],
    ['time 12am', { kind: 'time', time: '00:00' }],
    ['time 12 pm', { kind: 'time', time: '12:00' }],
    ['time 19h30', { kind: 'time', time: '19:30' }],
    ['time 8', { kind: 'time', time: '08:00' }],
    ['zone Europe/Berlin', { kind: 'zone', named: 'europe/berlin' }],
    ['zone new york', { kind: 'zone', named: 'new york' }],
    ['archive', { kind: 'archive', count: 10 }],
    ['archive 3', { kind: 'archive', count: 3 }],
    ['show 2026-11-11', { kind: 'sent', date: '2026-11-11' }],
  ])('"%s" is understood', (line, expected) => {
    expect(parsed(line)).toEqual(expected);
  });

  it.each([
    'sometimes',
    'of the board meeting',
    'on Monday we met',
    'weekly report',
    'weekly sunny',
    'pause 0',
    'pause 400',
    'pause 3 years',
    'pause until tomorrow',
    'pause until 2026-02-30',
    'time',
    'time 24:00',
    'time 7:60',
    'time 13pm',
    'time 0am',
    'zone',
    'show',
    'show 2026-13-01',
    'archive all',
    'constructor',
    '__proto__',
  ])('"%s" is no command', (line) => {
    expect(parsed(line)).toBeUndefined();
  });
});

describe('one word that stops', () => {
  it.each(['stop', 'Stop.', 'UNSUBSCRIBE', 'abmelden', 'Désabonner', 'cancelar', 'Baja'])('%s, alone on its line', (line) => {
    expect(parseCommandLine(line, COMMANDS)?.command.name).toBe('stop');
    expect(isStopWord(line)).toBe(true);
  });

  it.each([
    'cancelar la cita',
    'stop sending these',
    'Baja California, 2019 - 2021',
    'unsubscribe me from the news of Acme',
    'Please stop',
  ])('"%s" is none: only the exact word is', (line) => {
    expect(parseCommandLine(line, COMMANDS)).toBeUndefined();
    expect(isStopWord(line)).toBe(false);
  });

  it('is never also the name of another command', () => {
    const names = COMMANDS.flatMap((command) => [command.name, ...(command.aliases ?? [])]);
    expect(new Set(names).size).toBe(names.length);
    expect(STOP_WORDS.length).toBeGreaterThan(15);
  });

  it('start is its opposite', () => {
    expect(parseCommandLine('start', COMMANDS)?.command.name).toBe('start');
    expect(parseCommandLine('start date May 2026', COMMANDS)).toBeUndefined();
  });
});
