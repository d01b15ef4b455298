import { describe, expect, it } from 'vitest';
import { dropPixels } from '../../../src/pipeline/extract/pdf-pictures.ts';
import { processorMs } from '../../processor-ms.ts';

function edited(text: string): string {
  const bytes = new Uint8Array(Buffer.from(text, 'latin1'));
  dropPixels(bytes);
  return Buffer.from(bytes).toString('latin1');
}

const picture = (dictionary: string, data: string) =>
  `7 0 obj\n<< /Type /XObject /Subtype /Image ${dictionary} >>\nstream\n${data}\nendstream`;

describe('dropPixels', () => {
  it('makes a raster one pixel large and moves nothing', () => {
    const before = picture('/Width 800 /Height 1200 /DecodeParms << /Columns 800 >> /Filter /FlateDecode', 'x\x9cdata');
    const after = edited(before);
    expect(after).toHaveLength(before.length);
    expect(after).toContain('/Width 1   /Height 1    /DecodeParms << /Columns 800 >> /Filter /FlateDecode');
    expect(after).toContain('x\x9cdata');
  });

  it('takes the head off a compressed photo', () => {
    const after = edited(picture('/Width 80/Height 90/Filter/DCTDecode', '\xff\xd8\xff\xe0photo'));
    expect(after).toContain('stream\n\0\0\xff\xe0photo');
    expect(after).toContain('/Width 1 /Height 1 /Filter');
  });

  it('leaves stencils, sizes that stand elsewhere, and text about pictures alone', () => {
    for (const text of [
      picture('/ImageMask true /Width 8 /Height 8', 'mask'),
      picture('/Width 12 0 R /Height 13 0 R', 'data'),
      '7 0 obj\n<< /Length 20 >>\nstream\n/Subtype /Image /Width 800 DCTDecode\nendstream',
      '7 0 obj\n<< /Subtype /Form /Width 800 /Resources /ImageC >>\nstream\n/DCTDecode\nendstream',
    ])
      expect(edited(text)).toBe(text);
  });

  it('P6: a megabyte of pictures costs little', () => {
    const text = '/Subtype /Image obj << '.repeat(45_000);
    const started = processorMs();
    expect(edited(text)).toBe(text);
    expect(processorMs() - started).toBeLessThan(1000);
  });
});
