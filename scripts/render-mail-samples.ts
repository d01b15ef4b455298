/**
 * Pictures of mails to look at: `node scripts/render-mail-samples.ts FOLDER` writes HTML, text and PNGs at 375 and 700 px, light and dark.
 * Needs a chromium (second argument, else /usr/bin/chromium). All people and firms are invented.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { asMailCard } from '../src/bots/email/mail-card.ts';
import { renderMail } from '../src/bots/email/render-mail.ts';
import type { Card } from '../src/messages/card.ts';

const FLAGS =
  '--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' ',
  );
const FROM = { name: 'Shortlist', address: 'jobs@shortlist.example.org' };

const answer: Card = {
  about: [],
  title: 'Your resume: 3 jobs that fit',
  blocks: [
    {
      kind: 'text',
      text: 'Thank you, Marisol. This is what I understood; answer with `title=…` or `phone=…` to correct a line.',
    },
    {
      kind: 'facts',
      facts: [
        { label: 'Name', value: 'Marisol Etxeberria-Quartey' },
        { label: 'Email', value: 'marisol.etxeberria@example.org' },
        { label: 'Phone', value: '+1 212-555-0148', note: 'please check' },
        { label: 'Latest job', value: 'Charge Nurse, Intensive Care, Bramblewick General Hospital (Mar 2019 – now)' },
        { label: 'Skills', value: 'ventilator management, triage, CRRT, wound care, SOFA scoring, Epic, mentoring and 6 more' },
      ],
    },
    { kind: 'note', text: 'Where it says "please check" I am not sure that I read it right.' },
    { kind: 'heading', text: 'Jobs for you' },
    {
      kind: 'items',
      items: [
        {
          number: 1,
          code: 'm4f7k2m9q',
          title: 'ICU Nurse Team Lead',
          subtitle: 'Larkfield Trust · Leeds, GB · 44,000–52,000 GBP a year',
          url: 'https://jobs.example.org/larkfield/icu-lead?ref=1&lang=en',
          score: 91.4,
          good: ['8 years in intensive care; 5 asked for', 'ventilator management, CRRT and triage are all in your last job'],
          missing: ['Leadership certificate'],
          notes: [],
        },
        {
          number: 2,
          code: 'm9t2x0c5b',
          title: 'Krankenpfleger:in Intensivstation (m/w/d) – Universitätsklinikum mit einem sehr langen Titel',
          subtitle: 'Klinikum Sonnentau · Freiburg im Breisgau, DE · 3,900–4,700 EUR a month',
          url: 'https://jobs.example.org/sonnentau/42',
          score: 74,
          good: ['Your German (B2) is what they ask for'],
          missing: ['German licence (Anerkennung)', '42 km from where you live'],
          notes: ['Please note: a licence is required that your resume does not name'],
        },
        {
          number: 3,
          code: 'm1h8w3d6z',
          title: 'Clinical Educator',
          subtitle: 'Teal Harbor Health · remote',
          score: 70.2,
          good: ['Mentoring of 12 new nurses'],
          missing: [],
          notes: [],
        },
      ],
    },
    {
      kind: 'commands',
      commands: [
        { command: 'why m4f7k2m9q', does: 'how the score of "ICU Nurse Team Lead" comes about' },
        { command: 'help', does: 'everything else I can do' },
      ],
    },
  ],
  footer: [
    'You get this because you sent your resume to this address. It is kept for 365 days; answer "privacy" to see or erase what is kept.',
  ],
  attachments: [],
};

const digest: Card = {
  ...answer,
  title: 'Friday: 3 new jobs for you',
  blocks: [
    {
      kind: 'text',
      text: 'Three jobs came in since yesterday that are worth a look. More remote ones, because you liked three of them.',
    },
    ...answer.blocks.filter((block) => block.kind === 'items'),
    { kind: 'heading', text: 'The market' },
    {
      kind: 'list',
      items: [
        '31 open jobs ask for intensive care, 4 more than last week',
        'A leadership certificate would lift 9 of your 31 matches',
      ],
    },
  ],
  footer: ['You get this because daily mails are on for you. Answer "stop" to end them, "digest weekly" for one a week.'],
};

const failure: Card = {
  about: [],
  title: 'I could not read scan-final(2).pdf',
  blocks: [
    {
      kind: 'text',
      text: 'The file is protected with a password, so I cannot open it.\n\nSave it without the password and send it again; nothing else is needed.',
    },
    {
      kind: 'note',
      text: '简历.pdf and Lebenslauf.docx in the same mail were fine. <b>This is not bold</b> & neither is "this".',
    },
  ],
  footer: [],
  attachments: [],
};

async function main(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: process.argv[3] ?? '/usr/bin/chromium', headless: true, args: FLAGS });
  const cards = { answer, digest, failure };
  for (const [name, card] of Object.entries(cards)) {
    const bulk = name === 'digest';
    const mail = await renderMail(
      asMailCard(card, { from: FROM, bulk, postalAddress: bulk ? 'Shortlist, 12 Fernhill Lane, Ashbourne' : undefined }),
      {
        sender: FROM.name,
        stopLink: bulk ? `mailto:${FROM.address}?subject=stop` : undefined,
      },
    );
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
  await browser.close();
}

await main(process.argv[2] ?? 'mail-samples');
