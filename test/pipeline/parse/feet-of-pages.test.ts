/** What a format repeats at the foot of every page is no line of the last section. */
import { describe, expect, it } from 'vitest';
import { extractDocument } from '../../../src/pipeline/extract/extract-document.ts';
import { makeDocx, paragraph } from '../../fixtures/extract/make-office.ts';
import { parse } from './build-document.ts';

const LINES = [
  'Brigid Hallorane',
  'EXPERIENCE',
  'Payroll Officer, Tidewater Foods Ltd, Leeds',
  'May 2018 – June 2024',
  '• Paid 300 people on time, every month',
];

const [NAME = '', ...CAREER] = LINES;
const rtf = (foot: string, contacts: string[] = []) =>
  new TextEncoder().encode(
    `{\\rtf1\\ansi{\\footer ${foot}\\par}${[NAME, ...contacts, ...CAREER].map((line) => `${line.replace('•', "\\'95").replace('–', "\\'96")}\\par`).join('\n')}}`,
  );
const docx = (foot: string, contacts: string[] = []) =>
  makeDocx({ body: [NAME, ...contacts, ...CAREER].map((line) => paragraph(line)).join(''), footer: paragraph(foot) });

describe.each([
  ['cv.rtf', rtf],
  ['cv.docx', docx],
] as const)('the foot of every page of %s', (name, make) => {
  const read = async (foot: string, contacts?: string[]) => parse(await extractDocument(make(foot, contacts), name));

  it('is no task of the last job', async () => {
    const { work } = await read('Strictly confidential, Harte and Marlow Ltd');
    expect(work.map((job) => job.highlights)).toEqual([['Paid 300 people on time, every month']]);
    expect(work[0]?.summary).toBeUndefined();
  });

  it('tells contacts where it holds some', async () => {
    const { basics, work } = await read('brigid.hallorane@example.org, Galway, Ireland');
    expect(basics).toMatchObject({ name: 'Brigid Hallorane', email: 'brigid.hallorane@example.org' });
    expect(work[0]?.highlights).toEqual(['Paid 300 people on time, every month']);
  });

  it('is that of a firm where the head tells how to reach the person', async () => {
    const { basics } = await read('Harte and Marlow, 12 Quay Street, Birmingham B3 2QB, 0121 496 0555, hello@harte.example', [
      'Lives in: Cardiff',
      'Phone: 07700 900 417',
      'brigid.hallorane@example.org',
    ]);
    expect(basics).toMatchObject({
      email: 'brigid.hallorane@example.org',
      phone: '07700 900 417',
      location: { city: 'Cardiff' },
    });
  });
});
