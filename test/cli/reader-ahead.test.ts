import { describe, expect, it } from 'vitest';
import { readerAhead } from '../../src/cli/reader-ahead.ts';

describe('the child of `shortlist parse`', () => {
  it('starts before the program is loaded, and ends with its reader', async () => {
    const reader = readerAhead(['parse', 'resume.pdf', '--json'], 2);
    expect(reader?.pids).toHaveLength(1);
    await reader?.close();
    expect(reader?.pids).toEqual([]);
  });

  it.each([
    ['nothing', []],
    ['another command', ['import', 'resume.pdf']],
    ['help', ['parse', 'resume.pdf', '--help']],
    ['no file', ['parse', '--json']],
    ['as many children as the words say, which commander reads', ['parse', 'a.pdf', '--parallel', '4']],
    ['as many children as one word says', ['parse', 'a.pdf', '--parallel=4']],
  ])('does not start ahead for %s', (_what, words) => {
    expect(readerAhead(words, 2)).toBeUndefined();
  });
});
