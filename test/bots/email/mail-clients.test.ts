import { doIUseEmail } from 'doiuse-email';
import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { createMessageLinks } from '../../../src/delivery/message-links.ts';
import type { Card, CardBlock, CardItem } from '../../../src/messages/card.ts';
import { CLIENTS, EXCEPTIONS } from './client-exceptions.ts';
import { renderSample, SAMPLES } from './sample-html.ts';

/** `feature` → programs of the list that do not know it. */
async function unsupported(): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  for (const [, sample] of SAMPLES) {
    const { html } = await renderSample(sample);
    for (const client of CLIENTS) {
      const result = doIUseEmail(html, { emailClients: [client] });
      for (const error of result.success ? [] : result.errors) {
        const [, feature = error, program = client] = /^`(.+)` is not supported by `(.+)`/.exec(error) ?? [];
        found.set(feature, (found.get(feature) ?? new Set()).add(program));
      }
    }
  }
  return found;
}

describe('the HTML of mails', () => {
  test('O6: uses only what mail programs support, but for a list of exceptions that each say why nothing is lost', async () => {
    const found = [...(await unsupported())].map(([feature, programs]) => ({ feature, programs: [...programs].sort() }));
    const allowed = EXCEPTIONS.map(({ feature, programs }) => ({ feature, programs: [...programs].sort() }));
    const byName = (a: { feature: string }, b: { feature: string }) => a.feature.localeCompare(b.feature);
    expect(found.sort(byName)).toEqual(allowed.sort(byName));
  });

  test('is valid, and lays out with attributes only where Outlook for Windows knows nothing else', async () => {
    const validator = new HtmlValidate({
      root: true,
      extends: ['html-validate:standard', 'html-validate:a11y'],
      // cellpadding, cellspacing, align and width of tables: the engine of Word takes its measures from them.
      // A role instead of <main>: half of the programs throw elements away that they do not know.
      rules: { 'no-deprecated-attr': 'off', 'prefer-native-element': 'off' },
    });
    for (const [name, sample] of SAMPLES) {
      const report = await validator.validateString((await renderSample(sample)).html);
      const found = report.results.flatMap((result) => result.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
      expect(found, name).toEqual([]);
    }
  });

  test('O6: the greatest reply and digest there can be stay under 90 kB, and the text is whole', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 });
    const item = fc.record({
      title: text,
      subtitle: text,
      good: fc.array(text, { maxLength: 3 }),
      missing: fc.array(text, { maxLength: 3 }),
      notes: fc.array(text, { maxLength: 4 }),
    });
    const links = createMessageLinks('https://shortlist.example.org', new Uint8Array(32));
    await fc.assert(
      fc.asyncProperty(
        fc.array(item, { minLength: 1, maxLength: 60 }),
        fc.array(text, { maxLength: 80 }),
        async (made, lines) => {
          const items = made.map(
            (one, index): CardItem => ({ ...one, number: index + 1, matchId: 'm', code: `m${index}`, score: 71.5, url: URL }),
          );
          const blocks: CardBlock[] = [
            { kind: 'facts', facts: lines.map((value) => ({ label: 'Skill', value, note: 'please check' })) },
            { kind: 'items', items },
            { kind: 'list', items: lines },
          ];
          const card: Card = { about: [], title: 'Everything', blocks, footer: lines.slice(0, 4), attachments: [] };
          const message = {
            id: 'o',
            workspace: 'w',
            personId: 'p',
            private: true,
            bulk: true,
            card,
            dedupeKey: 'x',
            createdAt: 0,
          };
          const mail = await renderSample({ card, bulk: true, links: (await links(message)) ?? {} });
          expect(Buffer.byteLength(mail.html)).toBeLessThan(90_000);
          expect(mail.html).toContain('Unsubscribe');
          for (const one of items)
            expect(mail.text).toContain(`Say what you think of ${items.length === 1 ? 'it' : `number ${one.number}`}:`);
        },
      ),
      { numRuns: 60 },
    );
  });
});

const URL = `https://jobs.example.org/${'a'.repeat(1900)}`;
