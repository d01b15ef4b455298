/**
 * Makes samples/resumes from the fictitious people in scripts/samples: PDFs printed by Chromium (CHROMIUM, default /usr/bin/chromium)
 * and a zip as a recruiter would send it. The result is committed; run it again only when the people change.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync } from 'fflate';
import { html, raw } from 'hono/html';
import { type Browser, chromium } from 'playwright-core';
import { ELECTRICIAN_TEXT, INVOICE, PEOPLE, type SamplePerson } from './samples/people.ts';

const FOLDER = 'samples/resumes';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const workSection = (person: SamplePerson) => html`<h2>${person.labels.work}</h2>
  ${person.work.map((job) => html`<div class="job"><div class="row"><b>${job.title}</b><span>${job.dates}</span></div><div class="where">${job.company}, ${job.place}</div><ul>${job.points.map((point) => html`<li>${point}</li>`)}</ul></div>`)}`;
const educationSection = (person: SamplePerson) => html`<h2>${person.labels.education}</h2>
  ${person.education.map((one) => html`<div class="job"><div class="row"><b>${one.degree}</b><span>${one.dates}</span></div><div class="where">${one.school}</div></div>`)}`;
const skillSection = (person: SamplePerson) =>
  html`<h2>${person.labels.skills}</h2>${person.skills.map((group) => html`<p><b>${group.group}:</b> ${group.items.join(', ')}</p>`)}`;
const languageSection = (person: SamplePerson) =>
  html`<h2>${person.labels.languages}</h2>${person.languages.map((one) => html`<p>${one}</p>`)}`;
const certificateSection = (person: SamplePerson) =>
  person.certificates.length > 0
    ? html`<h2>${person.labels.certificates}</h2>${person.certificates.map((one) => html`<p>${one}</p>`)}`
    : '';

const STYLE = `body{font:10.5pt/1.4 "Liberation Sans",Arial,sans-serif;color:#1d2530;margin:0}h1{font-size:22pt;margin:0}h2{font-size:11.5pt;text-transform:uppercase;letter-spacing:.04em;color:#22577a;border-bottom:1px solid #22577a;margin:14pt 0 5pt}
p{margin:2pt 0}.row{display:flex;justify-content:space-between}.where{color:#444}.job{margin-bottom:7pt}ul{margin:3pt 0 0;padding-left:14pt}.grid{display:grid;grid-template-columns:30% 1fr;gap:20pt}.side{background:#eef3f6;padding:10pt}`;

function page(person: SamplePerson) {
  const head = html`<h1>${person.name}</h1><p>${person.headline}</p>`;
  const body =
    person.layout === 'single'
      ? html`${head}<p>${person.contact.join(' | ')}</p><h2>${person.labels.profile}</h2><p>${person.profile}</p>${workSection(person)}${educationSection(person)}${skillSection(person)}${certificateSection(person)}${languageSection(person)}`
      : html`<div class="grid"><div class="side">${person.contact.map((line) => html`<p>${line}</p>`)}${skillSection(person)}${languageSection(person)}${certificateSection(person)}</div><div>${head}<h2>${person.labels.profile}</h2><p>${person.profile}</p>${workSection(person)}${educationSection(person)}</div></div>`;
  return html`<!doctype html><meta charset="utf-8"><title>${person.name}</title><style>${raw(STYLE)}</style>${body}`;
}

const invoicePage = () =>
  html`<!doctype html><meta charset="utf-8"><title>${INVOICE.title}</title><h1>${INVOICE.title}</h1>${INVOICE.lines.map((line) => html`<p>${line}</p>`)}`;

async function print(browser: Browser, content: string): Promise<Uint8Array> {
  const tab = await browser.newPage();
  await tab.setContent(content);
  const pdf = await tab.pdf({ format: 'A4', margin: { top: '16mm', bottom: '16mm', left: '16mm', right: '16mm' } });
  await tab.close();
  return pdf;
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
const printed = new Map<string, Uint8Array>();
for (const person of PEOPLE) printed.set(person.file, await print(browser, String(await page(person))));
const invoice = await print(browser, String(await invoicePage()));
await browser.close();

const [candidate, ...others] = PEOPLE;
const own = candidate && printed.get(candidate.file);
if (!candidate || !own) throw new Error('the first person is the candidate of the demo');
await writeFile(path.join(FOLDER, candidate.file), own);
const nurse = printed.get('grace-oduya.pdf') ?? new Uint8Array();
const zip = zipSync(
  {
    ...Object.fromEntries(others.map((person) => [`shortlist/${person.file}`, printed.get(person.file) ?? new Uint8Array()])),
    'shortlist/tomasz-wilk.txt': new TextEncoder().encode(ELECTRICIAN_TEXT),
    'shortlist/invoice-2041.pdf': invoice,
    // Cut off in the middle, as a broken upload is.
    'shortlist/cut-off.pdf': nurse.slice(0, 900),
    'shortlist/empty.docx': new Uint8Array(),
  },
  { mtime: new Date('2026-11-02T09:00:00Z') },
);
await writeFile(path.join(FOLDER, 'from-a-recruiter.zip'), zip);
console.log(`${FOLDER}: ${candidate.file} (${own.length} bytes), from-a-recruiter.zip (${zip.length} bytes)`);
