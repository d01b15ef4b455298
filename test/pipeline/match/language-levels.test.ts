import { expect, it } from 'vitest';
import { readLanguageLevel } from '../../../src/pipeline/match/read-language-level.ts';

it.each([
  ['C1 (TOEFL 110)', 'C1'],
  ['native', 'native'],
  ['Muttersprache', 'native'],
  ['modersmål', 'native'],
  ['母语', 'native'],
  ['모국어', 'native'],
  ['родной', 'native'],
  ['zweisprachig aufgewachsen', 'C2'],
  ['flytande i tal och skrift', 'C1'],
  ['sujuva', 'C1'],
  ['plynně', 'C1'],
  ['流利', 'C1'],
  ['свободно', 'C1'],
  ['유창함', 'C1'],
  ['gute Kenntnisse', 'B2'],
  ['日常会話', 'B1'],
  ['разговорный', 'B1'],
  ['Grundkenntnisse', 'A2'],
  ['основы: базовый', 'A2'],
  ['grundläggande', 'A2'],
  ['since 2012', undefined],
])('a level of a language in its own words: %s', (text, level) => {
  expect(readLanguageLevel(text)).toBe(level);
});
