/**
 * Pictures of mails to look at: `node scripts/render-mail-samples.ts FOLDER` writes HTML, text and PNGs at 375 and 700 px, light and dark.
 * Needs a chromium (second argument, else /usr/bin/chromium). All people and firms are invented.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { asMailCard } from '../src/bots/email/mail-card.ts';
import { renderMail } from '../src/bots/email/render-mail.ts';
import { type SampleMail, sampleMails } from './samples/mail-cards.ts';

const FLAGS =
  '--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' ',
  );
const FROM = { name: 'Shortlist', address: 'jobs@shortlist.example.org' };

async function main(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: process.argv[3] ?? '/usr/bin/chromium', headless: true, args: FLAGS });
  for (const [name, sample] of await sampleMails()) await renderSample(browser, folder, name, sample);
  await browser.close();
}

async function renderSample(browser: Browser, folder: string, name: string, { card, bulk, links }: SampleMail): Promise<void> {
  const postalAddress = bulk ? 'Shortlist, 12 Fernhill Lane, Ashbourne' : undefined;
  const mail = await renderMail(asMailCard(card, { from: FROM, bulk, postalAddress }), { sender: FROM.name, links });
  const page = join(resolve(folder), `${name}.html`);
  writeFileSync(page, mail.html);
  writeFileSync(join(folder, `${name}.txt`), mail.text);
  for (const width of [375, 700]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const view = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
      await view.goto(pathToFileURL(page).href);
      await view.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      await view.close();
    }
  }
  process.stderr.write(`${name}: ${Buffer.byteLength(mail.html)} bytes of HTML\n`);
}

await main(process.argv[2] ?? 'mail-samples');
