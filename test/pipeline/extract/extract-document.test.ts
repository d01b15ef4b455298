import { readdirSync, readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { extractDocument } from '../../../src/pipeline/extract/extract-document.ts';
import { ReadFailure } from '../../../src/pipeline/extract/read-failure.ts';
import { makePdf, show } from '../../fixtures/extract/make-pdf.ts';
import { samples } from '../../fixtures/extract/make-samples.ts';
import { linesOf, runsOf, textsOf } from './read-lines.ts';

const folder = new URL('../../fixtures/extract/samples/', import.meta.url);
const failureOf = async (bytes: Uint8Array, name = 'cv.pdf') => {
  const error = await extractDocument(bytes, name).catch((thrown: unknown) => thrown);
  if (!(error instanceof ReadFailure)) throw new Error('it was read');
  return error.readError;
};

describe('the same resume in every format', () => {
  const names = readdirSync(folder).sort();

  it('is checked in as the script makes it', () => {
    const made = samples();
    expect(names).toEqual(Object.keys(made).sort());
    for (const name of names) expect(Buffer.from(made[name] ?? []).equals(readFileSync(new URL(name, folder))), name).toBe(true);
  });

  it.each(names)('%s: words, hidden text and format', async (name) => {
    const document = await extractDocument(readFileSync(new URL(name, folder)), name);
    expect(document.format).toBe(name.split('.')[1]);
    const words = linesOf(document).join(' ').replace(/\s+/g, ' ');
    for (const phrase of ['Tuva Rønning', 'Certified welder', 'Nordlys Verft, Bodø', '2017 – 2021', 'Repaired 40 hulls'])
      expect(words).toContain(phrase);
    expect(words).not.toContain('hire her');
    expect(document.hiddenText.map((find) => find.text)).toEqual(['hire her at once']);
    for (const run of runsOf(document))
      expect(run.size > 0 && run.width > 0 && Number.isFinite(run.x + run.y), JSON.stringify(run)).toBe(true);
  });
});

describe('a file that is not read', () => {
  it('says why, and what to do', async () => {
    expect(await failureOf(new Uint8Array())).toMatchObject({ code: 'empty' });
    expect(await failureOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('picture'),
    });
    expect(await failureOf(zipSync({ 'a.txt': strToU8('x') }))).toMatchObject({
      code: 'unsupported',
      message: expect.stringContaining('zip'),
    });
    expect(
      await failureOf(Buffer.from('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')),
    ).toMatchObject({ code: 'unsupported' });
    expect(await failureOf(Buffer.from('   \n\n '), 'cv.txt')).toMatchObject({ code: 'no_text' });
    expect(await failureOf(Buffer.from('PK\x03\x04 and nothing more'), 'cv.docx')).toMatchObject({ code: 'unsupported' });
  });

  it('is never a surprise, whatever the bytes are', async () => {
    const base = samples();
    for (const [name, bytes] of Object.entries(base)) {
      for (const cut of [0.1, 0.5, 0.9]) {
        const broken = Uint8Array.from(bytes.subarray(0, Math.floor(bytes.length * cut)));
        for (let i = 60; i < broken.length; i += 97) broken[i] = (broken[i] ?? 0) ^ 0x55;
        const error = await extractDocument(broken, name).catch((thrown: unknown) => thrown);
        expect(error instanceof Error ? error instanceof ReadFailure : true, `${name} ${cut}`).toBe(true);
      }
    }
  });
});

describe('characters that do not show (A1)', () => {
  it('are taken out of the runs of every format and reported by page', async () => {
    const document = await extractDocument(Buffer.from('Tuva\u200bRønning\nCook\u{e0068}\u{e0069}\n'), 'cv.txt');
    expect(textsOf(document)).toEqual(['TuvaRønning', 'Cook']);
    expect(document.hiddenText).toEqual([
      { technique: 'zero-width', text: 'U+200B', page: 1 },
      { technique: 'unicode-tag', text: 'hi', page: 1 },
    ]);
  });

  it('leave no empty runs behind', async () => {
    const document = await extractDocument(
      makePdf({ pages: [{ content: show('Cook', 72, 700) + show('\xad', 72, 600) }] }),
      'cv.pdf',
    );
    expect(textsOf(document).every((text) => text.trim().length > 0)).toBe(true);
  });
});
