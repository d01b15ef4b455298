import { describe, expect, it } from 'vitest';
import { readFont } from '../../../src/pipeline/extract/pdf-fonts.ts';
import { Ligatures } from '../../../src/pipeline/extract/pdf-ligatures.ts';
import type { Glyph } from '../../../src/pipeline/extract/pdf-span.ts';

const font = (name: string) => {
  const read = readFont({ name, fontMatrix: [0.001, 0, 0, 0.001, 0, 0] });
  if (!read) throw new Error('no font');
  return read;
};
const glyph = (text: string): Glyph => ({ text, at: 0, width: 1 });

describe('a ligature without a name', () => {
  it('is the letters that it is as wide as', () => {
    const ligatures = new Ligatures();
    const serif = font('Serif');
    const [fi, ffi, unknown] = [glyph('\0'), glyph('\0'), glyph('\0')];
    ligatures.note(fi, serif, 610);
    ligatures.note(ffi, serif, 930);
    ligatures.note(unknown, serif, 2000);
    ligatures.note(glyph('f'), serif, 320);
    ligatures.note(glyph('i'), serif, 280);
    ligatures.resolve();
    expect([fi.text, ffi.text, unknown.text]).toEqual(['fi', 'ffi', '\0']);
  });

  it('stays unknown where the font shows none of the letters', () => {
    const ligatures = new Ligatures();
    const lost = glyph('\0');
    ligatures.note(lost, font('A'), 610);
    ligatures.note(glyph('f'), font('B'), 320);
    ligatures.note(glyph('i'), font('B'), 280);
    ligatures.resolve();
    expect(lost.text).toBe('\0');
  });
});

describe('the weight and slant of a font', () => {
  it.each([
    ['ABCDEF+Inter-Bold', true, false],
    ['ABCDEF+OpenSans-SemiboldItalic', true, true],
    ['ABCDEF+CMBX12', true, false],
    ['ABCDEF+SFBX1095', true, false],
    ['ABCDEF+CMTI10', false, true],
    ['Arial,BoldItalic', true, true],
    ['Lato-Heavy', true, false],
    ['Helvetica-Oblique', false, true],
    ['ABCDEF+CMR10', false, false],
    ['ABCDEF+HelveticaNeue-UltraLight', false, false],
    ['TimesNewRomanPSMT', false, false],
    ['Lobster-Regular', false, false],
    ['Italiana-Regular', false, false],
  ])('are read from its name: %s', (name, bold, italic) => {
    expect(font(name)).toMatchObject({ bold, italic });
  });
});
