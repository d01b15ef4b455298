import { expect, test } from 'vitest';
import { plainSlackText } from '../../src/bots/slack/slack-text.ts';
import { parseSource } from '../../src/commands/parse-source.ts';

test.each([
  ['slack:#resumes', '#resumes'],
  ['slack:C0TEAM', 'C0TEAM'],
  // What Slack makes of a channel that somebody chose from its list, with and without the name.
  ['slack:<#C0TEAM|resumes>', '#resumes'],
  ['slack:<#C0TEAM|>', 'C0TEAM'],
  ['slack:<#C0TEAM>', 'C0TEAM'],
])('a channel of Slack is understood as people write it there: %s', (written, place) => {
  const words = plainSlackText(`add ${written} weekly`, 'U0BOT').split(' ');
  expect(parseSource(words)).toEqual({ kind: 'add', place: { channel: 'slack', place }, schedule: 'weekly' });
});
