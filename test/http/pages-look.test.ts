import { HtmlValidate } from 'html-validate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noBrowser, openBrowser, SCHEMES, scrollsSideways, takePicture, violationsOf, WIDTHS } from '../open-browser.ts';
import { type Pages, PUBLIC_URL, runPages } from './run-pages.ts';

let pages: Pages;
beforeAll(async () => {
  pages = await runPages();
}, 60_000);
afterAll(() => pages.test.close());
beforeEach(() => {
  pages.run('delete from feedback');
  pages.run("update persons set digest = 'on', digest_paused_until = null");
});

/** Every page in every state: where it is, and what is pressed before it is looked at. */
const STATES: readonly { name: string; link: () => string; fields?: Record<string, string> }[] = [
  { name: 'unsubscribe', link: () => pages.unsubscribeLink },
  { name: 'unsubscribe-paused', link: () => pages.unsubscribeLink, fields: { digest: 'pause' } },
  { name: 'unsubscribe-stopped', link: () => pages.unsubscribeLink, fields: { digest: 'stop' } },
  { name: 'feedback', link: () => pages.feedbackLink(1) },
  { name: 'feedback-given', link: () => pages.feedbackLink(1), fields: { say: 'interested' } },
  { name: 'feedback-rated', link: () => pages.feedbackLink(1), fields: { rating: '4' } },
  { name: 'dead-link', link: () => `${PUBLIC_URL}/nothing` },
];

it.each(STATES)('$name is valid HTML in English', async ({ link, fields }) => {
  const response = await (fields ? pages.press(link(), fields) : pages.get(link()));
  const page = await response.text();
  expect(page).toMatch(/^<!DOCTYPE html>\s*<html lang="en">/);
  const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard', 'html-validate:a11y'] });
  const report = await validator.validateString(page);
  expect(report.results.flatMap((result) => result.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual([]);
});

describe.skipIf(noBrowser)(`pages in a browser without scripts${noBrowser ? `: ${noBrowser}` : ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  }, 60_000);
  afterAll(() => browser?.close());

  it.each(STATES)('$name has no accessibility violation and fits the screen, light and dark', async ({ name, link, fields }) => {
    const html = await (await (fields ? pages.press(link(), fields) : pages.get(link()))).text();
    for (const colorScheme of SCHEMES) {
      for (const width of WIDTHS) {
        const page = await browser.newPage({ viewport: { width, height: 700 }, colorScheme });
        await page.setContent(html);
        await takePicture(page, `page-${name}-${width}-${colorScheme}`);
        expect(await scrollsSideways(page)).toBe(false);
        expect(await violationsOf(page), `${width} px, ${colorScheme}`).toEqual([]);
        // Fingers: 24 px is the least that WCAG 2.5.8 allows, 44 what people hit.
        const heights = await page.locator('button').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
        for (const height of heights) expect(height).toBeGreaterThanOrEqual(44);
        await page.close();
      }
    }
  }, 60_000);

  it('the buttons work with scripts switched off, under the policy of the page', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 375, height: 700 } });
    const page = await context.newPage();
    const refused: string[] = [];
    page.on('console', (line) => refused.push(line.text()));
    await page.goto(pages.local(pages.feedbackLink(2)));
    await page.getByRole('button', { name: 'Save it' }).click();
    await page.getByText('Noted: saved.').waitFor();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByText('Taken back').waitFor();
    await page.goto(pages.local(pages.unsubscribeLink));
    await page.getByRole('button', { name: 'Stop the digest' }).click();
    await page.getByText('Done.').waitFor();
    expect(refused).toEqual([]);
    await context.close();
  }, 60_000);
});
