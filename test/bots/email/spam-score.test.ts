import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { composeMail } from '../../../src/bots/email/compose-mail.ts';
import { SAMPLES } from './sample-html.ts';

const installed = spawnSync('spamassassin', ['--version']).status === 0;
/** Of its points a mail may have this many; 5 is spam. */
const MOST = 2;
const LINE = /^X-Spam-Status: .*?score=(-?[\d.]+).*?tests=(.*?)(?=\sautolearn)/ms;

describe.skipIf(!installed)(`spamassassin${installed ? '' : ' is not installed (apt-get install spamassassin)'}`, () => {
  test.each(SAMPLES)(
    'gives %s less than 2 points',
    async (name, { card, bulk, links }) => {
      const mail = await composeMail(
        'marisol.etxeberria@example.org',
        card,
        { dedupeKey: `sample:${name}`, bulk, links, signal: new AbortController().signal },
        {
          from: { name: 'Shortlist', address: 'jobs@shortlist.example.org' },
          postalAddress: 'Shortlist, 12 Fernhill Lane, Ashbourne',
          // Of now: a mail from another month is suspicious by itself.
          clock: { now: () => new Date() },
        },
      );
      // -L: no look-ups in the network.
      const run = spawnSync('spamassassin', ['-L', '-t'], { input: mail.raw, maxBuffer: 10_000_000 });
      const [, score = 'none', tests = ''] = LINE.exec(run.stdout.toString('latin1')) ?? [];
      expect(Number(score), `${score}: ${tests.replace(/\s+/g, ' ')}`).toBeLessThan(MOST);
    },
    60_000,
  );
});
