/**
 * Prints resumes of invented people in many layouts, with gold, to measure the parser on what nobody tuned it on:
 *
 *   node bench/make-unseen-resumes.ts FOLDER [--seed S] [--only PART-OF-A-LAYOUT'S-NAME] [--set tune|held]
 *   node bench/parse-files.ts FOLDER/tune/docs/* > tune.jsonl, then the scorer of JSON Resume data sets on FOLDER/tune
 *
 * FOLDER/tune holds people and layouts that one may look at; in FOLDER/held the person, the layout or both are held back
 * (`heldPerson`, `heldLayout` in docs.jsonl): measure them, never look at their errors. Another seed prints other headings, dates
 * and pairs. Chromium is CHROMIUM, default /usr/bin/chromium.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { html, raw } from 'hono/html';
import { type Browser, chromium } from 'playwright-core';
import { goldOf } from './unseen/gold.ts';
import { PEOPLE } from './unseen/people.ts';
import type { Person } from './unseen/person.ts';
import { TEXTS } from './unseen/plain-text.ts';
import { DATE_STYLES, type DateStyle } from './unseen/print-dates.ts';
import { createRandom, type Random } from './unseen/random.ts';
import type { Template } from './unseen/template.ts';
import { LATEX } from './unseen/templates-latex.ts';
import { MODERN } from './unseen/templates-modern.ts';
import { OFFICE } from './unseen/templates-office.ts';
import { RAILS } from './unseen/templates-rail.ts';
import { SIDEBARS } from './unseen/templates-sidebar.ts';
import { SINGLES } from './unseen/templates-single.ts';
import { dateVisibility, makeView, type View } from './unseen/view.ts';
import { WORDS } from './unseen/word-file.ts';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'];

interface Layout {
  name: string;
  held: boolean;
  format: 'pdf' | 'docx' | 'txt' | 'md' | 'html' | 'rtf';
  print(view: View): Promise<Uint8Array>;
  hides(person: Person): string[];
  dateStyles: readonly DateStyle[];
}

async function printPage(browser: Browser, template: Template, view: View): Promise<Uint8Array> {
  const tab = await browser.newPage();
  const body = await template.body(view);
  const title = `<!doctype html><meta charset="utf-8"><style>${template.css}</style>`;
  await tab.setContent(String(await html`${raw(title)}${body}`));
  const margin = `${template.margin ?? 0}mm`;
  const pdf = await tab.pdf({
    format: template.paper ?? 'A4',
    printBackground: true,
    margin: { top: margin, bottom: margin, left: margin, right: margin },
  });
  await tab.close();
  return pdf;
}

function layouts(browser: Browser): Layout[] {
  const printed = [...SIDEBARS, ...RAILS, ...SINGLES, ...LATEX, ...OFFICE, ...MODERN].map(
    (template): Layout => ({
      name: template.name,
      held: template.held,
      format: 'pdf',
      print: (view) => printPage(browser, template, view),
      hides: template.hides ?? (() => []),
      dateStyles: template.dateStyles ?? DATE_STYLES,
    }),
  );
  const flowing = (hidden: readonly string[]) => ({ hides: () => [...hidden], dateStyles: DATE_STYLES });
  const texts = TEXTS.map(
    (t): Layout => ({ ...t, format: 'txt', print: async (view) => new TextEncoder().encode(t.write(view)), ...flowing([]) }),
  );
  const words = WORDS.map((w): Layout => ({ ...w, format: 'docx', print: async (view) => w.write(view), ...flowing([]) }));
  return [...printed, ...words, ...texts];
}

/** Which pairs are printed: every held layout for everybody, of the others about `SHARE` of the people each. */
const SHARE = 0.55;

async function writeSet(folder: string, pairs: readonly (readonly [Person, Layout])[], seed: string): Promise<number> {
  await mkdir(path.join(folder, 'docs'), { recursive: true });
  await mkdir(path.join(folder, 'gold'), { recursive: true });
  const lines: string[] = [];
  for (const [person, layout] of pairs) {
    const random: Random = createRandom(`${seed}/${person.id}/${layout.name}`);
    const view = makeView(person, random.pick(layout.dateStyles), random);
    const file = `docs/${person.id}-${layout.name}.${layout.format}`;
    await writeFile(path.join(folder, file), await layout.print(view));
    await writeFile(path.join(folder, 'gold', `${person.id}.json`), `${JSON.stringify(goldOf(person), undefined, 2)}\n`);
    lines.push(
      JSON.stringify({
        file,
        person: person.id,
        gold: `gold/${person.id}.json`,
        layout: layout.name,
        format: layout.format,
        language: person.lang,
        dateStyle: view.dateStyle,
        heldPerson: person.held,
        heldLayout: layout.held,
        hiddenFields: layout.hides(person),
        dateVisibility: dateVisibility(view),
      }),
    );
  }
  await writeFile(path.join(folder, 'docs.jsonl'), `${lines.join('\n')}\n`);
  return lines.length;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, only: { type: 'string', default: '' }, set: { type: 'string' } },
});
const [folder] = positionals;
if (!folder) throw new Error('node bench/make-unseen-resumes.ts FOLDER [--seed S] [--only WORD] [--set tune|held]');
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
// Without a font of these scripts Chromium prints boxes that no reader can read.
const NO_FONT: ReadonlySet<string> = new Set(['ja', 'zh', 'zh-TW', 'ko']);
const isPrintable = (person: Person, layout: Layout): boolean => !(NO_FONT.has(person.lang) && layout.format === 'pdf');
// By pair, not in a row: a new layout leaves the other pairs as they were.
const isChosen = (person: Person, layout: Layout): boolean =>
  isPrintable(person, layout) &&
  (createRandom(`${values.seed}/${person.id}/${layout.name}/chosen`).next() < SHARE || (person.held && layout.held));
const allowed = layouts(browser).filter((layout) => layout.name.includes(values.only));
const pairs = PEOPLE.flatMap((person) => allowed.map((layout) => [person, layout] as const)).filter((pair) => isChosen(...pair));
const isHeld = ([person, layout]: readonly [Person, Layout]): boolean => person.held || layout.held;
for (const set of ['tune', 'held']) {
  if (values.set && values.set !== set) continue;
  const chosen = pairs.filter((pair) => isHeld(pair) === (set === 'held'));
  const written = await writeSet(path.join(folder, set), chosen, values.seed);
  process.stderr.write(`${written} documents in ${folder}/${set}\n`);
}
await browser.close();
