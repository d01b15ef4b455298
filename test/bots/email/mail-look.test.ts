import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noBrowser, openBrowser, SCHEMES, scrollsSideways, takePicture, violationsOf, WIDTHS } from '../../open-browser.ts';
import { renderSample, SAMPLES } from './sample-html.ts';

describe.skipIf(noBrowser)(`mails in a browser${noBrowser ? `: ${noBrowser}` : ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  test.each(
    SAMPLES,
  )('O6: %s has no accessibility violation, loads nothing and fits the screen, light and dark', async (name, sample) => {
    const { html } = await renderSample(sample);
    for (const colorScheme of SCHEMES) {
      for (const width of WIDTHS) {
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
        const asked: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        await page.setContent(html);
        await takePicture(page, `mail-${name}-${width}-${colorScheme}`);
        expect(await scrollsSideways(page), `${width} px`).toBe(false);
        expect(await violationsOf(page), `${width} px, ${colorScheme}`).toEqual([]);
        expect(asked).toEqual([]);
        await page.close();
      }
    }
  });
});
