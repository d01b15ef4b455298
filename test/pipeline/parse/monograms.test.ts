import { describe, expect, it } from 'vitest';
import { type Placed, parse, pdfDocument } from './build-document.ts';

const LARGE = { size: 24, bold: true } as const;
const BODY: Placed[] = [
  [50, 130, 'Bookbinder', { size: 11 }],
  [50, 150, 'post@binder.example'],
  [50, 190, 'Experience', { size: 14, bold: true }],
  [50, 210, 'Bookbinder, Quire & Sons, 2019 - 2024'],
  [50, 223, 'Rebound the town registers'],
];

describe('a monogram beside a name', () => {
  it('is a picture of the name: one whose two lines stand above and below it is read as a whole', () => {
    const head: Placed[] = [
      [110, 60, 'Wilhelmina', LARGE],
      [55, 73, 'WO', LARGE],
      [110, 86, 'Orrest-Hale', LARGE],
    ];
    expect(parse(pdfDocument([...head, ...BODY])).basics.name).toBe('Wilhelmina Orrest-Hale');
  });

  it('may stand at the other edge of the page, and names may hold what friends call somebody', () => {
    const head: Placed[] = [
      [40, 60, 'Wilhelmina', LARGE],
      [520, 72, 'WH', LARGE],
      [40, 88, '“Mina” Hale', LARGE],
    ];
    expect(parse(pdfDocument([...head, ...BODY])).basics.name).toMatch(/^Wilhelmina .?Mina.? Hale$/);
  });

  it('is none where its letters are others than those the name begins with', () => {
    const initials: Placed[] = [
      [110, 60, 'Orrest', LARGE],
      [110, 86, 'MO', LARGE],
    ];
    expect(parse(pdfDocument([...initials, ...BODY])).basics.name).toBe('Orrest MO');
  });
});
