import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/pipeline/extract/decode-text.ts';
import { sniffFormat } from '../../../src/pipeline/extract/file-format.ts';
import { isZip } from '../../../src/pipeline/extract/signed-format.ts';
import { zipEntryNames } from '../../../src/pipeline/extract/zip-directory.ts';
import { makeDocx, makeOdt, paragraph } from '../../fixtures/extract/make-office.ts';
import { makePdf, show } from '../../fixtures/extract/make-pdf.ts';

describe('the format of a file', () => {
  it.each([
    ['pdf', makePdf({ pages: [{ content: show('x', 1, 1) }] })],
    ['pdf', Buffer.concat([Buffer.alloc(900, 0x20), Buffer.from('%PDF-1.4\n')])],
    ['docx', makeDocx({ body: paragraph('Cook') })],
    ['docx', makeDocx({ body: paragraph('Cook') }).subarray(0, 700)],
    ['odt', makeOdt({ body: '<text:p>Cook</text:p>' })],
    ['zip', zipSync({ 'a.txt': strToU8('x') })],
    ['unknown', zipSync({ '[Content_Types].xml': strToU8('x'), 'xl/workbook.xml': strToU8('x') })],
    ['doc', Buffer.from('d0cf11e0a1b11ae1'.padEnd(64, '0'), 'hex')],
    ['rtf', Buffer.from('{\\rtf1 Cook}')],
    ['png', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['jpeg', Buffer.from('ffd8ffe000104a46', 'hex')],
    ['tiff', Buffer.from('49492a0008000000', 'hex')],
    ['html', Buffer.from('<!DOCTYPE html><p>Cook')],
    ['html', Buffer.from('\n <!-- made by hand --><html><body>Cook')],
    ['txt', Buffer.from('Jo Lind\nCook, Bergen 2019 - 2021\n')],
    ['txt', iconv.encode('Jo Lind\nCook in Bodø', 'utf16le')],
    ['unknown', Buffer.from('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')],
    ['unknown', Buffer.from([1, 2, 3, 0, 5, 250, 0, 3])],
  ] as const)('is %s by its bytes, whatever the name says (P5)', (format, bytes) => {
    expect(sniffFormat(bytes, { name: 'resume.pdf' })).toBe(format);
    expect(sniffFormat(bytes, { name: '../../evil.exe' })).toBe(format);
  });

  it('is Markdown by its name or by more than one of its marks', () => {
    expect(sniffFormat(Buffer.from('Jo Lind\nCook'), { name: 'cv.md' })).toBe('md');
    expect(sniffFormat(Buffer.from('# Jo Lind\n\n**Cook** at [Sild](https://example.org)\n'), { name: 'cv' })).toBe('md');
    expect(sniffFormat(Buffer.from('# Jo Lind\n- cook\n'), { name: 'cv.txt' })).toBe('txt');
  });

  it('is Markdown though it begins with an element, where its name or its marks say so, and a page of HTML is none', () => {
    const centred = '<div align="center">\n\n# Jo Lind\n\n</div>\n\n## Work\n- **Cook**\n';
    expect(sniffFormat(Buffer.from(centred), { name: 'cv.md' })).toBe('md');
    expect(sniffFormat(Buffer.from(centred), { name: 'cv' })).toBe('md');
    expect(sniffFormat(Buffer.from(centred), { name: 'cv.html' })).toBe('html');
    expect(sniffFormat(Buffer.from('<div>Jo Lind, cook</div>'), { name: 'cv' })).toBe('html');
    expect(sniffFormat(Buffer.from('<!doctype html>\n# Jo Lind\n- **Cook**'), { name: 'cv.md' })).toBe('html');
  });

  it('is a zip of files by its first bytes and the names in it', () => {
    expect(isZip(zipSync({ 'a.txt': strToU8('x') }))).toBe(true);
    for (const other of [makeDocx({ body: paragraph('Cook') }), makeOdt({ body: '<text:p>Cook</text:p>' }), strToU8('PK, Cook')])
      expect(isZip(other)).toBe(false);
  });

  it('takes no memory for names in a zip that claim to be long (P2)', () => {
    const header = Buffer.alloc(46);
    header.write('PK\x03\x04', 'latin1');
    header.writeUInt16LE(0xffff, 26);
    const names = zipEntryNames(Buffer.concat(Array.from({ length: 3000 }, () => header)));
    expect(Math.max(...[...names].map((name) => name.length))).toBeLessThan(100);
  });

  it.each([
    '[',
    '[a](',
    '](',
    '[a]',
    '**a',
    '__a',
    '<a ',
    '# ',
    '=\n',
    '--- ',
  ])('of 64 kB of %j is found at once (P6)', (piece) => {
    const bytes = Buffer.from(`x${piece.repeat(70_000 / piece.length)}`);
    const times = [1, 2, 3, 4].map(() => {
      const started = performance.now();
      sniffFormat(bytes, { name: 'cv.html' });
      return performance.now() - started;
    });
    expect(Math.min(...times)).toBeLessThan(40);
  });

  it('of text without Unicode is found at once: the statistics of its letters need no more than a few lines (P6)', () => {
    const bytes = iconv.encode(
      `Jo Lind\n${'Dishwasher and cook in Bergen\n'.repeat(900)}${'Köchin für Straßenküche, Zürich\n'.repeat(900)}`,
      'latin1',
    );
    const times = [1, 2, 3, 4].map(() => {
      const started = performance.now();
      expect(sniffFormat(bytes, { name: 'cv' })).toBe('txt');
      return performance.now() - started;
    });
    expect(Math.min(...times)).toBeLessThan(60);
    expect(decodeText(bytes).text).toContain('Köchin für Straßenküche');
  });
});

describe('text in an encoding', () => {
  const line = 'Żółw – Zoë Müller, Çağrı, “quoted”';
  it.each(['utf8', 'utf16le', 'utf16be'])('%s with a mark is decoded', (encoding) => {
    expect(decodeText(iconv.encode(line, encoding, { addBOM: true })).text).toBe(line);
  });

  it('is UTF-8 when it can be', () => {
    expect(decodeText(Buffer.from(line)).text).toBe(line);
  });

  it.each([
    ['windows-1252', 'Müller’s Café – Straße der Köche, für 20 € geöffnet. Zuständig für Küche und Einkauf.'],
    ['windows-1251', 'Опыт работы: повар, ресторан Чайка, с 2015 по 2019 год. Образование среднее специальное.'],
    [
      'windows-1250',
      'Doświadczenie zawodowe: księgowość, Łódź. Wykształcenie wyższe, język angielski płynnie, umiejętności: Excel, źródła.',
    ],
    ['shift_jis', '職務経歴書 調理師として五年間勤務しました。東京都在住。'],
  ])('%s without a mark is found by its letters', (encoding, text) => {
    expect(decodeText(iconv.encode(text, encoding)).text).toBe(text);
  });
});
