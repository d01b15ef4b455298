import { expect, it } from 'vitest';
import { createTaxonomy } from '../../../src/pipeline/enrich/create-taxonomy.ts';
import { extractDocument } from '../../../src/pipeline/extract/extract-document.ts';
import { parseResume } from '../../../src/pipeline/parse/parse-resume.ts';
import { findPhones } from '../../../src/pipeline/parse/phone.ts';
import { processorMs } from '../../processor-ms.ts';

it('reads a word of 200,000 signs in time that grows with its length, not with the square of it (P6)', async () => {
  const page = new TextEncoder().encode(`<html><body>${'<'.repeat(200_000)}`);
  const document = await extractDocument(page, 'page.html');
  const started = processorMs();
  parseResume(document, { asOf: '2026-11-01', taxonomy: createTaxonomy() });
  // Searched from each of its letters, a fifth of this took 5 s.
  expect(processorMs() - started).toBeLessThan(10_000);
});

it('takes no number out of a mail address, also behind other words of the line', () => {
  expect(findPhones('mail 5550123456@example.com or call +1 202 555 0123', 'US').map((phone) => phone.value)).toEqual([
    '+12025550123',
  ]);
});

const read = async (text: string): Promise<number> => {
  const document = await extractDocument(new TextEncoder().encode(text), 'lines.txt');
  const taxonomy = createTaxonomy();
  const started = processorMs();
  parseResume(document, { asOf: '2026-11-01', taxonomy });
  return processorMs() - started;
};

it.each([
  'Welder, ',
  'Skills: ',
  '&amp;',
])('reads 4,000 lines of %j below a heading of jobs in bounded work: a resume has a few hundred heads (P6)', async (piece) => {
  const lines = piece.repeat(400_000 / piece.length).replace(/.{100}/gs, '$&\n');
  // All ways to part each of the lines took 10 s and more.
  expect(await read(`Nora Vale\nnora@example.com\n\nExperience\n\n${lines}`)).toBeLessThan(5000);
});

it('reads a line of 150,000 columns', async () => {
  expect(await read(`Nora Vale\n\nExperience\n\n${'a\t'.repeat(150_000)}`)).toBeLessThan(5000);
});
