import { expect, test } from 'vitest';
import { resolveWithin, systemDns } from '../../../src/bots/email/mail-dns.ts';
import { checkForLeaks } from '../../leak-check.ts';

checkForLeaks();

test('one limit for all questions of a mail: name servers that hang hold nobody', async () => {
  const resolve = resolveWithin(() => new Promise(() => {}), 30);
  const began = performance.now();
  for (let asked = 0; asked < 5; asked++) await expect(resolve('x.example', 'TXT')).rejects.toMatchObject({ code: 'ETIMEOUT' });
  expect(performance.now() - began).toBeLessThan(1_000);
});

test('an answer in time is the answer, and so is a refusal', async () => {
  expect(await resolveWithin(async () => [['v=spf1 -all']], 1_000)('x.example', 'TXT')).toEqual([['v=spf1 -all']]);
  const refused = resolveWithin(() => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })), 1_000);
  await expect(refused('x.example', 'TXT')).rejects.toMatchObject({ code: 'ENOTFOUND' });
});

test('the system’s name servers know no name that cannot be one', async () => {
  await expect(systemDns()('a..example', 'TXT')).rejects.toHaveProperty('code');
});
