import { expect, it } from 'vitest';
import { rememberAnswers } from '../../src/domain/remember-answers.ts';

it('asks once for a text, also when the answer was that there is none', () => {
  const asked: string[] = [];
  const ask = rememberAnswers((text) => {
    asked.push(text);
    return text === 'known' ? 1 : undefined;
  });
  expect([ask('known'), ask('known'), ask('other'), ask('other')]).toEqual([1, 1, undefined, undefined]);
  expect(asked).toEqual(['known', 'other']);
});

it('stays small: it forgets when it is full, and never keeps long texts', () => {
  let asked = 0;
  const ask = rememberAnswers((text) => {
    asked++;
    return text.length;
  });
  for (let n = 0; n < 5000; n++) ask(`text ${n}`);
  ask('text 0');
  expect(asked).toBe(5001);
  const prose = 'word '.repeat(100);
  ask(prose);
  ask(prose);
  expect(asked).toBe(5003);
});
