import { describe, expect, it } from 'vitest';
import { parse, pdfDocument } from './build-document.ts';

const mailOf = (...lines: string[]) => parse(['Jane Quillfeather', ...lines, '', 'EXPERIENCE', ''].join('\n')).basics.email;

describe('the address of mail', () => {
  it.each([
    ['jane.quill@example.org', 'jane.quill@example.org'],
    ['jane.quill (at) example.org', 'jane.quill@example.org'],
    ['jane.quill [at] example [dot] org', 'jane.quill@example.org'],
    ['jane.quill at example dot org', 'jane.quill@example.org'],
    ['jane.quill@example.co.ukPhone', 'jane.quill@example.co.uk'],
    ['Jane.Quill@Example.ORG', 'Jane.Quill@Example.ORG'],
    ['jane.quill(arroba)example.org', 'jane.quill@example.org'],
  ])('is read from %s', (line, address) => {
    expect(mailOf(line)).toBe(address);
  });

  it('is not made of words around an ordinary "at"', () => {
    expect(mailOf('Nurse at Harwell Hospital')).toBeUndefined();
  });

  it.each([
    ['jane.quillfeather@', 'example.org'],
    ['jane.quillfeather@example.', 'org'],
    ['jane.quillfeather', '@example.org'],
  ])('is put together when a narrow column breaks it: %s', (first, second) => {
    const resume = parse(
      pdfDocument([
        [40, 40, 'Jane Quillfeather', { size: 22 }],
        [40, 70, first],
        [40, 82, second],
        [40, 120, 'Experience', { bold: true, size: 13 }],
        [40, 140, 'Nurse, Harwell Hospital, 2019 – 2021'],
      ]),
    );
    expect(resume.basics.email).toBe('jane.quillfeather@example.org');
  });
});
