import { describe, expect, it } from 'vitest';
import { buttonValue, readButtonValue } from '../../src/messages/button-values.ts';

describe('values of buttons', () => {
  it.each([
    { kind: 'feedback' as const, match: 'm4f7k2m9q', emoji: '👍🏽' },
    { kind: 'feedback' as const, match: 'm4f7k2m9q', emoji: ':thumbsup:' },
    { kind: 'command' as const, line: 'digest time 08:15' },
    { kind: 'form' as const, line: 'correct r4f7k2m9q' },
  ])('$kind comes back as it was put in', (action) => {
    expect(readButtonValue(buttonValue(action) ?? '')).toEqual(action);
  });

  it('is left out where it does not fit the shortest limit of a platform', () => {
    expect(buttonValue({ kind: 'command', line: 'x'.repeat(96) })?.length).toBe(100);
    expect(buttonValue({ kind: 'command', line: 'x'.repeat(97) })).toBeUndefined();
  });

  it.each([
    '',
    'fb:m4f7k2m9q:',
    'fb:j4f7k2m9q:👍',
    'fb:m4f7k2m9q:two words',
    'cmd:',
    'cmd:two\nlines',
    'eval:match',
    `cmd:${'x'.repeat(200)}`,
  ])('reads nothing out of %j', (value) => {
    expect(readButtonValue(value)).toBeUndefined();
  });
});
