import { describe, expect, it } from 'vitest';
import { dropFontFiles } from '../../../src/pipeline/extract/pdf-font-files.ts';
import { processorMs } from '../../processor-ms.ts';

function edited(text: string): string {
  const bytes = new Uint8Array(Buffer.from(text, 'latin1'));
  dropFontFiles(bytes);
  return Buffer.from(bytes).toString('latin1');
}

const font = (name: string, more = '/ToUnicode 9 0 R') =>
  `5 0 obj\n<< /Type /Font /Subtype /Type0 ${more} >>\nendobj\n6 0 obj\n<< /Type /FontDescriptor /FontName /${name} /FontFile2 8 0 R >>\nendobj\n`;

describe('dropFontFiles', () => {
  it('hides the program of a part of a TrueType font that says its letters, and moves nothing', () => {
    const before = font('ABCDEF+Lato-Bold');
    expect(edited(before)).toBe(before.replace('/FontFile2', '/FontFileX'));
  });

  it('leaves the program where the letters are not said, where the font is whole, and where it is of another kind', () => {
    for (const text of [
      font('ABCDEF+Lato-Bold', ''),
      font('ABCDEF+Lato-Bold') + font('GHIJKL+Lato', ''),
      font('ArialMT'),
      font('ABCDEF+Lato').replace('FontFile2', 'FontFile3'),
      '7 0 obj\n<< /Length 20 >>\nstream\n/Type /FontDescriptor /FontName /ABCDEF+Lato /FontFile2 /ToUnicode\nendstream\nendobj',
    ])
      expect(edited(text)).toBe(text);
  });

  it('P6: a megabyte of fonts costs little', () => {
    const text = '/FontFile2 /ToUnicode obj << '.repeat(36_000);
    const started = processorMs();
    expect(edited(text)).toBe(text);
    expect(processorMs() - started).toBeLessThan(1000);
  });
});
