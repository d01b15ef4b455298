import { expect, it } from 'vitest';
import { standsAsRead } from '../../../src/pipeline/ask/stands-as-read.ts';
import { extractDocument } from '../../../src/pipeline/extract/extract-document.ts';
import type { FormatHints } from '../../../src/pipeline/extract/file-format.ts';
import { visibleLines } from '../../../src/pipeline/parse/visible-lines.ts';
import { parse, taxonomy } from '../parse/build-document.ts';

const TEXT = new TextEncoder().encode(`# Noor Tamsin
noor.tamsin@example.com | Leeds

---

# Experience

Tallow Dresser, Quillback & Sedge Ltd
2016 - 2019
- Dressed tallow for twelve chandlers

Welder, Corvine Works Ltd
2011 - 2015

# Education

Certificate in Welding, Hullbridge College, 2011
`);
const read = (known: FormatHints) => extractDocument(TEXT, known);
const linesOf = async (known: FormatHints) => visibleLines(await read(known), taxonomy);

it.each([
  ['txt', { name: 'message.txt' }],
  ['md', { name: 'cv.md' }],
] as const)('a text read as %s has its lines again by the format that was kept, whatever the name was', async (format, known) => {
  const resume = parse(await read(known));
  expect(resume.work.length).toBeGreaterThan(0);
  expect(resume.meta.shortlist.format).toBe(format);
  const lines = await linesOf({ format });
  expect(lines).toEqual(await linesOf(known));
  expect(standsAsRead(resume, lines)).toBe(true);
});

it('lines of another reading are told from those of this one', async () => {
  const resume = parse(await read({ name: 'message.txt' }));
  expect(standsAsRead(resume, await linesOf({ format: 'md' }))).toBe(false);
  expect(standsAsRead(resume, [])).toBe(false);
});

it('what was kept does not make text of a file of another kind', async () => {
  const document = await extractDocument(new TextEncoder().encode('{\\rtf1 Noor Tamsin\\par Welder}'), { format: 'md' });
  expect(document.format).toBe('rtf');
});
