import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createReaderPool } from '../../../src/pipeline/extract/reader-pool.ts';
import type { ReadAnswer, ReadRequest, UnpackAnswer, UnpackRequest } from '../../../src/pipeline/ingest/serve-reader.ts';
import { makePdf, show } from '../../fixtures/extract/make-pdf.ts';

const CHILD = fileURLToPath(new URL('../../../src/pipeline/ingest/reader-child.ts', import.meta.url));
const request = (bytes: Uint8Array): ReadRequest => ({ kind: 'read', bytes, name: 'cv.pdf', asOf: '2026-03-02' });

it('the child that opens files answers with the resume, with the reason, and with the members of a zip (P1)', async () => {
  const pool = createReaderPool({ size: 1, entry: CHILD });
  try {
    const content = [show('Ilse Wanderstein', 72, 700, { size: 18 }), show('ilse@example.org', 72, 670)].join('\n');
    const read = await pool.request<ReadRequest, ReadAnswer>(request(makePdf({ pages: [{ content }] })));
    expect(read).toMatchObject({ ok: true, format: 'pdf', resume: { basics: { email: 'ilse@example.org' } } });
    // Whoever recognises text is another child: this one says so at once.
    const picture = await pool.request<ReadRequest, ReadAnswer>(
      request(makePdf({ pages: [{ content: 'q 612 0 0 792 0 0 cm /Im1 Do Q' }] })),
    );
    expect(picture).toEqual({ ok: 'needs-recognition' });
    const zip = await pool.request<UnpackRequest, UnpackAnswer>({
      kind: 'unpack',
      bytes: Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1'),
      page: { from: 0, count: 9 },
    });
    expect(zip).toMatchObject({ ok: false, error: { code: 'empty' } });
    // The last one: a child is replaced after it, and to start one is what takes the time here.
    const broken = await pool.request<ReadRequest, ReadAnswer>(request(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1)));
    expect(broken).toMatchObject({ ok: false, error: { code: 'damaged', message: expect.stringContaining('picture') } });
  } finally {
    await pool.close();
  }
}, 120_000);
