import { expect, it } from 'vitest';
import { correctionValue } from '../../src/domain/correction-value.ts';

it('says what its path can have', () => {
  expect(correctionValue({ path: 'basics.name', op: 'set', value: '{Nora}' })).toEqual({ kind: 'text', text: '{Nora}' });
  expect(correctionValue({ path: 'basics.location', op: 'set', value: '{"city":"Leeds","countryCode":"GB"}' })).toEqual({
    kind: 'place',
    place: { city: 'Leeds', countryCode: 'GB' },
  });
  expect(correctionValue({ path: 'languages', op: 'remove', value: '{"language":"German"}' })).toEqual({
    kind: 'language',
    language: { language: 'German' },
  });
  const job = { position: 'Welder', name: 'Vale Ltd', startDate: '2019-03', highlights: ['Built gates'] };
  expect(correctionValue({ path: 'work', op: 'add', value: JSON.stringify(job) })).toEqual({ kind: 'entry', entry: job });
  expect(correctionValue({ path: 'work.1', op: 'remove', value: '' })).toEqual({ kind: 'text', text: '' });
});

it.each([
  ['basics.location', 'set', 'Leeds'],
  ['basics.location', 'set', '{"city":{"toString":1}}'],
  ['languages', 'add', '{"fluency":"C1"}'],
  ['work', 'add', '{"position":["Welder"]}'],
  ['education', 'add', '{'],
] as const)('of %s (%s) is never %s, and the error does not say it', (path, op, value) => {
  expect(() => correctionValue({ path, op, value })).toThrow(`a correction of ${path} says nothing that belongs there`);
});
