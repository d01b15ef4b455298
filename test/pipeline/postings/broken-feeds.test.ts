import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readAll, titles } from './feed-source.ts';

const job = (title: string, more = ''): string =>
  `<job><title>${title}</title><company>Fennel &amp; Sons</company><url>https://a.example/${title}</url>${more}</job>`;
const feedOf = (...items: string[]): string => `<?xml version="1.0" encoding="utf-8"?>\n<source>\n${items.join('\n')}\n</source>`;
const element = (id: number, title: string): string =>
  JSON.stringify({ id, title, url: `https://a.example/${id}`, departments: [{ id: 9, name: 'All' }] });
const offsetOf = (feed: string, part: string): string => String(Buffer.from(feed).indexOf(part));

describe('broken XML', () => {
  it('reads an item with an unclosed field, and everything after it', async () => {
    const result = await readAll(
      feedOf(job('Cooper'), '<job><title>Farrier</title><company>Hoof Ltd<url>https://a.example/2</url></job>', job('Tanner')),
    );
    expect(titles(result)).toEqual(['Cooper', 'Farrier', 'Tanner']);
    expect(result.errors).toEqual([]);
  });

  it('ends an item that is never closed where the next begins', async () => {
    const result = await readAll(
      feedOf(job('Cooper'), '<job><title>Farrier</title><company>Hoof</company><url>https://a.example/2</url>', job('Tanner')),
    );
    expect(titles(result)).toEqual(['Cooper', 'Farrier', 'Tanner']);
  });

  it('reports an item beyond mending with its line and column, and reads the rest', async () => {
    const result = await readAll(feedOf(job('Cooper'), '<job><title>Farr<</titel></company></job>', job('Tanner')));
    expect(titles(result)).toEqual(['Cooper', 'Tanner']);
    expect(result.errors).toEqual([expect.objectContaining({ code: 'malformed', position: '4:1' })]);
  });

  it('reports an item without a title', async () => {
    const result = await readAll(feedOf('<job><company>Nobody</company><url>https://a.example/0</url></job>', job('Tanner')));
    expect(titles(result)).toEqual(['Tanner']);
    expect(result.errors).toEqual([{ code: 'missing_title', message: 'the item has no title', position: '3:1' }]);
  });

  it('keeps bare ampersands, unknown entities and control characters from costing an item', async () => {
    const result = await readAll(
      feedOf(
        '<job><title>R&D Chemist</title><company>A&nbsp;B</company><description>x\u0007y &eacute; & z</description></job>',
        job('Tanner'),
      ),
    );
    expect(titles(result)).toEqual(['R&D Chemist', 'Tanner']);
    expect(result.postings[0]?.company).toBe('A&nbsp;B');
  });

  it('gets over a CDATA section that never ends', async () => {
    const result = await readAll(feedOf(job('Cooper'), '<job><title>Farrier</title><description><![CDATA[lost', job('Tanner')));
    expect(titles(result)).toEqual(['Cooper', 'Tanner']);
    expect(result.errors).toEqual([expect.objectContaining({ code: 'malformed', position: '4:1' })]);
  });

  it('reads all whole items of a feed that is cut off', async () => {
    const whole = feedOf(job('Cooper'), job('Tanner'), job('Weaver'));
    const result = await readAll(whole.slice(0, whole.indexOf('Weaver') + 3));
    expect(titles(result)).toEqual(['Cooper', 'Tanner']);
    expect(result.errors).toEqual([expect.objectContaining({ code: 'malformed', position: '5:1' })]);
  });

  it('skips an item nested deeper than 64 elements (P3)', async () => {
    const deep = '<a>'.repeat(70) + '</a>'.repeat(70);
    const result = await readAll(feedOf(job('Cooper'), job('Deep', deep), job('Tanner')));
    expect(titles(result)).toEqual(['Cooper', 'Tanner']);
    expect(result.errors).toEqual([expect.objectContaining({ code: 'too_large', message: expect.stringContaining('64') })]);
  });

  it('skips an item with a field over the cap, and one that is over the cap itself', async () => {
    const field = job('Field', `<description>${'x'.repeat(3000)}</description>`);
    const item = job('Item', `<a>${'x'.repeat(1500)}</a>`.repeat(8));
    const result = await readAll(feedOf(field, job('Cooper'), item, job('Tanner')), {
      limits: { fieldChars: 2000, itemChars: 10_000 },
      chunk: 700,
    });
    expect(titles(result)).toEqual(['Cooper', 'Tanner']);
    expect(result.errors.map((e) => [e.code, e.position])).toEqual([
      ['too_large', '3:1'],
      ['too_large', '5:1'],
    ]);
  });

  it('refuses a feed with a document type and expands nothing (P3)', async () => {
    const feed = `<?xml version="1.0"?>\n<!DOCTYPE source [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n<source>${job('&b;')}</source>`;
    expect(await readAll(feed)).toEqual({
      postings: [],
      positions: [],
      errors: [expect.objectContaining({ code: 'unsupported', message: expect.stringContaining('DTD') })],
    });
  });

  it('says of a login page that it is no feed', async () => {
    const result = await readAll('<!doctype html><html><head><title>Sign in</title></head><body><form></form></body></html>');
    expect(result.errors).toEqual([expect.objectContaining({ code: 'unsupported' })]);
  });

  it.each([
    ['', 'empty'],
    ['   \n ', 'empty'],
    ['<source></source>', 'empty'],
    ['[]', 'empty'],
    ['{"jobs":[]}', 'empty'],
    ['%PDF-1.7 …', 'unsupported'],
  ])('reports %j as %s', async (feed, code) => {
    const result = await readAll(feed);
    expect(result.postings).toEqual([]);
    expect(result.errors.map((e) => e.code)).toEqual([code]);
  });

  it('gives a feed up after too many errors', async () => {
    const result = await readAll(feedOf(...Array.from({ length: 50 }, () => '<job><company>x</company></job>')), {
      limits: { errors: 10 },
    });
    expect(result.errors).toHaveLength(11);
    expect(result.errors.at(-1)?.message).toContain('more than 10');
  });
});

describe('broken JSON', () => {
  it('skips an element that is no JSON and reports its byte offset', async () => {
    const feed = `{"jobs":[${element(1, 'Müller')},{"id":2,"title":"Bad" "url":1},${element(3, 'Tanner')}]}`;
    const result = await readAll(feed);
    expect(titles(result)).toEqual(['Müller', 'Tanner']);
    expect(result.errors).toEqual([expect.objectContaining({ code: 'malformed', position: offsetOf(feed, '{"id":2') })]);
  });

  it.each([
    ['a lost closing brace', '{"id":2,"title":"Bad","url":"https://a.example/2"'],
    ['a lost quote', '{"id":2,"title":"Bad,"url":"https://a.example/2"}'],
    ['a closing bracket too many', '{"id":2,"title":"Bad"]}'],
    ['an opening bracket too many', '{"id":2,"title":{"Bad","url":1}'],
  ])('finds the way back after %s', async (_, bad) => {
    const feed = `{"meta":{"n":4},"jobs":[${element(1, 'Cooper')},${bad},${element(3, 'Tanner')},${element(4, 'Weaver')}]}`;
    const result = await readAll(feed);
    expect(titles(result)).toEqual(['Cooper', 'Tanner', 'Weaver']);
    expect(result.errors.map((e) => e.position)).toEqual([offsetOf(feed, bad)]);
  });

  it('tolerates comments, trailing commas and raw line breaks in strings', async () => {
    const feed =
      '// jobs "of" {today}\n{"jobs":[{"id":1,/* } */"title":"Cooper","description":"two\nlines", // it\'s fine\n"url":"https://a.example/1",},]}';
    const result = await readAll(feed);
    expect(titles(result)).toEqual(['Cooper']);
    expect(result.postings[0]?.description).toBe('two\nlines');
    expect(result.errors).toEqual([]);
  });

  it('reports what stands behind the end, once', async () => {
    const feed = `[${element(1, 'Cooper')}]\n<!-- served by cache 7 --> ]]`;
    const result = await readAll(feed);
    expect(titles(result)).toEqual(['Cooper']);
    expect(result.errors).toEqual([expect.objectContaining({ code: 'malformed', position: offsetOf(feed, '<!--') })]);
  });

  it('reads the whole elements of a feed that is cut off', async () => {
    const whole = `[${element(1, 'Cooper')},${element(2, 'Tanner')}]`;
    const result = await readAll(whole.slice(0, -30));
    expect(titles(result)).toEqual(['Cooper']);
    expect(result.errors).toEqual([expect.objectContaining({ code: 'malformed', position: offsetOf(whole, '{"id":2') })]);
  });

  it('skips elements that are too deep or too long', async () => {
    const deep = `{"id":2,"title":"Deep","url":"u","x":${'['.repeat(70)}${']'.repeat(70)}}`;
    const long = `{"id":3,"title":"Long","url":"u","x":"${'y'.repeat(6000)}"}`;
    const result = await readAll(`[${element(1, 'Cooper')},${deep},${long},${element(4, 'Tanner')}]`, {
      limits: { itemChars: 5000 },
      chunk: 512,
    });
    expect(titles(result)).toEqual(['Cooper', 'Tanner']);
    expect(result.errors.map((e) => e.code)).toEqual(['too_large', 'too_large']);
  });
});

describe('charsets and packing', () => {
  const text = (encoding: string): string =>
    `<?xml version="1.0" encoding="${encoding}"?><source><job><title>Gärtner für Łódź</title><company>Œuvre – Söhne</company></job></source>`;
  const latin = (encoding: string): string =>
    `<?xml version="1.0" encoding="${encoding}"?><source><job><title>Gärtner “Süd”</title><company>Söhne</company></job></source>`;

  it.each([
    ['UTF-8 with a BOM', Buffer.from(`\ufeff${text('utf-8')}`), 'Gärtner für Łódź'],
    ['UTF-16 LE', Buffer.from(`\ufeff${text('utf-16')}`, 'utf16le'), 'Gärtner für Łódź'],
    ['UTF-16 BE', iconv.encode(text('utf-16'), 'utf-16be', { addBOM: true }), 'Gärtner für Łódź'],
    ['UTF-16 LE without a BOM', Buffer.from(text('utf-16'), 'utf16le'), 'Gärtner für Łódź'],
    [
      'ISO-8859-2 as declared',
      iconv.encode(text('iso-8859-2').replace('Œ', 'O').replace('–', '-'), 'iso-8859-2'),
      'Gärtner für Łódź',
    ],
    ['Windows-1252 as declared', iconv.encode(latin('windows-1252'), 'windows-1252'), 'Gärtner “Süd”'],
    ['Windows-1252 that says it is UTF-8', iconv.encode(latin('utf-8'), 'windows-1252'), 'Gärtner “Süd”'],
    ['UTF-8 that says it is ISO-8859-1', Buffer.from(text('iso-8859-1')), 'Gärtner für Łódź'],
    ['an unknown charset name', Buffer.from(text('x-nonsense')), 'Gärtner für Łódź'],
  ])('reads %s, also byte by byte', async (_, bytes, title) => {
    expect(titles(await readAll(bytes))).toEqual([title]);
    expect(titles(await readAll(bytes, { chunk: 1 }))).toEqual([title]);
  });

  it('decodes a feed in which items differ', async () => {
    const bytes = Buffer.concat([
      Buffer.from('<source>'),
      Buffer.from(job('Bäcker')),
      iconv.encode(job('Köchin'), 'windows-1252'),
      Buffer.from(`${job('Müller')}</source>`),
    ]);
    expect(titles(await readAll(bytes))).toEqual(['Bäcker', 'Köchin', 'Müller']);
  });

  it('inflates gzip by its first bytes, in several members too', async () => {
    const packed = Buffer.concat([gzipSync('<source>'), gzipSync(job('Cooper')), gzipSync('</source>')]);
    expect(titles(await readAll(packed, { chunk: 5 }))).toEqual(['Cooper']);
  });

  it('reports a cut-off archive after what could be read', async () => {
    const packed = gzipSync(feedOf(...Array.from({ length: 9000 }, (_, i) => job(`Cooper ${Math.sin(i)}`))));
    const result = await readAll(packed.subarray(0, packed.length / 2));
    expect(result.postings.length).toBeGreaterThan(50);
    expect(result.errors).toEqual([
      expect.objectContaining({ code: 'malformed', message: expect.stringContaining('compressed') }),
    ]);
  });

  it('stops a bomb at the ratio (P2)', async () => {
    const bomb = gzipSync(`<source><job><title>${' '.repeat(30_000_000)}`);
    const result = await readAll(bomb, { limits: { gzipRatio: 200 } });
    expect(result.postings).toEqual([]);
    expect(result.errors.at(-1)).toMatchObject({ code: 'too_large', message: expect.stringContaining('200') });
  });
});

describe('pieces', () => {
  const xml = feedOf(
    job('Cooper', '<description><![CDATA[<p>a ]] b</p><job>]]></description>'),
    '<!-- <job> -->',
    job('Tänner'),
    '<job/>',
    job('Weaver'),
  );
  const json = `{"a":"x\\"]}","jobs":[${element(1, 'Coöper \\\\" {')},${element(2, 'Tanner')}],"z":[1,{"q":2}]}`;

  it.each([1, 2, 3, 7, 64])('are cut anywhere without a difference: %i bytes', async (chunk) => {
    for (const feed of [xml, json]) expect(await readAll(feed, { chunk })).toEqual(await readAll(feed));
    expect(titles(await readAll(xml, { chunk }))).toEqual(['Cooper', 'Tänner', 'Weaver']);
  });
});
