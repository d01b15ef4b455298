/**
 * Scans and photographs of resumes of invented people, with gold, to measure text recognition:
 *
 *   node bench/make-unseen-scans.ts FOLDER [--seed S] [--each N]
 *
 * N layouts a person (default 2), each spoiled in its own way: `scan` in docs.jsonl says how. Chromium is CHROMIUM, default /usr/bin/chromium.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { html, raw } from 'hono/html';
import { type Browser, chromium, type Page } from 'playwright-core';
import { goldOf } from './unseen/gold.ts';
import { PEOPLE } from './unseen/people.ts';
import type { Person } from './unseen/person.ts';
import { DATE_STYLES } from './unseen/print-dates.ts';
import { createRandom } from './unseen/random.ts';
import { chooseScanStyle, extensionOf, type ScanSource, type ScanStyle, scanPage } from './unseen/scans.ts';
import type { Template } from './unseen/template.ts';
import { RAILS } from './unseen/templates-rail.ts';
import { SIDEBARS } from './unseen/templates-sidebar.ts';
import { SINGLES } from './unseen/templates-single.ts';
import { dateVisibility, makeView, type View } from './unseen/view.ts';

/** A4 in CSS pixels. */
const PAPER = { width: 794, height: 1123 };

/** Shrinks what is longer than a page: a scan is one sheet. Returns how much of its size is left. */
const FIT = `() => {
  const factor = Math.min(1, ${PAPER.height} / document.documentElement.scrollHeight);
  if (factor < 1) document.body.style.zoom = String(factor);
  return factor;
}`;

const WORDS_OF_PAGE = `() => {
  const words = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const size = parseFloat(getComputedStyle(node.parentElement).fontSize);
    for (const match of node.data.matchAll(/\\S+/g)) {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const box = range.getBoundingClientRect();
      if (box.width > 0) words.push({ text: match[0], x: box.left, y: box.bottom - 0.22 * box.height, size: Math.min(size, 0.87 * box.height) });
    }
  }
  return words;
}`;

async function scan(
  browser: Browser,
  template: Template,
  view: View,
  style: ScanStyle,
  seed: number,
): Promise<Uint8Array | undefined> {
  const context = await browser.newContext({ viewport: PAPER, deviceScaleFactor: style.dpi / 96 });
  const tab: Page = await context.newPage();
  const margin = template.margin ?? 0;
  const head = `<!doctype html><meta charset="utf-8"><style>${template.css} html { padding: ${margin}mm; box-sizing: border-box; background: #fff; min-height: 100%; }</style>`;
  await tab.setContent(String(await html`${raw(head)}${await template.body(view)}`));
  const left: number = await tab.evaluate(`(${FIT})()`);
  let bytes: Uint8Array | undefined;
  if (left > 0.7) {
    const words: ScanSource['words'] = await tab.evaluate(`(${WORDS_OF_PAGE})()`);
    const shot = await tab.screenshot({ clip: { x: 0, y: 0, ...PAPER } });
    bytes = await scanPage({ tab, words }, shot, style, seed);
  }
  await context.close();
  return bytes;
}

async function writePerson(browser: Browser, folder: string, person: Person, seed: string, each: number): Promise<string[]> {
  const random = createRandom(`${seed}/${person.id}/scans`);
  const templates = [...SIDEBARS, ...RAILS, ...SINGLES].filter((template) => !template.held);
  const lines: string[] = [];
  for (let tries = 0; lines.length < each && tries < 10; tries++) {
    const template = random.pick(templates);
    const view = makeView(person, random.pick(template.dateStyles ?? DATE_STYLES), random);
    const style = chooseScanStyle(random);
    const bytes = await scan(browser, template, view, style, Math.floor(random.next() * 2 ** 31));
    if (!bytes) continue;
    const file = `docs/${person.id}-${template.name}-${style.format}-${tries}.${extensionOf(style.format)}`;
    await writeFile(path.join(folder, file), bytes);
    lines.push(
      JSON.stringify({
        file,
        person: person.id,
        gold: `gold/${person.id}.json`,
        layout: template.name,
        format: style.format,
        language: person.lang,
        dateStyle: view.dateStyle,
        ocr: true,
        scan: style,
        hiddenFields: template.hides?.(person) ?? [],
        dateVisibility: dateVisibility(view),
      }),
    );
  }
  await writeFile(path.join(folder, 'gold', `${person.id}.json`), `${JSON.stringify(goldOf(person), undefined, 2)}\n`);
  return lines;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, each: { type: 'string', default: '2' } },
});
const [folder] = positionals;
if (!folder) throw new Error('node bench/make-unseen-scans.ts FOLDER [--seed S] [--each N]');
await mkdir(path.join(folder, 'docs'), { recursive: true });
await mkdir(path.join(folder, 'gold'), { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const lines: string[] = [];
for (const person of PEOPLE) lines.push(...(await writePerson(browser, folder, person, values.seed, Number(values.each))));
await browser.close();
await writeFile(path.join(folder, 'docs.jsonl'), `${lines.join('\n')}\n`);
process.stderr.write(`${lines.length} scans in ${folder}\n`);
