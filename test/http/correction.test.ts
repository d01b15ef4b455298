import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createFindCorrectable } from '../../src/delivery/correctable-resume.ts';
import { createMessageLinks } from '../../src/delivery/message-links.ts';
import { UserError } from '../../src/domain/errors.ts';
import { correctionLines } from '../../src/http/correction-fields.ts';
import type { CorrectionResult, Corrections } from '../../src/http/correction-page.ts';
import { createPages } from '../../src/http/create-pages.ts';
import { getOutbox } from '../../src/store/outbox.ts';
import { noBrowser, openBrowser, SCHEMES, scrollsSideways, takePicture, violationsOf, WIDTHS } from '../open-browser.ts';
import { type Pages, PUBLIC_URL, peopleOf, runPages } from './run-pages.ts';

let pages: Pages;
let link: string;
beforeAll(async () => {
  pages = await runPages();
  link = (await linkOf('answer:')) ?? '';
}, 60_000);
afterAll(() => pages.test.close());

/** Of the message of ours whose key begins so: what delivery would put into it. */
async function linkOf(key: string, keyOf = (dedupeKey: string) => dedupeKey): Promise<string | undefined> {
  const { store } = pages.test.service;
  const rows = z.array(z.object({ id: z.string(), dedupe_key: z.string() })).parse(pages.rows().outbox);
  const message = await getOutbox(store, 'default', rows.find((row) => row.dedupe_key.startsWith(key))?.id ?? '');
  if (!message) throw new Error('no such message');
  const links = await createMessageLinks(
    PUBLIC_URL,
    store.keys.links,
    createFindCorrectable(store),
  )({
    ...message,
    dedupeKey: keyOf(message.dedupeKey),
  });
  return links?.correct?.replace(PUBLIC_URL, '');
}

/** The pages with a taker of corrections that writes down what it gets. */
function withTaker(answer: (lines: readonly string[]) => CorrectionResult) {
  const taken: { person: string; lines: readonly string[] }[] = [];
  const corrections: Corrections = {
    async correct(person, _link, lines) {
      taken.push({ person: person.id, lines });
      return answer(lines);
    },
  };
  const { store, clock, log } = pages.test.service;
  const health = { probeWriting: async () => undefined, channels: new Map() };
  const app = createPages({ store, clock, log, sender: 'Shortlist', health, corrections });
  const press = async (fields: Record<string, string>) =>
    (await app.request(link, { method: 'POST', body: new URLSearchParams(fields) })).text();
  return { taken, press, open: async (at = link) => app.request(at) };
}

/** What a browser sends back of a form in which nothing was touched. */
const untouched = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/<input[^>]*? name="([\w-]+)"[^>]*? value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );

const nothing = (): CorrectionResult => ({ applied: [], problems: [] });

describe('the page behind Correct what is wrong (F2.5)', () => {
  it('has a link in the answer about one resume, and in no other message', async () => {
    expect(link).toMatch(/^\/c\//);
    expect(await linkOf('digest:')).toBeUndefined();
    // An answer that came in two parts, and one to a file that could be read later only.
    for (const more of [(key: string) => `${key}:rest`, (key: string) => `${key.replace('answer', 'again')}:1700000000000`])
      expect(await linkOf('answer:', more)).toMatch(/^\/c\//);
  });

  it('O8: shows what was understood in a form, and opening it changes nothing', async () => {
    const before = pages.rows();
    const { open, taken } = withTaker(nothing);
    const fields = untouched(await (await open()).text());
    expect(fields).toMatchObject({
      name: 'Ana Prado',
      email: 'ana.prado@example.com',
      title: 'Backend Developer',
      start: '2021-03',
      end: '',
    });
    expect(fields.company).toContain('Tarnside');
    expect(taken).toEqual([]);
    expect(pages.rows()).toEqual(before);
  });

  it('only what was changed goes on, as lines of a reply; a form sent back untouched corrects nothing', async () => {
    const { open, press, taken } = withTaker(nothing);
    const fields = untouched(await (await open()).text());
    expect(await press(fields)).toContain('You changed nothing.');
    await press({ ...fields, title: ' Staff\r\nEngineer ', phone: '', 'add-skills': 'Rust, C++;Go', 'remove-skills': 'SQL' });
    expect(taken).toEqual([
      {
        person: peopleOf(pages).ana.id,
        lines: ['phone=-', 'title=Staff Engineer', 'skills +Rust', 'skills +C++', 'skills +Go', 'skills -SQL'],
      },
    ]);
    expect(
      correctionLines(
        new Map([
          ['end', ''],
          ['was-end', '2024-05'],
        ]),
      ),
    ).toEqual(['latest job end=now']);
  });

  it('takes a summary of several lines, and says nothing of one that was left alone', () => {
    const summary = 'Nurse on wards.\r\nTrains others.';
    expect(
      correctionLines(
        new Map([
          ['summary', summary],
          ['was-summary', 'Nurse on wards.\nTrains others.'],
        ]),
      ),
    ).toEqual([]);
    expect(
      correctionLines(
        new Map([
          ['summary', summary],
          ['was-summary', 'Nurse.'],
        ]),
      ),
    ).toEqual(['summary=Nurse on wards. Trains others.']);
  });

  it('says what was taken, old and new, and what was not and why', async () => {
    const { press } = withTaker(() => ({
      applied: [{ label: 'Name', before: 'Ana Prado', after: 'Ana <Silva>' }],
      problems: ['I could not read the date in "soon"; write 2024-05.'],
    }));
    const page = await press({ name: 'Ana Silva', 'was-name': 'Ana Prado', end: 'soon', 'was-end': '' });
    expect(page).toContain('Name: Ana Prado → Ana &lt;Silva&gt;');
    expect(page).toContain('I could not read the date in &quot;soon&quot;; write 2024-05.');
  });

  it('A12: says so when it is not theirs to correct, and leads nowhere when it is not theirs to see', async () => {
    const { press, open } = withTaker(() => {
      throw new UserError('This resume is not yours to correct.', 'Ask who sent it.');
    });
    expect(await press({ name: 'x', 'was-name': 'y' })).toContain('This resume is not yours to correct.');
    pages.run('update candidate_access set person_id = ?', 'nobody');
    expect((await open()).status).toBe(404);
    pages.run('update candidate_access set person_id = ?', peopleOf(pages).ana.id);
  });

  it('is valid HTML with a label for every field', async () => {
    const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard', 'html-validate:a11y'] });
    const report = await validator.validateString(await (await withTaker(nothing).open()).text());
    expect(report.results.flatMap((result) => result.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual([]);
  });

  it.skipIf(noBrowser)(
    'has no accessibility violation and fits the screen, light and dark',
    async () => {
      const { press } = withTaker(() => ({ applied: [{ label: 'Name', before: 'A', after: 'B' }], problems: ['Not that.'] }));
      const html = await press({ name: 'B', 'was-name': 'A' });
      const browser = await openBrowser();
      for (const colorScheme of SCHEMES) {
        for (const width of WIDTHS) {
          const page = await browser.newPage({ viewport: { width, height: 700 }, colorScheme });
          await page.setContent(html);
          await takePicture(page, `page-correct-${width}-${colorScheme}`);
          expect(await scrollsSideways(page)).toBe(false);
          expect(await violationsOf(page)).toEqual([]);
        }
      }
      await browser.close();
    },
    60_000,
  );
});
