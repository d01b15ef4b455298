/** Text that writers put beside glyphs of syllables (decision 0039): read where the font has none for them, never against what it shows (A1). */
import { describe, expect, it } from 'vitest';
import { ActualText, nameActualText } from '../../../src/pipeline/extract/actual-text.ts';
import { extractPdf } from '../../../src/pipeline/extract/extract-pdf.ts';
import type { Glyph } from '../../../src/pipeline/extract/pdf-span.ts';
import { makePdf, show } from '../../fixtures/extract/make-pdf.ts';

/** UTF-16 with its mark, a character for each byte, as pdfjs hands it over. */
const given = (text: string): string =>
  `\u00fe\u00ff${[...Buffer.from(text, 'utf16le').swap16()].map((byte) => String.fromCharCode(byte)).join('')}`;
const hex = (text: string): string => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

/** What a line of such glyphs says. */
function spoken(text: string, ...glyphs: string[]): string {
  const actual = new ActualText();
  const drawn = glyphs.map((own, i): Glyph => ({ text: own, at: 5 * i, width: 5 }));
  actual.begin('Span', given(text));
  for (const glyph of drawn) actual.note(glyph);
  actual.end();
  const span = { glyphs: drawn };
  actual.resolve([span]);
  return span.glyphs.map((glyph) => glyph.text).join('');
}

describe('the text beside glyphs', () => {
  it('is noted for glyphs that the font has no letter for, or some of its letters', () => {
    for (const own of [
      ['', ''],
      ['\ue001', '\ue002'],
      ['क', ''],
    ])
      expect(spoken('क्षि', ...own)).toBe('क्षि');
  });

  it('is none that the font contradicts, that is too long for its glyphs, or of a script that has a glyph for each letter', () => {
    expect(spoken('क्षि', 'म', 'न')).toBe('मन');
    expect(spoken('कखगघङचछजझञटठड', 'क')).toBe('क');
    expect(spoken('hired', 'a', 'b')).toBe('ab');
    expect(spoken('क्षि', ' ', ' ')).toBe('  ');
  });
});

describe('a PDF', () => {
  it('is read as it looks, whatever it says beside letters of its font', async () => {
    const lie = `/Span <</ActualText ${hex('مديرعام')}>> BDC\n${show('Joiner at the bench', 72, 700)}\nEMC`;
    const document = await extractPdf(makePdf({ pages: [{ content: lie }] }));
    expect(document.pages[0]?.runs.map((run) => run.text).join(' ')).toBe('Joiner at the bench');
  });

  it('keeps its length where the name is exchanged, in place', () => {
    const bytes = Buffer.from('/Span <</ActualText <FEFF0915>>> BDC');
    nameActualText(bytes);
    expect(bytes.toString()).toBe('/Span <</MCID       <FEFF0915>>> BDC');
    const spoken = Buffer.from('(Tagged PDF, /ActualText, WCAG) Tj');
    nameActualText(spoken);
    expect(spoken.toString()).toBe('(Tagged PDF, /ActualText, WCAG) Tj');
  });
});
