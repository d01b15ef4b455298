/**
 * Scans of printed resumes: a page shown by Chromium at some resolution, then what scanners and cameras do to it — noise, blur,
 * a crooked sheet, a turned one, uneven light, compression — as PNG, JPEG, TIFF, a PDF that holds only the picture, or one with a text layer.
 */
import type { Page } from 'playwright-core';
import type { Random } from './random.ts';

export const SCAN_FORMATS = ['png', 'jpeg', 'tiff', 'pdf-scan', 'pdf-scan-text'] as const;
export type ScanFormat = (typeof SCAN_FORMATS)[number];

export interface ScanStyle {
  format: ScanFormat;
  dpi: number;
  degrees: number;
  turn: 0 | 90 | 180 | 270;
  noise: number;
  blur: number;
  shade: number;
  quality: number;
}

export const extensionOf = (format: ScanFormat): string =>
  format === 'jpeg' ? 'jpg' : format.startsWith('pdf') ? 'pdf' : format;

export function chooseScanStyle(random: Random): ScanStyle {
  const format = random.pick(SCAN_FORMATS);
  return {
    format,
    dpi: random.pick([120, 150, 200, 300]),
    degrees: random.pick([0, 0, -2, -1, -0.5, 0.5, 1, 2]),
    // Whoever has a text layer has turned the page already.
    turn: format === 'pdf-scan-text' ? 0 : random.pick([0, 0, 0, 0, 90, 180, 270] as const),
    noise: random.pick([0, 6, 14]),
    blur: random.pick([0, 0.4, 0.7]),
    shade: random.pick([0, 0, 0.15, 0.3]),
    quality: random.pick([0.5, 0.7, 0.9]),
  };
}

interface Spoiled {
  png: string;
  jpeg: string;
  width: number;
  height: number;
}

/** Spoils a picture of a page inside the browser, which has a canvas. Base64 of PNG and JPEG. */
async function spoil(tab: Page, shot: Uint8Array, style: ScanStyle, seed: number): Promise<Spoiled> {
  const source = `data:image/png;base64,${Buffer.from(shot).toString('base64')}`;
  return tab.evaluate(`(${SPOIL})(${JSON.stringify({ source, style, seed })})`);
}

const SPOIL = `async ({ source, style, seed }) => {
  const image = new Image();
  image.src = source;
  await image.decode();
  const across = style.turn % 180 === 90;
  const canvas = document.createElement('canvas');
  canvas.width = across ? image.height : image.width;
  canvas.height = across ? image.width : image.height;
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.translate(canvas.width / 2, canvas.height / 2);
  pen.rotate(((style.turn + style.degrees) * Math.PI) / 180);
  if (style.blur) pen.filter = 'blur(' + style.blur * style.dpi / 150 + 'px)';
  pen.drawImage(image, -image.width / 2, -image.height / 2);
  const pixels = pen.getImageData(0, 0, canvas.width, canvas.height);
  let state = seed | 1;
  for (let i = 0; i < pixels.data.length; i += 4) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    const y = Math.floor(i / 4 / canvas.width) / canvas.height;
    const light = 1 - style.shade * y;
    const noise = style.noise * ((state >>> 16) / 32768 - 1);
    const grey = pixels.data[i] * 0.3 + pixels.data[i + 1] * 0.59 + pixels.data[i + 2] * 0.11;
    pixels.data[i] = pixels.data[i + 1] = pixels.data[i + 2] = grey * light + noise;
  }
  pen.putImageData(pixels, 0, 0);
  const coded = (type) => canvas.toDataURL(type, style.quality).split(',')[1];
  return { png: coded('image/png'), jpeg: coded('image/jpeg'), width: canvas.width, height: canvas.height };
}`;

export interface ScanSource {
  /** Shows one page at 96 dpi. */
  tab: Page;
  /** Text with places in CSS pixels, for the text layer. */
  words: readonly { text: string; x: number; y: number; size: number }[];
}

export async function scanPage(
  { tab, words }: ScanSource,
  shot: Uint8Array,
  style: ScanStyle,
  seed: number,
): Promise<Uint8Array> {
  const spoiled = await spoil(tab, shot, style, seed);
  const jpeg = Buffer.from(spoiled.jpeg, 'base64');
  if (style.format === 'png') return Buffer.from(spoiled.png, 'base64');
  if (style.format === 'jpeg') return jpeg;
  if (style.format === 'tiff') return jpegAsTiff(jpeg, spoiled, style.dpi);
  return pictureAsPdf(jpeg, spoiled, style, style.format === 'pdf-scan-text' ? words : []);
}

/** A TIFF whose one strip is a JPEG, as scanners write them (TIFF technical note 2). */
function jpegAsTiff(jpeg: Uint8Array, { width, height }: Spoiled, dpi: number): Uint8Array {
  const entries: [tag: number, type: 3 | 4 | 5, value: number][] = [
    [256, 4, width],
    [257, 4, height],
    [258, 3, 8],
    [259, 3, 7],
    [262, 3, 6],
    [273, 4, 0],
    [277, 3, 3],
    [278, 4, height],
    [279, 4, jpeg.length],
    [282, 5, 0],
    [283, 5, 0],
    [530, 3, 2],
  ];
  const directory = 8;
  const rational = directory + 2 + entries.length * 12 + 4;
  const bits = rational + 8;
  const strip = bits + 6;
  const tiff = Buffer.alloc(strip + jpeg.length);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(directory, 4);
  tiff.writeUInt16LE(entries.length, directory);
  entries.forEach(([tag, type, value], i) => {
    const at = directory + 2 + i * 12;
    const wide = tag === 258 ? 3 : tag === 530 ? 2 : 1;
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(wide, at + 4);
    if (tag === 258) tiff.writeUInt32LE(bits, at + 8);
    else if (tag === 530) tiff.writeUInt32LE(0x00020002, at + 8);
    else tiff.writeUInt32LE(tag === 273 ? strip : type === 5 ? rational : value, at + 8);
  });
  tiff.writeUInt32LE(dpi, rational);
  tiff.writeUInt32LE(1, rational + 4);
  for (const i of [0, 2, 4]) tiff.writeUInt16LE(8, bits + i);
  tiff.set(jpeg, strip);
  return tiff;
}

/** A page that holds a picture, and over it, unseen, the words that a scanner's program recognised. */
function pictureAsPdf(jpeg: Uint8Array, { width, height }: Spoiled, { dpi }: ScanStyle, words: ScanSource['words']): Uint8Array {
  const point = 72 / dpi;
  const [w, h] = [width * point, height * point];
  const css = 72 / 96;
  const text = words
    .map(({ text: t, x, y, size }) => {
      const coded = Buffer.from(t.replace(/[^\x20-\xff]/g, '?'), 'latin1').toString('hex');
      return `BT 3 Tr /F1 ${(size * css).toFixed(1)} Tf ${(x * css).toFixed(1)} ${(h - y * css).toFixed(1)} Td <${coded}> Tj ET`;
    })
    .join('\n');
  const content = Buffer.from(`q ${w} 0 0 ${h} 0 0 cm /Im Do Q\n${text}`, 'latin1');
  const stream = (dictionary: string, data: Uint8Array) =>
    Buffer.concat([Buffer.from(`<< ${dictionary} /Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream')]);
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Contents 4 0 R /Resources << /XObject << /Im 5 0 R >> /Font << /F1 6 0 R >> >> >>`,
    ),
    stream('', content),
    stream(
      `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
      jpeg,
    ),
    Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'),
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let at = 9;
  objects.forEach((object, i) => {
    const whole = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    offsets.push(at);
    at += whole.length;
    parts.push(whole);
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF`,
    ),
  );
  return Buffer.concat(parts);
}
