/** Looks for words in every file of a data folder, in all shapes that a mail or a database may give them (rule A8). */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** `file: word (shape)` for each hit. `skip`: files that are left out. */
export async function searchBytes(
  folder: string,
  words: readonly string[],
  skip: (file: string, content: Buffer) => boolean = () => false,
): Promise<string[]> {
  const hits: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const content = await readFile(file);
    if (skip(file, content)) continue;
    for (const word of words)
      for (const shape of shapesIn(content, word)) hits.push(`${path.relative(folder, file)}: ${word} (${shape})`);
  }
  return hits;
}

function shapesIn(content: Buffer, word: string): string[] {
  const shapes: string[] = [];
  const lower = Buffer.from(content.toString('latin1').toLowerCase(), 'latin1');
  if (lower.includes(word.toLowerCase())) shapes.push('utf-8');
  if (content.includes(Buffer.from(word, 'utf16le'))) shapes.push('utf-16');
  for (const variant of base64Of(word)) if (content.includes(variant)) shapes.push('base64');
  const text = content.toString('latin1');
  // Every run of base64 lines, and quoted-printable with its soft line breaks.
  for (const [run] of text.matchAll(/(?:[A-Za-z0-9+/]{20,}={0,2}\r?\n?)+/g))
    if (Buffer.from(run.replace(/\s/g, ''), 'base64').toString('latin1').toLowerCase().includes(word.toLowerCase()))
      shapes.push('base64 block');
  const unquoted = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  if (unquoted.toLowerCase().includes(word.toLowerCase())) shapes.push('quoted-printable');
  return [...new Set(shapes)];
}

/** At each of the three positions; without the characters that share bits with what stands before and after. */
function base64Of(word: string): string[] {
  return [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(word)]);
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64');
    return whole.slice(before === 0 ? 0 : 4);
  });
}
