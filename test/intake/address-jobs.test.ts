import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCode } from '../../src/domain/ids.ts';
import { jobCodesIn } from '../../src/intake/address-jobs.ts';
import { jobAddress } from '../../src/messages/job-address.ts';

describe('the job that an address names (F1.8)', () => {
  it.each([
    ['as it was given', ['jobs+j4f7k2m9q@example.com'], ['j4f7k2m9q']],
    ['in capitals', ['JOBS+J4F7K2M9Q@EXAMPLE.COM'], ['j4f7k2m9q']],
    [
      'with a part that a provider added, before or behind',
      ['jobs+j4f7k2m9q+x@example.com', 'jobs+x+j00000000@example.com'],
      ['j4f7k2m9q', 'j00000000'],
    ],
    ['typed with letters that the alphabet has not', ['jobs+jO4iLo009@example.com'], ['j04110009']],
    [
      'several, each once, in order',
      ['jobs+j4f7k2m9q@example.com', 'jobs@example.com', 'jobs+j00000000@example.com', 'jobs+j4f7k2m9q@example.com'],
      ['j4f7k2m9q', 'j00000000'],
    ],
  ])('is read %s', (_, recipients, codes) => {
    expect(jobCodesIn(recipients)).toEqual(codes);
  });

  it.each([
    'jobs@example.com',
    'jobs+news@example.com',
    'jobs+j4f7k2m9@example.com',
    'jobs+s4f7k2m9q@example.com',
    'jobs+j4f7k2m9q',
    'j4f7k2m9q@example.com',
    `jobs+x${'a'.repeat(42)}@example.com`,
    '',
  ])('is none in %s', (address) => expect(jobCodesIn([address])).toEqual([]));

  it('is what we write, whatever the inbox is called', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-z0-9.]{0,20}(?:\+[a-z]{1,5})?$/), fc.boolean(), (local, capitals) => {
        const code = newCode('j');
        const address = jobAddress(`${local}@example.com`, code);
        expect(jobCodesIn([capitals ? address.toUpperCase() : address])).toEqual([code]);
      }),
    );
  });
});
